/* offices-soak.c -- the time of one office's act, the others idle and busy */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tests/bench/big.h"
#include "tests/bench/offices.h"

enum { OFFICES = 100, LETTERS = 1000, SECONDS = 60 };

static void
tell(const char *others, const struct figure *fig)
{
	printf("# of one office, others %s: p50 %.1f ms, p99 %.1f ms, worst "
	       "%.1f ms; %.1f a second in all\n",
	       others, fig->p50, fig->p99, fig->worst, fig->per_second);
}

/* offices-soak [SECONDS [REGISTER OFFICES]]: a register of big-register's, in a
   file or at an address, in which the clock was confirmed; else one is made.
 */
int
main(int argc, char **argv)
{
	struct figure idle = {.what = "idle"}, busy = {.what = "busy"};
	int seconds = argc > 1 ? atoi(argv[1]) : SECONDS;
	size_t n = argc > 3 ? (size_t)atoi(argv[3]) : OFFICES;
	struct fixture f;
	bool is_clean;

	if (argc > 3) {
		fixture_start_at(&f, argv[2]);
		f.now = (moment)time(NULL) * 1000000;
	} else {
		fixture_start(&f);
		big_make_offices(&f, OFFICES, LETTERS, 1);
	}
	offices_run(&f, 1, seconds, &idle);
	tell("idle", &idle);
	offices_run(&f, n, seconds, &busy);
	tell("busy", &busy);
	is_clean = fixture_is_clean(&f);
	printf("%s - the register is whole\n", is_clean ? "ok" : "not ok");
	fixture_done(&f);
	return is_clean ? EXIT_SUCCESS : EXIT_FAILURE;
}
