/* apply.c -- what an event does to the state tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "store/internal.h"

static size_t
apply_index(const char *kind)
{
	for (size_t i = 0; i < apply_count; i++)
		if (strcmp(apply_texts[i].kind, kind) == 0)
			return i;
	return apply_count;
}

static void **
apply_prepared(struct store *st, size_t i)
{
	if (st->applies == NULL)
		st->applies = xcalloc(apply_count, sizeof(*st->applies));
	/* A kind that changes nothing has none. */
	if (st->applies[i] == NULL)
		st->applies[i] = xcalloc(apply_texts[i].n + 1, sizeof(void *));
	return st->applies[i];
}

static bool
apply_one(struct store *st, void **stmt, const char *sql,
	  const struct param *params, struct error *err)
{
	if (*stmt == NULL)
		*stmt = st->engine->prepare(st->conn, sql, err);
	return *stmt != NULL && statement_send(st, *stmt, params, err);
}

/* A server's index is made from the words as they are then: of one letter, of
   those since it, or of all. */
static bool
index_at_server(struct store *st, const char *kind, const struct param *params,
		struct error *err)
{
	static const struct {
		const char *kind;
		enum query_id out, in;
	} ways[] = {
	    {"search.rebuild", QUERY_INDEX_EMPTY, QUERY_INDEX_FILL},
	    {"search.add", QUERY_INDEX_TAKE_OUT_SINCE,
	     QUERY_INDEX_PUT_IN_SINCE},
	    {NULL, QUERY_INDEX_TAKE_OUT, QUERY_INDEX_PUT_IN},
	};
	size_t i = 0;

	while (ways[i].kind != NULL && strcmp(ways[i].kind, kind) != 0)
		i++;
	return query_send(st, ways[i].out, params, err) &&
	       query_send(st, ways[i].in, params, err);
}

/* Most letters have no stamps, and no mail they came in. */
static bool
is_needed(const struct apply_statement *one, const char *body)
{
	return one->with == NULL || body == NULL ||
	       strstr(body, one->with) != NULL;
}

static const char *
body_of(const struct param *params)
{
	for (const struct param *p = params; p != NULL && p->name; p++)
		if (strcmp(p->name, "body") == 0)
			return p->p;
	return NULL;
}

bool
store_apply(struct store *st, const char *kind, const struct param *params,
	    struct error *err)
{
	size_t i = apply_index(kind);
	const char *body = body_of(params);
	void **stmts;
	bool ok = true, is_index = false;

	if (st->transaction != TRANSACTION_WRITE)
		bug("an event applied outside a write transaction");
	if (i == apply_count)
		return error_set(err, &STORE_NEWER, "%s", kind);
	stmts = apply_prepared(st, i);
	for (size_t k = 0; ok && k < apply_texts[i].n; k++) {
		const struct apply_statement *one = &apply_texts[i].sql[k];

		if (!is_needed(one, body))
			continue;
		st->engine->guard(st->conn,
				  one->is_redact ? GUARD_REDACT : GUARD_APPLY);
		is_index = is_index || (one->is_index && st->is_indexed);
		if (one->is_index && st->engine->is_server)
			continue;
		if (!one->is_index || st->is_indexed)
			ok = apply_one(st, &stmts[k], one->sql, params, err);
	}
	st->engine->guard(st->conn, GUARD_LOOK);
	if (ok && is_index && st->engine->is_server)
		ok = index_at_server(st, kind, params, err);
	return ok;
}

void
applies_finish(struct store *st)
{
	for (size_t i = 0; st->applies != NULL && i < apply_count; i++) {
		for (size_t k = 0; st->applies[i] && k < apply_texts[i].n; k++)
			st->engine->finish(st->applies[i][k]);
		free(st->applies[i]);
	}
	free(st->applies);
	st->applies = NULL;
}
