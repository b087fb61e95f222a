/* bench-offices.c -- one office's act beside others in the same register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "tests/bench/bench.h"
#include "tests/bench/big.h"
#include "tests/bench/offices.h"
#include "tests/fault/shim.h"

enum { OFFICES = 100, LETTERS = 1000 };

static struct cost
cost_of_one(struct fixture *f)
{
	struct cost c;

	fixture_close(f);
	shim_watch();
	if (!offices_receive(f, 0))
		abort();
	cost_begin(&c);
	if (!offices_receive(f, 0))
		abort();
	cost_end();
	return c;
}

static void
bench_busy(const struct bench *b, struct fixture *f, const char *what,
	   size_t processes, int64_t letters, double *floor)
{
	struct figure fig = {
	    .what = what, .letters = letters, .processes = processes};

	fig.cost = cost_of_one(f);
	offices_run(f, processes, b->seconds, &fig);
	fig.floor = *floor;
	fig.floor_by = *floor > 0 ? "alone" : NULL;
	if (*floor == 0)
		*floor = fig.p50;
	figures_add(&fig);
}

void
bench_offices(const struct bench *b)
{
	struct fixture f;
	double floor = 0;

	fixture_start(&f);
	big_make_offices(&f, 1, LETTERS, 1);
	bench_busy(b, &f, "one office, alone", 1, LETTERS, &floor);
	fixture_done(&f);
	fixture_start(&f);
	big_make_offices(&f, OFFICES, LETTERS, 1);
	bench_busy(b, &f, "one of 100, others idle", 1,
		   (int64_t)OFFICES * LETTERS, &floor);
	bench_busy(b, &f, "one of 100, others busy", OFFICES,
		   (int64_t)OFFICES * LETTERS, &floor);
	if (!fixture_is_clean(&f))
		abort();
	fixture_done(&f);
}
