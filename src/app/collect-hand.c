/* collect-hand.c -- a duty is handed down: who answers for it, and how much */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/parcel.h"

#include "app/collect-between.h"
#include "app/collect.h"
#include "app/duty-which.h"
#include "app/json.h"

/* Words that stand for more than one. */
static const char every_division[] = "divisions";
static const char every_office[] = "offices";

/* One act of handing down, as it is put together. */
struct handing {
	struct act *act;
	const struct duty *duty;
	struct collect now; /* as it was handed down before */
	bool is_again;
	struct office own;
	struct target_list offices;
	char uuid[UUID_TEXT_SIZE];
	int64_t each; /* the share of who is not given another; 0 = none */
	int since;
	json_t *to; /* of the event */
};

/* Whom a word names. */
struct asked {
	const char *division, *place, *name;
};

/* ------------------------------------------------------------- to whom */

static bool
is_asked_already(const struct handing *h, const struct asked *who)
{
	size_t i;
	json_t *one;

	for (i = 0; i < h->now.n_from; i++) {
		const struct collected_from *f = &h->now.from[i];

		if (text_is_same(f->division, who->division) &&
		    text_is_same(f->place, who->place) &&
		    (who->division || who->place ||
		     strcmp(f->name, who->name) == 0))
			return true;
	}
	json_array_foreach(h->to, i, one)
	{
		if (strcmp(answer_word(one, "name"), who->name) == 0 &&
		    text_is_same(
			json_string_value(json_object_get(one, "division")),
			who->division))
			return true;
	}
	return false;
}

static void
ask(struct handing *h, const struct asked *who, int64_t share)
{
	json_t *j;

	if (is_asked_already(h, who))
		return;
	j = json_pack("{s:I, s:s, s:i}", "position",
		      (json_int_t)(h->now.n_from + json_array_size(h->to) + 1),
		      "name", who->name, "since", h->since);
	if (who->division != NULL)
		json_object_set_new(j, "division", json_string(who->division));
	if (who->place != NULL)
		json_object_set_new(j, "office", json_string(who->place));
	if (share != 0 || h->each != 0)
		json_object_set_new(j, "share",
				    json_integer(share ? share : h->each));
	json_array_append_new(h->to, j);
}

static bool
is_under(const struct handing *h, const struct target *t)
{
	return t->above != NULL && strcmp(t->above, h->own.code) == 0;
}

static bool
ask_many(struct handing *h, const char *word, int64_t share)
{
	const struct division_list *all = &h->act->standing.divisions;

	if (strcmp(word, every_division) == 0) {
		for (size_t i = 0; i < all->n; i++)
			ask(h,
			    &(struct asked){.division = all->at[i].code,
					    .name = all->at[i].name},
			    share);
		return true;
	}
	if (strcmp(word, every_office) != 0)
		return false;
	for (size_t i = 0; i < h->offices.n; i++)
		if (is_under(h, &h->offices.at[i]))
			ask(h,
			    &(struct asked){.place = h->offices.at[i].code,
					    .name = h->offices.at[i].name},
			    share);
	return true;
}

static bool
ask_named(struct handing *h, const char *word, int64_t share, struct error *err)
{
	struct error none = {0};
	const struct division *d =
	    division_find(&h->act->standing.divisions, word, &none);
	const struct target *t =
	    d ? NULL : target_find(&h->offices, word, &none);
	struct asked who = {.division = d ? d->code : NULL,
			    .place = t ? t->code : NULL,
			    .name = d   ? d->name
				    : t ? t->name
					: word};

	if (d == NULL && t == NULL)
		return error_set(err, &REQUEST_WRONG,
				 _("%s is no division and no office that is "
				   "known; “divisions” is every division, "
				   "“offices” every office under this one; "
				   "--name asks somebody else"),
				 word);
	if (is_asked_already(h, &who))
		return error_set(err, &RULE_REFUSED, _("%s is asked already"),
				 who.name);
	ask(h, &who, share);
	return true;
}

/* "กองช่าง=40": the word before the last "=", and its share. */
static bool
take_share(struct act *act, const char **word, int64_t *share,
	   struct error *err)
{
	const char *mark = strrchr(*word, '=');

	*share = 0;
	if (mark == NULL)
		return true;
	if (!collect_figure(mark + 1, share, err))
		return false;
	*word = arena_strndup(act->arena, *word, (size_t)(mark - *word));
	return true;
}

static bool
ask_words(struct handing *h, struct error *err)
{
	struct act *act = h->act;
	const char *word;
	int64_t share;

	for (size_t i = 0; request_value_at(act->r, "to", i) != NULL; i++) {
		word = act_text_at(act, "to", i);
		if (word == NULL)
			continue;
		if (!take_share(act, &word, &share, err))
			return false;
		if (!ask_many(h, word, share) &&
		    !ask_named(h, word, share, err))
			return false;
	}
	for (size_t i = 0; request_value_at(act->r, "name", i) != NULL; i++) {
		word = act_text_at(act, "name", i);
		if (word == NULL)
			continue;
		if (!take_share(act, &word, &share, err))
			return false;
		ask(h, &(struct asked){.name = word}, share);
	}
	return true;
}

/* ------------------------------------------------------------ how much */

static bool
figure_of(struct act *act, const char *option, int64_t otherwise, int64_t *n,
	  struct error *err)
{
	const char *word = act_text(act, option);

	*n = otherwise;
	return word == NULL || collect_figure(word, n, err);
}

static bool
put_figures(struct handing *h, struct error *err)
{
	struct act *act = h->act;
	const char *unit = act_text(act, "figure");
	int64_t target;

	if (!figure_of(act, "target",
		       h->is_again ? h->now.it.target : h->duty->target,
		       &target, err) ||
	    !figure_of(act, "each", 0, &h->each, err))
		return false;
	if (unit == NULL)
		unit = h->is_again ? h->now.it.unit : h->duty->unit;
	act_put(act, "unit", unit);
	if (target != 0)
		act_put_int(act, "target", target);
	if (request_value(act->r, "running") != NULL || h->now.it.is_running)
		act_put_int(act, "running", 1);
	return unit != NULL || (target == 0 && h->each == 0) ||
	       error_set(err, &REQUEST_MISSING,
			 _("what the figure counts (--figure)"));
}

/* --------------------------------------------- offices that have the letter */

struct sent_letter {
	int64_t office, letter;
	int next;
};

/* The letter it became in an office of this register, by which it was
   received. */
static bool
letter_there(const struct handing *h, const char *place,
	     struct sent_letter *there, bool *found, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct sent_letter, office, FIELD_INT64),
	    FIELD(struct sent_letter, letter, FIELD_INT64),
	    FIELD(struct sent_letter, next, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(*there), fields};
	const struct session *s = h->act->s;

	return query_row(
	    s->store, QUERY_LETTER_SENT_TO,
	    PARAMS(P_INT("office", s->office),
		   P_INT("letter", h->act->standing.file.letter.id),
		   P_TEXT("register", h->uuid), P_TEXT("code", s->office_code),
		   P_TEXT("place", place)),
	    &type, h->act->arena, there, found, err);
}

/* It has the letter: the duty stands in its own chain at once. */
static bool
tell_there(struct handing *h, const json_t *to, struct error *err)
{
	const char *place = json_string_value(json_object_get(to, "office"));
	struct asker own = {h->uuid, h->own.code, h->own.name};
	struct sent_letter there;
	struct entry *e;
	json_t *ask;
	bool found, ok;

	if (place == NULL)
		return true;
	if (!letter_there(h, place, &there, &found, err))
		return false;
	if (!found)
		return true;
	ask = collect_ask_json(
	    h->duty,
	    json_string_value(json_object_get(h->act->entry.body, "unit")),
	    answer_whole(h->act->entry.body, "running") != 0);
	e = act_also(h->act, "duty.add");
	e->office = there.office;
	e->letter = there.letter;
	ok = collect_put_duty(h->act, e->body, ask, answer_whole(to, "share"),
			      &own, there.next, err);
	json_decref(ask);
	return ok;
}

static bool
tell_all(struct handing *h, struct error *err)
{
	size_t i;
	json_t *one;

	json_array_foreach(h->to, i, one)
	{
		if (!tell_there(h, one, err))
			return false;
	}
	return true;
}

/* ---------------------------------------------------------------- the act */

static bool
begin(struct handing *h, struct error *err)
{
	struct act *act = h->act;
	const struct session *s = act->s;
	const struct duty_row *first;
	bool found;

	h->duty = duty_asked_for(act, err);
	if (h->duty == NULL ||
	    !collect_load(s->store, s->office, h->duty->id, act->arena, &h->now,
			  &h->is_again, err) ||
	    !office_load(s->store, s->office_code, act->arena, &h->own, &found,
			 err) ||
	    !ledger_uuid(s->store, h->uuid, err) ||
	    !targets_load(s->store, s->office, act->arena, &h->offices, err))
		return false;
	if (duty_open_rows(&act->standing.file, h->duty, &first) == 0)
		return error_set(err, &RULE_REFUSED,
				 _("all its days are done or waived"));
	h->since = first->period;
	return true;
}

bool
duty_hand_decide(struct act *act, struct error *err)
{
	struct handing h = {.act = act, .to = json_array()};

	act_put_json(act, "to", h.to);
	if (act->standing.file.letter.secrecy != NULL)
		return error_set(err, &RULE_REFUSED,
				 _("what a secret letter asks for is not "
				   "handed down"));
	if (!begin(&h, err) || !put_figures(&h, err) || !ask_words(&h, err))
		return false;
	duty_put(act, h.duty);
	if (json_array_size(h.to) == 0 && !h.is_again)
		return error_set(err, &REQUEST_MISSING, _("to whom (--to)"));
	return tell_all(&h, err);
}
