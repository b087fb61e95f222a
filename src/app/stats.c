/* stats.c -- the statistics asked for: which period, and the answer as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/stats.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"
#include "model/office.h"
#include "model/year.h"

#include "app/json.h"
#include "app/looks.h"
#include "app/stats-sheet.h"

#define DAY ((int64_t)24 * 3600 * 1000000)

/* ------------------------------------------------------------- the period */

static void
set_year(const struct session *s, struct stats_wish *wish, int year)
{
	wish->from = moment_date(year_begins(&s->years, year));
	wish->to = moment_date(year_begins(&s->years, year + 1) - DAY);
}

static void
set_month(struct stats_wish *wish, int year, int month)
{
	year += month < 1 ? -1 : month > 12 ? 1 : 0;
	month += month < 1 ? 12 : month > 12 ? -12 : 0;
	wish->from = (struct date){year, month, 1};
	wish->to = (struct date){year, month, date_month_days(year, month)};
}

static int
year_of(const struct session *s, struct date d)
{
	return year_at(&s->years, moment_at(d, 12, 0, 0));
}

enum stats_span
stats_span_of(const struct session *s, const struct stats_wish *wish)
{
	struct stats_wish other = *wish;

	set_month(&other, wish->from.year, wish->from.month);
	if (date_compare(other.from, wish->from) == 0 &&
	    date_compare(other.to, wish->to) == 0)
		return STATS_MONTH;
	set_year(s, &other, year_of(s, wish->from));
	if (date_compare(other.from, wish->from) == 0 &&
	    date_compare(other.to, wish->to) == 0)
		return STATS_YEAR;
	return STATS_DAYS;
}

void
stats_set_span(const struct session *s, struct stats_wish *wish,
	       enum stats_span span, struct date day)
{
	if (span == STATS_YEAR)
		set_year(s, wish, year_of(s, day));
	else if (span == STATS_MONTH)
		set_month(wish, day.year, day.month);
}

static struct date
days_later(struct date d, int days)
{
	return moment_date(moment_at(d, 12, 0, 0) + days * DAY);
}

void
stats_move(const struct session *s, struct stats_wish *wish, int by)
{
	enum stats_span span = stats_span_of(s, wish);
	int days = date_days_between(wish->from, wish->to) + 1;

	if (span == STATS_YEAR)
		set_year(s, wish, year_of(s, wish->from) + by);
	else if (span == STATS_MONTH)
		set_month(wish, wish->from.year, wish->from.month + by);
	else {
		wish->from = days_later(wish->from, by * days);
		wish->to = days_later(wish->to, by * days);
	}
}

/* ---------------------------------------------------------------- options */

static bool
date_asked(struct session *s, const struct request *r, const char *option,
	   struct date *d, struct error *err)
{
	const char *given = request_value(r, option);

	return given == NULL ||
	       date_parse_near(given, session_today(s), d, err);
}

static bool
year_asked(struct session *s, const struct request *r, struct stats_wish *wish,
	   struct error *err)
{
	const char *given = request_value(r, "year");
	int year = session_year(s);

	if (given != NULL && !number_year(given, &year))
		return error_set(err, &REQUEST_WRONG,
				 _("%.60s is no year of a register"), given);
	if (given != NULL && (request_value(r, "from") != NULL ||
			      request_value(r, "to") != NULL))
		return error_set(err, &REQUEST_WRONG,
				 _("either a year, or from a day to a day"));
	set_year(s, wish, year);
	return true;
}

static bool
is_period(const struct stats_wish *wish, struct error *err)
{
	int days = date_days_between(wish->from, wish->to);

	if (days < 0)
		return error_set(err, &REQUEST_WRONG,
				 _("the last day comes before the first"));
	if (days > STATS_YEARS_MAX * 366)
		return error_set(err, &REQUEST_WRONG,
				 _("at most %s years at a time"),
				 DIGITS(STATS_YEARS_MAX));
	return true;
}

static bool
division_asked(struct session *s, const struct request *r, struct arena *a,
	       struct stats_wish *wish, struct error *err)
{
	const char *given = request_value(r, "division");
	struct division_list list;
	const struct division *d;

	wish->division = NULL;
	if (given == NULL)
		return true;
	if (!office_divisions(s->store, s->office, a, &list, err))
		return false;
	d = division_find(&list, given, err);
	if (d != NULL)
		wish->division = d->code;
	return d != NULL;
}

bool
stats_asked(struct session *s, const struct request *r, struct arena *a,
	    struct stats_wish *wish, struct error *err)
{
	*wish = (struct stats_wish){.office = s->office, .now = session_now(s)};
	if (!year_asked(s, r, wish, err))
		return false;
	if (request_value(r, "from") != NULL)
		wish->to = session_today(s);
	return date_asked(s, r, "from", &wish->from, err) &&
	       date_asked(s, r, "to", &wish->to, err) && is_period(wish, err) &&
	       division_asked(s, r, a, wish, err);
}

/* ----------------------------------------------------------------- answer */

static json_t *
day_json(const struct stats_day *d, const char *key, json_t *value)
{
	return json_pack("{s:o, s:i, s:i, s:i, s:i}", key, value, "came",
			 d->came, "sent", d->sent, "ended", d->ended, "open",
			 d->open);
}

static json_t *
days_json(const struct stats *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->n_days; i++)
		json_array_append_new(
		    list,
		    day_json(&s->days[i], "day", date_json(s->days[i].day)));
	return list;
}

static json_t *
months_json(const struct stats *s)
{
	json_t *list = json_array();

	for (size_t i = 0; i < s->n_months; i++)
		json_array_append_new(
		    list,
		    day_json(&s->months[i], "month",
			     json_sprintf("%04d-%02d", s->months[i].day.year,
					  s->months[i].day.month)));
	return list;
}

static json_t *
names_json(const struct stats_names *names)
{
	json_t *list = json_array();

	for (size_t i = 0; i < names->n; i++)
		json_array_append_new(list,
				      json_pack("{s:s?, s:s, s:i}", "code",
						names->at[i].code, "name",
						names->at[i].name, "letters",
						names->at[i].n));
	return list;
}

static json_t *
time_json(const struct stats_time *t)
{
	return json_pack("{s:I, s:I, s:I}", "median",
			 (json_int_t)stats_minutes(t->median), "ninetieth",
			 (json_int_t)stats_minutes(t->ninetieth), "longest",
			 (json_int_t)stats_minutes(t->longest));
}

static json_t *
place_json(const struct stats_place *p, bool has_reports)
{
	json_t *j =
	    json_pack("{s:s, s:s, s:i, s:i, s:o, s:o}", "code", p->code, "name",
		      p->name, "stays", p->n, "open", p->n_open, "calendar",
		      time_json(&p->calendar), "office", time_json(&p->office));

	if (has_reports) {
		json_object_set_new(j, "reports", json_integer(p->reports));
		json_object_set_new(j, "on_time", json_integer(p->on_time));
		json_object_set_new(j, "overdue", json_integer(p->overdue));
	}
	return j;
}

static json_t *
places_json(const struct stats_places *places, bool has_reports)
{
	json_t *list = json_array();

	for (size_t i = 0; i < places->n; i++)
		json_array_append_new(list,
				      place_json(&places->at[i], has_reports));
	return list;
}

static json_t *
slowest_json(const struct stats_letters *letters)
{
	json_t *list = json_array();

	for (size_t i = 0; i < letters->n; i++) {
		const struct stats_letter *l = &letters->at[i];

		json_array_append_new(
		    list,
		    json_pack("{s:s, s:i, s:i, s:o, s:o, s:o, s:o, s:I, s:I}",
			      "book", l->book, "year", l->year, "number",
			      l->number, "subject", text_json(l->subject),
			      "where", text_json(l->where), "came",
			      moment_json(l->came_at), "ended",
			      moment_json(l->ended_at), "calendar",
			      (json_int_t)stats_minutes(l->calendar), "office",
			      (json_int_t)stats_minutes(l->office)));
	}
	return list;
}

static json_t *
numbers_json(const struct stats_books *of)
{
	json_t *list = json_array();

	for (size_t i = 0; i < of->n; i++) {
		const struct stats_book *b = &of->at[i];

		json_array_append_new(
		    list,
		    json_pack("{s:s, s:i, s:i, s:i, s:i, s:i, s:i}", "book",
			      b->book, "year", b->year, "given", b->given,
			      "reserved", b->reserved, "void", b->voided,
			      "cancelled", b->cancelled, "lost", b->lost));
	}
	return list;
}

static json_t *
stats_json(const struct stats *s, moment now)
{
	json_t *j = json_pack(
	    "{s:o, s:o, s:o, s:o, s:i, s:i, s:i, s:i, s:i, s:i}", "from",
	    date_json(s->from), "to", date_json(s->to), "at", moment_json(now),
	    "division", text_json(s->division_name), "came", s->all.came,
	    "sent", s->all.sent, "ended", s->all.ended, "open", s->all.open,
	    "open_before", s->open_before, "secret", s->n_secret);

	json_object_set_new(j, "days", days_json(s));
	json_object_set_new(j, "months", months_json(s));
	json_object_set_new(j, "senders", names_json(&s->senders));
	json_object_set_new(j, "urgencies", names_json(&s->urgencies));
	json_object_set_new(j, "kinds", names_json(&s->kinds));
	json_object_set_new(j, "posts", places_json(&s->posts, false));
	json_object_set_new(j, "divisions", places_json(&s->divisions, true));
	json_object_set_new(j, "reports",
			    json_pack("{s:i, s:i, s:i}", "reports", s->reports,
				      "on_time", s->on_time, "overdue",
				      s->overdue));
	json_object_set_new(j, "slowest", slowest_json(&s->slowest));
	json_object_set_new(j, "numbers", numbers_json(&s->books));
	return j;
}

bool
stats_answer(struct session *s, const struct stats_wish *wish, json_t **answer,
	     struct error *err)
{
	struct arena a = {0};
	struct stats stats;
	bool ok = session_look_begin(s, err);

	if (ok) {
		ok = stats_read(s->store, wish, &a, &stats, err);
		session_look_end(s);
	}
	if (ok)
		*answer = stats_json(&stats, wish->now);
	arena_done(&a);
	return ok;
}

static bool
write_sheets(struct session *s, const struct request *r, json_t *answer,
	     struct error *err)
{
	static const char *const kinds[] = {"svg", "pdf"};
	bool ok = true;

	for (size_t i = 0; ok && i < ARRAY_SIZE(kinds); i++) {
		const char *path = request_value(r, kinds[i]);

		if (path == NULL)
			continue;
		ok = stats_sheet_write(s, answer, strcmp(kinds[i], "pdf") == 0,
				       path, err);
		if (ok)
			json_object_set_new(answer, "output",
					    json_string(path));
	}
	return ok;
}

bool
stats_look(struct session *s, const struct request *r, json_t **answer,
	   struct error *err)
{
	struct arena a = {0};
	struct stats_wish wish;
	bool ok = stats_asked(s, r, &a, &wish, err) &&
		  stats_answer(s, &wish, answer, err);

	arena_done(&a);
	if (!ok || write_sheets(s, r, *answer, err))
		return ok;
	json_decref(*answer);
	*answer = NULL;
	return false;
}
