/* query.c -- run named statements, read rows into structs by column name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "store/internal.h"

struct row {
	const struct engine *engine;
	void *stmt;
};

enum guard
query_guard(enum query_id q)
{
	static const struct {
		const char *file;
		enum guard guard;
	} guards[] = {
	    {"settings", GUARD_SETTINGS},
	    {"checks",   GUARD_SETTINGS},
	    {"ledger",   GUARD_CHAIN   },
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
	if (st->prepared[q] == NULL)
		st->prepared[q] =
		    st->engine->prepare(st->conn, query_texts[q].sql, err);
	return st->prepared[q];
}

static bool
run_rows(struct store *st, void *stmt, const struct param *params, row_fn each,
	 void *ctx, struct error *err)
{
	struct row row = {st->engine, stmt};
	enum engine_step step = ENGINE_FAILED;

	if (!st->engine->bind(st->conn, stmt, params, err))
		return false;
	while ((step = st->engine->step(st->conn, stmt, err)) == ENGINE_ROW)
		if (each != NULL && !each(ctx, &row, err))
			break;
	st->engine->reset(stmt);
	return step == ENGINE_DONE;
}

bool
query_each(struct store *st, enum query_id q, const struct param *params,
	   row_fn each, void *ctx, struct error *err)
{
	void *stmt;
	bool ok = false;

	st->engine->guard(st->conn, query_guard(q));
	stmt = query_prepared(st, q, err);
	if (stmt != NULL)
		ok = run_rows(st, stmt, params, each, ctx, err);
	st->engine->guard(st->conn, GUARD_LOOK);
	return ok;
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

static struct date
date_of_iso(const char *s, size_t n)
{
	struct date d = {0};
	char copy[11] = "";

	if (s == NULL || n != 10)
		return d;
	memcpy(copy, s, 10);
	d.year = atoi(copy);
	d.month = atoi(copy + 5);
	d.day = atoi(copy + 8);
	return d;
}

static void
field_read(const struct field *f, const struct row *row, int column,
	   struct arena *a, char *to)
{
	size_t n = 0;
	const void *p = NULL;

	if (f->type >= FIELD_TEXT)
		p = row_bytes(row, column, &n);
	switch (f->type) {
	case FIELD_INT64:
		*(int64_t *)(void *)to = row_int(row, column);
		break;
	case FIELD_INT:
		*(int *)(void *)to = (int)row_int(row, column);
		break;
	case FIELD_BOOL:
		*(bool *)(void *)to = row_int(row, column) != 0;
		break;
	case FIELD_TEXT:
		*(char **)(void *)to = row_is_null(row, column)
					   ? NULL
					   : arena_strndup(a, p ? p : "", n);
		break;
	case FIELD_DATE:
		*(struct date *)(void *)to = date_of_iso(p, n);
		break;
	case FIELD_DIGEST:
	case FIELD_ID:
		if (n == (f->type == FIELD_DIGEST ? 32u : 16u))
			memcpy(to, p, n);
		break;
	}
}

/* Statements list their columns in the order of the fields, mostly: look
   where the last one was found first. */
static int
column_find(const struct row *row, const char *name, int hint)
{
	int n = row_columns(row);

	for (int i = 0; i < n; i++) {
		int column = (hint + i) % n;

		if (strcmp(row_name(row, column), name) == 0)
			return column;
	}
	bug("a statement has no column %s", name);
}

struct gather {
	const struct row_type *type;
	struct arena *arena;
	char *rows; /* grown by doubling in the arena */
	size_t n;
	size_t max;
};

static void
row_read(const struct gather *g, const struct row *row, char *to)
{
	int column = -1;

	for (const struct field *f = g->type->fields; f && f->column; f++) {
		column = column_find(row, f->column, column + 1);
		field_read(f, row, column, g->arena, to + f->offset);
	}
}

static bool
gather_row(void *ctx, const struct row *row, struct error *err)
{
	struct gather *g = ctx;

	(void)err;
	if (g->n == g->max) {
		size_t max = g->max ? 2 * g->max : 16;
		char *rows = arena_array(g->arena, max, g->type->size);

		if (g->n > 0)
			memcpy(rows, g->rows, g->n * g->type->size);
		g->rows = rows;
		g->max = max;
	}
	if (g->type->size > 0)
		row_read(g, row, g->rows + g->n * g->type->size);
	g->n++;
	return true;
}

bool
query_rows(struct store *st, enum query_id q, const struct param *params,
	   const struct row_type *type, struct arena *a, void *rows, size_t *n,
	   struct error *err)
{
	struct gather g = {.type = type, .arena = a};

	if (!query_each(st, q, params, gather_row, &g, err))
		return false;
	*(char **)rows = g.rows;
	*n = g.n;
	return true;
}

bool
query_row(struct store *st, enum query_id q, const struct param *params,
	  const struct row_type *type, struct arena *a, void *row, bool *found,
	  struct error *err)
{
	char *rows = NULL;
	size_t n = 0;

	if (!query_rows(st, q, params, type, a, &rows, &n, err))
		return false;
	if (n > 1)
		bug("%s gave %zu rows", query_texts[q].name, n);
	*found = n == 1;
	if (*found)
		memcpy(row, rows, type->size);
	return true;
}

static bool
keep_number(void *ctx, const struct row *row, struct error *err)
{
	(void)err;
	*(int64_t *)ctx = row_int(row, 0);
	return true;
}

bool
query_number(struct store *st, enum query_id q, int64_t *out, struct error *err)
{
	*out = 0;
	return query_each(st, q, NULL, keep_number, out, err);
}

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
	if (st->applies[i] == NULL)
		st->applies[i] = xcalloc(apply_texts[i].n, sizeof(void *));
	return st->applies[i];
}

static bool
apply_one(struct store *st, void **stmt, const char *sql,
	  const struct param *params, struct error *err)
{
	if (*stmt == NULL)
		*stmt = st->engine->prepare(st->conn, sql, err);
	return *stmt != NULL && run_rows(st, *stmt, params, NULL, NULL, err);
}

bool
store_apply(struct store *st, const char *kind, const struct param *params,
	    struct error *err)
{
	size_t i = apply_index(kind);
	void **stmts;
	bool ok = true;

	if (st->transaction != TRANSACTION_WRITE)
		bug("an event applied outside a write transaction");
	if (i == apply_count)
		return error_set(err, &STORE_NEWER, "%s", kind);
	stmts = apply_prepared(st, i);
	st->engine->guard(st->conn, GUARD_APPLY);
	for (size_t k = 0; ok && k < apply_texts[i].n; k++)
		ok = apply_one(st, &stmts[k], apply_texts[i].sql[k], params,
			       err);
	st->engine->guard(st->conn, GUARD_LOOK);
	return ok;
}

void
queries_finish(struct store *st)
{
	for (size_t q = 0; q < QUERY_COUNT; q++) {
		st->engine->finish(st->prepared[q]);
		st->prepared[q] = NULL;
	}
	for (size_t i = 0; st->applies != NULL && i < apply_count; i++) {
		for (size_t k = 0; st->applies[i] && k < apply_texts[i].n; k++)
			st->engine->finish(st->applies[i][k]);
		free(st->applies[i]);
	}
	free(st->applies);
	st->applies = NULL;
}
