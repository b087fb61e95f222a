/* keeper.c -- answers a screen in another process, as one person */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/keeper.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/password.h"

#include "store/secret.h"

#include "model/secrecy.h"

#include "app/may.h"
#include "app/pin.h"

/* A look at one moment that lasts longer than this is given up: it would keep
   the register's log from being emptied. */
enum { LOOK_MS = 3000, ARGUMENTS_MAX = 4096 };

/* ------------------------------------------------------ what may be read */

/* As the register knows him now, but not for each letter anew. */
static void
look_at_viewer(struct register_keeper *k)
{
	moment second = session_now(k->s) / 1000000;
	int64_t version = store_version(k->s->store);
	struct error no = {0};

	if (k->is_fresh)
		return;
	k->is_fresh = true;
	if (k->second == second && k->version == version)
		return;
	k->second = second;
	k->version = version;
	k->last_letter = 0;
	arena_done(&k->arena);
	k->may_look = session_actor(k->s, &k->arena, &k->actor, &no) &&
		      actor_may_read(&k->actor, &no);
}

static bool
is_readable(struct register_keeper *k, int64_t letter, const char *secrecy)
{
	struct viewer by = {k->s->office, &k->actor, session_today(k->s)};
	struct letter l = {.id = letter, .secrecy = secrecy};
	struct error no = {0};

	return secrecy_veil(k->s->store, &by, &l, &no) && !l.is_veiled;
}

static bool
may_read_letter(void *ctx, int64_t office, int64_t letter, const char *secrecy)
{
	struct register_keeper *k = ctx;

	if (office != k->s->office)
		return false;
	if (letter == 0)
		return true;
	look_at_viewer(k);
	if (!k->may_look || secrecy == NULL)
		return k->may_look;
	if (letter != k->last_letter) {
		k->is_last_readable = is_readable(k, letter, secrecy);
		k->last_letter = letter;
	}
	return k->is_last_readable;
}

static bool
is_person(void *ctx, int64_t office, int64_t person)
{
	const struct session *s = ((struct register_keeper *)ctx)->s;

	return office == s->office && person == s->actor.person;
}

static bool
unseal(void *ctx, const char *sealed, struct text *open)
{
	return secret_unseal(((struct register_keeper *)ctx)->s->store, sealed,
			     open);
}

/* -------------------------------------------------------------------- acts */

/* What is no option or operand of the action, the command line would not have
   understood either; a PIN goes with any. */
static bool
is_known(const struct request *r, const struct argument *at, size_t *operands)
{
	if (at->value == NULL)
		return false;
	if (at->name == NULL)
		return action_operand(r->action, (*operands)++) != NULL;
	return action_option(r->action, at->name) != NULL ||
	       strcmp(at->name, PIN_ARGUMENT) == 0;
}

static bool
read_arguments(struct wire *w, struct arena *a, struct request *r)
{
	int64_t n = wire_int(w);
	struct argument *at;
	size_t operands = 0;

	if (n < 0 || n > ARGUMENTS_MAX)
		return false;
	at = arena_array(a, (size_t)n + 1, sizeof(*at));
	r->at = at;
	for (r->n = 0; r->n < (size_t)n; r->n++) {
		at[r->n].name = wire_text(w);
		at[r->n].value = wire_text(w);
		if (!is_known(r, &at[r->n], &operands))
			return false;
	}
	return wire_is_read(w);
}

static bool
read_request(struct wire *w, struct arena *a, struct request *r)
{
	const char *name = wire_text(w);
	size_t n;
	const void *id = wire_bytes(w, &n);

	*r = (struct request){.action = name ? action_find(name) : NULL};
	if (r->action == NULL || (r->action->needs & NEED_TERMINAL) ||
	    (r->action->look == NULL && r->action->decide == NULL) ||
	    n != ID_SIZE)
		return false;
	memcpy(r->act_id, id, ID_SIZE);
	return read_arguments(w, a, r);
}

static bool
serve_act(struct register_keeper *k, struct wire *w, struct text *answer,
	  struct error *err)
{
	struct arena a = {0};
	struct request r;
	json_t *told = NULL;
	bool ok = read_request(w, &a, &r) ? action_run(k->s, &r, &told, err)
					  : error_set(err, &KEPT_REFUSED, NULL);
	char *json = ok ? json_dumps(told, JSON_ENCODE_ANY) : NULL;

	if (ok)
		wire_put_text(answer, json);
	/* his own act does not change the version that he sees */
	k->version = -1;
	free(json);
	json_decref(told);
	arena_done(&a);
	return ok;
}

static bool
serve_enter(struct register_keeper *k, struct wire *w, struct text *answer,
	    struct error *err)
{
	const char *code = wire_text(w);

	(void)answer;
	k->version = -1;
	if (code == NULL || !wire_is_read(w))
		return error_set(err, &KEPT_REFUSED, NULL);
	return session_enter(k->s, code, err);
}

static bool
serve_hello(struct register_keeper *k, struct wire *w, struct text *answer,
	    struct error *err)
{
	const struct store *st = k->s->store;

	if (!wire_is_read(w))
		return error_set(err, &KEPT_REFUSED, NULL);
	wire_put_text(answer, store_path(st));
	wire_put_int(answer, store_is_read_only(st));
	wire_put_int(answer, store_is_own(st));
	return true;
}

/* Called while another person is writing: the screen shows it. */
static bool
ask_to_wait(void *ctx, const char *holder, int seconds)
{
	const struct register_keeper *k = ctx;
	struct text t = {0};
	struct wire w;
	bool go_on;

	wire_put_int(&t, KEPT_WAITING);
	wire_put_text(&t, holder);
	wire_put_int(&t, seconds);
	go_on =
	    wire_send(k->fd, &t) && wire_receive(k->fd, KEPT_QUESTION_MAX, &t);
	w = wire_read(&t);
	go_on = go_on && wire_int(&w) == 1;
	text_done(&t);
	return go_on;
}

/* --------------------------------------------------------------- the loop */

static bool
serve(struct register_keeper *k, int64_t ask, struct wire *w,
      struct text *answer, struct error *err)
{
	static bool (*const served[])(struct register_keeper * k,
				      struct wire * w, struct text * answer,
				      struct error * err) = {
	    [KEPT_HELLO] = serve_hello,
	    [KEPT_ACT] = serve_act,
	    [KEPT_ENTER] = serve_enter,
	};

	if (ask > KEPT_ENTER && ask < KEPT_ASKS)
		return keeper_serve_draft(k, (enum keeper_ask)ask, w, answer,
					  err);
	if (ask < KEPT_HELLO || ask > KEPT_ENTER || w->is_bad)
		return error_set(err, &KEPT_REFUSED, NULL);
	return served[ask](k, w, answer, err);
}

static void
answer_one(struct register_keeper *k, struct text *question,
	   struct text *answer)
{
	struct wire w = wire_read(question);
	int64_t ask = wire_int(&w);
	struct error err = {0};
	bool ok;

	k->is_fresh = false;
	text_clear(answer);
	if (ask == KEPT_ROWS && !w.is_bad) {
		store_serve(k->veiled, k->s->store, &w, answer);
		return;
	}
	store_rollback(k->veiled);
	wire_put_int(answer, 1);
	ok = serve(k, ask, &w, answer, &err);
	/* a PIN may be in it */
	secret_wipe(question->s, question->n);
	if (ok)
		return;
	text_clear(answer);
	wire_put_int(answer, 0);
	wire_put_error(answer, &err);
}

static bool
next_question(struct register_keeper *k, struct text *question)
{
	struct pollfd p = {.fd = k->fd, .events = POLLIN};

	if (store_in_transaction(k->veiled) && poll(&p, 1, LOOK_MS) == 0)
		store_rollback(k->veiled);
	return wire_receive(k->fd, KEPT_QUESTION_MAX, question);
}

bool
keeper_serve(struct session *s, int fd, struct error *err)
{
	struct register_keeper k = {.s = s, .fd = fd, .version = -1};
	const struct veil veil = {may_read_letter, is_person, unseal, &k};
	struct text question = {0}, answer = {0};

	k.veiled = store_open_veiled(store_path(s->store), &veil, err);
	if (k.veiled == NULL)
		return false;
	store_set_waiter(s->store, ask_to_wait, &k);
	do
		if (question.n > 0)
			answer_one(&k, &question, &answer);
	while ((answer.n == 0 || wire_send(fd, &answer)) &&
	       next_question(&k, &question));
	store_set_waiter(s->store, NULL, NULL);
	keeper_drafts_done(&k);
	store_close(k.veiled);
	arena_done(&k.arena);
	text_done(&question);
	text_done(&answer);
	return true;
}

void
keeper_refuse(int fd, const struct error *why)
{
	struct text t = {0};

	if (wire_receive(fd, KEPT_QUESTION_MAX, &t)) {
		text_clear(&t);
		wire_put_int(&t, 0);
		wire_put_error(&t, why);
		if (!wire_send(fd, &t))
			text_clear(&t);
	}
	text_done(&t);
}
