/* clear.c -- who may read secret letters: cleared by order, given by name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/secrecy.h"

#include "app/decisions.h"

static bool
put_person(struct act *act, const char *login, struct actor *person,
	   struct error *err)
{
	struct session *s = act->s;

	if (!actor_load(s->store, s->office, login, session_now(s), act->arena,
			person, err))
		return false;
	act_put_int(act, "person", person->person);
	act_put(act, "login", person->login);
	act_put(act, "name", person->name);
	return true;
}

bool
clear_decide(struct act *act, struct error *err)
{
	const struct choice *class =
	    choice_find(letter_secrecies, act_operand(act, 1));
	struct text today = {0};
	struct actor person;
	const char *until;
	bool is_past;

	if (!put_person(act, act_operand(act, 0), &person, err) ||
	    !act_date(act, "until", &until, err))
		return false;
	text_add_iso_date(&today, session_today(act->s));
	is_past = until != NULL && strcmp(until, today.s) < 0;
	text_done(&today);
	if (is_past)
		return error_set(err, &REQUEST_WRONG,
				 _("the last day is behind us; `clear end` "
				   "ends a clearance at once"));
	act_put(act, "class", class->value);
	act_put(act, "order", act_text(act, "order"));
	act_put(act, "until", until);
	return true;
}

/* Also of somebody who has left. */
bool
clear_end_decide(struct act *act, struct error *err)
{
	struct session *s = act->s;
	struct actor person;

	if (!person_find(s->store, s->office, act_operand(act, 0), act->arena,
			 &person, err))
		return false;
	act_put_int(act, "person", person.person);
	act_put(act, "login", person.login);
	act_put(act, "name", person.name);
	act_put(act, "order", act_text(act, "order"));
	return true;
}

struct cleared {
	const char *login, *name, *class, *by_order, *until;
};

bool
clear_list_look(struct session *s, const struct request *r, json_t **answer,
		struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct cleared, login, FIELD_TEXT),
	    FIELD(struct cleared, name, FIELD_TEXT),
	    FIELD(struct cleared, class, FIELD_TEXT),
	    FIELD(struct cleared, by_order, FIELD_TEXT),
	    FIELD(struct cleared, until, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct cleared), fields};
	struct arena a = {0};
	struct cleared *at;
	size_t n;
	bool ok = query_rows(s->store, QUERY_CLEARANCES,
			     PARAMS(P_INT("office", s->office)), &type, &a, &at,
			     &n, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < n; i++)
		json_array_append_new(
		    *answer, json_pack("{s:s, s:s, s:s, s:s, s:s?}", "login",
				       at[i].login, "name", at[i].name, "class",
				       at[i].class, "order", at[i].by_order,
				       "until", at[i].until));
	arena_done(&a);
	return ok;
}

/* ------------------------------------------------------------------ grants */

/* Who may give it on: he who may read it, as the registrar, or in a post of the
   chain above the clerk. */
static bool
find_giver(struct act *act, struct error *err)
{
	const struct post *clerk = post_first(&act->standing.posts);

	if (act->standing.file.letter.secrecy == NULL)
		return error_set(err, &RULE_REFUSED,
				 _("everybody may read it: it is not secret"));
	act->entry.as = actor_registrar(&act->actor);
	if (act->entry.as == NULL)
		act->entry.as = actor_post_above(
		    &act->actor, clerk != NULL ? clerk->position : 0);
	return act->entry.as != NULL ||
	       error_set(err, &ROUTE_NOT_YOURS,
			 _("a secret letter is given on by the registrar, or "
			   "by a post above the clerk that may read it"));
}

static bool
put_post(struct act *act, const char *word, struct error *err)
{
	const struct post *p = post_find(&act->standing.posts, word, err);

	if (p == NULL)
		return false;
	act_put(act, "to_post", p->code);
	act_put(act, "to_name", p->name);
	return true;
}

/* A login, else a post by its code or name. */
static bool
put_whom(struct act *act, bool must_be_cleared, struct error *err)
{
	const char *class = act->standing.file.letter.secrecy;
	const char *whom = act_operand(act, 1);
	struct actor person;

	if (!put_person(act, whom, &person, err)) {
		if (err->kind != &PERSON_UNKNOWN)
			return false;
		*err = (struct error){0};
		return put_post(act, whom, err);
	}
	return !must_be_cleared || person.clearance >= secrecy_rank(class) ||
	       error_set(err, &RULE_REFUSED,
			 _("%s is not cleared for %s; `clear` clears him by an "
			   "order of the office"),
			 person.name, choice_label(letter_secrecies, class));
}

bool
grant_decide(struct act *act, struct error *err)
{
	if (!find_giver(act, err) || !put_whom(act, true, err))
		return false;
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}

bool
grant_end_decide(struct act *act, struct error *err)
{
	if (!find_giver(act, err) || !put_whom(act, false, err))
		return false;
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}
