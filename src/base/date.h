/* date.h -- days and moments, Buddhist years, Bangkok time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

/* The Buddhist year is the common year + 543 (since 1941). */
enum { BUDDHIST_ERA = 543 };
/* A year of four digits from here on is Buddhist, before it common. */
enum { BUDDHIST_FROM = 2400 };

struct date {
	int year;  /* common era; 0 means no date */
	int month; /* 1..12 */
	int day;   /* 1..31 */
};

/* Microseconds since 1970-01-01 UTC. */
typedef int64_t moment;

extern const struct error_kind DATE_INVALID; /* "date-invalid", 2 */

/* A day of the calendar, in the years 1..9999. */
bool date_is_valid(struct date d);
/* 28..31; month is 1..12. */
int date_month_days(int year, int month);
int date_compare(struct date a, struct date b);
/* Whole days from a to b; negative when b is earlier. */
int date_days_between(struct date a, struct date b);
/* So many days later; earlier where it is negative. */
struct date date_after(struct date d, int days);
/* 0 is Sunday. */
int date_weekday(struct date d);

/*
 * A date as a person writes it: "2026-01-15", "15/01/2569", "15 ม.ค. 69",
 * "๑๕ มกราคม พ.ศ. ๒๕๖๙", with or without วันที่ / ลงวันที่; months in full,
 * short, without dots, and the known slips (กรกฏาคม); Thai or Arabic digits.
 * Years: 4 digits >= 2400 are Buddhist, 1900..2399 common; 2 digits are
 * Buddhist 25xx.  ISO order (year first) is common era unless the year is
 * >= 2400.  Fails with DATE_INVALID, saying why ("April has 30 days").
 */
bool date_parse(const char *s, struct date *d, struct error *err) MUST_CHECK;
/* The same, and what leaves out the near: "15", "15/1", "15 ม.ค." are the last
   such day up to today, "150169" and "15012569" are written in one; วันนี้,
   เมื่อวาน, วานซืน, today, yesterday, and the name of a weekday. */
bool date_parse_near(const char *s, struct date today, struct date *d,
		     struct error *err) MUST_CHECK;
/* A date and a time of day in Bangkok: ISO 8601 ("2026-01-20T10:34:00+07:00",
   seconds and zone optional, 'T' or space) or Thai ("20 ม.ค. 69 10.34 น.").
   A date alone is midnight: *has_time tells.  24.00 is the next midnight. */
bool moment_parse(const char *s, moment *m, bool *has_time,
		  struct error *err) MUST_CHECK;
/* The same, and a time alone, which is of today, with or without a word for a
   day before it: "9.05", "เมื่อวาน 15.30 น.". */
bool moment_parse_near(const char *s, moment now, moment *m, bool *has_time,
		       struct error *err) MUST_CHECK;

/* Bangkok is UTC+7 all year, since 1920, whatever the host's zone. */
struct date moment_date(moment m);
void moment_time(moment m, int *hour, int *minute, int *second);
moment moment_at(struct date d, int hour, int minute, int second);
/* Buddhist year of the day in Bangkok: the year of the register. */
int moment_buddhist_year(moment m);

/* "2026-01-15"; "2026-01-20T10:34:00+07:00".  No date adds nothing, here and
   below. */
void text_add_iso_date(struct text *t, struct date d);
/* The same as text of its own; NULL when d is no day. */
const char *date_iso(struct arena *a, struct date d);
void text_add_iso_moment(struct text *t, moment m);

/* How a date is written for people: "15 ม.ค. 69" / "15 Jan 2569",
   "15 มกราคม 2569" / "15 January 2569"; the month in the language in force
   through gettext; digits as asked. */
enum date_style { DATE_SHORT, DATE_LONG };
void text_add_date(struct text *t, struct date d, enum date_style style,
		   bool thai_digits);
/* "ม.ค." / "Jan", "มกราคม" / "January"; month is 1..12. */
void text_add_month(struct text *t, int month, enum date_style style);
/* "มกราคม", whatever the language in force: for what is written on letters. */
const char *date_thai_month(int month);
/* "พ." / "Wed": a slip in the month shows in the day of the week. */
void text_add_weekday(struct text *t, struct date d);
/* "10.34 น." / "10:34". */
void text_add_time(struct text *t, moment m, bool thai_digits);
/* How long, whole units only: "5 min", "3 h", "2 d" in the language in force;
   nothing is shorter than "0 min". */
void text_add_span(struct text *t, int64_t microseconds, bool thai_digits);

#endif
