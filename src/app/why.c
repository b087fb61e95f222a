/* why.c -- which acts can be done now, and if not, which rule says so */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/why.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/act.h"

static const struct error_kind NO_LETTER = {"no-letter", EXIT_REFUSED,
					    N_("there is no letter to do it "
					       "to")};

/* May the holder of this post, whoever that is? */
static bool
post_may(const struct may *m, const struct action *a, const struct post *post)
{
	struct held_post held = {
	    .post = post->code,
	    .name = post->name,
	    .position = post->position,
	    .role = post->role,
	};
	const struct actor holder = {.posts = &held, .n_posts = 1};
	struct error no = {0};

	return may_by(m, &holder, a, &no);
}

static void
find_who(const struct may *m, struct reason *r, struct arena *a)
{
	const struct post_list *posts = &m->standing.posts;

	r->who = arena_array(a, posts->n, sizeof(struct post *));
	for (size_t i = 0; i < posts->n; i++)
		if (post_may(m, r->action, &posts->at[i]))
			r->who[r->n_who++] = &posts->at[i];
}

/* NULL where it is in one of them already. */
static const char *
states_of(const struct action *action, const char *state, struct arena *a)
{
	struct text t = {0};
	const char *when = NULL;
	bool is_now = false;

	for (const struct route *r = routes; r->act; r++) {
		if (!r->from || strcmp(r->act, action->name) != 0)
			continue;
		text_printf(&t, "%s%s", t.n > 0 ? ", " : "",
			    choice_label(letter_states, r->from));
		is_now = is_now || (state && strcmp(r->from, state) == 0);
	}
	if (t.n > 0 && !is_now)
		when = arena_strdup(a, t.s);
	text_done(&t);
	return when;
}

static void
find_reason(const struct may *m, const struct action *action, bool has_letter,
	    struct arena *a, struct reason *r)
{
	*r = (struct reason){.action = action};
	if ((action->needs & NEED_LETTER) && !has_letter) {
		error_set(&r->no, &NO_LETTER, NULL);
		return;
	}
	/* By the rules; looking alone opens the register for reading only, and
	   that is no rule. */
	r->may = may_by(m, &m->actor, action, &r->no) &&
		 (!m->session->wish.read_only ||
		  error_set(&r->no, &STORE_READ_ONLY, NULL));
	r->when = states_of(action, m->standing.file.letter.state, a);
	if (route_has(action->name))
		find_who(m, r, a);
}

/* By its name, where it writes: looking is refused to nobody. */
static const struct action *
find_action(const char *name, struct error *err)
{
	const struct action *a = action_find(name);

	if (a && a->decide && !(a->needs & NEED_TERMINAL))
		return a;
	error_set(err, &REQUEST_WRONG, _("%.60s is no act that writes"), name);
	return NULL;
}

bool
why_read(struct session *s, const char *number, const char *action,
	 struct arena *a, struct reason_list *list, struct error *err)
{
	const struct action *one = action ? find_action(action, err) : NULL;
	struct may *m = arena_alloc(a, sizeof(*m));
	size_t n = 0;

	*list = (struct reason_list){0};
	if ((action && !one) || !may_read(m, s, number, a, err))
		return false;
	while (actions[n].name)
		n++;
	list->at = arena_array(a, n, sizeof(*list->at));
	for (const struct action *at = actions; at->name; at++)
		if (one ? at == one : route_has(at->name))
			find_reason(m, at, number != NULL, a,
				    &list->at[list->n++]);
	return true;
}

char *
reason_rule(const struct reason *r)
{
	if (r->may)
		return NULL;
	if (r->no.kind == &ROUTE_NOT_YOURS && r->n_who > 0)
		return xstrdup(_(r->no.kind->text));
	/* Where it stands is said; that it is no place for the act, by ✗. */
	if (r->no.kind == &ROUTE_WRONG_STATE)
		return xstrdup(r->no.detail);
	return error_sentence(&r->no);
}

char *
reason_who(const struct reason *r)
{
	struct text t = {0};

	if (r->may || (r->n_who == 0 && !r->when))
		return NULL;
	if (r->n_who == 0)
		return xasprintf(_("only while it is: %s"), r->when);
	text_add(&t, _("may now: "));
	for (size_t i = 0; i < r->n_who; i++) {
		text_printf(&t, "%s%s (%s)", i > 0 ? ", " : "", r->who[i]->name,
			    post_people(r->who[i]));
	}
	return text_take(&t);
}

/* ------------------------------------------------- on the command line */

static json_t *
who_json(const struct reason *r)
{
	json_t *j = json_array();

	for (size_t i = 0; i < r->n_who; i++)
		json_array_append_new(j, json_pack("{s:s, s:s, s:s?}", "post",
						   r->who[i]->code, "name",
						   r->who[i]->name, "holders",
						   r->who[i]->holders));
	return j;
}

static json_t *
reason_json(const struct reason *r)
{
	char *rule = reason_rule(r), *who = reason_who(r);
	json_t *j =
	    json_pack("{s:s, s:b, s:s?, s:s?, s:s?, s:s?, s:o}", "action",
		      r->action->name, "may", r->may, "rule",
		      r->may ? NULL : r->no.kind->name, "why", rule, "instead",
		      who, "when", r->when, "who", who_json(r));

	free(rule);
	free(who);
	return j;
}

bool
why_look(struct session *s, const struct request *r, json_t **answer,
	 struct error *err)
{
	struct arena a = {0};
	struct reason_list list;
	bool ok = why_read(s, request_operand(r, 0), request_operand(r, 1), &a,
			   &list, err);

	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < list.n; i++)
		json_array_append_new(*answer, reason_json(&list.at[i]));
	arena_done(&a);
	return ok;
}
