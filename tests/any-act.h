/* any-act.h -- any words for any act, as clerks and cats type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_ANY_ACT_H
#define TESTS_ANY_ACT_H

#include <sqlite3.h>

#include "app/action.h"

#include "tests/fixture.h"

/* Everything is drawn from one seed.  any_end() before the register goes. */
void any_begin(const char *path, uint64_t seed);
void any_end(void);
uint32_t draw(uint32_t below);

/* A number that the register says, as somebody sees it who writes nothing. */
int64_t see(const char *sql);

/* Mostly of letters for which there is a road, of days and words that may be,
   and sometimes of none; `now` is what is near. */
struct words any_words(const struct action *action, moment now,
		       struct arena *a);

#endif
