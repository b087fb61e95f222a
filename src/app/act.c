/* act.c -- one writing act on its way: from a request to an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/act.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/guard.h"

#include "app/ahead.h"
#include "app/answer.h"
#include "app/clock.h"
#include "app/decisions.h"
#include "app/duty.h"
#include "app/keeper.h"
#include "app/many.h"
#include "app/may.h"
#include "app/pin.h"
#include "app/reach.h"
#include "app/reserve.h"

const struct error_kind RULE_REFUSED = {"rule", EXIT_REFUSED,
					N_("a rule of the office says no")};

/* For an act on nothing else but what the request says. */
static struct act
act_of(struct session *s, const struct request *r, struct arena *a)
{
	return (struct act){
	    .s = s,
	    .r = r,
	    .id = r->act_id,
	    .number =
		(r->action->needs & NEED_LETTER) ? request_operand(r, 0) : NULL,
	    .arena = a,
	    .entry = {.body = json_object()},
	};
}

void
act_done(struct act *act)
{
	json_decref(act->told);
	json_decref(act->remarks);
	json_decref(act->exchange);
	entry_done(&act->entry);
	act_drop_also(act);
}

/* Of several posts, only the one that was said. */
static bool
keep_post(struct act *act, struct error *err)
{
	const char *said = act_text(act, "as-post");
	const struct post *p;
	const struct held_post *as;

	if (said == NULL)
		return true;
	p = post_find(&act->standing.posts, said, err);
	as = p ? actor_post(&act->actor, p->code) : NULL;
	if (as == NULL)
		return p && standing_refuse(&act->standing, p->code, err);
	act->actor.posts = arena_array(act->arena, 1, sizeof(*as));
	act->actor.posts[0] = *as;
	act->actor.n_posts = 1;
	return true;
}

/* Once for all that an act writes: midnight may pass meanwhile. */
static bool
take_moment(struct act *act, struct error *err)
{
	const struct session *s = act->s;

	return clock_guard(act, err) &&
	       ledger_moment(s->store, s->office, session_now(s), &act->at,
			     err);
}

static bool
decide(struct act *act, struct error *err)
{
	const struct action *a = act->r->action;
	const struct session *s = act->s;

	return standing_read(s, act->at, act->number, act->arena, &act->actor,
			     &act->standing, err) &&
	       keep_post(act, err) &&
	       standing_may(&act->standing, a, &act->entry.as, err) &&
	       a->decide(act, err);
}

bool
act_rehearse(struct act *act, bool *done, struct error *err)
{
	struct session *s = act->s;
	struct event e;
	bool ok;

	*done = false;
	if (store_is_read_only(s->store))
		return error_set(err, &STORE_READ_ONLY, NULL);
	if (!ledger_find(s->store, s->office, act->r->act_id, act->arena, &e,
			 done, err))
		return false;
	if (*done)
		return true;
	ok = take_moment(act, err) && decide(act, err);
	act_drop_also(act);
	return ok;
}

/* What stands to be written in the office's chain whoever acts next, before
   that act is decided.  Each is done with when there is nothing to write. */
static bool (*const before_any_act[])(struct act *act, struct error *err) = {
    day_close_before,   reserve_expire, duty_roll_before,
    backup_tell_before, NULL,
};

bool
act_write_before(struct act *act, struct error *err)
{
	if (!take_moment(act, err))
		return false;
	ahead_of_decision(act);
	for (size_t i = 0; before_any_act[i] != NULL; i++)
		if (!before_any_act[i](act, err))
			return false;
	return true;
}

bool
act_before_only(struct session *s, const struct request *r, size_t *n,
		struct error *err)
{
	struct arena a = {0};
	struct act act = act_of(s, r, &a);
	bool ok = store_begin_write(s->store, err);

	if (ok &&
	    (!act_write_before(&act, err) || !store_commit(s->store, err))) {
		store_rollback(s->store);
		ok = false;
	}
	*n = act.n_derived;
	act_done(&act);
	arena_done(&a);
	return ok;
}

void
act_add_told(const struct act *act, json_t *answer)
{
	if (act->told != NULL)
		json_object_update(answer, act->told);
	if (act->remarks != NULL)
		json_object_set(answer, "remarks", act->remarks);
}

bool
act_one(struct act *act, json_t **answer, struct error *err)
{
	struct event e = {0};

	if (!decide(act, err))
		return false;
	if (act->entry.kind == NULL)
		act->entry.kind = act->r->action->event;
	if (act->number != NULL)
		act->entry.letter = act->standing.file.letter.id;
	return act_write_all(act, &e, err) &&
	       answer_of_event(act->s, &e, answer, err);
}

static bool
do_asked(struct act *act, json_t **answer, struct error *err)
{
	struct letters_asked asked = {0};

	if (!act_write_before(act, err))
		return false;
	if (act->r->action->many != NULL &&
	    !letters_asked(act->r, session_year(act->s), act->arena, &asked,
			   err))
		return false;
	if (asked.n > 1)
		return act_many(act, &asked, answer, err);
	if (asked.n == 1)
		act->number = letter_of(&asked.at[0], act->arena);
	return act_one(act, answer, err);
}

/* The commit failed and may still have happened: only the register knows. */
static bool
ask_again(struct act *act, struct error *err)
{
	struct session *s = act->s;
	struct error why = *err;
	struct event e;
	bool found = false;

	if (store_reopen(s->store, err) &&
	    ledger_find(s->store, s->office, act->r->act_id, act->arena, &e,
			&found, err) &&
	    found)
		return true;
	*err = why;
	return false;
}

/* The answer is read before the commit: what can still fail after it would
   call an act refused that was done. */
static bool
transact(struct act *act, json_t **answer, struct error *err)
{
	struct store *st = act->s->store;
	bool found = false, ok;

	if (!store_begin_write(st, err))
		return false;
	ahead_of_act(act);
	ok = act_find_done(act->s, act->r, &found, answer, err) &&
	     (found || do_asked(act, answer, err));
	if (ok && !found && (store_commit(st, err) || ask_again(act, err))) {
		mark_write(st, act->is_abroad ? 0 : act->s->office);
		return true;
	}
	store_rollback(st);
	return ok && found;
}

void
act_tell(struct act *act, const char *key, json_t *value)
{
	if (act->told == NULL)
		act->told = json_object();
	json_object_set_new(act->told, key, value);
}

void
act_remark(struct act *act, const char *sentence)
{
	const json_t *said;
	size_t i;

	if (act->remarks == NULL)
		act->remarks = json_array();
	/* What was rehearsed is decided twice. */
	json_array_foreach(
	    act->remarks, i,
	    said) if (strcmp(json_string_value(said), sentence) == 0) return;
	json_array_append_new(act->remarks, json_string(sentence));
}

/* Whoever gives the right one hears of the wrong ones before it. */
static bool
ask_pin(struct act *act, struct error *err)
{
	struct pin_tries before;
	struct text t = {0};
	char *sentence;

	if (!pin_pass(act->s, act->r, &act->has_pin, &before, err))
		return false;
	if (before.wrong > 0) {
		text_add_tries(&t, act->s, &before);
		sentence = xasprintf(_("of your PIN: %s"), text_str(&t));
		act_remark(act, sentence);
		free(sentence);
		text_done(&t);
	}
	return true;
}

static bool
act_run(struct act *act, json_t **answer, struct error *err)
{
	const struct action *a = act->r->action;

	if (!ask_pin(act, err) || (a->prepare != NULL && !a->prepare(act, err)))
		return false;
	if (!transact(act, answer, err)) {
		json_decref(*answer);
		*answer = NULL;
		if (a->untold != NULL)
			a->untold(act, err);
		return false;
	}
	if (a->settle != NULL)
		a->settle(act);
	act_add_told(act, *answer);
	return true;
}

/* People and posts may be others now, our own among them. */
static bool
changes_people(const struct action *a)
{
	return a->decide != NULL && !(a->needs & NEED_LETTER) &&
	       !route_has(a->name);
}

static bool
act_do(struct session *s, const struct request *r, json_t **answer,
       struct error *err)
{
	struct arena a = {0};
	struct act act = act_of(s, r, &a);
	bool ok = act_run(&act, answer, err);

	act_done(&act);
	arena_done(&a);
	return ok;
}

static bool
is_without_fault(const struct session *s, const struct request *r,
		 struct error *err)
{
	struct fault fault;

	if (request_faults(r, session_now(s), &fault, 1) == 0)
		return reach_request(&s->wish, r, err);
	*err = fault.error;
	return false;
}

/* As of now: the person as the session was opened may have another post. */
static bool
may_look(struct session *s, const struct action *a, struct error *err)
{
	return !(a->needs & NEED_REGISTER) || action_may(s, a, NULL, err);
}

bool
action_each(struct session *s, const struct request *r, answer_row_fn row,
	    void *ctx, struct error *err)
{
	return is_without_fault(s, r, err) && may_look(s, r->action, err) &&
	       r->action->each(s, r, row, ctx, err);
}

static bool
run_here(struct session *s, const struct request *r, json_t **answer,
	 struct error *err)
{
	if (r->action->look != NULL)
		return may_look(s, r->action, err) &&
		       r->action->look(s, r, answer, err);
	if (r->action->decide == NULL)
		bug("%s is not done here", r->action->name);
	return act_do(s, r, answer, err);
}

bool
action_run(struct session *s, const struct request *r, json_t **answer,
	   struct error *err)
{
	*answer = NULL;
	if (!is_without_fault(s, r, err))
		return false;
	if (s->is_stale && !session_refresh(s, err))
		return false;
	if (!(session_is_kept(s) ? keeper_act(s, r, answer, err)
				 : run_here(s, r, answer, err)))
		return false;
	if (changes_people(r->action))
		s->is_stale = true;
	return true;
}

bool
action_open(struct session *s, const char *number, bool *is_done,
	    struct error *err)
{
	const struct argument operand = {NULL, number};
	struct request open = {
	    .action = action_find("open"), .at = &operand, .n = 1};
	struct error no = {0};
	json_t *answer = NULL;

	*is_done = false;
	if (!action_may(s, open.action, number, &no))
		return true;
	random_bytes(open.act_id, sizeof(open.act_id));
	*is_done = action_run(s, &open, &answer, err);
	json_decref(answer);
	/* Another holder of the post may have been quicker. */
	return *is_done || err->kind == &ROUTE_WRONG_STATE;
}
