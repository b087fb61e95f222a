/* old-date.c -- days as they stand in the cells of an old register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/old-date.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

enum {
	/* Days of spreadsheets: 1927 to 2118, and the same years as Buddhist
	   ones, which a person typed as they are. */
	SERIAL_FROM = 10000,
	SERIAL_TO = 80000,
	SERIAL_BUDDHIST_FROM = 208000,
	SERIAL_BUDDHIST_TO = 278500,
};

static const int64_t microseconds_of_a_day = INT64_C(86400) * 1000000;

/* 1900-01-00, as they count: they hold 1900 for a leap year. */
static moment
serial_moment(double serial)
{
	moment zero = moment_at((struct date){1899, 12, 30}, 0, 0, 0);
	int64_t seconds = (int64_t)(serial * 86400 + 0.5);

	return zero + seconds * (microseconds_of_a_day / 86400);
}

static bool
is_serial(const char *s, moment *m)
{
	char *arabic = thai_digits_to_arabic(s);
	size_t n = strspn(arabic, "0123456789");
	bool is =
	    (n == 5 || n == 6) &&
	    (arabic[n] == '\0' ||
	     (arabic[n] == '.' &&
	      arabic[n + 1 + strspn(arabic + n + 1, "0123456789")] == '\0'));
	double serial = is ? strtod(arabic, NULL) : 0;
	struct date d;

	free(arabic);
	if (serial >= SERIAL_FROM && serial < SERIAL_TO) {
		*m = serial_moment(serial);
		return true;
	}
	if (serial < SERIAL_BUDDHIST_FROM || serial >= SERIAL_BUDDHIST_TO)
		return false;
	*m = serial_moment(serial);
	d = moment_date(*m);
	*m -= moment_at(d, 0, 0, 0);
	d.year -= BUDDHIST_ERA;
	*m += moment_at(d, 0, 0, 0);
	return true;
}

static bool
add_time(const char *time, moment *m, struct error *err)
{
	struct text t = {0};
	bool has_time, ok;

	text_add_iso_date(&t, moment_date(*m));
	text_printf(&t, " %s", time);
	ok = moment_parse(text_str(&t), m, &has_time, err);
	text_done(&t);
	return ok;
}

bool
old_moment(const char *s, const char *time, moment *m, struct error *err)
{
	bool has_time = false;

	if (!is_serial(s, m) && !moment_parse(s, m, &has_time, err))
		return false;
	return time == NULL || has_time || add_time(time, m, err);
}

/* The words of the form between the parts of the date are no part of it. */
bool
old_day_head(const char *s, struct date *d)
{
	static const char day[] = "วันที่", month[] = "เดือน";
	const char *at = strstr(s, day);
	struct text t = {0};
	struct error none = {0};
	const char *word;
	bool is;

	if (at == NULL)
		return false;
	text_add(&t, at + strlen(day));
	while ((word = strstr(text_str(&t), month)) != NULL)
		text_remove(&t, (size_t)(word - t.s), strlen(month));
	is = date_parse(text_str(&t), d, &none);
	text_done(&t);
	return is;
}
