/* keep-test.c -- which of two years' backups are still there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/mem.h"

#include "model/keep.h"

#include "tests/test.h"

static const struct keep_rules usual = {14, 8, 24};

/* Backups that lie in a folder, the newest first. */
enum { SHELF_MAX = 2000 };
static moment shelf[SHELF_MAX];
static size_t n_shelf;

static moment
evening(int year, int month, int day)
{
	return moment_at((struct date){year, month, day}, 19, 30, 0);
}

static void
put_on_shelf(moment at)
{
	memmove(shelf + 1, shelf, n_shelf * sizeof(*shelf));
	shelf[0] = at;
	n_shelf++;
}

static void
thin(const struct keep_rules *rules)
{
	bool kept[SHELF_MAX];
	size_t n = 0;

	keep_choose(shelf, n_shelf, rules, kept);
	for (size_t i = 0; i < n_shelf; i++)
		if (kept[i])
			shelf[n++] = shelf[i];
	n_shelf = n;
}

static bool
has(moment at)
{
	for (size_t i = 0; i < n_shelf; i++)
		if (shelf[i] == at)
			return true;
	return false;
}

/* One each evening for two years, thinned each time. */
static void
two_years(void)
{
	static const moment day = (moment)24 * 3600 * 1000000;
	moment at = evening(2025, 1, 1);

	n_shelf = 0;
	for (int i = 0; i < 730; i++, at += day) {
		put_on_shelf(at);
		thin(&usual);
		assert_true(has(at));
	}
}

static void
after_two_years_days_weeks_months_and_years_are_there(void **state)
{
	(void)state;
	two_years();
	assert_true(shelf[0] == evening(2026, 12, 31));
	for (int day = 18; day <= 31; day++)
		assert_true(has(evening(2026, 12, day)));
	assert_false(has(evening(2026, 12, 17)));
	/* Sundays, the last days of weeks. */
	assert_true(has(evening(2026, 12, 13)));
	assert_true(has(evening(2026, 11, 15)));
	assert_false(has(evening(2026, 11, 8)));
	/* Last days of months, back to the first of 24. */
	assert_true(has(evening(2026, 10, 31)));
	assert_true(has(evening(2026, 2, 28)));
	assert_true(has(evening(2025, 12, 31)));
	assert_true(has(evening(2025, 1, 31)));
	/* 14 days; 6 weeks before them; 22 months before those. */
	assert_in_range(n_shelf, 14 + 6 + 21, 14 + 6 + 24);
}

static void
the_last_of_each_year_stays_for_ever(void **state)
{
	(void)state;
	n_shelf = 0;
	for (int year = 1990; year < 2026; year++) {
		put_on_shelf(evening(year, 6, 1));
		put_on_shelf(evening(year, 12, 30));
		thin(&usual);
	}
	for (int year = 1990; year < 2026; year++)
		assert_true(has(evening(year, 12, 30)));
	assert_false(has(evening(1990, 6, 1)));
}

static void
when_none_are_made_any_more_none_goes(void **state)
{
	size_t before;

	(void)state;
	two_years();
	before = n_shelf;
	thin(&usual);
	assert_int_equal(n_shelf, before);
	put_on_shelf(evening(2036, 1, 1));
	thin(&usual);
	/* The oldest day, week and month go, for the one that came. */
	assert_in_range(n_shelf, before - 2, before + 1);
}

static void
of_one_day_the_last_is_kept(void **state)
{
	moment morning = moment_at((struct date){2026, 1, 5}, 8, 0, 0);
	moment noon = moment_at((struct date){2026, 1, 5}, 12, 0, 0);

	(void)state;
	n_shelf = 0;
	put_on_shelf(morning);
	put_on_shelf(noon);
	thin(&usual);
	assert_int_equal(n_shelf, 1);
	assert_true(has(noon));
}

/* 23.30 in London is the next day in Bangkok. */
static void
days_are_those_of_bangkok(void **state)
{
	moment at = moment_at((struct date){2026, 1, 5}, 0, 30, 0);
	moment before = moment_at((struct date){2026, 1, 4}, 23, 30, 0);

	(void)state;
	n_shelf = 0;
	put_on_shelf(before);
	put_on_shelf(at);
	thin(&usual);
	assert_int_equal(n_shelf, 2);
}

static void
the_newest_is_kept_whatever_the_rules(void **state)
{
	static const struct keep_rules none = {0, 0, 0};

	(void)state;
	two_years();
	thin(&none);
	assert_true(shelf[0] == evening(2026, 12, 31));
	assert_true(has(evening(2025, 12, 31)));
	assert_int_equal(n_shelf, 2);
	n_shelf = 0;
	thin(&none);
	assert_int_equal(n_shelf, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		after_two_years_days_weeks_months_and_years_are_there),
	    cmocka_unit_test(the_last_of_each_year_stays_for_ever),
	    cmocka_unit_test(when_none_are_made_any_more_none_goes),
	    cmocka_unit_test(of_one_day_the_last_is_kept),
	    cmocka_unit_test(days_are_those_of_bangkok),
	    cmocka_unit_test(the_newest_is_kept_whatever_the_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
