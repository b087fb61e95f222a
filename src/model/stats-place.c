/* stats-place.c -- how long letters lie at posts and with divisions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "base/sample.h"

#include "model/hours.h"
#include "model/stats-parts.h"
#include "model/workday.h"

/* The stays of one place while they are gathered. */
struct gathered {
	struct sample calendar, office;
};

struct gathering {
	const struct stats_work *work;
	const struct hours *hours;
	struct stats_places *places;
	struct gathered *at; /* one for each place */
};

struct stay {
	const char *code;
	moment since, until; /* 0: not over */
};
static const struct field stay_fields[] = {
    FIELD(struct stay, code, FIELD_TEXT),
    FIELD(struct stay, since, FIELD_INT64),
    FIELD(struct stay, until, FIELD_INT64),
    {0}};
static const struct row_type stay_type = {sizeof(struct stay), stay_fields};

static void
keep_longest(struct stats_time *t, int64_t took)
{
	if (took > t->longest)
		t->longest = took;
}

static bool
stay_add(void *ctx, void *row, struct error *err)
{
	struct gathering *g = ctx;
	const struct stay *s = row;
	moment until = s->until > 0 ? s->until : g->work->wish->now;
	int64_t calendar = until - s->since,
		office = hours_between(g->hours, s->since, until);
	struct stats_places *p = g->places;
	size_t i = 0;

	(void)err;
	while (i < p->n && strcmp(p->at[i].code, s->code) != 0)
		i++;
	if (i == p->n)
		return true;
	keep_longest(&p->at[i].calendar, calendar);
	keep_longest(&p->at[i].office, office);
	if (s->until == 0) {
		p->at[i].n_open++;
		return true;
	}
	p->at[i].n++;
	sample_add(&g->at[i].calendar, calendar);
	sample_add(&g->at[i].office, office);
	return true;
}

static void
time_take(struct stats_time *t, struct sample *s)
{
	t->median = sample_median(s);
	t->ninetieth = sample_percentile(s, 90);
	sample_done(s);
}

static bool
places_begin(struct stats_work *w, enum query_id q, struct stats_places *p,
	     struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct stats_place, code, FIELD_TEXT),
	    FIELD(struct stats_place, name, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct stats_place),
					     fields};

	return query_rows(w->store, q, PARAMS(P_INT("office", w->wish->office)),
			  &type, w->arena, &p->at, &p->n, err);
}

static bool
gather(struct stats_work *w, const struct hours *h, enum query_id q,
       struct stats_places *p, struct error *err)
{
	struct gathering g = {.work = w, .hours = h, .places = p};
	bool ok;

	g.at = arena_array(w->arena, p->n + 1, sizeof(*g.at));
	ok = query_stream(w->store, q, STATS_PARAMS(w), &stay_type, stay_add,
			  &g, err);
	for (size_t i = 0; i < p->n; i++) {
		time_take(&p->at[i].calendar, &g.at[i].calendar);
		time_take(&p->at[i].office, &g.at[i].office);
	}
	return ok;
}

/* Places at which nothing lay, and that owe nothing, are left out. */
static void
places_end(struct stats_places *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		const struct stats_place *at = &p->at[i];

		if (at->n + at->n_open + at->reports > 0)
			p->at[n++] = *at;
	}
	p->n = n;
}

/* ---------------------------------------------------------------- reports */

struct report_row {
	const char *code; /* "": with no division */
	int reports, on_time, overdue;
};

static bool
report_add(void *ctx, void *row, struct error *err)
{
	struct stats *s = ctx;
	const struct report_row *r = row;

	(void)err;
	s->reports += r->reports;
	s->on_time += r->on_time;
	s->overdue += r->overdue;
	for (size_t i = 0; i < s->divisions.n; i++) {
		struct stats_place *p = &s->divisions.at[i];

		if (strcmp(p->code, r->code) != 0)
			continue;
		p->reports = r->reports;
		p->on_time = r->on_time;
		p->overdue = r->overdue;
	}
	return true;
}

static bool
reports_read(struct stats_work *w, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct report_row, code, FIELD_TEXT),
	    FIELD(struct report_row, reports, FIELD_INT),
	    FIELD(struct report_row, on_time, FIELD_INT),
	    FIELD(struct report_row, overdue, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct report_row), fields};

	return query_stream(
	    w->store, QUERY_STATS_REPORTS,
	    PARAMS(
		P_INT("office", w->wish->office),
		P_TEXT("first_day", date_iso(w->arena, w->wish->from)),
		P_TEXT("last_day", date_iso(w->arena, w->wish->to)),
		P_TEXT("today", date_iso(w->arena, moment_date(w->wish->now))),
		P_TEXT("division", w->wish->division)),
	    &type, report_add, w->stats, err);
}

/* ------------------------------------------------------------ the slowest */

struct about {
	const char *subject, *at_post_name, *division_names;
};

static bool
slow_read(struct stats_work *w, const struct hours *h, struct stats_letter *l,
	  struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct about, subject, FIELD_TEXT),
	    FIELD(struct about, at_post_name, FIELD_TEXT),
	    FIELD(struct about, division_names, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct about), fields};
	moment until = l->ended_at > 0 ? l->ended_at : w->wish->now;
	struct about about = {0};
	bool found;

	l->office = hours_between(h, l->came_at, until);
	if (!query_row(w->store, QUERY_STATS_LETTER,
		       PARAMS(P_INT("office", w->wish->office),
			      P_TEXT("book", l->book), P_INT("year", l->year),
			      P_INT("number", l->number)),
		       &type, w->arena, &about, &found, err))
		return false;
	l->subject = about.subject;
	if (l->ended_at == 0)
		l->where = about.at_post_name ? about.at_post_name
					      : about.division_names;
	return true;
}

/* ------------------------------------------------------------------ hours */

static bool
is_workday(const void *ctx, struct date day)
{
	return workday_is(ctx, day);
}

static bool
hours_read(struct stats_work *w, struct hours *h, struct error *err)
{
	struct hours_table table;
	struct holidays *days = arena_alloc(w->arena, sizeof(*days));

	if (!hours_table_read(w->store, w->wish->office, w->arena, &table,
			      err) ||
	    !holidays_read(w->store, w->wish->office, w->arena, days, err))
		return false;
	hours_make(&table, is_workday, days, w->wish->from,
		   moment_date(w->wish->now), w->arena, h);
	return true;
}

bool
stats_places_read(struct stats_work *w, struct error *err)
{
	struct stats *s = w->stats;
	struct hours h;

	if (!hours_read(w, &h, err) ||
	    !places_begin(w, QUERY_STATS_POSTS, &s->posts, err) ||
	    !places_begin(w, QUERY_STATS_DIVISIONS, &s->divisions, err) ||
	    !gather(w, &h, QUERY_STATS_STAYS, &s->posts, err) ||
	    !gather(w, &h, QUERY_STATS_TASKS, &s->divisions, err) ||
	    !reports_read(w, err))
		return false;
	for (size_t i = 0; i < s->divisions.n; i++)
		if (text_is_same(s->divisions.at[i].code, w->wish->division))
			s->division_name = s->divisions.at[i].name;
	places_end(&s->posts);
	places_end(&s->divisions);
	for (size_t i = 0; i < s->slowest.n; i++)
		if (!slow_read(w, &h, &s->slowest.at[i], err))
			return false;
	return true;
}
