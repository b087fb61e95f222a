/* keep.c -- which of many backups are kept, and which may go */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/keep.h"

#include <limits.h>
#include <stddef.h>

#include "base/mem.h"

/* Periods as numbers that differ from one to the next. */

static long
day_of(moment at)
{
	/* A Monday. */
	static const struct date before = {1900, 1, 1};

	return date_days_between(before, moment_date(at));
}

static long
week_of(moment at)
{
	return day_of(at) / 7;
}

static long
month_of(moment at)
{
	struct date d = moment_date(at);

	return 12L * d.year + d.month;
}

static long
year_of(moment at)
{
	return moment_date(at).year;
}

/* The newest of each of the last `most` periods that have one. */
static void
keep_newest(const moment *at, size_t n, long (*period)(moment), int most,
	    bool *kept)
{
	long last = LONG_MIN;

	for (size_t i = 0; i < n && most > 0; i++) {
		long now = period(at[i]);

		if (now == last)
			continue;
		last = now;
		kept[i] = true;
		most--;
	}
}

void
keep_choose(const moment *at, size_t n, const struct keep_rules *rules,
	    bool *kept)
{
	const struct {
		long (*period)(moment);
		int most;
	} each[] = {
	    {day_of, rules->days},
	    {week_of, rules->weeks},
	    {month_of, rules->months},
	    {year_of, INT_MAX},
	};

	for (size_t i = 0; i < n; i++)
		kept[i] = false;
	for (size_t k = 0; k < ARRAY_SIZE(each); k++)
		keep_newest(at, n, each[k].period, each[k].most, kept);
}
