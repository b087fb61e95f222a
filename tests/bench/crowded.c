/* crowded.c -- many processes act, each act timed, each process counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/crowded.h"

#include <stdlib.h>
#include <unistd.h>

#include "tests/fault/crowd.h"

/* What is told of an act: whose it was, and how many microseconds it took. */
enum { TIME_BITS = 40 };
static const int64_t IS_READY = -1;

static const struct crowded *run;
static int start[2]; /* closed when all are ready */

static void
tell(const struct crowd *c, size_t i, double seconds)
{
	crowd_tell(c, ((int64_t)i << TIME_BITS) | (int64_t)(seconds * 1e6));
}

static bool
work(struct fixture *f, struct crowd *c, size_t i)
{
	double until, began;
	char none;

	close(start[1]);
	if (!run->open(f, i))
		return false;
	crowd_tell(c, IS_READY);
	if (read(start[0], &none, 1) != 0)
		return false;
	until = fixture_seconds() + run->seconds;
	while ((began = fixture_seconds()) < until) {
		if (run->act(f, i))
			tell(c, i, fixture_seconds() - began);
		if (run->think != NULL)
			run->think(f, i);
	}
	return true;
}

static void
wait_for_all(struct crowd *c, size_t n)
{
	int64_t told;

	for (size_t i = 0; i < n; i++)
		if (read(c->told[0], &told, sizeof(told)) != sizeof(told) ||
		    told != IS_READY)
			abort();
}

/* Splits what was told into times and acts of each. */
static size_t
split(const int64_t *told, size_t n, double *ms, int64_t each[CROWD_MAX])
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		int64_t who = told[i] >> TIME_BITS;

		each[who]++;
		if (who == 0 || !run->is_of_the_first)
			ms[kept++] = (double)(told[i] &
					      (((int64_t)1 << TIME_BITS) - 1)) /
				     1000;
	}
	return kept;
}

void
crowded_run(struct fixture *f, const struct crowded *how, struct figure *fig)
{
	int64_t each[CROWD_MAX] = {0}, *told;
	struct crowd c;
	size_t acts;
	double *ms;

	run = how;
	fixture_close(f);
	if (pipe(start) != 0)
		abort();
	crowd_start(&c, how->n, f, work);
	close(start[0]);
	wait_for_all(&c, how->n);
	close(start[1]);
	told = crowd_numbers(&c, &acts);
	if (crowd_wait(&c) != 0)
		abort();
	ms = xreallocarray(NULL, acts + 1, sizeof(*ms));
	fig->per_second = (double)acts / how->seconds;
	figure_times(fig, ms, split(told, acts, ms, each));
	if (!how->is_of_the_first)
		figure_fairness(fig, each, how->n);
	free(ms);
	free(told);
}
