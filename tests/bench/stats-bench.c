/* stats-bench.c -- what the statistics of a month, a year, all years cost */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"

#include "app/stats.h"

#include "tests/bench/big.h"

/* usage: stats-bench [REGISTER...]; without one, registers of 20,000 and of
   100,000 letters are made. */

enum { ROUNDS = 9 };

static int
by_number(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
bench_period(struct fixture *f, const char *what, struct date from,
	     struct date to)
{
	struct session *s = fixture_session(f, "clerk");
	struct stats_wish wish = {
	    .office = s->office, .from = from, .to = to, .now = f->now};
	double ms[ROUNDS];
	long long came = 0;

	for (int i = 0; i < ROUNDS; i++) {
		double began = fixture_seconds();
		json_t *answer = NULL;

		if (!stats_answer(s, &wish, &answer, &f->err))
			abort();
		ms[i] = (fixture_seconds() - began) * 1000;
		came = json_integer_value(json_object_get(answer, "came"));
		json_decref(answer);
	}
	qsort(ms, ROUNDS, sizeof(*ms), by_number);
	printf("  %-24s %8lld letters %8.1f ms, at most %8.1f\n", what, came,
	       ms[ROUNDS / 2], ms[ROUNDS - 1]);
	fflush(stdout);
}

static void
bench_register(struct fixture *f)
{
	printf("%s\n", f->path);
	bench_period(f, "a month", (struct date){2025, 10, 1},
		     (struct date){2025, 10, 31});
	bench_period(f, "a year", (struct date){2025, 1, 1},
		     (struct date){2025, 12, 31});
	bench_period(f, "all six", (struct date){2020, 1, 1},
		     (struct date){2026, 12, 31});
}

static void
make_and_bench(int64_t letters)
{
	struct fixture f;

	fixture_start(&f);
	big_make(&f, letters, 20260120);
	bench_register(&f);
	fixture_done(&f);
}

int
main(int argc, char **argv)
{
	static const struct date day = {2026, 1, 20};

	if (!digest_init())
		return EXIT_FAILURE;
	for (int i = 1; i < argc; i++) {
		struct fixture f = {.path = argv[i],
				    .now = moment_at(day, 10, 34, 0)};

		bench_register(&f);
		fixture_close(&f);
	}
	if (argc == 1) {
		make_and_bench(20000);
		make_and_bench(100000);
	}
	return EXIT_SUCCESS;
}
