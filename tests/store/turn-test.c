/* turn-test.c -- numbers begin at 1 when the register's year turns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "base/text.h"

#include "model/ledger.h"

#include "app/act.h"

#include "tests/fixture.h"
#include "tests/test.h"

static struct fixture f;

static int
start(void **state)
{
	(void)state;
	fixture_register(&f);
	/* These days lie far apart. */
	fixture_must(&f, NULL, "policy set", "clock-days", "800", NULL);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	setenv("TZ", "UTC", 1);
	tzset();
	fixture_done(&f);
	return 0;
}

static moment
bangkok(int year, int month, int day, int hour)
{
	return moment_at((struct date){year, month, day}, hour, 0, 0);
}

static void
receives_as(moment now, int year, int number)
{
	f.now = now;
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_int_equal(fixture_int(&f, "year"), year);
	assert_int_equal(fixture_int(&f, "number"), number);
}

/* Which year it tells of, and whether that has begun. */
static void
tells_of(int year, bool is_past)
{
	const json_t *turn = json_object_get(f.answer, "year_turn");

	assert_int_equal(json_integer_value(json_object_get(turn, "year")),
			 year);
	assert_int_equal(json_is_true(json_object_get(turn, "past")), is_past);
}

/* On a host in UTC the old year would go on for seven hours. */
static void
the_first_number_is_given_at_midnight_in_bangkok(void **state)
{
	static const char *const zones[] = {"UTC", "America/Los_Angeles",
					    "Asia/Tokyo"};
	const moment tenth = 100000;

	(void)state;
	for (int i = 0; i < (int)ARRAY_SIZE(zones); i++) {
		setenv("TZ", zones[i], 1);
		tzset();
		receives_as(bangkok(2027 + i, 1, 1, 0) - tenth, 2569 + i,
			    i == 0 ? 1 : 2);
		receives_as(bangkok(2027 + i, 1, 1, 0), 2570 + i, 1);
	}
	assert_true(fixture_is_clean(&f));
}

static void
the_turn_is_told_in_the_weeks_around_it(void **state)
{
	(void)state;
	receives_as(bangkok(2026, 12, 24, 9), 2569, 1);
	assert_null(json_object_get(f.answer, "year_turn"));
	receives_as(bangkok(2026, 12, 25, 9), 2569, 2);
	tells_of(2570, false);
	receives_as(bangkok(2027, 1, 1, 9), 2570, 1);
	tells_of(2570, true);
	receives_as(bangkok(2027, 1, 8, 9), 2570, 2);
	assert_null(json_object_get(f.answer, "year_turn"));
}

static void
the_office_settles_when_its_year_begins(void **state)
{
	(void)state;
	fixture_must(&f, NULL, "policy set", "year-month", "10", NULL);
	receives_as(bangkok(2026, 9, 30, 23), 2569, 1);
	receives_as(bangkok(2026, 10, 1, 0), 2570, 1);
	tells_of(2570, true);
	assert_true(fixture_refuses(&f, &RULE_REFUSED, NULL, "policy set",
				    "year-month", "1", NULL));
	fixture_must(&f, NULL, "policy set", "year-month", "1", "--year",
		     "2571", NULL);
	receives_as(bangkok(2027, 12, 31, 23), 2570, 2);
	receives_as(bangkok(2028, 1, 1, 0), 2571, 1);
	assert_true(fixture_is_clean(&f));
}

/* What was settled for a later year is of no year before. */
static void
a_book_of_its_own_begins_with_the_year(void **state)
{
	(void)state;
	receives_as(bangkok(2026, 12, 1, 9), 2569, 1);
	fixture_must(&f, NULL, "policy set", "book-circular", "own", "--year",
		     "2570", NULL);
	f.now = bangkok(2026, 12, 2, 9);
	fixture_must(&f, "clerk", "receive", "--ref", "กข 1/ว 1", NULL);
	assert_string_equal(fixture_text(&f, "book"), "receive");
	f.now = bangkok(2027, 1, 2, 9);
	fixture_must(&f, "clerk", "receive", "--ref", "กข 1/ว 2", NULL);
	assert_string_equal(fixture_text(&f, "book"), "circular");
	assert_int_equal(fixture_int(&f, "number"), 1);
	assert_true(fixture_is_clean(&f));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
	const struct CMUnitTest tests[] = {
	    TEST(the_first_number_is_given_at_midnight_in_bangkok),
	    TEST(the_turn_is_told_in_the_weeks_around_it),
	    TEST(the_office_settles_when_its_year_begins),
	    TEST(a_book_of_its_own_begins_with_the_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
