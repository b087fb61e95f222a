/* unseen.h -- acts with what is typed unseen, for tests in C */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNSEEN_H
#define TESTS_UNSEEN_H

#include "tests/fixture.h"

/* With what is typed unseen: the PIN so far, and a new one; NULL: none. */
bool fixture_unseen(struct fixture *f, const char *login, const char *line,
		    const char *pin, const char *new);

#endif
