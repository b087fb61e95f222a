/* circulate.c -- เวียน: many see a letter at once, and each notes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/circulate.h"

#include <string.h>

#include "base/i18n.h"

#include "app/decisions.h"
#include "app/json.h"

static const struct field addressee_fields[] = {
    FIELD(struct addressee, code, FIELD_TEXT),
    FIELD(struct addressee, name, FIELD_TEXT),
    FIELD(struct addressee, person, FIELD_INT64),
    {0}};
static const struct row_type addressee_row = {sizeof(struct addressee),
					      addressee_fields};

/* Words that stand for more than one. */
static const char every_division[] = "divisions";
static const char everybody[] = "people";

/* Divisions first, as they stand in the office's order, then people. */
bool
circulate_addressees(struct session *s, struct arena *a,
		     struct addressee_list *list, struct error *err)
{
	struct text today = {0};
	bool ok;

	text_add_iso_date(&today, session_today(s));
	ok = query_rows(
	    s->store, QUERY_ADDRESSEES,
	    PARAMS(P_INT("office", s->office), P_TEXT("today", today.s)),
	    &addressee_row, a, &list->at, &list->n, err);
	text_done(&today);
	return ok;
}

/* The list that the act is decided by, and what was chosen of it. */
struct choosing {
	struct act *act;
	struct addressee_list all;
	bool *chosen;
	size_t n;
};

static void
choose(struct choosing *c, size_t i)
{
	c->n += !c->chosen[i];
	c->chosen[i] = true;
}

/* Who sends it round does not send it to himself. */
static bool
choose_many(struct choosing *c, const char *word)
{
	bool divisions = strcmp(word, every_division) == 0;

	if (!divisions && strcmp(word, everybody) != 0)
		return false;
	for (size_t i = 0; i < c->all.n; i++)
		if ((c->all.at[i].person == 0) == divisions &&
		    (divisions || c->all.at[i].person != c->act->actor.person))
			choose(c, i);
	return true;
}

static bool
choose_one(struct choosing *c, const char *word)
{
	for (size_t i = 0; i < c->all.n; i++)
		if (strcmp(c->all.at[i].code, word) == 0 ||
		    strcmp(c->all.at[i].name, word) == 0) {
			choose(c, i);
			return true;
		}
	return false;
}

static bool
choose_all(struct choosing *c, struct error *err)
{
	struct act *act = c->act;

	for (size_t i = 0; request_value_at(act->r, "to", i) != NULL; i++) {
		const char *word = act_text_at(act, "to", i);

		if (word == NULL)
			return error_set(err, &REQUEST_MISSING,
					 _("to whom (--to)"));
		if (!choose_many(c, word) && !choose_one(c, word))
			return error_set(err, &REQUEST_WRONG,
					 _("%s is no division and nobody of "
					   "the office; “divisions” is every "
					   "division, “people” everybody"),
					 word);
	}
	return c->n > 0 || error_set(err, &REQUEST_MISSING,
				     _("there is nobody to circulate it to"));
}

static json_t *
addressee_json(const struct addressee *to)
{
	if (to->person != 0)
		return json_pack("{s:s, s:I, s:s}", "login", to->code, "person",
				 (json_int_t)to->person, "name", to->name);
	return json_pack("{s:s, s:s}", "division", to->code, "name", to->name);
}

static void
put_chosen(const struct choosing *c)
{
	json_t *to = json_array();

	for (size_t i = 0; i < c->all.n; i++)
		if (c->chosen[i])
			json_array_append_new(to,
					      addressee_json(&c->all.at[i]));
	act_put_json(c->act, "to", to);
}

static bool
put_last_day(struct act *act, struct error *err)
{
	const char *today = date_iso(act->arena, session_today(act->s));
	const char *until;

	if (!act_date(act, "until", &until, err))
		return false;
	if (until != NULL && strcmp(until, today) < 0)
		return error_set(err, &REQUEST_WRONG,
				 _("the day by which all should have noted it "
				   "is past"));
	act_put(act, "until", until);
	return true;
}

/* A secret letter is read by whom it names, not by whom it reaches. */
bool
circulate_decide(struct act *act, struct error *err)
{
	struct choosing c = {.act = act};
	const char *purpose = act_text(act, "purpose");

	if (act->standing.file.letter.secrecy != NULL)
		return error_set(err, &RULE_REFUSED,
				 _("a secret letter is not circulated"));
	if (!circulate_addressees(act->s, act->arena, &c.all, err))
		return false;
	c.chosen = arena_array(act->arena, c.all.n + 1, sizeof(*c.chosen));
	if (!choose_all(&c, err) || !put_last_day(act, err))
		return false;
	put_chosen(&c);
	act_put(act, "purpose",
		purpose ? choice_find(circulation_purposes, purpose)->value
			: circulation_purposes[0].value);
	act_put(act, "note", act_text(act, "note"));
	return true;
}

/* As a person, and for every division headed that has it to note. */
void
circulate_note(struct act *act)
{
	const struct letter_file *f = &act->standing.file;
	json_t *divisions = json_array();

	for (size_t i = 0; i < f->n_circulated; i++) {
		const struct circulated *c = &f->circulated[i];

		if (circulated_is_open(c) && c->post != NULL &&
		    actor_post(&act->actor, c->post) != NULL)
			json_array_append_new(divisions,
					      json_string(c->division));
	}
	act_put_json(act, "divisions", divisions);
	act->entry.kind = "letter.noted";
}

static void
put_open_names(struct act *act)
{
	const struct letter_file *f = &act->standing.file;
	json_t *names = json_array();

	for (size_t i = 0; i < f->n_circulated; i++)
		if (circulated_is_open(&f->circulated[i]))
			json_array_append_new(
			    names, json_string(f->circulated[i].name));
	act_put_json(act, "names", names);
}

bool
nudge_decide(struct act *act, struct error *err)
{
	(void)err;
	put_open_names(act);
	return true;
}

bool
uncirculate_decide(struct act *act, struct error *err)
{
	(void)err;
	put_open_names(act);
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}
