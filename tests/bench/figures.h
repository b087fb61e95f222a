/* figures.h -- the table of what was measured, for people and as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_FIGURES_H
#define TESTS_BENCH_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tests/bench/cost.h"

/* One row.  Times are milliseconds; what is 0 was not asked. */
struct figure {
	const char *what;
	int64_t letters; /* in the register */
	size_t processes;
	double p50, p99, worst;
	double per_second;
	double fairness;      /* Jain's index: 1 = everybody got as much */
	double least;         /* what the slowest got, beside the mean */
	struct cost cost;     /* of one time */
	int64_t memory;       /* KiB, of a process of its own, at most */
	int64_t size;         /* rows, bytes: whatever .unit says */
	const char *unit;     /* of size */
	double floor;         /* p50 of the same work without the program */
	const char *floor_by; /* "sqlite3", "C" */
};

/* So many times in milliseconds, in any order: its p50, p99 and worst. */
void figure_times(struct figure *f, double *ms, size_t n);
/* From how many each of n processes got. */
void figure_fairness(struct figure *f, const int64_t *each, size_t n);

/* The head of the table; then row by row as they come. */
void figures_begin(void);
void figures_add(const struct figure *f);
/* All of them, with the machine they were taken on and its load; path NULL =
   nowhere.  False when it cannot be written. */
bool figures_end(const char *path);

#endif
