/* destroy-look.c -- the list of destruction as data */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/retention.h"

#include "app/answer.h"
#include "app/destroy.h"
#include "app/look.h"

struct looking {
	struct session *s;
	struct arena arena;
	struct actor actor;
	struct viewer by;
	struct destruction d;
	bool is_drawn;
	struct destruction_items items;
	int64_t in_work;
};

static json_t *
text(const char *s)
{
	return s != NULL ? json_string(s) : json_null();
}

static json_t *
day(struct looking *l, struct date d)
{
	return text(date_iso(&l->arena, d));
}

static json_t *
at(moment m)
{
	struct text t = {0};
	json_t *j;

	text_add_iso_moment(&t, m);
	j = json_string(t.s);
	text_done(&t);
	return j;
}

static json_t *
item_json(const struct letter *l, const struct verdict *v)
{
	json_t *j = letter_json(l);

	json_object_set_new(j, "decision", v ? text(v->decision) : json_null());
	json_object_set_new(j, "reason", v ? text(v->reason) : json_null());
	return j;
}

static json_t *
items_json(const struct destruction_items *items)
{
	json_t *list = json_array();

	for (size_t i = 0; i < items->n; i++)
		json_array_append_new(
		    list,
		    item_json(&items->letters[i],
			      items->verdicts ? &items->verdicts[i] : NULL));
	return list;
}

/* Each step of its road, once it was gone. */
static void
add_steps(struct looking *l, json_t *j)
{
	const struct destruction *d = &l->d;

	json_object_set_new(j, "list", json_integer(d->number));
	json_object_set_new(j, "drawn_at", at(d->drawn_at));
	if (d->committee_order != NULL)
		json_object_set_new(j, "committee",
				    json_pack("{s:s, s:s, s:o}", "order",
					      d->committee_order, "chair",
					      d->chair, "members",
					      json_loads(d->members, 0, NULL)));
	if (d->approved_at != 0)
		json_object_set_new(
		    j, "approved",
		    json_pack("{s:o, s:s, s:o}", "at", at(d->approved_at), "by",
			      d->approved_by, "post", text(d->approved_post)));
	if (d->sent_on.year != 0)
		json_object_set_new(j, "sent",
				    json_pack("{s:o, s:o}", "on",
					      day(l, d->sent_on), "ref",
					      text(d->sent_ref)));
	if (d->answer != NULL)
		json_object_set_new(j, "answer",
				    json_pack("{s:s, s:o, s:o}", "answer",
					      d->answer, "on",
					      day(l, d->answered_on), "ref",
					      text(d->answer_ref)));
	if (d->done_at != 0)
		json_object_set_new(j, "done",
				    json_pack("{s:o, s:s}", "at",
					      at(d->done_at), "by",
					      d->done_by));
}

/* The act that the list waits for; NULL when it is done. */
static const char *
next_step(const struct looking *l)
{
	const struct destruction *d = &l->d;

	if (!l->is_drawn)
		return l->items.n > 0 ? "destroy draw" : NULL;
	if (d->done_at != 0)
		return NULL;
	if (d->committee_order == NULL)
		return "destroy committee";
	if (destruction_count(&l->items, NULL) > 0)
		return "destroy decide";
	if (d->approved_at == 0)
		return "destroy approve";
	if (d->sent_on.year == 0)
		return "destroy send";
	return d->answer == NULL ? "destroy answer" : "destroy do";
}

static json_t *
list_json(struct looking *l, int year)
{
	const char *next = next_step(l);
	json_t *j = json_pack("{s:i, s:o, s:s, s:b, s:I, s:o, s:o}", "year",
			      year, "due", day(l, retention_list_due(year)),
			      "office", l->s->office_name, "drawn", l->is_drawn,
			      "in_work", (json_int_t)l->in_work, "next",
			      text(next), "items", items_json(&l->items));

	if (!l->is_drawn)
		return j;
	add_steps(l, j);
	json_object_set_new(j, "to_destroy",
			    json_integer((json_int_t)destruction_count(
				&l->items, DECISION_DESTROY)));
	return j;
}

static bool
load(struct looking *l, int year, struct error *err)
{
	struct store *st = l->s->store;

	l->by = (struct viewer){l->s->office, &l->actor, session_today(l->s)};
	return session_actor(l->s, &l->arena, &l->actor, err) &&
	       destruction_of_year(st, l->s->office, year, &l->arena, &l->d,
				   &l->is_drawn, err) &&
	       (l->is_drawn
		    ? destruction_items_load(st, &l->by, l->d.list, &l->arena,
					     &l->items, err)
		    : destruction_expired_load(st, &l->by, year, &l->arena,
					       &l->items, err)) &&
	       destruction_count_in_work(st, l->s->office, year, &l->in_work,
					 err);
}

bool
destroy_list_look(struct session *s, const struct request *r, json_t **answer,
		  struct error *err)
{
	struct looking l = {.s = s};
	int year;
	bool ok;

	if (!destroy_year(s, r, &year, err) || !session_look_begin(s, err))
		return false;
	ok = load(&l, year, err);
	session_look_end(s);
	if (ok)
		*answer = list_json(&l, year);
	arena_done(&l.arena);
	return ok;
}

/* For the clerk, who draws it up. */
bool
look_destruction(struct session *s, int *year, struct error *err)
{
	struct arena a = {0};
	struct actor actor;
	struct standing standing = {.actor = &actor};
	const struct held_post *as;
	struct error no = {0};
	bool is = false;
	bool ok = session_actor(s, &a, &actor, err) &&
		  office_posts(s->store, s->office, session_now(s), &a,
			       &standing.posts, err);

	*year = moment_buddhist_year(session_now(s)) - 1;
	if (ok && route_by_clerk(&standing, &as, &no))
		ok = destruction_is_due(s->store, s->office, *year, &is, err);
	if (!is)
		*year = 0;
	arena_done(&a);
	return ok;
}
