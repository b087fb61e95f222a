/* collect-ask.c -- what an office asks of others becomes duties of theirs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/parcel.h"

#include "app/collect-between.h"
#include "app/duty.h"
#include "app/json.h"

/* ----------------------------------------------------------- what is asked */

static void
put_text(json_t *j, const char *key, const char *s)
{
	if (s != NULL)
		json_object_set_new(j, key, json_string(s));
}

static void
put_count(json_t *j, const char *key, int64_t n)
{
	if (n != 0)
		json_object_set_new(j, key, json_integer(n));
}

static void
put_day(json_t *j, const char *key, struct date d)
{
	if (d.year != 0)
		json_object_set_new(j, key, date_json(d));
}

json_t *
collect_ask_json(const struct duty *d, const char *unit, bool is_running)
{
	json_t *j =
	    json_pack("{s:I, s:s}", "duty", (json_int_t)d->id, "what", d->what);

	put_text(j, "words", d->words);
	put_day(j, "first", d->first);
	put_day(j, "from_day", d->from_day);
	put_text(j, "rrule", d->rrule);
	put_count(j, "behind", d->behind);
	put_text(j, "form", d->form);
	put_count(j, "pictures", d->pictures);
	put_count(j, "copies", d->copies);
	put_text(j, "unit", unit);
	put_count(j, "running", is_running);
	return j;
}

/* Of the offices alone: code and share. */
static json_t *
places_json(const struct collect *c)
{
	json_t *list = json_array();

	for (size_t i = 0; i < c->n_from; i++) {
		json_t *j;

		if (c->from[i].place == NULL)
			continue;
		j = json_pack("{s:s}", "office", c->from[i].place);
		put_count(j, "share", c->from[i].share);
		json_array_append_new(list, j);
	}
	return list;
}

static bool
add_ask(struct act *act, int64_t office, const struct duty *d, json_t *asks,
	struct error *err)
{
	struct collect c;
	json_t *places, *j;
	bool found;

	if (!collect_load(act->s->store, office, d->id, act->arena, &c, &found,
			  err))
		return false;
	if (!found)
		return true;
	places = places_json(&c);
	if (json_array_size(places) == 0) {
		json_decref(places);
		return true;
	}
	j = collect_ask_json(d, c.it.unit, c.it.is_running);
	json_object_set_new(j, "to", places);
	json_array_append_new(asks, j);
	return true;
}

bool
collect_asks(struct act *act, int64_t office, int64_t letter, json_t *asks,
	     struct error *err)
{
	struct duty *duties;
	size_t n = 0;

	if (!query_rows(
		act->s->store, QUERY_LETTER_DUTIES,
		PARAMS(P_INT("office", office), P_INT("letter", letter)),
		&duty_type, act->arena, &duties, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(duties[i].state, DUTY_OPEN) == 0 &&
		    !add_ask(act, office, &duties[i], asks, err))
			return false;
	return true;
}

bool
collect_put_asks(struct act *act, json_t *letter, struct error *err)
{
	json_t *asks = json_array();
	bool ok = collect_asks(act, act->s->office,
			       act->standing.file.letter.id, asks, err);

	if (ok && json_array_size(asks) > 0)
		json_object_set(letter, "asks", asks);
	json_decref(asks);
	return ok;
}

/* ------------------------------------------------------- it becomes a duty */

static const char *
word(const json_t *j, const char *key)
{
	return json_string_value(json_object_get(j, key));
}

static struct date
day(const json_t *j, const char *key)
{
	struct error none = {0};
	struct date d = {0};

	if (word(j, key) == NULL || !date_parse(word(j, key), &d, &none))
		d = (struct date){0};
	return d;
}

static struct duty_terms
terms_of(struct act *act, const json_t *ask, const char *asked_by)
{
	struct duty_terms t = {
	    .what = word(ask, "what"),
	    .words = word(ask, "words"),
	    .rule = {day(ask, "first"), day(ask, "from_day"),
		     word(ask, "rrule"), (int)answer_whole(ask, "behind")},
	    .form = word(ask, "form"),
	    .pictures = (int)answer_whole(ask, "pictures"),
	    .copies = (int)answer_whole(ask, "copies"),
	    .unit = word(ask, "unit"),
	    .n_asked = 1,
	    .n_where = 1,
	};

	t.asked = arena_array(act->arena, 1, sizeof(*t.asked));
	t.asked[0] = (struct duty_asked){.asked_by = asked_by,
					 .first = t.rule.first,
					 .from_day = t.rule.from_day,
					 .rrule = t.rule.rrule,
					 .words = t.words};
	t.where = arena_array(act->arena, 1, sizeof(*t.where));
	t.where[0] = (struct duty_where){.kind = "office", .name = asked_by};
	return t;
}

static json_t *
collector_json(const json_t *ask, int64_t share, const struct asker *from)
{
	json_t *j = json_pack("{s:s, s:s, s:I, s:s}", "register",
			      from->register_id, "office", from->office, "duty",
			      (json_int_t)answer_whole(ask, "duty"), "name",
			      from->name);

	put_text(j, "unit", word(ask, "unit"));
	put_count(j, "share", share);
	put_count(j, "running", answer_whole(ask, "running"));
	return j;
}

bool
collect_put_duty(struct act *act, json_t *body, const json_t *ask,
		 int64_t share, const struct asker *from, int nth,
		 struct error *err)
{
	struct duty_terms t = terms_of(act, ask, from->name);
	struct holidays h;

	t.target = (int)share;
	json_object_set_new(body, "nth", json_integer(nth));
	json_object_set_new(body, "collector",
			    collector_json(ask, share, from));
	duty_terms_put(body, &t);
	return holidays_read(act->s->store, act->s->office, act->arena, &h,
			     err) &&
	       duty_days_put(act, body, &t.rule, (struct date){0}, 1, &h, err);
}

/* Is it asked of this office, and for which share? */
static bool
is_for_us(const struct act *act, const json_t *ask, int64_t *share)
{
	size_t i;
	json_t *one;

	json_array_foreach(json_object_get(ask, "to"), i, one)
	{
		if (strcmp(answer_word(one, "office"), act->s->office_code) !=
		    0)
			continue;
		*share = answer_whole(one, "share");
		return true;
	}
	return false;
}

/* The receipt names duties of its own before. */
static size_t
duties_given(struct act *act)
{
	size_t n = 0;

	for (size_t i = 0; request_value_at(act->r, "duty", i) != NULL; i++)
		n += act_text_at(act, "duty", i) != NULL;
	return n;
}

bool
collect_take_asks(struct act *act, const json_t *asks, const struct asker *from,
		  struct error *err)
{
	struct chain_head head;
	int64_t share;
	size_t i, nth = duties_given(act);
	json_t *one;

	if (!ledger_head(act->s->store, act->s->office, &head, err))
		return false;
	json_array_foreach(asks, i, one)
	{
		struct entry *e;

		if (!is_for_us(act, one, &share))
			continue;
		e = act_also(act, "duty.add");
		e->letter = head.seq + 1;
		if (!collect_put_duty(act, e->body, one, share, from,
				      (int)++nth, err))
			return false;
	}
	return true;
}
