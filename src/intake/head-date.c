/* head-date.c -- the line of a head that is its date, or wants to be */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/head.h"
#include "intake/pattern.h"
#include "intake/scan.h"

/* "มกราคม ๒๕๖๙": the day is not filled in. */
static bool
lacks_day(const char *s)
{
	struct caught c;
	size_t n = pattern_match("[เดือน|] %m", s, &c);

	return n > 0 && s[n + strspn(s + n, " .")] == '\0';
}

/* "๓๑ กุมภาพันธ์ ๒๕๖๙": three words, the first a day, the last a year. */
static bool
has_day_and_year(const char *s)
{
	enum { DATE_BYTES = 80 };
	const char *last = strrchr(s, ' ');
	size_t spaces = 0, n;
	long value;
	int digits, year;

	for (const char *p = s; *p != '\0'; p++)
		spaces += *p == ' ' || *p == '\t';
	n = scan_digits(s, &value, &digits);
	if (n == 0 || digits > 2 || spaces > 3 || last == NULL ||
	    strlen(s) > DATE_BYTES)
		return false;
	n = scan_year(last + 1, &year);
	return n > 0 && last[1 + n] == '\0';
}

bool
is_likely_date(struct date d)
{
	enum { FIRST_YEAR = 1997 };

	return d.year >= FIRST_YEAR;
}

/* "ฒ มิถุนายน ๒๕๒ฒ": few words, one of them a month, and a digit; สำนักงาน ก.พ.
   is an office. */
static bool
has_month(const char *s)
{
	enum { WORDS = 4, DATE_BYTES = 80 };
	int month, words = 0;
	bool found = false, digit = false;

	if (strlen(s) > DATE_BYTES)
		return false;
	while (*s != '\0') {
		size_t n = scan_month(s, &month);

		found =
		    found || (n > 0 && strchr(" .", s[n]) != NULL && words > 0);
		words++;
		for (; *s != '\0' && strchr(" \t", *s) == NULL; s++)
			digit = digit || scan_digit(s, NULL) > 0;
		s += scan_space(s);
	}
	return found && digit && words <= WORDS;
}

bool
is_broken_date(const char *s)
{
	s += strspn(s, " \t._");
	s += scan_word(s, "วันที่");
	s += strspn(s, " \t._");
	return lacks_day(s) || has_day_and_year(s) || has_month(s);
}

/* A date alone, or with the time of day behind it. */
static bool
is_date_line(const char *s, struct date *d)
{
	size_t n;

	if (scan_is_date(s, d))
		return true;
	n = scan_date(s, d);
	return n > 0 && scan_word(s + n + scan_space(s + n), "เวลา") > 0;
}

bool
head_date(struct head *h, const char *s)
{
	struct date d;

	if (is_date_line(s, &d) && is_likely_date(d)) {
		if (h->l->dated_sure == FIELD_MISSING) {
			h->l->dated = d;
			h->l->dated_sure = FIELD_READ;
		}
		return true;
	}
	if (!is_date_line(s, &d) && !is_broken_date(s))
		return false;
	h->is_date_broken = true;
	return true;
}
