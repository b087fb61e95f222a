/* clock.c -- what the computer's clock read, and whether it can be believed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/clock.h"

bool
clock_reading_load(struct store *st, int64_t office, struct clock_reading *r,
		   struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct clock_reading, last, FIELD_INT64),
	    FIELD(struct clock_reading, read, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct clock_reading),
					     fields};
	struct arena a = {0};
	bool found;
	bool ok;

	*r = (struct clock_reading){0};
	ok = query_row(st, QUERY_CHAIN_READING, PARAMS(P_INT("office", office)),
		       &type, &a, r, &found, err);
	arena_done(&a);
	return ok;
}

enum clock_doubt
clock_doubt_of(const struct clock_reading *r, moment now, int days,
	       const struct year_months *years)
{
	const moment day = (moment)24 * 60 * 60 * 1000000;

	if (r->last == 0)
		return CLOCK_SOUND;
	if (now < r->read - CLOCK_SLACK)
		return CLOCK_BACK;
	if (year_at(years, now) > year_at(years, r->read) + 1)
		return CLOCK_YEARS;
	return now > r->read + days * day ? CLOCK_AHEAD : CLOCK_SOUND;
}
