/* hours.c -- the hours of the office, and how much of a time lies in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/hours.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "model/policy.h"

#define MINUTE ((int64_t)60 * 1000000)
#define DAY (MINUTES_A_DAY * MINUTE)

/* -------------------------------------------------------- what is settled */

static struct office_hours
hours_of(const struct policies *p, struct date since)
{
	return (struct office_hours){
	    .since = since,
	    .opens = p->office_opens,
	    .closes = p->office_closes,
	    .breaks = p->lunch_begins,
	    .goes_on = p->lunch_ends,
	    .counts_break = p->lunch_counts != 0,
	};
}

struct settled {
	const char *name;
	struct date since;
	int value;
};
static const struct field settled_fields[] = {
    FIELD(struct settled, name, FIELD_TEXT),
    FIELD(struct settled, since, FIELD_DATE),
    FIELD(struct settled, value, FIELD_INT),
    {0}};
static const struct row_type settled_row = {sizeof(struct settled),
					    settled_fields};

/* What a newer program settles from a day on may be something else. */
static const struct policy *
settles_hours(const struct settled *s)
{
	const struct policy *p = policy_find(s->name);

	return p != NULL && p->is_dated ? p : NULL;
}

bool
hours_table_read(struct store *st, int64_t office, struct arena *a,
		 struct hours_table *t, struct error *err)
{
	struct policies p;
	struct settled *rows;
	size_t n;

	if (!query_rows(st, QUERY_HOURS_SETTLED,
			PARAMS(P_INT("office", office)), &settled_row, a, &rows,
			&n, err))
		return false;
	policies_usual(0, &p);
	t->at = arena_alloc(a, (n + 1) * sizeof *t->at);
	t->at[0] = hours_of(&p, (struct date){0});
	t->n = 1;
	for (size_t i = 0; i < n; i++) {
		const struct policy *which = settles_hours(&rows[i]);

		if (which == NULL)
			continue;
		policy_put(&p, which, rows[i].value);
		if (date_compare(t->at[t->n - 1].since, rows[i].since) != 0)
			t->n++;
		t->at[t->n - 1] = hours_of(&p, rows[i].since);
	}
	return true;
}

const struct office_hours *
hours_on(const struct hours_table *t, struct date day)
{
	size_t i = t->n - 1;

	while (i > 0 && date_compare(t->at[i].since, day) > 0)
		i--;
	return &t->at[i];
}

/* ------------------------------------------------------------ counting it */

struct hours_day {
	int64_t before;      /* office time of the span before this day */
	int64_t spans[2][2]; /* office time of it, since midnight: from, to */
};

static int64_t
inside(const int64_t span[2], int64_t since_midnight)
{
	if (since_midnight <= span[0] || span[1] <= span[0])
		return 0;
	return (since_midnight < span[1] ? since_midnight : span[1]) - span[0];
}

static void
day_open(struct hours_day *d, const struct office_hours *o)
{
	d->spans[0][0] = o->opens * MINUTE;
	d->spans[0][1] = o->closes * MINUTE;
	if (o->counts_break)
		return;
	d->spans[0][1] = o->breaks * MINUTE;
	d->spans[1][0] =
	    (o->goes_on > o->breaks ? o->goes_on : o->breaks) * MINUTE;
	d->spans[1][1] = o->closes * MINUTE;
}

static int64_t
day_until(const struct hours_day *d, int64_t since_midnight)
{
	return d->before + inside(d->spans[0], since_midnight) +
	       inside(d->spans[1], since_midnight);
}

int64_t
hours_of_day(const struct office_hours *o)
{
	struct hours_day d = {0};

	day_open(&d, o);
	return day_until(&d, DAY);
}

void
hours_make(const struct hours_table *t, hours_day_fn is_working,
	   const void *ctx, struct date first, struct date last,
	   struct arena *a, struct hours *h)
{
	int days = date_days_between(first, last);
	int64_t before = 0;

	h->begins = moment_at(first, 0, 0, 0);
	h->n = days < 0 ? 0 : (size_t)days + 1;
	h->days = arena_alloc(a, (h->n + 1) * sizeof *h->days);
	for (size_t i = 0; i < h->n; i++) {
		struct hours_day *d = &h->days[i];
		struct date day = moment_date(h->begins + (int64_t)i * DAY);

		*d = (struct hours_day){.before = before};
		if (is_working(ctx, day))
			day_open(d, hours_on(t, day));
		before = day_until(d, DAY);
	}
	h->days[h->n] = (struct hours_day){.before = before};
}

/* Office time from the beginning of the span up to a moment. */
static int64_t
time_until(const struct hours *h, moment m)
{
	int64_t at = m - h->begins;

	if (at <= 0)
		return 0;
	if (at / DAY >= (int64_t)h->n)
		return h->days[h->n].before;
	return day_until(&h->days[at / DAY], at % DAY);
}

int64_t
hours_between(const struct hours *h, moment from, moment to)
{
	return time_until(h, to) - time_until(h, from);
}
