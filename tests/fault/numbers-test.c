/* numbers-test.c -- a crowd takes numbers, and a third of it is killed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tests/fault/crowd.h"
#include "tests/fixture.h"
#include "tests/test.h"

/* make soak: 200 acts each, twenty times. */
enum {
	CLERKS = 50,
	ACTS = SOAK ? 200 : 8,
	ROUNDS = SOAK ? 20 : 1,
	VICTIMS = CLERKS / 3
};
/* Between two kills, in microseconds: spread over the time the crowd takes. */
enum { PAUSE_MAX = SOAK ? 990000 : 20000 };

static uint64_t seed = 2569;

/* Mostly letters; now and then numbers are reserved, several in one act, and
   one of them is made void. */
static bool
take_one(struct fixture *f, uint64_t *own)
{
	uint32_t what = fixture_draw(own, SOAK ? 30 : 10);
	char number[24];

	if (what > 1)
		return fixture_act(f, "clerk", "receive", "--subject", "x",
				   NULL);
	if (!fixture_act(f, "clerk", what == 0 ? "reserve" : "emergency",
			 "--purpose", "x", "--until", "2026-01-25", "--count",
			 "3", NULL))
		return false;
	snprintf(number, sizeof(number), "%d",
		 (int)fixture_int(f, "number") + 1);
	return fixture_act(f, "clerk", "void", number, "--reason", "x", NULL);
}

static bool
work(struct fixture *f, struct crowd *c, size_t i)
{
	uint64_t own = 1 + i * 7919;

	for (int n = 0; n < ACTS; n++) {
		/* Who waited too long gets his form back, and asks again. */
		while (!take_one(f, &own))
			if (f->err.kind != &STORE_BUSY)
				return false;
		crowd_tell(c, fixture_int(f, "number"));
	}
	return true;
}

static void
pause_a_moment(void)
{
	const struct timespec t = {
	    .tv_nsec = (long)fixture_draw(&seed, PAUSE_MAX) * 1000};

	nanosleep(&t, NULL);
}

static int
by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* What a clerk has seen stands in the book, and nobody else has seen it. */
static void
assert_told_once(int64_t *told, size_t n, int64_t last)
{
	qsort(told, n, sizeof(*told), by_number);
	for (size_t i = 0; i < n; i++) {
		assert_in_range(told[i], 1, last);
		if (i > 0)
			assert_int_not_equal(told[i], told[i - 1]);
	}
}

static void
work_and_kill_a_third(void)
{
	struct fixture f;
	struct crowd c;
	int64_t *told, last;
	size_t n, bad;

	fixture_register(&f);
	fixture_must(&f, NULL, "policy set", "reserve-most", "1000", NULL);
	fixture_must(&f, NULL, "policy set", "sheets-most", "1000", NULL);
	fixture_close(&f);
	crowd_start(&c, CLERKS, &f, work);
	for (size_t i = 0; i < VICTIMS; i++) {
		pause_a_moment();
		crowd_kill_one(&c, 3 * i);
	}
	told = crowd_numbers(&c, &n);
	bad = crowd_wait(&c);
	assert_in_range(bad, 1, VICTIMS);
	last = fixture_count(&f, "SELECT max(number) FROM letter");
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM letter"),
			 last);
	assert_int_equal(fixture_count(&f, "SELECT count(DISTINCT number) FROM "
					   "event WHERE book = 'receive'"),
			 last);
	assert_told_once(told, n, last);
	assert_true(n >= (size_t)(CLERKS - VICTIMS) * ACTS);
	/* A block is reserved whole, or not at all. */
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM (SELECT 1 FROM reservation "
			      "GROUP BY block HAVING count(*) <> max(pages)) "
			      "AS part"),
	    0);
	assert_true(fixture_is_clean(&f));
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_int_equal(fixture_int(&f, "number"), last + 1);
	free(told);
	fixture_done(&f);
}

static void
every_number_is_explained_whoever_is_killed(void **state)
{
	(void)state;
	for (int i = 0; i < ROUNDS; i++)
		work_and_kill_a_third();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_number_is_explained_whoever_is_killed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
