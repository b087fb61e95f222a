/* stats.c -- how many letters come, and how many are open, day by day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/stats.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#include "model/book.h"
#include "model/choices.h"
#include "model/stats-parts.h"
#include "model/year.h"

#define DAY ((int64_t)24 * 3600 * 1000000)

/* ------------------------------------------------------------------- days */

/* The last day that is counted. */
static struct date
last_day(const struct stats_wish *wish)
{
	struct date today = moment_date(wish->now);

	return date_compare(today, wish->to) < 0 ? today : wish->to;
}

static void
days_begin(struct stats_work *w)
{
	struct stats *s = w->stats;
	int n = date_days_between(s->from, last_day(w->wish)) + 1;

	s->n_days = n > 0 ? (size_t)n : 0;
	s->days = arena_array(w->arena, s->n_days + 1, sizeof(*s->days));
	for (size_t i = 0; i < s->n_days; i++)
		s->days[i].day = moment_date(w->from + (int64_t)i * DAY);
}

/* The day of a moment that is not before the period; NULL when it lies behind
   what is counted. */
static struct stats_day *
day_of(struct stats_work *w, moment m)
{
	int64_t i = (m - w->from) / DAY;

	return i < (int64_t)w->stats->n_days ? &w->stats->days[i] : NULL;
}

static void
count_end(struct stats_work *w, moment ended_at)
{
	struct stats_day *d = ended_at > 0 ? day_of(w, ended_at) : NULL;

	if (d != NULL)
		d->ended++;
}

static void
month_add(struct stats *s, const struct stats_day *d)
{
	struct stats_day *m =
	    s->n_months > 0 ? &s->months[s->n_months - 1] : NULL;

	if (m == NULL || m->day.month != d->day.month) {
		m = &s->months[s->n_months++];
		m->day = d->day;
	}
	m->came += d->came;
	m->sent += d->sent;
	m->ended += d->ended;
	m->open = d->open;
}

/* What is open goes on from day to day. */
static void
days_end(struct stats_work *w)
{
	struct stats *s = w->stats;
	int open = s->open_before;

	s->months = arena_array(w->arena, s->n_days + 1, sizeof(*s->months));
	s->all.day = s->from;
	s->all.open = open;
	for (size_t i = 0; i < s->n_days; i++) {
		struct stats_day *d = &s->days[i];

		open += d->came - w->gone[i] - d->ended;
		d->open = open;
		month_add(s, d);
		s->all.came += d->came;
		s->all.sent += d->sent;
		s->all.ended += d->ended;
		s->all.open = open;
	}
}

/* ---------------------------------------------------------------- letters */

struct letter_row {
	const char *book;
	int year, number;
	moment came_at, ended_at;
	bool is_gone;
	const char *urgency, *kind;
	bool is_secret;
};
static const struct field letter_fields[] = {
    FIELD(struct letter_row, book, FIELD_TEXT),
    FIELD(struct letter_row, year, FIELD_INT),
    FIELD(struct letter_row, number, FIELD_INT),
    FIELD(struct letter_row, came_at, FIELD_INT64),
    FIELD(struct letter_row, ended_at, FIELD_INT64),
    FIELD(struct letter_row, is_gone, FIELD_BOOL),
    FIELD(struct letter_row, urgency, FIELD_TEXT),
    FIELD(struct letter_row, kind, FIELD_TEXT),
    FIELD(struct letter_row, is_secret, FIELD_BOOL),
    {0}};
static const struct row_type letter_type = {sizeof(struct letter_row),
					    letter_fields};

static void
count_name(struct stats_names *names, const char *code)
{
	for (size_t i = 0; i < names->n; i++)
		if (text_is_same(names->at[i].code, code))
			names->at[i].n++;
}

static bool
is_incoming(const char *code)
{
	const struct book *b = book_find(code);

	return b != NULL && b->way == BOOK_IN;
}

/* A letter that is not through has taken all the time up to now. */
static void
slowest_try(struct stats_work *w, const struct letter_row *l)
{
	struct stats_letters *top = &w->stats->slowest;
	int64_t took =
	    (l->ended_at > 0 ? l->ended_at : w->wish->now) - l->came_at;
	size_t i = top->n;

	if (l->is_secret || l->is_gone)
		return;
	if (i == STATS_SLOWEST && took <= top->at[--i].calendar)
		return;
	for (; i > 0 && top->at[i - 1].calendar < took; i--)
		top->at[i] = top->at[i - 1];
	top->at[i] = (struct stats_letter){
	    .book = book_find(l->book)->code,
	    .year = l->year,
	    .number = l->number,
	    .came_at = l->came_at,
	    .ended_at = l->ended_at,
	    .calendar = took,
	};
	top->n += top->n < STATS_SLOWEST;
}

static bool
letter_count(void *ctx, void *row, struct error *err)
{
	struct stats_work *w = ctx;
	const struct letter_row *l = row;
	struct stats_day *d = day_of(w, l->came_at);

	(void)err;
	if (d == NULL)
		return true;
	if (!is_incoming(l->book)) {
		d->sent++;
		return true;
	}
	d->came++;
	w->stats->n_secret += l->is_secret;
	w->gone[d - w->stats->days] += l->is_gone;
	count_end(w, l->ended_at);
	if (!l->is_gone) {
		count_name(&w->stats->urgencies, l->urgency);
		count_name(&w->stats->kinds, l->kind);
	}
	slowest_try(w, l);
	return true;
}

struct carried_row {
	const char *book;
	moment came_at, ended_at;
};
static const struct field carried_fields[] = {
    FIELD(struct carried_row, book, FIELD_TEXT),
    FIELD(struct carried_row, came_at, FIELD_INT64),
    FIELD(struct carried_row, ended_at, FIELD_INT64),
    {0}};
static const struct row_type carried_type = {sizeof(struct carried_row),
					     carried_fields};

static bool
carried_count(void *ctx, void *row, struct error *err)
{
	struct stats_work *w = ctx;
	const struct carried_row *c = row;

	(void)err;
	if (is_incoming(c->book)) {
		w->stats->open_before++;
		count_end(w, c->ended_at);
	}
	return true;
}

/* One name for each choice, and for none of them first. */
static void
names_begin(struct stats_work *w, struct stats_names *names,
	    const struct choice *choices, bool has_none)
{
	size_t n = 0;

	while (choices[n].value != NULL)
		n++;
	names->at = arena_array(w->arena, n + 1, sizeof(*names->at));
	for (size_t i = 0; i < n; i++)
		names->at[names->n++] = (struct stats_named){
		    choices[i].value, _(choices[i].label), 0};
	if (has_none)
		names->at[names->n++] =
		    (struct stats_named){NULL, _("ordinary"), 0};
}

static bool
letters_read(struct stats_work *w, struct error *err)
{
	struct stats *s = w->stats;

	names_begin(w, &s->urgencies, letter_urgencies, true);
	names_begin(w, &s->kinds, letter_kinds, false);
	s->slowest.at =
	    arena_array(w->arena, STATS_SLOWEST, sizeof(*s->slowest.at));
	w->gone = arena_array(w->arena, s->n_days + 1, sizeof(*w->gone));
	return query_stream(w->store, QUERY_STATS_CARRIED, STATS_PARAMS(w),
			    &carried_type, carried_count, w, err) &&
	       query_stream(w->store, QUERY_STATS_LETTERS, STATS_PARAMS(w),
			    &letter_type, letter_count, w, err);
}

/* ---------------------------------------------------------------- senders */

static bool
senders_read(struct stats_work *w, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct stats_named, name, FIELD_TEXT),
	    FIELD(struct stats_named, n, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct stats_named),
					     fields};
	struct stats_names *s = &w->stats->senders;

	if (!query_rows(w->store, QUERY_STATS_SENDERS, STATS_PARAMS(w), &type,
			w->arena, &s->at, &s->n, err))
		return false;
	for (size_t i = 0; i < s->n; i++)
		s->at[i].code = s->at[i].name;
	return true;
}

/* ---------------------------------------------------------------- numbers */

static bool
books_read(struct stats_work *w, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct stats_book, book, FIELD_TEXT),
	    FIELD(struct stats_book, year, FIELD_INT),
	    FIELD(struct stats_book, given, FIELD_INT),
	    FIELD(struct stats_book, reserved, FIELD_INT),
	    FIELD(struct stats_book, voided, FIELD_INT),
	    FIELD(struct stats_book, cancelled, FIELD_INT),
	    FIELD(struct stats_book, lost, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct stats_book), fields};
	struct stats_books *b = &w->stats->books;
	struct year_months months;

	if (w->wish->division != NULL)
		return true;
	return year_months_read(w->store, w->wish->office, w->arena, &months,
				err) &&
	       query_rows(
		   w->store, QUERY_STATS_NUMBERS,
		   PARAMS(P_INT("office", w->wish->office),
			  P_TEXT("books", books_json(w->arena)),
			  P_INT("first_year", year_at(&months, w->from)),
			  P_INT("last_year", year_at(&months, w->until - 1))),
		   &type, w->arena, &b->at, &b->n, err);
}

bool
stats_read(struct store *st, const struct stats_wish *wish, struct arena *a,
	   struct stats *s, struct error *err)
{
	struct stats_work w = {
	    .store = st,
	    .wish = wish,
	    .arena = a,
	    .stats = s,
	    .from = moment_at(wish->from, 0, 0, 0),
	    .until = moment_at(wish->to, 0, 0, 0) + DAY,
	    .incoming = books_json_of(BOOK_IN, a),
	};

	*s = (struct stats){.from = wish->from, .to = wish->to};
	days_begin(&w);
	if (!letters_read(&w, err) || !senders_read(&w, err) ||
	    !books_read(&w, err) || !stats_places_read(&w, err))
		return false;
	days_end(&w);
	return true;
}

int64_t
stats_minutes(int64_t microseconds)
{
	return microseconds / (60 * 1000000);
}
