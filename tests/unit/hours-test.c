/* hours-test.c -- office time between two moments, by a table and by laws */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/mem.h"

#include "model/hours.h"

#include "app/act.h"

#include "tests/fixture.h"
#include "tests/test.h"

#define MINUTE ((int64_t)60 * 1000000)

/* ------------------------------------------------------- an office to ask */

/* Monday to Friday, without 13 to 15 April 2026 (Songkran). */
static bool
is_working(const void *ctx, struct date d)
{
	(void)ctx;
	return date_weekday(d) % 6 != 0 &&
	       !(d.year == 2026 && d.month == 4 && d.day >= 13 && d.day <= 15);
}

/* As usual; from 1 May 2026 07:30 to 15:30 with the break as office time. */
static struct office_hours settled[] = {
    {.opens = 510, .closes = 990, .breaks = 720, .goes_on = 780},
    {.since = {2026, 5, 1},
     .opens = 450,
     .closes = 930,
     .breaks = 720,
     .goes_on = 780,
     .counts_break = true},
};
static const struct hours_table table = {settled, ARRAY_SIZE(settled)};

static struct arena arena;
static struct hours hours;

static int
start(void **state)
{
	(void)state;
	hours_make(&table, is_working, NULL, (struct date){2026, 1, 1},
		   (struct date){2026, 12, 31}, &arena, &hours);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

/* ------------------------------------------------------------- the table */

static moment
at(const char *when)
{
	struct error err = {0};
	bool has_time;
	moment m = 0;

	assert_true(moment_parse(when, &m, &has_time, &err));
	return m;
}

static const struct {
	const char *from, *to;
	int minutes;
	const char *why;
} counted[] = {
    {"2026-01-20 08:30", "2026-01-20 16:30", 420, "a day"},
    {"2026-01-20 00:00", "2026-01-20 24:00", 420, "a day, and its night"},
    {"2026-01-20 09:00", "2026-01-20 09:05", 5, "in the morning"},
    {"2026-01-20 11:50", "2026-01-20 13:10", 20, "over the break"},
    {"2026-01-20 12:00", "2026-01-20 13:00", 0, "the break"},
    {"2026-01-20 12:15", "2026-01-20 14:00", 60, "out of the break"},
    {"2026-01-20 06:00", "2026-01-20 08:30", 0, "before it opens"},
    {"2026-01-20 16:30", "2026-01-21 08:30", 0, "a night"},
    {"2026-01-23 16:00", "2026-01-26 09:00", 60, "Friday to Monday"},
    {"2026-01-24 09:00", "2026-01-25 15:00", 0, "a Saturday and Sunday"},
    {"2026-04-10 15:30", "2026-04-16 09:30", 120, "over Songkran"},
    {"2026-04-13 00:00", "2026-04-16 00:00", 0, "holidays"},
    {"2026-01-20 10:00", "2026-01-27 10:00", 2100, "a week"},
    {"2026-04-30 15:30", "2026-05-01 08:30", 120, "hours before and after"},
    {"2026-05-01 12:00", "2026-05-01 13:00", 60, "a break that counts"},
    {"2026-05-01 15:00", "2026-05-01 16:30", 30, "closed at 15:30 by then"},
    {"2026-01-21 09:00", "2026-01-20 16:00", -60, "backwards"},
    {"2025-06-01 00:00", "2026-01-01 00:00", 0, "outside the span"},
};

static void
office_time_is_as_the_table_says(void **state)
{
	int faults = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(counted); i++) {
		int64_t got = hours_between(&hours, at(counted[i].from),
					    at(counted[i].to));

		if (got == counted[i].minutes * MINUTE)
			continue;
		print_error("%s (%s to %s): %lld min, not %d\n", counted[i].why,
			    counted[i].from, counted[i].to,
			    (long long)(got / MINUTE), counted[i].minutes);
		faults++;
	}
	assert_int_equal(faults, 0);
}

/* --------------------------------------------------------------- the laws */

enum { ROUNDS = 20000 };

/* A moment of the year, to the microsecond. */
static moment
any_moment(uint64_t *seed)
{
	return hours.begins + (moment)fixture_draw(seed, 365) * 1440 * MINUTE +
	       (moment)fixture_draw(seed, 1440) * MINUTE +
	       (moment)fixture_draw(seed, 60000000);
}

static void
times_that_meet_add_up_and_never_fall(void **state)
{
	uint64_t seed = 2569;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		moment a = any_moment(&seed), b = any_moment(&seed),
		       c = any_moment(&seed);
		int64_t ab = hours_between(&hours, a, b),
			bc = hours_between(&hours, b, c);

		assert_true(ab + bc == hours_between(&hours, a, c));
		assert_true(hours_between(&hours, b, a) == -ab);
		if (a <= b)
			assert_true(ab >= 0 && ab <= b - a);
	}
}

/* Minute by minute is slow, and cannot be wrong. */
static int64_t
by_minutes(moment from, moment to)
{
	int64_t n = 0;

	for (moment m = from; m < to; m += MINUTE) {
		const struct office_hours *o = hours_on(&table, moment_date(m));
		int h, min, s, t;

		moment_time(m, &h, &min, &s);
		t = h * 60 + min;
		n += is_working(NULL, moment_date(m)) && t >= o->opens &&
		     t < o->closes &&
		     (o->counts_break || t < o->breaks || t >= o->goes_on);
	}
	return n * MINUTE;
}

static void
it_is_the_sum_of_its_minutes(void **state)
{
	uint64_t seed = 30;

	(void)state;
	for (int i = 0; i < 60; i++) {
		moment a = hours.begins +
			   (moment)fixture_draw(&seed, 350 * 1440) * MINUTE;
		moment b = a + (moment)fixture_draw(&seed, 12 * 1440) * MINUTE;

		assert_true(hours_between(&hours, a, b) == by_minutes(a, b));
	}
}

static void
a_day_off_has_none_and_a_day_of_work_its_hours(void **state)
{
	(void)state;
	for (int i = 0; i < 365; i++) {
		moment a = hours.begins + (moment)i * 1440 * MINUTE;
		struct date d = moment_date(a);
		int64_t whole = hours_of_day(hours_on(&table, d));

		assert_true(hours_between(&hours, a, a + 1440 * MINUTE) ==
			    (is_working(NULL, d) ? whole : 0));
	}
	assert_true(hours_of_day(&settled[0]) == 420 * MINUTE);
	assert_true(hours_of_day(&settled[1]) == 480 * MINUTE);
}

/* ------------------------------------------------------------- as settled */

static const struct office_hours *
read_hours(struct fixture *f, struct hours_table *t, struct date day)
{
	struct session *s = fixture_session(f, "clerk");
	struct error err = {0};

	assert_true(hours_table_read(s->store, s->office, &arena, t, &err));
	return hours_on(t, day);
}

static void
what_is_settled_holds_from_its_day_and_leaves_a_trace(void **state)
{
	static const struct date before = {2026, 3, 31}, then = {2026, 4, 1};
	struct hours_table t;
	struct fixture f;

	(void)state;
	fixture_register(&f);
	assert_int_equal(read_hours(&f, &t, then)->opens, 510);
	fixture_must(&f, NULL, "policy", "set", "office-opens", "7.30",
		     "--from", "2026-04-01", NULL);
	fixture_must(&f, NULL, "policy", "set", "lunch-counts", "1", "--from",
		     "2026-04-01", NULL);
	assert_int_equal(read_hours(&f, &t, before)->opens, 510);
	assert_false(read_hours(&f, &t, before)->counts_break);
	assert_int_equal(read_hours(&f, &t, then)->opens, 450);
	assert_true(read_hours(&f, &t, then)->counts_break);
	assert_int_equal(t.n, 2);
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM event e JOIN payload p "
			      "USING (office, seq) WHERE kind = 'policy.set' "
			      "AND p.body ->> 'since' = '2026-04-01' "
			      "AND p.body ->> 'was' IN (510, 0)"),
	    2);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
hours_out_of_their_order_are_refused(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	assert_true(fixture_refuses(&f, &RULE_REFUSED, NULL, "policy", "set",
				    "office-opens", "16.30", NULL));
	assert_true(fixture_refuses(&f, &RULE_REFUSED, NULL, "policy", "set",
				    "lunch-ends", "11:59", NULL));
	assert_true(fixture_refuses(&f, &REQUEST_WRONG, NULL, "policy", "set",
				    "office-opens", "early", NULL));
	assert_true(fixture_refuses(&f, &REQUEST_WRONG, NULL, "policy", "set",
				    "correct-days", "4", "--from", "2026-04-01",
				    NULL));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(office_time_is_as_the_table_says,
					    start, stop),
	    cmocka_unit_test_setup_teardown(
		times_that_meet_add_up_and_never_fall, start, stop),
	    cmocka_unit_test_setup_teardown(it_is_the_sum_of_its_minutes, start,
					    stop),
	    cmocka_unit_test_setup_teardown(
		a_day_off_has_none_and_a_day_of_work_its_hours, start, stop),
	    cmocka_unit_test_setup_teardown(
		what_is_settled_holds_from_its_day_and_leaves_a_trace, NULL,
		stop),
	    cmocka_unit_test(hours_out_of_their_order_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
