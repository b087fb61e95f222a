/* pattern.h -- short patterns for the wordings of letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_PATTERN_H
#define INTAKE_PATTERN_H

#include <stddef.h>

#include "base/date.h"

/*
 * In a pattern
 *	a space	is any white space, or none
 *	[a|b|]	is a, or b, or nothing; no brackets inside
 *	%n	a number in digits or words
 *	%d	a date with its year
 *	%e	a day and month without a year
 *	%m	a month with its year
 *	%M	a month without its year
 *	%y	a year
 *	%w	a day of the week
 *	%t	a time of day
 * and everything else is itself.
 */
enum { CAUGHT_MAX = 4 };
struct caught {
	long number[CAUGHT_MAX];
	size_t n_numbers;
	struct date date; /* the last; day 0 for %m; year 0 for %e and %M */
	struct date dates[CAUGHT_MAX]; /* all of them; none beyond */
	size_t n_dates;
	int year;    /* common era */
	int weekday; /* 0 = Monday */
};

/* Bytes at the beginning of s that the pattern matches, 0 when it does not;
 *c is set then. */
size_t pattern_match(const char *pattern, const char *s, struct caught *c);

/* The first of n rows at `rows`, each `size` bytes and beginning with its
   const char *pattern, that matches, or NULL. */
const void *pattern_find(const void *rows, size_t n, size_t size, const char *s,
			 struct caught *c, size_t *length);

#endif
