/* number-test.c -- registered numbers, counts and years as people type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/number.h"

#include "tests/test.h"

enum { THIS_YEAR = 2569 };

static void
a_registered_number_has_its_year_or_this_one(void **state)
{
	static const struct {
		const char *typed;
		int year, number;
	} rows[] = {
	    {"144", 2569, 144},     {"144/2568", 2568, 144},
	    {"0144/68", 2568, 144}, {"๑๔๔/๒๕๖๘", 2568, 144},
	    {" 7 ", 2569, 7},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		int year = 0, number = 0;
		struct error err = {0};

		assert_true(number_parse(rows[i].typed, THIS_YEAR, &year,
					 &number, &err));
		assert_int_equal(year, rows[i].year);
		assert_int_equal(number, rows[i].number);
	}
}

static void
a_count_is_whole_and_in_either_digits(void **state)
{
	int n = 0;

	(void)state;
	assert_true(number_whole("12", &n));
	assert_int_equal(n, 12);
	assert_true(number_whole(" ๑๒ ", &n));
	assert_int_equal(n, 12);
	assert_true(number_whole("999999999", &n));
	assert_int_equal(n, 999999999);
}

static void
what_is_no_count_is_refused(void **state)
{
	static const char *const wrong[] = {"",   "0",   "-1", "12/2569",
					    "1a", "1.5", "x",  "9999999999"};
	int n = 5;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++)
		assert_false(number_whole(wrong[i], &n));
	assert_int_equal(n, 5);
}

static void
a_year_of_two_digits_is_of_this_century(void **state)
{
	int year = 0;

	(void)state;
	assert_true(number_year("๖๘", &year));
	assert_int_equal(year, 2568);
	assert_true(number_year("2570", &year));
	assert_int_equal(year, 2570);
	assert_false(number_year("2026", &year));
	assert_false(number_year("", &year));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_registered_number_has_its_year_or_this_one),
	    cmocka_unit_test(a_count_is_whole_and_in_either_digits),
	    cmocka_unit_test(what_is_no_count_is_refused),
	    cmocka_unit_test(a_year_of_two_digits_is_of_this_century),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
