/* date-parse-test.c -- dates and times as people write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/date.h"

#include "tests/test.h"

/* What is read, or the sentence why not. */
struct date_case {
	const char *s, *iso;
};

/* clang-format off */
static const struct date_case dates[] = {
	{"2026-01-15", "2026-01-15"},
	{"2569-01-15", "2026-01-15"},
	{"2026/1/5", "2026-01-05"},
	{"15/01/2569", "2026-01-15"},
	{"15/01/2026", "2026-01-15"},
	{"15-1-69", "2026-01-15"},
	{"๑๕/๑/๖๙", "2026-01-15"},
	{"๑5.1.๒๕69", "2026-01-15"},
	{"15 1 69", "2026-01-15"},
	{"15 / 1 / 69", "2026-01-15"},
	{"  15  ม.ค.\u00a069\n", "2026-01-15"},
	{"15 ม.ค. 69", "2026-01-15"},
	{"15ม.ค.69", "2026-01-15"},
	{"15/ม.ค./69", "2026-01-15"},
	{"15 มค 69", "2026-01-15"},
	{"15 ม. ค. 69", "2026-01-15"},
	{"15 มี.ค. 69", "2026-03-15"},
	{"15 มีค. 69", "2026-03-15"},
	{"15 มิ.ย. 69", "2026-06-15"},
	{"15 มิย 69", "2026-06-15"},
	{"15 เม.ย. 69", "2026-04-15"},
	{"15 พ.ค. 69", "2026-05-15"},
	{"15 พ.ย. 69", "2026-11-15"},
	{"15 ก.พ. 69", "2026-02-15"},
	{"15 ก.ค. 69", "2026-07-15"},
	{"15 ก.ย. 69", "2026-09-15"},
	{"15 ส.ค. 69", "2026-08-15"},
	{"15 ต.ค. 69", "2026-10-15"},
	{"15 ธ.ค. 69", "2026-12-15"},
	{"๑๕ มกราคม พ.ศ. ๒๕๖๙", "2026-01-15"},
	{"๑๕ มกราคม พ.ศ.๒๕๖๙", "2026-01-15"},
	{"วันที่ ๑๕ เดือน มกราคม พุทธศักราช ๒๕๖๙", "2026-01-15"},
	{"วันพฤหัสบดีที่ 15 มกราคม 2569", "2026-01-15"},
	{"ลงวันที่ 15 มกราคม 2569", "2026-01-15"},
	{"ลงวันที่15มกราคม2569", "2026-01-15"},
	{"ลว. 15 ม.ค. 69", "2026-01-15"},
	{"ลว 15 ม.ค. 69", "2026-01-15"},
	{"ลง 15 ม.ค. 69", "2026-01-15"},
	{"15 กรกฏาคม 2569", "2026-07-15"},
	{"15 พฤษจิกายน 2569", "2026-11-15"},
	{"15 พฤษภาคม. 2569", "2026-05-15"},
	{"15 Jan 2026", "2026-01-15"},
	{"15 January 2569", "2026-01-15"},
	{"15 jan 69", "2026-01-15"},
	{"JAN 15, 2026", "2026-01-15"},
	{"15th of September 2026", "2026-09-15"},
	{"15 Sept. 2026", "2026-09-15"},
	{"Thursday, 15 January 2026", "2026-01-15"},
	{"15 มกราคม ค.ศ. 2026", "2026-01-15"},
	{"2026 Jan 15", "2026-01-15"},
	{"29 ก.พ. 67", "2024-02-29"},
	{"29 กุมภาพันธ์ 2543", "2000-02-29"},
	{"31 ธันวาคม 2399", "2399-12-31"},
	{"1 มกราคม 2400", "1857-01-01"},
	{"1 มกราคม 1900", "1900-01-01"},
	{"31 เมษายน 2569", "April has 30 days"},
	{"31/4/69", "April has 30 days"},
	{"32 ม.ค. 69", "January has 31 days"},
	{"202/1/15", "January has 31 days"},
	{"29 ก.พ. 69", "2569 is not a leap year: February has 28 days"},
	{"2026-02-29", "2026 is not a leap year: February has 28 days"},
	{"29 กุมภาพันธ์ 2443", "2443 is not a leap year: February has 28 days"},
	{"30 ก.พ. 69", "February has 28 days"},
	{"30 ก.พ. 67", "February has 29 days"},
	{"1/13/69", "there is no month 13"},
	{"1/0/69", "there is no month 0"},
	{"0/1/69", "there is no day 0"},
	{"15/1/069", "a year has 2 or 4 digits"},
	{"15/1/9", "a year has 2 or 4 digits"},
	{"15 ม.ค. 25690", "a year has 2 or 4 digits"},
	{"15 ม.ค. ค.ศ. 26", "a year has 2 or 4 digits"},
	{"15 ม.ค. 1899", "the year 1899 is too early"},
	{"0001-01-01", "the year 1 is too early"},
	{"15 ม.ค. พ.ศ. 2026", "2026 is not a Buddhist year"},
	{"15 ม.ค. ค.ศ. 2569", "2569 is not a year of the common era"},
	{"", "nothing is written"},
	{" \n", "nothing is written"},
	{"วันที่", "nothing is written"},
	{"15", "day, month and year are needed"},
	{"15012569", "day, month and year are needed"},
	{"15/1", "the year is missing"},
	{"15 ม.ค.", "the year is missing"},
	{"มกราคม 2569", "the day is missing"},
	{"15 พ.ศ. 2569", "the month is missing"},
	{"๒๕ ๒๕ สิงหาคม ๒๕๖๕", "day, month and year are needed"},
	{"ม.ค. ม.ค. 2569", "day, month and year are needed"},
	{"๒๐ / ๑.๕. / ๖๕", "a year has 2 or 4 digits"},
	{"15 มค.ค. 69", "\"ค. 69\" is not understood"},
	{"15 ม.ค. 69 บ่าย", "\"บ่าย\" is not understood"},
	{"15 ม.ค. 69 10.34 น.", "\"10.34 น.\" is not understood"},
	{"พรุ่งนี้", "\"พรุ่งนี้\" is not understood"},
	{"15 Janvier 2026", "\"vier 2026\" is not understood"},
	{"-15/1/69", "\"-15/1/69\" is not understood"},
	{"15//1/69", "\"/1/69\" is not understood"},
	{"9999999999/1/69", "\"9999999999/1/69\" is not understood"},
	{"15\xff/1/69", "\"<FF>/1/69\" is not understood"},
};
/* clang-format on */

static void
a_date_is_read_or_refused_with_the_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(dates); i++) {
		struct date d = {0};
		struct error err = {0};
		struct text t = {0};

		if (date_parse(dates[i].s, &d, &err)) {
			text_add_iso_date(&t, d);
		} else {
			assert_ptr_equal(err.kind, &DATE_INVALID);
			assert_int_equal(d.year, 0);
			text_add(&t, err.detail);
		}
		if (strcmp(text_str(&t), dates[i].iso) != 0)
			fail_msg("%s: %s", dates[i].s, text_str(&t));
		text_done(&t);
	}
}

/* On Tuesday, 20 January 2569. */
static const struct date tuesday = {2026, 1, 20};

/* clang-format off */
static const struct date_case near[] = {
	{"15", "2026-01-15"},
	{"๑๕", "2026-01-15"},
	{"20", "2026-01-20"},
	{"21", "2025-12-21"},
	{"31", "2025-12-31"},
	{"วันที่ 15", "2026-01-15"},
	{"15/1", "2026-01-15"},
	{"21/1", "2025-01-21"},
	{"15 มค", "2026-01-15"},
	{"15 ธ.ค.", "2025-12-15"},
	{"Dec 24", "2025-12-24"},
	{"29/2", "2024-02-29"},
	{"15/1/69", "2026-01-15"},
	{"15 มค 69", "2026-01-15"},
	{"21 ม.ค. 69", "2026-01-21"},
	{"150169", "2026-01-15"},
	{"15012569", "2026-01-15"},
	{"15012026", "2026-01-15"},
	{"วันนี้", "2026-01-20"},
	{"Today", "2026-01-20"},
	{"เมื่อวาน", "2026-01-19"},
	{"เมื่อวานนี้", "2026-01-19"},
	{"yesterday", "2026-01-19"},
	{"วานซืน", "2026-01-18"},
	{"วันอังคาร", "2026-01-20"},
	{"ศุกร์", "2026-01-16"},
	{"Wednesday", "2026-01-14"},
	{"0", "there is no day 0"},
	{"32", "there is no day 32"},
	{"31/4", "April has 30 days"},
	{"30/2", "February has 29 days"},
	{"15/13", "there is no month 13"},
	{"มกราคม", "day, month and year are needed"},
	{"ม.ค. 69", "the day is missing"},
	{"310469", "April has 30 days"},
	{"15169", "day, month and year are needed"},
	{"15 พ.ศ.", "day, month and year are needed"},
	{"15/1/", "2026-01-15"},
	{"พรุ่งนี้", "\"พรุ่งนี้\" is not understood"},
	{"เมื่อวาน 15", "\"เมื่อวาน 15\" is not understood"},
	{"", "nothing is written"},
};
/* clang-format on */

static void
a_short_date_is_the_last_such_day(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(near); i++) {
		struct date d = {0};
		struct error err = {0};
		struct text t = {0};

		if (date_parse_near(near[i].s, tuesday, &d, &err)) {
			assert_null(err.kind);
			text_add_iso_date(&t, d);
		} else {
			assert_ptr_equal(err.kind, &DATE_INVALID);
			text_add(&t, err.detail);
		}
		if (strcmp(text_str(&t), near[i].iso) != 0)
			fail_msg("%s: %s", near[i].s, text_str(&t));
		text_done(&t);
	}
}

struct moment_case {
	const char *s, *iso;
	bool has_time;
};

/* clang-format off */
static const struct moment_case moments[] = {
	{"2026-01-20T10:34:00+07:00", "2026-01-20T10:34:00+07:00", true},
	{"2026-01-20T10:34:56", "2026-01-20T10:34:56+07:00", true},
	{"2026-01-20T10:34", "2026-01-20T10:34:00+07:00", true},
	{"2026-01-20 10:34", "2026-01-20T10:34:00+07:00", true},
	{"2026-01-20T03:34:00Z", "2026-01-20T10:34:00+07:00", true},
	{"2026-01-19T22:34:00-0500", "2026-01-20T10:34:00+07:00", true},
	{"2026-01-20T12:34+09", "2026-01-20T10:34:00+07:00", true},
	{"2026-01-20T10:34:56.789+07:00", "2026-01-20T10:34:56+07:00", true},
	{"20 ม.ค. 69 10.34 น.", "2026-01-20T10:34:00+07:00", true},
	{"๒๐ ม.ค. ๖๙ เวลา ๑๐.๓๔ น.", "2026-01-20T10:34:00+07:00", true},
	{"20 ม.ค. 69, 9.05 นาฬิกา", "2026-01-20T09:05:00+07:00", true},
	{"20/1/2569 14:30 น.", "2026-01-20T14:30:00+07:00", true},
	{"20/1/2569 24.00 น.", "2026-01-21T00:00:00+07:00", true},
	{"20/1/2569 0.00", "2026-01-20T00:00:00+07:00", true},
	{"20/1/2569", "2026-01-20T00:00:00+07:00", false},
	{"31 เมษายน 2569 10.00 น.", "April has 30 days", false},
	{"20/1/2569 25:00", "a day has the times 00:00 to 24:00", false},
	{"20/1/2569 24:01", "a day has the times 00:00 to 24:00", false},
	{"20/1/2569 10:60", "there is no minute 60", false},
	{"20/1/2569 10:00:60", "there is no second 60", false},
	{"20/1/2569 10", "\"10\" is not understood", false},
	{"20/1/2569 10.5 น.", "\"10.5 น.\" is not understood", false},
	{"20/1/2569 10:345", "\"10:345\" is not understood", false},
	{"20/1/2569 เวลา", "\"\" is not understood", false},
	{"20/1/2569 บ่าย", "\"บ่าย\" is not understood", false},
	{"2026-01-20T10:34+15:00", "\"10:34+15:00\" is not understood", false},
	{"2026-01-20T10:34 น.ครึ่ง", "\"10:34 น.ครึ่ง\" is not understood", false},
};
/* clang-format on */

static const struct moment_case near_moments[] = {
    {"9.05", "2026-01-20T09:05:00+07:00", true},
    {"9:05 น.", "2026-01-20T09:05:00+07:00", true},
    {"เมื่อวาน 15.30 น.", "2026-01-19T15:30:00+07:00", true},
    {"today 8.00", "2026-01-20T08:00:00+07:00", true},
    {"เมื่อวาน", "2026-01-19T00:00:00+07:00", false},
    {"19/1/69 9.05", "2026-01-19T09:05:00+07:00", true},
    {"25.00", "the year is missing", false},
    {"", "nothing is written", false},
};

static void
a_time_alone_is_of_today(void **state)
{
	moment now = moment_at(tuesday, 10, 34, 0);

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(near_moments); i++) {
		moment m = 0;
		bool has_time = false;
		struct error err = {0};
		struct text t = {0};

		if (moment_parse_near(near_moments[i].s, now, &m, &has_time,
				      &err))
			text_add_iso_moment(&t, m);
		else
			text_add(&t, err.detail);
		if (strcmp(text_str(&t), near_moments[i].iso) != 0)
			fail_msg("%s: %s", near_moments[i].s, text_str(&t));
		assert_int_equal(has_time, near_moments[i].has_time);
		text_done(&t);
	}
}

static void
a_moment_is_a_date_with_or_without_a_time(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(moments); i++) {
		moment m = 0;
		bool has_time = false;
		struct error err = {0};
		struct text t = {0};

		if (moment_parse(moments[i].s, &m, &has_time, &err)) {
			text_add_iso_moment(&t, m);
		} else {
			assert_ptr_equal(err.kind, &DATE_INVALID);
			assert_true(m == 0);
			text_add(&t, err.detail);
		}
		if (strcmp(text_str(&t), moments[i].iso) != 0)
			fail_msg("%s: %s", moments[i].s, text_str(&t));
		assert_int_equal(has_time, moments[i].has_time);
		text_done(&t);
	}
}

static void
microseconds_are_kept(void **state)
{
	struct error err = {0};
	moment m;
	bool has_time;

	(void)state;
	assert_true(moment_parse("1970-01-01T07:00:01.0203045678", &m,
				 &has_time, &err));
	assert_true(m == 1020304);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_date_is_read_or_refused_with_the_reason),
	    cmocka_unit_test(a_short_date_is_the_last_such_day),
	    cmocka_unit_test(a_moment_is_a_date_with_or_without_a_time),
	    cmocka_unit_test(a_time_alone_is_of_today),
	    cmocka_unit_test(microseconds_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
