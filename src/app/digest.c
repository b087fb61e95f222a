/* digest.c -- the morning list of a person, a post, or each post, as data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/act.h"
#include "app/json.h"
#include "app/morning.h"

/* A duty is told on the days on which the office reminds of it. */
static bool
is_told(const struct morning_item *item)
{
	return item->due == NULL || item->told.is_reminder;
}

static json_t *
duty_json(const struct morning_item *item)
{
	const struct duty_due *d = item->due;

	return json_pack(
	    "{s:s, s:i, s:i, s:o, s:o, s:o, s:o, s:i, s:o, s:s, s:o, s:o, s:s, "
	    "s:i, s:o, s:b}",
	    "book", d->book, "year", d->year, "number", d->number, "subject",
	    text_json(d->subject), "from", text_json(d->sender), "urgency",
	    text_json(d->urgency), "secrecy", text_json(d->secrecy), "duty",
	    d->nth, "what", text_json(d->what), "period", d->name, "due",
	    date_json(d->due), "last_day", date_json(d->last_day), "when",
	    remind_names[item->told.when], "days", item->told.days, "of",
	    text_json(item->of ? item->of->name : NULL), "rose",
	    item->told.rose);
}

/* Whole days of work, and hours of what is left. */
static json_t *
lain_json(const struct morning *m, int64_t lain)
{
	static const int64_t hour = (int64_t)3600 * 1000000;
	int64_t day = hours_of_day(hours_on(&m->hours_table, m->today));
	int64_t days = day > 0 ? lain / day : 0;

	return json_pack("{s:i, s:i}", "days", (int)days, "hours",
			 (int)((lain - days * day) / hour));
}

static json_t *
row_json(const struct morning *m, const struct morning_item *item)
{
	const struct morning_row *r = item->row;
	bool lies = item->part == MORNING_WAITING || item->of != NULL;

	return json_pack(
	    "{s:s, s:i, s:i, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b}",
	    "book", r->book, "year", r->year, "number", r->number, "subject",
	    text_json(r->subject), "from", text_json(r->sender), "urgency",
	    text_json(r->urgency), "secrecy", text_json(r->secrecy), "since",
	    moment_json(r->since), "until", date_json(r->until), "by",
	    text_json(r->from_name), "of",
	    text_json(item->of ? item->of->name : NULL), "lain",
	    lies ? lain_json(m, item->lain) : json_null(), "late",
	    item->is_late);
}

static json_t *
posts_json(const struct morning_desk *desk)
{
	json_t *all = json_array();

	for (size_t i = 0; i < desk->n_posts; i++)
		json_array_append_new(
		    all,
		    json_pack("{s:s, s:s, s:o}", "post", desk->posts[i].post,
			      "post_name", desk->posts[i].name, "capacity",
			      text_json(desk->posts[i].capacity)));
	return all;
}

/* NULL where there is nothing to tell. */
static json_t *
desk_json(const struct morning *m, const struct morning_desk *desk)
{
	json_t *parts[MORNING_PARTS], *j;
	size_t n = 0;

	for (size_t i = 0; i < MORNING_PARTS; i++)
		parts[i] = json_array();
	for (size_t i = 0; i < desk->n; i++) {
		const struct morning_item *item = &desk->at[i];

		if (!is_told(item))
			continue;
		json_array_append_new(parts[item->part],
				      item->due != NULL ? duty_json(item)
							: row_json(m, item));
		n++;
	}
	j = json_pack("{s:o, s:o, s:o, s:o, s:i}", "on", date_json(m->today),
		      "login", text_json(desk->login), "name",
		      text_json(desk->name), "posts", posts_json(desk),
		      "waiting_in_all", desk->count[MORNING_WAITING]);
	for (size_t i = 0; i < MORNING_PARTS; i++)
		json_object_set_new(j, morning_parts[i].value, parts[i]);
	if (n > 0)
		return j;
	json_decref(j);
	return NULL;
}

/* ------------------------------------------------------- whose it shall be */

struct telling {
	struct session *s;
	const struct request *r;
	const struct morning *m;
	struct arena *arena;
	json_t *answer;
};

static void
tell_desk(const struct telling *t, struct morning_desk *desk)
{
	json_t *j;

	/* Nobody is reminded on a day without work. */
	if (!t->m->is_workday)
		return;
	morning_fill(t->m, t->arena, desk);
	j = desk_json(t->m, desk);
	if (j != NULL)
		json_array_append_new(t->answer, j);
}

static bool
of_person(const struct telling *t, const char *login, struct error *err)
{
	struct morning_desk desk;
	struct actor actor;

	if (!actor_load(t->s->store, t->s->office, login, t->m->now, t->arena,
			&actor, err)) {
		/* Who has left has no desk. */
		if (err->kind != &PERSON_ENDED)
			return false;
		*err = (struct error){0};
		return true;
	}
	morning_of_actor(&actor, t->arena, &desk);
	tell_desk(t, &desk);
	return true;
}

static bool
of_asker(const struct telling *t, const char *none, struct error *err)
{
	struct morning_desk desk;
	struct actor actor;

	(void)none;
	if (!session_actor_at(t->s, t->m->now, t->arena, &actor, err))
		return false;
	morning_of_actor(&actor, t->arena, &desk);
	tell_desk(t, &desk);
	return true;
}

static bool
of_post(const struct telling *t, const char *word, struct error *err)
{
	const struct post *post = post_find(&t->m->posts, word, err);
	struct morning_desk desk;

	if (post == NULL)
		return false;
	morning_of_post(t->m, post, t->arena, &desk);
	tell_desk(t, &desk);
	return true;
}

static bool
of_division(const struct telling *t, const char *word, struct error *err)
{
	struct division_list list;
	const struct division *d;

	if (!office_divisions(t->s->store, t->s->office, t->arena, &list, err))
		return false;
	d = division_find(&list, word, err);
	return d != NULL && of_post(t, d->post, err);
}

/* Down the chain, then those beside it. */
/* Down the chain, then those beside it. */
static bool
of_all(const struct telling *t, const char *none, struct error *err)
{
	const struct post_list *posts = &t->m->posts;

	(void)none;
	for (size_t i = posts->n_chain; i-- > 0;)
		if (!of_post(t, posts->at[i].code, err))
			return false;
	for (size_t i = posts->n_chain; i < posts->n; i++)
		if (!of_post(t, posts->at[i].code, err))
			return false;
	return true;
}

/* clang-format off */
static const struct wish {
	const char *option; /* NULL: none was given */
	bool (*tell)(const struct telling *t, const char *value,
	    struct error *err);
} wishes[] = {
	{ "for", of_person },
	{ "post", of_post },
	{ "division", of_division },
	{ "all", of_all },
	{ NULL, of_asker },
};
/* clang-format on */

static bool
wish_find(const struct request *r, const struct wish **wish, struct error *err)
{
	const struct wish *w = wishes;
	int n = 0;

	*wish = NULL;
	for (; w->option != NULL; w++)
		if (request_value(r, w->option) != NULL) {
			*wish = w;
			n++;
		}
	if (n == 0)
		*wish = w;
	return n < 2 ||
	       error_set(err, &REQUEST_WRONG, "%s",
			 _("a list is for one: --for, --post, --division or "
			   "--all"));
}

static bool
day_asked(const struct session *s, const struct request *r, struct date *on,
	  struct error *err)
{
	const char *word = request_value(r, "on");

	*on = session_today(s);
	return word == NULL || date_parse(word, on, err);
}

bool
digest_look(struct session *s, const struct request *r, json_t **answer,
	    struct error *err)
{
	struct arena a = {0};
	struct morning m;
	struct telling t = {s, r, &m, &a, NULL};
	const struct wish *wish;
	struct date on;
	bool ok = wish_find(r, &wish, err) && day_asked(s, r, &on, err) &&
		  morning_load(s, on, &a, &m, err);

	if (ok) {
		t.answer = json_array();
		ok = wish->tell(
		    &t, wish->option ? request_value(r, wish->option) : NULL,
		    err);
	}
	arena_done(&a);
	if (ok)
		*answer = t.answer;
	else
		json_decref(t.answer);
	return ok;
}
