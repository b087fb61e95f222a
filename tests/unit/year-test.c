/* year-test.c -- when the year of a register begins and turns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "model/year.h"

#include "tests/test.h"

static struct year_month fiscal[] = {{2571, 10}};
static struct year_month fiscal_and_back[] = {{2571, 10}, {2574, 1}};

static moment
at(int year, int month, int day, int hour)
{
	return moment_at((struct date){year - BUDDHIST_ERA, month, day}, hour,
			 0, 0);
}

/* 23:59:59.9 and 00:00 in Bangkok, wherever the host says it is. */
static void
the_year_turns_at_midnight_in_bangkok_in_any_zone(void **state)
{
	static const char *const zones[] = {
	    "UTC", "America/Los_Angeles", "Asia/Bangkok", "Pacific/Kiritimati"};
	static const struct year_months usual = {0};
	const moment tenth = 100000;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(zones); i++) {
		setenv("TZ", zones[i], 1);
		tzset();
		assert_int_equal(year_at(&usual, at(2570, 1, 1, 0) - tenth),
				 2569);
		assert_int_equal(year_at(&usual, at(2570, 1, 1, 0)), 2570);
		assert_true(year_begins(&usual, 2570) ==
			    INT64_C(1798736400) * 1000000);
	}
	setenv("TZ", "UTC", 1);
	tzset();
}

static void
another_month_names_the_year_after_its_end(void **state)
{
	const struct year_months m = {fiscal, 1};

	(void)state;
	assert_int_equal(year_at(&m, at(2570, 9, 30, 23)), 2570);
	assert_int_equal(year_at(&m, at(2570, 10, 1, 0)), 2571);
	assert_int_equal(year_at(&m, at(2571, 9, 30, 23)), 2571);
	assert_int_equal(year_at(&m, at(2571, 10, 1, 0)), 2572);
	assert_true(year_begins(&m, 2571) == at(2570, 10, 1, 0));
	/* Before it was settled years began in January. */
	assert_int_equal(year_at(&m, at(2569, 10, 1, 0)), 2569);
	assert_int_equal(year_at(&m, at(2570, 1, 1, 0)), 2570);
}

static void
every_moment_is_of_the_year_that_began_before_it(void **state)
{
	const struct year_months m = {fiscal_and_back, 2};
	const moment hours = (moment)7 * 3600 * 1000000;

	(void)state;
	for (moment now = at(2568, 1, 1, 0); now < at(2577, 1, 1, 0);
	     now += hours) {
		int year = year_at(&m, now);

		assert_true(year_begins(&m, year) <= now);
		assert_true(now < year_begins(&m, year + 1));
	}
}

static void
a_turn_is_near_for_a_week_before_and_after(void **state)
{
	static const struct {
		int year, month, day;
		int turns_to;
		bool is_past;
	} rows[] = {
	    {2569, 12, 24, 0, false},    {2569, 12, 25, 2570, false},
	    {2569, 12, 31, 2570, false}, {2570, 1, 1, 2570, true},
	    {2570, 1, 7, 2570, true},    {2570, 1, 8, 0, false},
	};
	static const struct year_months usual = {0};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct year_turn turn = year_turn_near(
		    &usual, at(rows[i].year, rows[i].month, rows[i].day, 12));

		assert_int_equal(turn.year, rows[i].turns_to);
		assert_int_equal(turn.is_past, rows[i].is_past);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_year_turns_at_midnight_in_bangkok_in_any_zone),
	    cmocka_unit_test(another_month_names_the_year_after_its_end),
	    cmocka_unit_test(every_moment_is_of_the_year_that_began_before_it),
	    cmocka_unit_test(a_turn_is_near_for_a_week_before_and_after),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
