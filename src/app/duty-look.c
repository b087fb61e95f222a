/* duty-look.c -- duties as lists and answers show them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/office.h"

#include "app/duty.h"
#include "app/json.h"
#include "app/look.h"

static json_t *
asked_json(const struct letter_file *f, const struct duty *d)
{
	const struct duty_asked *k;
	size_t n = duty_asked_of(f, d, &k);
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(
		    list,
		    json_pack("{s:s, s:o, s:o, s:o, s:o, s:b}", "by",
			      k[i].asked_by, "first", date_json(k[i].first),
			      "from", date_json(k[i].from_day), "rrule",
			      text_json(k[i].rrule), "words",
			      text_json(k[i].words), "counts", i == 0));
	return list;
}

static json_t *
where_json(const struct letter_file *f, const struct duty *d)
{
	const struct duty_where *w;
	size_t n = duty_where_of(f, d, &w);
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(list,
				      json_pack("{s:s, s:s, s:o}", "kind",
						w[i].kind, "name", w[i].name,
						"link", text_json(w[i].link)));
	return list;
}

static json_t *
reply_json(const struct duty_row *r)
{
	if (r->reply_book == NULL)
		return json_null();
	return json_pack("{s:s, s:i, s:i}", "book", r->reply_book, "year",
			 r->reply_year, "number", r->reply_number);
}

static json_t *
row_json(const struct duty_row *r)
{
	return json_pack(
	    "{s:i, s:s, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:i, "
	    "s:o, s:o, s:o}",
	    "period", r->period, "name", r->name, "from",
	    date_json(r->from_day), "due", date_json(r->due), "last_day",
	    date_json(r->last_day), "state", r->state, "at",
	    moment_json(r->state_at), "by", text_json(r->by_name), "post_name",
	    text_json(r->by_post), "reply", reply_json(r), "ref",
	    text_json(r->ref), "files", r->files, "figure",
	    r->has_figure ? json_integer(r->figure) : json_null(), "note",
	    text_json(r->note), "reason", text_json(r->reason));
}

static json_t *
rows_json(const struct letter_file *f, const struct duty *d)
{
	const struct duty_row *r;
	size_t n = duty_rows_of(f, d, &r);
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(list, row_json(&r[i]));
	return list;
}

static json_t *
duty_json(const struct letter_file *f, const struct duty *d)
{
	json_t *j = json_pack(
	    "{s:i, s:s, s:o, s:s, s:b, s:o, s:o, s:o, s:o, s:o, s:o, s:b, "
	    "s:b}",
	    "duty", d->nth, "what", d->what, "words", text_json(d->words),
	    "state", d->state, "proposed", d->is_proposed, "owner_post",
	    text_json(d->owner_post), "owner_division",
	    text_json(d->owner_division), "owner_name",
	    text_json(d->owner_name), "due", date_json(d->first), "rrule",
	    text_json(d->rrule), "days_after_receipt",
	    number_json(d->after_receipt), "working_days", d->working_days,
	    "endless", d->ahead.year != 0);

	json_object_set_new(j, "about",
			    json_string(duty_abouts[d->behind > 0].value));
	json_object_set_new(j, "form", text_json(d->form));
	json_object_set_new(j, "pictures", number_json(d->pictures));
	json_object_set_new(j, "copies", number_json(d->copies));
	json_object_set_new(j, "unit", text_json(d->unit));
	json_object_set_new(j, "target", number_json(d->target));
	json_object_set_new(j, "asked", asked_json(f, d));
	json_object_set_new(j, "where", where_json(f, d));
	json_object_set_new(j, "periods", rows_json(f, d));
	return j;
}

json_t *
letter_duties_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_duties; i++)
		json_array_append_new(list, duty_json(f, &f->duties[i]));
	return list;
}

/* -------------------------------------------------- of the whole register */

struct date
look_duties_end(const struct session *s)
{
	return date_after(session_today(s), DUTY_AHEAD);
}

/* Who reads a secret letter stands in the chain: its words are on the letter,
   and on no list. */
static void
veil(struct duty_due_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		struct duty_due *d = &list->at[i];

		if (d->secrecy == NULL)
			continue;
		d->what = _("(of a secret letter)");
		d->subject = d->sender = d->places = NULL;
	}
}

bool
look_duties(struct session *s, bool mine, struct date until, struct arena *a,
	    struct duty_due_list *list, struct error *err)
{
	struct actor *actor = arena_alloc(a, sizeof(*actor));
	struct viewer by = {s->office, actor, session_today(s)};
	struct post_list posts;
	const struct post *clerk;

	*list = (struct duty_due_list){0};
	if (!session_actor(s, a, actor, err) ||
	    !office_posts(s->store, s->office, session_now(s), a, &posts, err))
		return false;
	clerk = post_first(&posts);
	if (!duties_open(s->store, &by, clerk ? clerk->code : NULL, mine, until,
			 a, list, err))
		return false;
	veil(list);
	return true;
}

static bool
is_behind_next(const struct duty_due_list *list, const struct duty_due *d,
	       struct date today)
{
	const struct duty_due *at = list->at;

	if (duty_when(d->due, d->last_day, today) != DUTY_LATER)
		return false;
	for (size_t i = list->n; i > 0; i--)
		if (at[i - 1].id == d->id &&
		    duty_when(at[i - 1].due, at[i - 1].last_day, today) ==
			DUTY_LATER)
			return true;
	return false;
}

void
duties_keep_next(struct duty_due_list *list, struct date today)
{
	struct duty_due_list kept = {list->at, 0};

	for (size_t i = 0; i < list->n; i++)
		if (!is_behind_next(&kept, &list->at[i], today))
			kept.at[kept.n++] = list->at[i];
	list->n = kept.n;
}

static json_t *
due_json(const struct duty_due *d, const struct holidays *h, struct date today)
{
	enum duty_when when = duty_when(d->due, d->last_day, today);
	json_t *j = json_pack(
	    "{s:s, s:i, s:i, s:i, s:s, s:i, s:s, s:o, s:o, s:o, s:s}", "book",
	    d->book, "year", d->year, "number", d->number, "duty", d->nth,
	    "what", d->what, "period", d->period, "name", d->name, "from",
	    date_json(d->from_day), "due", date_json(d->due), "last_day",
	    date_json(d->last_day), "when", duty_whens[when].value);

	json_object_set_new(j, "holidays_known",
			    json_boolean(holidays_know(h, d->due)));
	json_object_set_new(j, "proposed", json_boolean(d->is_proposed));
	json_object_set_new(j, "owner_post", text_json(d->owner_post));
	json_object_set_new(j, "owner_division", text_json(d->owner_division));
	json_object_set_new(j, "owner_name", text_json(d->owner_name));
	json_object_set_new(j, "subject", text_json(d->subject));
	json_object_set_new(j, "from_office", text_json(d->sender));
	json_object_set_new(j, "urgency", text_json(d->urgency));
	return j;
}

bool
duties_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	const char *word = request_value(r, "when");
	const struct choice *when = word ? choice_find(duty_whens, word) : NULL;
	struct date today = session_today(s);
	struct duty_due_list list;
	struct holidays h;
	struct arena a = {0};
	bool ok = look_duties(s, request_value(r, "mine") != NULL,
			      look_duties_end(s), &a, &list, err) &&
		  holidays_read(s->store, s->office, &a, &h, err);

	*answer = ok ? json_array() : NULL;
	if (ok && request_value(r, "all") == NULL)
		duties_keep_next(&list, today);
	for (size_t i = 0; ok && i < list.n; i++) {
		const struct duty_due *d = &list.at[i];

		if (when == NULL ||
		    when - duty_whens == duty_when(d->due, d->last_day, today))
			json_array_append_new(*answer, due_json(d, &h, today));
	}
	arena_done(&a);
	return ok;
}
