/* clerks-soak.c -- fifty clerks for ten minutes: no number lost, nobody starved
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tests/bench/crowded.h"
#include "tests/fixture.h"

enum { CLERKS = 50, SECONDS = 600, THINK_MS_MAX = 200 };

static bool
open_clerk(struct fixture *f, size_t i)
{
	(void)i;
	return fixture_session(f, "clerk") != NULL;
}

static bool
receive(struct fixture *f, size_t i)
{
	(void)i;
	return fixture_act(f, "clerk", "receive", "--subject",
			   "ขอความร่วมมือสำรวจข้อมูล", "--from", "ที่ว่าการอำเภอ",
			   NULL);
}

/* Far faster than anybody types. */
static bool
think(struct fixture *f, size_t i)
{
	static uint64_t seed;
	struct timespec ts;

	(void)f;
	if (seed == 0)
		seed = i + 1;
	ts = (struct timespec){0, (long)fixture_draw(&seed, THINK_MS_MAX) *
				      1000000};
	return nanosleep(&ts, NULL) == 0;
}

static bool
tell(bool ok, const char *what)
{
	printf("%s - %s\n", ok ? "ok" : "not ok", what);
	return ok;
}

/* clerks-soak [SECONDS] */
int
main(int argc, char **argv)
{
	struct crowded how = {.n = CLERKS,
			      .seconds = argc > 1 ? atoi(argv[1]) : SECONDS,
			      .open = open_clerk,
			      .act = receive,
			      .think = think};
	struct figure fig = {.what = "clerks", .processes = CLERKS};
	struct fixture f;
	bool ok;

	fixture_register(&f);
	crowded_run(&f, &how, &fig);
	printf("# %.0f a second, p50 %.1f ms, p99 %.1f ms, worst %.1f ms, "
	       "fairness %.4f, slowest clerk %.2f of the mean\n",
	       fig.per_second, fig.p50, fig.p99, fig.worst, fig.fairness,
	       fig.least);
	ok = tell(fixture_count(&f, "SELECT count(*) - max(number) + "
				    "min(number) FROM letter WHERE "
				    "office = 1 AND book = 'receive'") == 1,
		  "numbers follow each other without a gap");
	ok = tell(fixture_count(&f, "SELECT max(number) FROM letter") ==
		      (int64_t)(fig.per_second * how.seconds + 0.5),
		  "each number was told to the clerk who got it") &&
	     ok;
	ok = tell(fig.least >= 0.5, "the slowest got half of the mean") && ok;
	ok = tell(fixture_is_clean(&f), "the register is whole") && ok;
	fixture_done(&f);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
