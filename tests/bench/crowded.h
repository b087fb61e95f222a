/* crowded.h -- many processes act, each act timed, each process counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_CROWDED_H
#define TESTS_BENCH_CROWDED_H

#include "tests/bench/figures.h"
#include "tests/fixture.h"

/* What the i-th of them does. */
typedef bool (*crowded_fn)(struct fixture *f, size_t i);

/* They open, wait until all have, then act for so many seconds; who is refused
   tries again. */
struct crowded {
	size_t n;
	int seconds;
	crowded_fn open, act;
	crowded_fn think;     /* between two acts, not timed; may be NULL */
	bool is_of_the_first; /* only the first is measured */
};

/* Fills p50, p99, worst, per_second, fairness and least. */
void crowded_run(struct fixture *f, const struct crowded *how,
		 struct figure *fig);

#endif
