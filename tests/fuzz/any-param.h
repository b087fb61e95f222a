/* any-param.h -- any values for the parameters of a statement */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_ANY_PARAM_H
#define TESTS_FUZZ_ANY_PARAM_H

#include "store/store.h"

#include "tests/fuzz/fuzz.h"

/* Those behind the colons of a statement; a name may come twice. */
enum { ANY_PARAMS_MAX = 24 };

/* Into params, ended by { 0 }: how many. */
size_t any_params(struct input *in, const char *sql, struct arena *a,
		  struct param params[ANY_PARAMS_MAX + 1]);

#endif
