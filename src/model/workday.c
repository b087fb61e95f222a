/* workday.c -- working days of the office: neither weekend nor holiday */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/workday.h"

enum { SUNDAY = 0, SATURDAY = 6 };

bool
holidays_read(struct store *st, int64_t office, struct arena *a,
	      struct holidays *h, struct error *err)
{
	(void)st;
	(void)office;
	(void)err;
	holidays_shipped(a, h);
	return true;
}

bool
workday_is(const struct holidays *h, struct date d)
{
	int weekday = date_weekday(d);

	return weekday != SUNDAY && weekday != SATURDAY && !holidays_find(h, d);
}

/* The next working day in one direction, 1 or -1. */
static struct date
step(const struct holidays *h, struct date d, int by)
{
	do
		d = date_after(d, by);
	while (!workday_is(h, d));
	return d;
}

struct date
workday_last(const struct holidays *h, struct date d)
{
	return workday_is(h, d) ? d : step(h, d, -1);
}

struct date
workday_next(const struct holidays *h, struct date d)
{
	return step(h, d, 1);
}

struct date
workday_add(const struct holidays *h, struct date d, int n)
{
	for (; n > 0; n--)
		d = step(h, d, 1);
	for (; n < 0; n++)
		d = step(h, d, -1);
	return d;
}

int
workdays_between(const struct holidays *h, struct date a, struct date b)
{
	int n = 0;

	if (date_compare(a, b) > 0)
		return -workdays_between(h, b, a);
	while (date_compare(a, b) < 0) {
		a = date_after(a, 1);
		n += workday_is(h, a);
	}
	return n;
}
