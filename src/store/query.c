/* query.c -- run named statements and see their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "store/internal.h"
#include "store/once.h"

enum guard
query_guard(enum query_id q)
{
	static const struct {
		const char *file;
		enum guard guard;
	} guards[] = {
	    {"settings", GUARD_SETTINGS},
	    {"checks", GUARD_SETTINGS},
	    {"ledger", GUARD_CHAIN},
	    {"veil", GUARD_BUILD},
	};

	for (size_t i = 0; i < ARRAY_SIZE(guards); i++)
		if (strcmp(guards[i].file, query_texts[q].file) == 0)
			return guards[i].guard;
	return GUARD_LOOK;
}

const char *
query_name(enum query_id q)
{
	return query_texts[q].name;
}

static void *
query_prepared(struct store *st, enum query_id q, struct error *err)
{
	const struct query_text *text = &query_texts[q];
	bool is_own = st->engine->is_server && text->postgresql != NULL;

	if (st->prepared[q] != NULL)
		return st->prepared[q];
	st->prepared[q] = st->engine->prepare(
	    st->conn, is_own ? text->postgresql : text->sql, err);
	if (text->in_pieces && st->engine->in_pieces != NULL)
		st->engine->in_pieces(st->prepared[q]);
	return st->prepared[q];
}

bool
statement_run(struct store *st, void *stmt, const struct param *params,
	      row_fn each, void *ctx, struct error *err)
{
	struct row row = {st->engine, stmt};
	enum engine_step step = ENGINE_FAILED;

	st->n_run++;
	if (!st->engine->bind(st->conn, stmt, params, err))
		return false;
	while ((step = st->engine->step(st->conn, stmt, err)) == ENGINE_ROW)
		if (each != NULL && !each(ctx, &row, err))
			break;
	st->engine->reset(stmt);
	return step == ENGINE_DONE;
}

bool
statement_send(struct store *st, void *stmt, const struct param *params,
	       struct error *err)
{
	if (st->engine->send == NULL)
		return statement_run(st, stmt, params, NULL, NULL, err);
	st->n_run++;
	return st->engine->bind(st->conn, stmt, params, err) &&
	       st->engine->send(st->conn, stmt, err);
}

static bool
run_now(struct store *st, enum query_id q, const struct param *params,
	row_fn each, void *ctx, struct error *err)
{
	void *stmt;
	bool ok = false;

	st->engine->guard(st->conn, query_guard(q));
	stmt = query_prepared(st, q, err);
	if (stmt != NULL)
		ok = statement_run(st, stmt, params, each, ctx, err);
	st->engine->guard(st->conn, GUARD_LOOK);
	return ok;
}

/* A server that was restarted is noticed by a statement that fails.  Outside
   a transaction it has done nothing, so it is run again, once. */
bool
query_each(struct store *st, enum query_id q, const struct param *params,
	   row_fn each, void *ctx, struct error *err)
{
	struct error why = {0};

	if (!store_connected(st, err))
		return false;
	if (st->transaction == TRANSACTION_READ && query_texts[q].once)
		return once_each(&st->once, q, params, run_now, st, each, ctx,
				 err);
	if (run_now(st, q, params, each, ctx, &why))
		return true;
	if (st->transaction != TRANSACTION_NONE || !store_is_lost(st)) {
		*err = why;
		return false;
	}
	return store_reopen(st, err) && run_now(st, q, params, each, ctx, err);
}

bool
query_run(struct store *st, enum query_id q, const struct param *params,
	  int *changes, struct error *err)
{
	if (!query_each(st, q, params, NULL, NULL, err))
		return false;
	if (changes != NULL)
		*changes = st->engine->changes(st->conn);
	return true;
}

bool
query_send(struct store *st, enum query_id q, const struct param *params,
	   struct error *err)
{
	void *stmt;

	if (st->engine->send == NULL)
		return query_run(st, q, params, NULL, err);
	if (!store_connected(st, err))
		return false;
	stmt = query_prepared(st, q, err);
	return stmt != NULL && statement_send(st, stmt, params, err);
}

void
query_ahead(struct store *st, enum query_id q, const struct param *params)
{
	struct error ignored = {0};
	void *stmt;

	if (st->engine->ahead == NULL || st->conn == NULL)
		return;
	stmt = query_prepared(st, q, &ignored);
	if (stmt != NULL && st->engine->bind(st->conn, stmt, params, &ignored))
		st->engine->ahead(st->conn, stmt);
}

unsigned long
store_journeys(const struct store *st)
{
	return st->engine->journeys != NULL && st->conn != NULL
		   ? st->engine->journeys(st->conn)
		   : 0;
}

bool
store_settle(struct store *st, struct error *err)
{
	return st->engine->settle == NULL || st->conn == NULL ||
	       st->engine->settle(st->conn, err);
}

int
row_columns(const struct row *row)
{
	return row->engine->columns(row->stmt);
}

const char *
row_name(const struct row *row, int column)
{
	return row->engine->name_of(row->stmt, column);
}

bool
row_is_null(const struct row *row, int column)
{
	return row->engine->is_null(row->stmt, column);
}

int64_t
row_int(const struct row *row, int column)
{
	return row->engine->integer(row->stmt, column);
}

const void *
row_bytes(const struct row *row, int column, size_t *n)
{
	return row->engine->bytes(row->stmt, column, n);
}

static bool
keep_number(void *ctx, const struct row *row, struct error *err)
{
	(void)err;
	*(int64_t *)ctx = row_int(row, 0);
	return true;
}

bool
query_number(struct store *st, enum query_id q, const struct param *params,
	     int64_t *n, struct error *err)
{
	return query_each(st, q, params, keep_number, n, err);
}

void
queries_finish(struct store *st)
{
	for (size_t q = 0; q < QUERY_COUNT; q++) {
		st->engine->finish(st->prepared[q]);
		st->prepared[q] = NULL;
	}
	applies_finish(st);
}
