/* people.c -- who works here, in which post, from which day to which */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "base/i18n.h"

#include "app/decisions.h"

static bool
is_plain_word(const char *s)
{
	for (const char *p = s; *p != '\0'; p++)
		if (!isalnum((unsigned char)*p) && strchr("._-", *p) == NULL)
			return false;
	return isalnum((unsigned char)s[0]) && strlen(s) <= 40;
}

bool
act_check_code(const char *word, struct error *err)
{
	if (is_plain_word(word))
		return true;
	return error_set(err, &REQUEST_WRONG,
			 _("%.60s: use Latin letters, digits, . _ and -, at "
			   "most 40, beginning with a letter or digit"),
			 word);
}

/* Who adds people keeps posts, too. */
static const struct post *
post_to_hold(struct act *act, struct error *err)
{
	const struct post *p =
	    post_find(&act->standing.posts, act_text(act, "post"), err);
	struct error known;

	if (p != NULL || err->kind != &POST_UNKNOWN)
		return p;
	known = *err;
	error_set(err, &POST_UNKNOWN, _("%s; `post add' adds another"),
		  known.detail);
	return NULL;
}

static bool
put_holding(struct act *act, struct error *err)
{
	const struct post *p = post_to_hold(act, err);
	const char *since, *until;

	if (p == NULL || !act_date(act, "from", &since, err) ||
	    !act_date(act, "to", &until, err))
		return false;
	if (since == NULL)
		since = date_iso(act->arena, session_today(act->s));
	if (until != NULL && strcmp(until, since) < 0)
		return error_set(err, &REQUEST_WRONG,
				 _("the last day is before the first"));
	act_put(act, "post", p->code);
	act_put(act, "post_name", p->name);
	act_put(act, "since", since);
	act_put(act, "until", until);
	return true;
}

bool
person_add_decide(struct act *act, struct error *err)
{
	const char *login = act_operand(act, 0);
	const char *name = act_operand(act, 1);
	struct session *s = act->s;
	struct actor known = {0};
	struct error unknown = {0};

	if (!act_check_code(login, err))
		return false;
	if (person_find(s->store, s->office, login, act->arena, &known,
			&unknown))
		return error_set(err, &RULE_REFUSED,
				 _("%s is in the register already; `person "
				   "hold` gives another post"),
				 login);
	if (unknown.kind != &PERSON_UNKNOWN) {
		*err = unknown;
		return false;
	}
	act_put(act, "login", login);
	act_put(act, "name", name);
	return put_holding(act, err);
}

bool
act_put_person(struct act *act, size_t operand, struct actor *person,
	       struct error *err)
{
	struct session *s = act->s;

	if (!person_find(s->store, s->office, act_operand(act, operand),
			 act->arena, person, err))
		return false;
	act_put_int(act, "person", person->person);
	act_put(act, "login", person->login);
	act_put(act, "name", person->name);
	return true;
}

/* Also brings back somebody who had left. */
bool
person_hold_decide(struct act *act, struct error *err)
{
	struct actor person = {0};

	return act_put_person(act, 0, &person, err) && put_holding(act, err);
}

static bool
put_last_day(struct act *act, struct error *err)
{
	const char *on;

	if (!act_date(act, "on", &on, err))
		return false;
	act_put(act, "on",
		on ? on : date_iso(act->arena, session_today(act->s)));
	return true;
}

bool
person_end_decide(struct act *act, struct error *err)
{
	const char *post = act_text(act, "post");
	struct actor person = {0};
	const struct post *p;

	if (!act_put_person(act, 0, &person, err) || !put_last_day(act, err))
		return false;
	if (post == NULL)
		return true;
	p = post_find(&act->standing.posts, post, err);
	if (p == NULL)
		return false;
	act_put(act, "post", p->code);
	act_put(act, "post_name", p->name);
	return true;
}

static bool
rows_counted(struct act *act, enum query_id q, const char *name,
	     const char *value, int64_t *n, struct error *err)
{
	*n = 0;
	return query_number(
	    act->s->store, q,
	    PARAMS(P_INT("office", act->s->office), P_TEXT(name, value)), n,
	    err);
}

/* The chain is a place, and so its role is asked for by --after. */
static bool
put_role(struct act *act, const char *after, struct error *err)
{
	const char *word = act_text(act, "role");
	const struct choice *role = word ? choice_find(post_roles, word) : NULL;
	unsigned bit = role ? role_of(role->value) : 0;

	if (after != NULL ? bit & ~ROLE_CHAIN : bit == ROLE_CHAIN)
		return error_set(err, &REQUEST_WRONG,
				 _("--after is for a post of the chain, and "
				   "only for one"));
	act_put(act, "role", after ? "chain" : role ? role->value : "division");
	return true;
}

/* A place in the chain between two posts; positions leave gaps for it. */
static bool
put_position(struct act *act, const char *after, struct error *err)
{
	const struct post_list *posts = &act->standing.posts;
	const struct post *below = post_find(posts, after, err);
	const struct post *above;
	int position;

	if (below == NULL)
		return false;
	if (below->position == 0)
		return error_set(err, &RULE_REFUSED,
				 _("%s is no part of the chain"), below->name);
	above = post_above(posts, below->code);
	position = above ? (below->position + above->position) / 2
			 : below->position + 10;
	if (position == below->position)
		return error_set(err, &RULE_REFUSED,
				 _("there is no room after %s"), below->name);
	act_put_int(act, "position", position);
	return true;
}

static bool
post_is_new(const struct act *act, const char *code, struct error *err)
{
	const struct post_list *posts = &act->standing.posts;

	return post_index(posts, code) == posts->n ||
	       error_set(err, &RULE_REFUSED, _("the post %s is there already"),
			 code);
}

bool
post_add_decide(struct act *act, struct error *err)
{
	const char *code = act_operand(act, 0);
	const char *after = act_text(act, "after");

	if (!act_check_code(code, err) || !post_is_new(act, code, err))
		return false;
	act_put(act, "post", code);
	act_put(act, "name", act_operand(act, 1));
	return put_role(act, after, err) &&
	       (after == NULL || put_position(act, after, err));
}

static bool
heads_division(const struct act *act, const char *post)
{
	for (size_t i = 0; i < act->standing.divisions.n; i++)
		if (strcmp(act->standing.divisions.at[i].post, post) == 0)
			return true;
	return false;
}

static bool
may_end_post(struct act *act, const struct post *p, struct error *err)
{
	const struct post_list *posts = &act->standing.posts;
	int64_t lying;

	if (p == post_first(posts) || p == post_top(posts))
		return error_set(err, &RULE_REFUSED,
				 _("%s is an end of the chain"), p->name);
	if (heads_division(act, p->code))
		return error_set(err, &RULE_REFUSED, _("%s heads a division"),
				 p->name);
	if (!rows_counted(act, QUERY_LETTERS_AT_POST, "post", p->code, &lying,
			  err))
		return false;
	if (lying == 0)
		return true;
	return error_set(err, &RULE_REFUSED,
			 P_("%s letter lies with %s; move it first",
			    "%s letters lie with %s; move them first", lying),
			 DIGITS(lying), p->name);
}

bool
post_end_decide(struct act *act, struct error *err)
{
	const struct post *p =
	    post_find(&act->standing.posts, act_operand(act, 0), err);

	if (p == NULL || !may_end_post(act, p, err))
		return false;
	act_put(act, "post", p->code);
	act_put(act, "name", p->name);
	return true;
}

static bool
may_head(const struct post *p, struct error *err)
{
	return role_of(p->role) & (ROLE_CHAIN | ROLE_DIVISION) ||
	       error_set(err, &RULE_REFUSED, _("%s (%s) heads no division"),
			 p->name, choice_label(post_roles, p->role));
}

/* The post that heads it may be one of the office or a new one. */
static bool
put_head(struct act *act, const char *code, struct error *err)
{
	const char *head = act_text(act, "head");
	const char *head_name = act_text(act, "head-name");
	const struct post *p;

	if (head != NULL && head_name == NULL) {
		p = post_find(&act->standing.posts, head, err);
		if (p == NULL || !may_head(p, err))
			return false;
		act_put(act, "post", p->code);
		return true;
	}
	if (head_name == NULL)
		return error_set(err, &REQUEST_MISSING,
				 _("say who heads it: --head POST, or "
				   "--head-name NAME for a new post"));
	head = head ? head : code;
	act_put(act, "post", head);
	act_put(act, "post_name", head_name);
	return act_check_code(head, err) && post_is_new(act, head, err);
}

static bool
division_is_new(const struct act *act, const char *code, struct error *err)
{
	const struct division_list *divisions = &act->standing.divisions;

	for (size_t i = 0; i < divisions->n; i++)
		if (strcmp(divisions->at[i].code, code) == 0)
			return error_set(err, &RULE_REFUSED,
					 _("the division %s is there already"),
					 code);
	return true;
}

bool
division_add_decide(struct act *act, struct error *err)
{
	const char *code = act_operand(act, 0);

	if (!act_check_code(code, err) || !division_is_new(act, code, err))
		return false;
	act_put(act, "division", code);
	act_put(act, "name", act_operand(act, 1));
	return put_head(act, code, err);
}

bool
division_end_decide(struct act *act, struct error *err)
{
	const struct division *d =
	    division_find(&act->standing.divisions, act_operand(act, 0), err);
	int64_t open;

	if (d == NULL || !rows_counted(act, QUERY_DIVISION_OPEN, "division",
				       d->code, &open, err))
		return false;
	if (open > 0)
		return error_set(err, &RULE_REFUSED,
				 P_("%s has %s letter to finish",
				    "%s has %s letters to finish", open),
				 d->name, DIGITS(open));
	act_put(act, "division", d->code);
	act_put(act, "name", d->name);
	return true;
}
