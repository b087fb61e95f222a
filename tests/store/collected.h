/* collected.h -- what was collected of letter 1, for tests in C */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STORE_COLLECTED_H
#define TESTS_STORE_COLLECTED_H

#include <jansson.h>

#include "tests/fixture.h"

/* The answer of `collected 1 --period PERIOD', which the fixture has. */
const json_t *collected(struct fixture *at, const char *login,
			const char *period);
/* Of it: the i-th of those asked; what they come to in all; and a number of
   either. */
const json_t *line_of(const json_t *answer, int i);
const json_t *sum_of(const json_t *answer);
int64_t whole(const json_t *j, const char *key);

#endif
