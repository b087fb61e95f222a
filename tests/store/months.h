/* months.h -- some months of an office at random, for what counts them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STORE_MONTHS_H
#define TESTS_STORE_MONTHS_H

#include "tests/fixture.h"

/*
 * A register with so many letters, from 2 November 2568 on, each act some
 * minutes or hours after the one before: received (late, too, and a day
 * later), endorsed, returned, passed over, ordered to up to two divisions,
 * acknowledged, done; some are cancelled, some secret, some go out, some
 * numbers are reserved.  The last of them are still on their way.  The same
 * for the same seed; f->now is where it ends.
 */
void months_make(struct fixture *f, int letters, uint64_t seed);

#endif
