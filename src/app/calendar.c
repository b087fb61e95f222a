/* calendar.c -- a month with its holidays, and what is due on each day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/office.h"

#include "app/holiday.h"
#include "app/json.h"

const char *const duty_mark_signs[DUTY_MARKS] = {"!", "●", "✓", "–"};

const struct choice duty_marks[DUTY_MARKS + 1] = {
    {"overdue", NULL, N_("overdue")},
    {"open", NULL, N_("open")},
    {"done", NULL, N_("done")},
    {"waived", NULL, N_("waived")},
    {0}};

int
calendar_duties(const struct calendar_day *d)
{
	int all = 0;

	for (int i = 0; i < DUTY_MARKS; i++)
		all += d->n[i];
	return all;
}

void
text_add_marks(struct text *t, const int n[DUTY_MARKS], bool thai_digits)
{
	const char *between = "";

	for (int i = 0; i < DUTY_MARKS; i++) {
		char number[16], *shown;

		if (n[i] == 0)
			continue;
		snprintf(number, sizeof(number), "%d", n[i]);
		shown = thai_digits ? thai_digits_to_thai(number) : NULL;
		text_printf(t, "%s%s%s", between, duty_mark_signs[i],
			    shown ? shown : number);
		free(shown);
		between = " ";
	}
}

/* As its first day is written, in each way that there is. */
bool
calendar_month_parse(const char *word, struct date today, struct date *d,
		     struct error *err)
{
	static const char *const forms[] = {"1 %s", "%s-01", "1/%s"};
	struct error none = {0};

	*d = (struct date){today.year, today.month, 1};
	if (text_is_blank(word))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++) {
		struct text t = {0};
		const char *at = strstr(forms[i], "%s");
		bool ok;

		text_add_n(&t, forms[i], (size_t)(at - forms[i]));
		text_add(&t, word);
		text_add(&t, at + 2);
		ok = date_parse(t.s, d, &none);
		text_done(&t);
		if (ok && d->day == 1)
			return true;
	}
	return error_set(err, &REQUEST_WRONG,
			 _("a month is written as ก.พ. 2569 or 2569-02, not "
			   "%.60s"),
			 word);
}

static bool
read_duties(struct session *s, bool mine, struct arena *a,
	    struct calendar_month *m, struct error *err)
{
	struct actor *actor = arena_alloc(a, sizeof(*actor));
	struct viewer by = {s->office, actor, m->today};
	struct duty_day_scope scope = {
	    .from = m->at[0].day,
	    .to = m->at[m->n - 1].day,
	};
	struct post_list posts;

	if (!session_actor(s, a, actor, err) ||
	    !office_posts(s->store, s->office, session_now(s), a, &posts, err))
		return false;
	if (mine)
		scope.posts = actor->held;
	scope.clerk = post_first(&posts) ? post_first(&posts)->code : NULL;
	return duty_days(s->store, &by, &scope, a, &m->duties, err);
}

static void
put_days(struct calendar_month *m)
{
	m->n = date_month_days(m->year, m->month);
	for (int i = 0; i < m->n; i++)
		m->at[i].day = (struct date){m->year, m->month, i + 1};
}

static void
fill_days(struct calendar_month *m)
{
	for (int i = 0; i < m->n; i++) {
		struct calendar_day *d = &m->at[i];

		d->holiday = holidays_find(&m->holidays, d->day);
		d->is_working = workday_is(&m->holidays, d->day);
		d->is_known = holidays_know(&m->holidays, d->day);
	}
	for (size_t i = m->duties.n; i-- > 0;) {
		const struct duty_day *duty = &m->duties.at[i];
		struct calendar_day *d = &m->at[duty->last_day.day - 1];

		d->n[duty_day_mark(duty, m->today)]++;
		d->first = i;
	}
}

bool
look_month(struct session *s, int year, int month, bool mine, struct arena *a,
	   struct calendar_month *m, struct error *err)
{
	*m = (struct calendar_month){
	    .year = year, .month = month, .today = session_today(s)};
	put_days(m);
	if (!read_duties(s, mine, a, m, err) ||
	    !holidays_read(s->store, s->office, a, &m->holidays, err))
		return false;
	fill_days(m);
	return true;
}

/* -------------------------------------------------------------------- JSON */

static json_t *
day_json(const struct calendar_day *d)
{
	json_t *j =
	    json_pack("{s:o, s:i, s:b, s:b, s:o}", "day", date_json(d->day),
		      "weekday", date_weekday(d->day), "working", d->is_working,
		      "known", d->is_known, "holiday",
		      d->holiday ? holiday_json(d->holiday) : json_null());

	for (int i = 0; i < DUTY_MARKS; i++)
		json_object_set_new(j, duty_marks[i].value,
				    json_integer(d->n[i]));
	return j;
}

static json_t *
duty_json(const struct duty_day *d, struct date today)
{
	return json_pack(
	    "{s:s, s:i, s:i, s:i, s:s, s:i, s:s, s:o, s:o, s:s, s:o, s:o}",
	    "book", d->book, "year", d->year, "number", d->number, "duty",
	    d->nth, "what", d->what, "period", d->period, "name", d->name,
	    "due", date_json(d->due), "last_day", date_json(d->last_day),
	    "state", duty_marks[duty_day_mark(d, today)].value, "owner_name",
	    text_json(d->owner_name), "ref", text_json(d->ref));
}

static json_t *
month_json(const struct calendar_month *m)
{
	json_t *days = json_array(), *duties = json_array();

	for (int i = 0; i < m->n; i++)
		json_array_append_new(days, day_json(&m->at[i]));
	for (size_t i = 0; i < m->duties.n; i++)
		json_array_append_new(duties,
				      duty_json(&m->duties.at[i], m->today));
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "month",
			 json_sprintf("%04d-%02d", m->year, m->month), "today",
			 date_json(m->today), "known_to",
			 date_json(m->holidays.to), "days", days, "duties",
			 duties);
}

bool
calendar_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err)
{
	const char *word = request_operand(r, 0);
	struct calendar_month *m;
	struct arena a = {0};
	struct date first;
	bool ok;

	if (!calendar_month_parse(word ? word : "", session_today(s), &first,
				  err))
		return false;
	m = arena_alloc(&a, sizeof(*m));
	ok = look_month(s, first.year, first.month,
			request_value(r, "mine") != NULL, &a, m, err);
	if (ok)
		*answer = month_json(m);
	arena_done(&a);
	return ok;
}
