/* turn.c -- the turn of an office at a server: first come, first served */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "base/mem.h"

#include "store/internal.h"

struct holder {
	char login[80];
};

static bool
keep_holder(void *ctx, const struct row *row, struct error *err)
{
	struct holder *h = ctx;
	size_t n;
	const char *s = row_bytes(row, 0, &n);

	(void)err;
	snprintf(h->login, sizeof(h->login), "%.*s", (int)n, s ? s : "");
	return true;
}

/* Our own line waits; so another asks. */
static void
holder_ask(const struct store *st, int64_t office, struct holder *h)
{
	struct store *other = xcalloc(1, sizeof(*other));
	struct error ignored = {0};

	other->engine = st->engine;
	other->path = xstrdup(st->path);
	other->mode = STORE_READ;
	other->holder = "";
	if (!store_line(other, &ignored) ||
	    !query_each(other, QUERY_TURN_HOLDER,
			PARAMS(P_INT("office", office)), keep_holder, h,
			&ignored))
		h->login[0] = '\0';
	store_close(other);
}

/* The server queues fairly, and forgets who gives up: so one waits as long as
   anybody may, and asks now and then for whom. */
static bool
turn_wait(struct store *st, int64_t office, struct error *err)
{
	enum { SELDOM = 4 * GATE_TICK };
	struct holder h = {""};
	struct error ignored = {0};

	for (int s = GATE_TICK; !st->engine->wait(st->conn, GATE_TICK);
	     s += GATE_TICK) {
		if (st->wait != NULL && (s == GATE_TICK || s % SELDOM == 0))
			holder_ask(st, office, &h);
		if (store_wait(st, h.login, s))
			continue;
		st->engine->cancel(st->conn);
		if (!store_settle(st, &ignored))
			return error_set(err, &STORE_BUSY, "%s", h.login);
		return true; /* it came at the last moment */
	}
	return store_settle(st, err);
}

static bool
turn_take(struct store *st, int64_t office, struct error *err)
{
	if (office == 0)
		return query_send(st, QUERY_TURN_OF_REGISTER, NULL, err);
	return query_send(st, QUERY_TURN_OF_OFFICE,
			  PARAMS(P_INT("office", office)), err);
}

static bool
begin(struct store *st, struct error *err)
{
	bool ok;

	if (!store_connected(st, err))
		return false;
	st->transaction = TRANSACTION_WRITE;
	st->turn = st->office;
	ok = query_send(st, QUERY_BEGIN_WRITE, NULL, err) &&
	     turn_take(st, st->turn, err) && turn_wait(st, st->turn, err);
	if (!ok && !store_is_lost(st))
		store_rollback(st);
	if (!ok)
		st->transaction = TRANSACTION_NONE;
	return ok;
}

/* At a server one waits inside the transaction, not before it.  One that was
   restarted is noticed here: nothing is done yet. */
bool
turn_begin(struct store *st, struct error *err)
{
	struct error why = {0};

	if (st->transaction != TRANSACTION_NONE)
		bug("a transaction inside a transaction");
	if (begin(st, &why))
		return true;
	if (store_is_lost(st))
		return store_reopen(st, err) && begin(st, err);
	*err = why;
	return false;
}

/* Who has the turn of all, or this one, has it already. */
bool
store_turn(struct store *st, int64_t office, struct error *err)
{
	return !st->engine->is_server || st->turn == 0 || office == st->turn ||
	       (turn_take(st, office, err) && turn_wait(st, office, err));
}

void
turn_sign(struct store *st)
{
	struct error ignored = {0};

	if (st->engine->is_server && st->conn != NULL &&
	    !query_send(st, QUERY_NAME_LINE,
			PARAMS(P_TEXT("login", st->holder)), &ignored))
		ignored.kind = NULL;
}
