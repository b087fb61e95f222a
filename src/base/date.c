/* date.c -- days and moments, Buddhist years, Bangkok time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/date.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#define SECOND INT64_C(1000000)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define BANGKOK (7 * HOUR)

/* Indexed by enum date_style. */
static const char *const month_names[] = {
    /* TRANSLATORS: the twelve months in short, between single spaces. */
    [DATE_SHORT] = N_("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    /* TRANSLATORS: the twelve months in full, between single spaces. */
    [DATE_LONG] = N_("January February March April May June July August "
		     "September October November December"),
};

static const char *const date_forms[] = {
    /* TRANSLATORS: d day, m short month, Y Buddhist year, y its last two
       digits; the rest is as written. */
    [DATE_SHORT] = N_("d m Y"),
    /* TRANSLATORS: d day, M month in full, Y Buddhist year. */
    [DATE_LONG] = N_("d M Y"),
};

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
date_month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};

	if (month < 1 || month > 12)
		bug("month %d", month);
	return days[month - 1] + (month == 2 && is_leap(year));
}

bool
date_is_valid(struct date d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 &&
	       d.day >= 1 && d.day <= date_month_days(d.year, d.month);
}

int
date_compare(struct date a, struct date b)
{
	int diff = a.year - b.year;

	if (diff == 0)
		diff = a.month - b.month;
	if (diff == 0)
		diff = a.day - b.day;
	return (diff > 0) - (diff < 0);
}

/*
 * Days since 1970-01-01 and back, by eras of 400 years that begin on 1 March
 * (H. Hinnant, chrono-Compatible Low-Level Date Algorithms).
 */
static int64_t
days_of(struct date d)
{
	int64_t year = d.year - (d.month <= 2);
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * ((d.month + 9) % 12) + 2) / 5 + d.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - 719468;
}

static struct date
date_of_days(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t day = z - era * 146097;
	int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	int64_t of_year = day - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153;
	struct date d = {
	    .year = (int)(year + era * 400 + (month >= 10)),
	    .month = (int)(month < 10 ? month + 3 : month - 9),
	    .day = (int)(of_year - (153 * month + 2) / 5 + 1),
	};

	return d;
}

int
date_days_between(struct date a, struct date b)
{
	return (int)(days_of(b) - days_of(a));
}

struct date
date_after(struct date d, int days)
{
	return date_of_days(days_of(d) + days);
}

/* Divides towards the past, so that moments before 1970 have their day. */
static int64_t
floor_div(int64_t n, int64_t by)
{
	return n / by - (n % by < 0);
}

struct date
moment_date(moment m)
{
	return date_of_days(floor_div(m + BANGKOK, DAY));
}

void
moment_time(moment m, int *hour, int *minute, int *second)
{
	int64_t of_day = m + BANGKOK - floor_div(m + BANGKOK, DAY) * DAY;

	*hour = (int)(of_day / HOUR);
	*minute = (int)(of_day % HOUR / MINUTE);
	*second = (int)(of_day % MINUTE / SECOND);
}

moment
moment_at(struct date d, int hour, int minute, int second)
{
	return days_of(d) * DAY + hour * HOUR + minute * MINUTE +
	       second * SECOND - BANGKOK;
}

int
moment_buddhist_year(moment m)
{
	return moment_date(m).year + BUDDHIST_ERA;
}

void
text_add_iso_date(struct text *t, struct date d)
{
	if (d.year != 0)
		text_printf(t, "%04d-%02d-%02d", d.year, d.month, d.day);
}

const char *
date_iso(struct arena *a, struct date d)
{
	struct text t = {0};
	const char *iso;

	if (d.year == 0)
		return NULL;
	text_add_iso_date(&t, d);
	iso = arena_strdup(a, t.s);
	text_done(&t);
	return iso;
}

void
text_add_iso_moment(struct text *t, moment m)
{
	int hour, minute, second;

	moment_time(m, &hour, &minute, &second);
	text_add_iso_date(t, moment_date(m));
	text_printf(t, "T%02d:%02d:%02d+07:00", hour, minute, second);
}

static const char *const weekdays[] = {N_("Sun"), N_("Mon"), N_("Tue"),
				       N_("Wed"), N_("Thu"), N_("Fri"),
				       N_("Sat")};

void
text_add_weekday(struct text *t, struct date d)
{
	text_add(t, _(weekdays[date_weekday(d)]));
}

void
text_add_month(struct text *t, int month, enum date_style style)
{
	const char *s = _(month_names[style]);

	if (month < 1 || month > 12)
		bug("month %d", month);
	while (--month > 0) {
		s += strcspn(s, " ");
		s += *s == ' ';
	}
	text_add_n(t, s, strcspn(s, " "));
}

/* Adds s with the digits asked for, and empties it. */
static void
add_with_digits(struct text *t, struct text *s, bool thai_digits)
{
	char *thai;

	if (thai_digits) {
		thai = thai_digits_to_thai(text_str(s));
		text_add(t, thai);
		free(thai);
	} else {
		text_add(t, text_str(s));
	}
	text_done(s);
}

void
text_add_date(struct text *t, struct date d, enum date_style style,
	      bool thai_digits)
{
	struct text s = {0};
	int year = d.year + BUDDHIST_ERA;

	if (d.year == 0)
		return;
	for (const char *f = _(date_forms[style]); *f; f++) {
		if (*f == 'd')
			text_add_number(&s, d.day, false);
		else if (*f == 'm')
			text_add_month(&s, d.month, DATE_SHORT);
		else if (*f == 'M')
			text_add_month(&s, d.month, DATE_LONG);
		else if (*f == 'Y')
			text_add_number(&s, year, false);
		else if (*f == 'y')
			text_printf(&s, "%02d", year % 100);
		else
			text_add_n(&s, f, 1);
	}
	add_with_digits(t, &s, thai_digits);
}

void
text_add_time(struct text *t, moment m, bool thai_digits)
{
	struct text s = {0};
	int hour, minute, second;

	moment_time(m, &hour, &minute, &second);
	/* TRANSLATORS: hour and minute of the day. */
	text_printf(&s, _("%02d:%02d"), hour, minute);
	add_with_digits(t, &s, thai_digits);
}

void
text_add_span(struct text *t, int64_t microseconds, bool thai_digits)
{
	struct text s = {0};

	if (microseconds < 0)
		microseconds = 0;
	if (microseconds >= DAY)
		text_printf(&s, _("%ld d"), (long)(microseconds / DAY));
	else if (microseconds >= HOUR)
		text_printf(&s, _("%ld h"), (long)(microseconds / HOUR));
	else
		text_printf(&s, _("%ld min"), (long)(microseconds / MINUTE));
	add_with_digits(t, &s, thai_digits);
}
