/* date-fuzz.c -- any day, any words for it: there and back, in both eras */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/thai.h"

#include "tests/fuzz/fuzz.h"

/* Two digits are years of this century of the Buddhist era, four below 2400
   common ones. */
enum {
	SHORT_FROM = 2500 - BUDDHIST_ERA,
	SHORT_TO = 2599 - BUDDHIST_ERA,
	COMMON_FROM = 1900,
	COMMON_TO = 2399,
	FOUR_TO = 9999 - BUDDHIST_ERA,
};

static void
check_written(const char *s, struct date d)
{
	struct error err = {0};
	struct date again;

	if (!date_parse(s, &again, &err))
		bug("%s is not read again: %s", s, err.detail);
	if (date_compare(d, again) != 0)
		bug("%s is another day", s);
}

/* Each way a day is written, in both digits. */
static void
check_ways(struct date d)
{
	struct text t = {0};

	for (int thai = 0; thai < 2; thai++) {
		text_clear(&t);
		text_add_date(&t, d, DATE_LONG, thai != 0);
		if (d.year >= COMMON_FROM && d.year <= FOUR_TO)
			check_written(t.s, d);
		text_clear(&t);
		text_add_date(&t, d, DATE_SHORT, thai != 0);
		if (d.year >= SHORT_FROM && d.year <= SHORT_TO)
			check_written(t.s, d);
	}
	text_clear(&t);
	text_add_iso_date(&t, d);
	if (d.year >= COMMON_FROM && d.year <= COMMON_TO)
		check_written(t.s, d);
	text_done(&t);
}

/* By the rule of the calendar, not by the table of the program. */
static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static void
check_year(int year)
{
	struct date last = {year, 12, 31}, first = {year + 1, 1, 1};
	struct date leap = {year, 2, 29};
	moment turn;

	if (year < 1 || year >= 9999)
		return;
	turn = moment_at(first, 0, 0, 0);
	if (date_is_valid(leap) != is_leap(year) ||
	    date_days_between((struct date){year, 1, 1}, first) !=
		365 + is_leap(year))
		bug("%d has another length", year);
	if (date_compare(date_after(last, 1), first) != 0 ||
	    moment_buddhist_year(turn) != year + 1 + BUDDHIST_ERA ||
	    moment_buddhist_year(turn - 1) != year + BUDDHIST_ERA)
		bug("%d does not turn at midnight", year);
}

static void
check_day(struct date d, int days)
{
	struct date then;

	check_ways(d);
	check_year(d.year);
	if (d.year < 100 || d.year > 9000)
		return;
	then = date_after(d, days);
	if (!date_is_valid(then) || date_days_between(d, then) != days ||
	    date_compare(date_after(then, -days), d) != 0 ||
	    (date_weekday(d) + days % 7 + 7) % 7 != date_weekday(then))
		bug("%d days are not %d days", days, days);
}

static void
check_moment(const char *s, moment now)
{
	struct error err = {0};
	moment m, again;
	bool has_time;
	struct text t = {0};

	if (moment_parse_near(s, now, &m, &has_time, &err)) {
		struct date d = moment_date(m);

		text_add_iso_moment(&t, m);
		if (d.year >= COMMON_FROM && d.year <= COMMON_TO &&
		    (!moment_parse(t.s, &again, &has_time, &err) || again != m))
			bug("%s became %s", s, t.s);
	}
	text_done(&t);
}

/* Thai digits mean what Arabic ones do. */
static void
check_digits(const char *s, struct date d)
{
	char *thai = thai_digits_to_thai(s);
	char *arabic = thai_digits_to_arabic(thai);

	check_written(thai, d);
	check_written(arabic, d);
	free(thai);
	free(arabic);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct date today = {2026, 1, 20};
	struct input in = {data, n};
	struct arena a = {0};
	struct error err = {0};
	struct date d = {.year = 1 + (int)(input_number(&in) % 9998)};
	int days = (int)(input_number(&in) % 20000) - 10000;
	const char *s;

	d.month = 1 + input_byte(&in) % 12;
	d.day = 1 + input_byte(&in) % date_month_days(d.year, d.month);
	s = input_utf8(&in, &a);
	check_day(d, days);
	if (date_parse(s, &d, &err)) {
		if (!date_is_valid(d))
			bug("%s is no day", s);
		check_digits(s, d);
		check_ways(d);
	}
	if (date_parse_near(s, today, &d, &err) && !date_is_valid(d))
		bug("%s is no day", s);
	check_moment(s, moment_at(today, 10, 34, 0));
	arena_done(&a);
	return 0;
}
