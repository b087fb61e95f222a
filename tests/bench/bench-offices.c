/* bench-offices.c -- one office's act beside others in the same register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/bench/big.h"
#include "tests/bench/crowded.h"
#include "tests/fault/shim.h"

enum { OFFICES = 100, LETTERS = 1000, THINK_MS = 1000 };

/* The first is the clerk of office 1, the others those of 2, 3, ... */
static const char *
login_of(size_t i)
{
	static char *code;

	if (i == 0)
		return "clerk";
	if (code == NULL)
		code = big_office_code((int64_t)i + 1);
	return code;
}

static bool
open_clerk(struct fixture *f, size_t i)
{
	return fixture_session(f, login_of(i)) != NULL;
}

static bool
receive(struct fixture *f, size_t i)
{
	return fixture_act(f, login_of(i), "receive", "--subject",
			   "ขอความร่วมมือสำรวจข้อมูล", "--from", "ที่ว่าการอำเภอ",
			   NULL);
}

/* An act a second is what a hundred offices do on no day. */
static bool
think(struct fixture *f, size_t i)
{
	struct timespec ts = {THINK_MS / 1000, 0};

	(void)f;
	if (i == 0)
		ts = (struct timespec){0, 20000000};
	return nanosleep(&ts, NULL) == 0;
}

static struct cost
cost_of_one(struct fixture *f)
{
	struct cost c;

	fixture_close(f);
	shim_watch();
	if (!receive(f, 0))
		abort();
	cost_begin(&c);
	if (!receive(f, 0))
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
	crowded_run(f,
		    &(struct crowded){.n = processes,
				      .seconds = b->seconds,
				      .open = open_clerk,
				      .act = receive,
				      .think = think,
				      .is_of_the_first = true},
		    &fig);
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
