/* date-test.c -- days, moments, and how they are written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/date.h"

#include "tests/test.h"

#define SECOND INT64_C(1000000)
#define HOUR (3600 * SECOND)

struct day_case {
	struct date d;
	bool valid;
};

static const struct day_case days[] = {
    {{2026, 1, 31}, true},  {{2026, 4, 30}, true},  {{2026, 4, 31}, false},
    {{2026, 2, 28}, true},  {{2026, 2, 29}, false}, {{2024, 2, 29}, true},
    {{2000, 2, 29}, true},  {{1900, 2, 29}, false}, {{2026, 13, 1}, false},
    {{2026, 0, 1}, false},  {{2026, 1, 0}, false},  {{2026, 1, 32}, false},
    {{0, 1, 1}, false},     {{10000, 1, 1}, false}, {{-543, 1, 1}, false},
    {{9999, 12, 31}, true},
};

static void
only_days_of_the_calendar_are_valid(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(days); i++)
		assert_int_equal(date_is_valid(days[i].d), days[i].valid);
}

static void
dates_have_an_order_and_a_distance(void **state)
{
	struct date a = {2024, 2, 28}, b = {2024, 3, 1}, c = {2025, 2, 28};

	(void)state;
	assert_int_equal(date_compare(a, a), 0);
	assert_int_equal(date_compare(a, b), -1);
	assert_int_equal(date_compare(c, b), 1);
	assert_int_equal(date_days_between(a, b), 2);
	assert_int_equal(date_days_between(b, a), -2);
	assert_int_equal(date_days_between(a, c), 366);
	assert_int_equal(date_days_between((struct date){1970, 1, 1},
					   (struct date){2000, 3, 1}),
			 11017);
}

/* Each day of four centuries follows the one before. */
static void
every_day_has_its_moment_and_back(void **state)
{
	struct date d = {1799, 12, 31}, next;
	moment m = moment_at(d, 0, 0, 0);

	(void)state;
	for (int i = 0; i < 400 * 366; i++, d = next) {
		m += 24 * HOUR;
		next = moment_date(m);
		assert_true(date_is_valid(next));
		assert_int_equal(date_days_between(d, next), 1);
		assert_true(moment_at(next, 0, 0, 0) == m);
		assert_true(next.day == d.day + 1 ||
			    (next.day == 1 &&
			     d.day == date_month_days(d.year, d.month)));
	}
}

static void
the_day_turns_at_midnight_in_bangkok(void **state)
{
	/* 2026-01-01T00:00:00+07:00 */
	moment m = INT64_C(1767200400) * SECOND;
	int hour, minute, second;

	(void)state;
	assert_int_equal(moment_buddhist_year(m), 2569);
	assert_int_equal(moment_buddhist_year(m - 1), 2568);
	assert_int_equal(moment_date(m - 1).day, 31);
	moment_time(m - 1, &hour, &minute, &second);
	assert_int_equal(hour, 23);
	assert_int_equal(minute, 59);
	assert_int_equal(second, 59);
	assert_true(moment_at((struct date){2026, 1, 1}, 0, 0, 0) == m);
	/* before 1970 too */
	moment_time(-7 * HOUR - 1, &hour, &minute, &second);
	assert_int_equal(hour, 23);
	assert_int_equal(moment_date(-7 * HOUR - 1).year, 1969);
	assert_int_equal(moment_date(-7 * HOUR).year, 1970);
}

static void
assert_text(struct text *t, const char *s)
{
	assert_string_equal(text_str(t), s);
	text_done(t);
}

static void
dates_are_written_for_programs_and_people(void **state)
{
	struct date d = {2026, 1, 5}, none = {0};
	moment m = moment_at(d, 9, 3, 7);
	struct text t = {0};

	(void)state;
	text_add_iso_date(&t, d);
	assert_text(&t, "2026-01-05");
	text_add_iso_moment(&t, m);
	assert_text(&t, "2026-01-05T09:03:07+07:00");
	text_add_date(&t, d, DATE_SHORT, false);
	assert_text(&t, "5 Jan 2569");
	text_add_date(&t, d, DATE_LONG, true);
	assert_text(&t, "๕ January ๒๕๖๙");
	text_add_time(&t, m, false);
	assert_text(&t, "09:03");
	text_add_time(&t, m, true);
	assert_text(&t, "๐๙:๐๓");
	text_add_date(&t, none, DATE_LONG, false);
	text_add_iso_date(&t, none);
	assert_text(&t, "");
}

static void
every_month_has_its_names(void **state)
{
	struct text t = {0};

	(void)state;
	for (int month = 1; month <= 12; month++) {
		text_add_month(&t, month, DATE_SHORT);
		text_add(&t, " ");
	}
	assert_text(&t, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec ");
	text_add_month(&t, 12, DATE_LONG);
	assert_text(&t, "December");
}

struct span_case {
	int64_t span;
	const char *s;
};

static const struct span_case spans[] = {
    {-5 * SECOND, "0 min"}, {59 * SECOND, "0 min"},
    {60 * SECOND, "1 min"}, {HOUR - 1, "59 min"},
    {HOUR, "1 h"},          {24 * HOUR - 1, "23 h"},
    {24 * HOUR, "1 d"},     {400 * 24 * HOUR, "400 d"},
};

static void
spans_are_written_in_one_unit(void **state)
{
	struct text t = {0};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(spans); i++) {
		text_add_span(&t, spans[i].span, false);
		assert_text(&t, spans[i].s);
	}
	text_add_span(&t, 3 * HOUR, true);
	assert_text(&t, "๓ h");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_days_of_the_calendar_are_valid),
	    cmocka_unit_test(dates_have_an_order_and_a_distance),
	    cmocka_unit_test(every_day_has_its_moment_and_back),
	    cmocka_unit_test(the_day_turns_at_midnight_in_bangkok),
	    cmocka_unit_test(dates_are_written_for_programs_and_people),
	    cmocka_unit_test(every_month_has_its_names),
	    cmocka_unit_test(spans_are_written_in_one_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
