/* year.c -- the year of a register: when its numbers begin at 1 again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/year.h"

enum { NEAR_DAYS = 7 };

bool
year_months_read(struct store *st, int64_t office, struct arena *a,
		 struct year_months *m, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct year_month, year, FIELD_INT),
	    FIELD(struct year_month, month, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct year_month), fields};

	*m = (struct year_months){0};
	return query_rows(st, QUERY_YEAR_MONTHS,
			  PARAMS(P_INT("office", office)), &type, a, &m->at,
			  &m->n, err);
}

static int
month_of(const struct year_months *m, int year)
{
	int month = 1;

	for (size_t i = 0; i < m->n && m->at[i].year <= year; i++)
		month = m->at[i].month;
	return month;
}

/* A year that begins in another month begins in the calendar year before. */
static struct date
first_day(const struct year_months *m, int year)
{
	int month = month_of(m, year);

	return (struct date){year - BUDDHIST_ERA - (month > 1), month, 1};
}

int
year_at(const struct year_months *m, moment now)
{
	int next = moment_buddhist_year(now) + 1;

	return now >= year_begins(m, next) ? next : next - 1;
}

moment
year_begins(const struct year_months *m, int year)
{
	return moment_at(first_day(m, year), 0, 0, 0);
}

struct year_turn
year_turn_near(const struct year_months *m, moment now)
{
	struct date today = moment_date(now);
	int year = year_at(m, now);
	struct date first = first_day(m, year), next = first_day(m, year + 1);

	if (date_days_between(today, next) <= NEAR_DAYS)
		return (struct year_turn){year + 1, false, next};
	if (date_days_between(first, today) < NEAR_DAYS)
		return (struct year_turn){year, true, first};
	return (struct year_turn){0};
}
