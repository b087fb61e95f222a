/* order.c -- สั่งการ: the nayok decides, the divisions take and finish */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/circulate.h"
#include "app/decisions.h"
#include "app/hand-over.h"

static bool
is_listed(const json_t *list, const char *word)
{
	size_t i;
	json_t *value;

	json_array_foreach(list, i, value) if (strcmp(json_string_value(value),
						      word) == 0) return true;
	return false;
}

static bool
add_division(struct act *act, const char *word, json_t *codes, json_t *names,
	     struct error *err)
{
	const struct division *d =
	    division_find(&act->standing.divisions, word, err);

	if (d == NULL)
		return false;
	if (!is_listed(codes, d->code)) {
		json_array_append_new(codes, json_string(d->code));
		json_array_append_new(names, json_string(d->name));
	}
	return true;
}

/* The paper goes to the first division, or back to the clerk to be filed. */
static const struct post *
post_for_paper(const struct act *act, const json_t *codes)
{
	const struct standing *s = &act->standing;
	const char *first = json_string_value(json_array_get(codes, 0));

	for (size_t i = 0; first && i < s->divisions.n; i++)
		if (strcmp(s->divisions.at[i].code, first) == 0)
			return &s->posts.at[post_index(
			    &s->posts, s->divisions.at[i].post)];
	return post_first(&s->posts);
}

/* Duties that nobody owns are of the only division, or of the one named. */
static bool
put_duties(struct act *act, const json_t *codes, struct error *err)
{
	const char *word = act_text(act, "duties");
	const struct division *d;

	if (word == NULL) {
		if (json_array_size(codes) == 1)
			act_put_json(act, "duties",
				     json_incref(json_array_get(codes, 0)));
		return true;
	}
	d = division_find(&act->standing.divisions, word, err);
	if (d == NULL)
		return false;
	if (!is_listed(codes, d->code))
		return error_set(err, &REQUEST_WRONG,
				 _("%s is none of the divisions it is given "
				   "to"),
				 d->name);
	act_put(act, "duties", d->code);
	return true;
}

/* A letter may close while a monthly report goes on; nobody shall forget. */
static void
remark_duties(struct act *act)
{
	if (duties_are_open(&act->standing.file))
		act_remark(act,
			   _("its duties stay open; `duties' lists what is "
			     "to be done by when"));
}

/* ทราบ ends the matter; มอบ opens a task in every division named. */
bool
order_decide(struct act *act, struct error *err)
{
	json_t *codes = json_array(), *names = json_array();

	act_put_json(act, "divisions", codes);
	act_put_json(act, "division_names", names);
	act_put_own_proposal(act);
	act_put(act, "note", act_text(act, "note"));
	for (size_t i = 0; request_value_at(act->r, "assign", i); i++) {
		const char *word = act_text_at(act, "assign", i);

		/* A script's empty variable must not end the matter. */
		if (word == NULL)
			return error_set(err, &REQUEST_MISSING,
					 _("a division (--assign)"));
		if (!add_division(act, word, codes, names, err))
			return false;
	}
	act_put(act, "state",
		json_array_size(codes) > 0 ? STATE_ORDERED : STATE_CLOSED);
	paper_goes(act, post_for_paper(act, codes));
	if (json_array_size(codes) == 0)
		remark_duties(act);
	return put_duties(act, codes, err);
}

/* Which of several divisions is never guessed. */
static bool
is_the_only(struct act *act, const char *what, const char *word,
	    const struct assignment *g, struct error *err)
{
	const struct letter_file *f = &act->standing.file;
	struct standing rest = act->standing;
	struct error none = {0};
	const struct assignment *other;

	rest.file.assignments += g - f->assignments + 1;
	rest.file.n_assignments -= (size_t)(g - f->assignments) + 1;
	other = word ? NULL : standing_assignment(&rest, what, NULL, &none);
	return other == NULL ||
	       error_set(err, &REQUEST_MISSING, _("%s or %s (--division)"),
			 g->division_name, other->division_name);
}

static const struct assignment *
put_division(struct act *act, const char *what, struct error *err)
{
	const char *word = act_text(act, "division");
	const struct assignment *g =
	    standing_assignment(&act->standing, what, word, err);

	if (g == NULL || !is_the_only(act, what, word, g, err))
		return NULL;
	act->entry.as = actor_post(&act->actor, g->post);
	act_put(act, "division", g->division);
	act_put(act, "division_name", g->division_name);
	return g;
}

/* The division receives it in its own book, with its own running number.  What
   only goes round gets none. */
bool
acknowledge_decide(struct act *act, struct error *err)
{
	const struct assignment *g;

	if (act_text(act, "division") == NULL &&
	    !standing_is_to_take(&act->standing)) {
		circulate_note(act);
		return true;
	}
	g = put_division(act, "acknowledge", err);
	if (g == NULL)
		return false;
	paper_comes(act, g->post);
	act->entry.book = arena_printf(act->arena, "division:%s", g->division);
	act->entry.year = act->standing.policies.year;
	return ledger_next_number(act->s->store, act->s->office,
				  act->entry.book, act->entry.year,
				  &act->entry.number, err);
}

/* The reply that was sent for the division, when none is named; the newest
   that was not cancelled. */
static const char *
reply_sent(struct act *act, const char *division)
{
	const struct letter_file *f = &act->standing.file;

	for (size_t i = f->n_replies; i > 0; i--) {
		const struct reply *r = &f->replies[i - 1];

		if (!r->is_answer || strcmp(r->state, STATE_CANCELLED) == 0 ||
		    !text_is_same(r->division, division))
			continue;
		return r->ref_no ? r->ref_no
				 : arena_strdup(act->arena,
						BOOK_NUMBER(r->book, r->year,
							    r->number));
	}
	return NULL;
}

bool
done_decide(struct act *act, struct error *err)
{
	const struct assignment *g = put_division(act, "done", err);
	const char *reply = act_text(act, "reply");

	if (g == NULL)
		return false;
	act_put(act, "reply", reply ? reply : reply_sent(act, g->division));
	act_put(act, "note", act_text(act, "note"));
	remark_duties(act);
	return true;
}
