/* recur.h -- the days on which something recurs (RFC 5545) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_RECUR_H
#define BASE_RECUR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

/*
 * A rule is the RECUR of RFC 5545, 3.3.10, over days of the calendar:
 * "FREQ=MONTHLY;BYMONTHDAY=20;COUNT=4".  What needs a time of day or another
 * calendar (BYHOUR, FREQ=HOURLY, RSCALE) is refused.  libical counts the days;
 * no type of its own is seen here.
 *
 * The first day always is one and counts, on the rule or not, as RFC 5545 has
 * it of DTSTART: "the 20th, four times, the first on 5 February" is 5 and 20
 * February, 20 March, 20 April.  A day after UNTIL is none, the first neither;
 * an UNTIL with a time is its day in Bangkok.
 */
struct recur {
	const char *rule;  /* NULL: once, on the first day */
	struct date first; /* a valid day */
	/* How many periods before its day a report is about: 0 the one the day
	   lies in; 1 the one before, as where a month's is due on the 5th of
	   the next. */
	int back;
};

struct recur_day {
	int nth; /* from 1, counted from the first day */
	struct date on;
	/* The period it reports on, in Buddhist years: "2569-01", "2569",
	   "2568-10..12" for several months, the day itself ("2569-01-15") for
	   weeks and days, for what happens once, and where two would be called
	   the same. */
	const char *name;
};

extern const struct error_kind RECUR_INVALID; /* "recur-invalid", 2 */

/* Brings what counts them; everything below does so when it is called, but a
   process that shuts itself in has to do it before. */
bool recur_is_there(struct error *err) MUST_CHECK;

/* Is it a rule?  The detail says to a clerk what is wrong with it. */
bool recur_check(const char *rule, struct error *err) MUST_CHECK;
/* It ends by itself: COUNT or UNTIL.  NULL does. */
bool recur_has_end(const char *rule);

/* The days that lie in from..to, both included, by rising day; what they are
   called and counted as does not hang on the window. */
bool recur_days(const struct recur *r, struct date from, struct date to,
		struct arena *a, struct recur_day **days, size_t *n,
		struct error *err) MUST_CHECK;
/* For a rule without a first day: the first that the rule itself names on that
   day or after it; year 0 = none. */
bool recur_first(const char *rule, struct date from, struct date *first,
		 struct error *err) MUST_CHECK;

#endif
