/* scan-test.c -- numbers in words, dates and times in running text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/mem.h"

#include "intake/pattern.h"
#include "intake/scan.h"

#include "tests/test.h"

static const struct {
	const char *words;
	long value; /* 0 = no number */
} numbers[] = {
    {"สาม", 3},
    {"สิบ", 10},
    {"สิบเอ็ด", 11},
    {"สิบห้า", 15},
    {"ยี่สิบ", 20},
    {"ยี่สิบเอ็ด", 21},
    {"สามสิบ", 30},
    {"เก้าสิบเก้า", 99},
    {"ร้อย", 100},
    {"หนึ่งร้อยยี่สิบ", 120},
    {"สองพันห้าร้อย", 2500},
    {"๑๕", 15},
    {"1๕", 15},
    {"วัน", 0},
    {"", 0},
};

static void
numbers_are_read_in_words_and_digits(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++) {
		long value = 0;
		size_t n = scan_number(numbers[i].words, &value);

		assert_int_equal(value, numbers[i].value);
		assert_int_equal(n, numbers[i].value ? strlen(numbers[i].words)
						     : 0);
	}
}

static void
a_date_ends_where_the_text_goes_on(void **state)
{
	static const char text[] = "๒๕ ๒๕ สิงหาคม ๒๕๖๕ และต่อไป";
	struct date d = {0};
	size_t n = scan_date(text, &d);

	(void)state;
	assert_int_equal(d.year, 2022);
	assert_int_equal(d.month, 8);
	assert_int_equal(d.day, 25);
	assert_string_equal(text + n + strspn(text + n, " "), "และต่อไป");
	assert_int_equal(scan_date("๒๐ / ๑.๕. / ๖๕", &d), 0);
	assert_int_equal(scan_date("1.8.ส.ค. 2565", &d), 0);
	assert_int_equal(scan_date("สวัสดี", &d), 0);
}

static void
a_time_has_hours_and_minutes(void **state)
{
	int hour, minute;

	(void)state;
	assert_true(scan_time("๑๐.๓๔ น.", &hour, &minute) > 0);
	assert_int_equal(hour * 100 + minute, 1034);
	assert_true(scan_time("14:00", &hour, &minute) > 0);
	assert_int_equal(scan_time("25.00", &hour, &minute), 0);
	assert_int_equal(scan_time("10.75", &hour, &minute), 0);
	assert_int_equal(scan_time(".....", &hour, &minute), 0);
}

static void
a_pattern_tries_every_alternative(void **state)
{
	struct caught c;

	(void)state;
	assert_int_equal(pattern_match("a[b|bc|]d", "abcd", &c), 4);
	assert_int_equal(pattern_match("a[b|bc|]d", "ad", &c), 2);
	assert_int_equal(pattern_match("a[b|bc|]d", "abe", &c), 0);
	assert_int_equal(pattern_match("a b", "a \t b", &c), 5);
	assert_int_equal(pattern_match("[%n |]x", "12 x", &c), 4);
	assert_int_equal(c.number[0], 12);
	/* What a failed alternative caught is forgotten. */
	assert_int_equal(pattern_match("[%ny|%nx]", "7x", &c), 2);
	assert_int_equal(c.n_numbers, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_are_read_in_words_and_digits),
	    cmocka_unit_test(a_date_ends_where_the_text_goes_on),
	    cmocka_unit_test(a_time_has_hours_and_minutes),
	    cmocka_unit_test(a_pattern_tries_every_alternative),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
