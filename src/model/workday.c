/* workday.c -- working days of the office: neither weekend nor holiday */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/workday.h"

enum { SUNDAY = 0, SATURDAY = 6 };

/* From when to when the table is whole. */
static bool
read_bounds(struct store *st, int64_t office, struct arena *a,
	    struct holidays *h, struct error *err)
{
	/* clang-format off */
	static const struct field fields[] = {
	    {"first_day", FIELD_DATE, offsetof(struct holidays, from)},
	    {"last_day", FIELD_DATE, offsetof(struct holidays, to)},
	    FIELD(struct holidays, edition, FIELD_DATE),
	    {0}};
	/* clang-format on */
	static const struct row_type type = {sizeof(struct holidays), fields};
	struct holidays row = {0};
	bool found;

	if (!query_row(st, QUERY_HOLIDAY_TABLE, PARAMS(P_INT("office", office)),
		       &type, a, &row, &found, err))
		return false;
	h->from = row.from;
	h->to = row.to;
	h->edition = row.edition;
	return true;
}

bool
holidays_read(struct store *st, int64_t office, struct arena *a,
	      struct holidays *h, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct holiday, day, FIELD_DATE),
	    FIELD(struct holiday, kind, FIELD_TEXT),
	    FIELD(struct holiday, name, FIELD_TEXT),
	    FIELD(struct holiday, name_en, FIELD_TEXT),
	    FIELD(struct holiday, is_doubtful, FIELD_BOOL),
	    {0}};
	static const struct row_type type = {sizeof(struct holiday), fields};

	*h = (struct holidays){0};
	return query_rows(st, QUERY_HOLIDAYS, PARAMS(P_INT("office", office)),
			  &type, a, &h->at, &h->n, err) &&
	       read_bounds(st, office, a, h, err);
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
