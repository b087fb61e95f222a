/* bench.h -- the groups of rows that make bench measures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include "tests/bench/figures.h"
#include "tests/fixture.h"

/* What was asked on the command line. */
struct bench {
	const char *keep; /* where big registers are kept; "" = nowhere */
	int64_t sizes[8]; /* of the registers that are looked at */
	size_t n_sizes;
	int64_t sheet; /* rows of the old register that is imported */
	int seconds;   /* for each row of writers */
};

/* A register of so many letters: made, or kept from before. */
void bench_register(const struct bench *b, int64_t letters, struct fixture *f);

/* That the processor has spent for this process. */
double bench_seconds(void);

typedef void (*work_fn)(void *ctx);
/* So many times, in milliseconds of the processor, into the figure. */
enum { BENCH_ROUNDS_MAX = 200 };
void bench_time(struct figure *fig, int rounds, work_fn work, void *ctx);
/* The same for a program; false when it cannot be run.  Its memory too. */
bool bench_program(struct figure *fig, int rounds, const char *command);

/* The same in a terminal of its own; `key` is typed when the first picture is
   there, NULL when it ends by itself. */
bool bench_terminal(struct figure *fig, int rounds, const char *command,
		    const char *key);

/* The groups. */
void bench_write(const struct bench *b);   /* receipts by many at once */
void bench_look(const struct bench *b);    /* what screens ask */
void bench_whole(const struct bench *b);   /* check, backup, print, ... */
void bench_offices(const struct bench *b); /* a hundred offices in one */

#endif
