/* once.c -- what is asked twice in one read transaction is run once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/once.h"

#include <string.h>

struct cell {
	bool is_null;
	int64_t number;
	const char *bytes;
	size_t n;
};

struct answer {
	struct answer *before;
	enum query_id query;
	const struct param *params;
	int n_columns;
	const char **names;
	struct cell **rows; /* grown by doubling in the arena */
	size_t n, max;
};

/* ------------------------------------------------------------- parameters */

static bool
param_is_same(const struct param *a, const struct param *b)
{
	if (strcmp(a->name, b->name) != 0 || a->type != b->type)
		return false;
	if (a->type == PARAM_INT)
		return a->i == b->i;
	if (a->p == NULL || b->p == NULL)
		return a->p == b->p;
	if (a->type == PARAM_TEXT)
		return strcmp(a->p, b->p) == 0;
	return a->n == b->n && memcmp(a->p, b->p, a->n) == 0;
}

static bool
params_are_same(const struct param *a, const struct param *b)
{
	while (a->name != NULL && b->name != NULL && param_is_same(a, b)) {
		a++;
		b++;
	}
	return a->name == NULL && b->name == NULL;
}

static const struct param *
params_copy(const struct param *params, struct arena *a)
{
	size_t n = 0;
	struct param *copy;

	while (params[n].name != NULL)
		n++;
	copy = arena_array(a, n + 1, sizeof(*copy));
	for (size_t i = 0; i < n; i++) {
		copy[i] = params[i];
		copy[i].name = arena_strdup(a, params[i].name);
		if (params[i].type == PARAM_TEXT)
			copy[i].p = arena_strdup(a, params[i].p);
		else if (params[i].type == PARAM_BLOB)
			copy[i].p = memcpy(arena_alloc(a, params[i].n),
					   params[i].p, params[i].n);
	}
	return copy;
}

/* ------------------------------------------------------------------- rows */

struct taking {
	struct once *once;
	struct answer *answer;
};

static void
take_names(struct answer *q, const struct row *row, struct arena *a)
{
	q->n_columns = row_columns(row);
	q->names = arena_array(a, (size_t)q->n_columns, sizeof(*q->names));
	for (int i = 0; i < q->n_columns; i++)
		q->names[i] = arena_strdup(a, row_name(row, i));
}

static struct cell
cell_of(const struct row *row, int column, struct arena *a)
{
	struct cell c = {.is_null = row_is_null(row, column)};
	const void *bytes;
	char *copy;

	if (c.is_null)
		return c;
	c.number = row_int(row, column);
	bytes = row_bytes(row, column, &c.n);
	copy = arena_alloc(a, c.n + 1);
	if (c.n > 0)
		memcpy(copy, bytes, c.n);
	c.bytes = copy;
	return c;
}

static bool
take_row(void *ctx, const struct row *row, struct error *err)
{
	struct taking *t = ctx;
	struct arena *a = &t->once->arena;
	struct answer *q = t->answer;
	struct cell *cells;

	(void)err;
	if (q->names == NULL)
		take_names(q, row, a);
	cells = arena_array(a, (size_t)q->n_columns, sizeof(*cells));
	for (int i = 0; i < q->n_columns; i++)
		cells[i] = cell_of(row, i, a);
	if (q->n == q->max) {
		size_t max = q->max ? 2 * q->max : 8;
		struct cell **rows = arena_array(a, max, sizeof(*rows));

		if (q->n > 0)
			memcpy(rows, q->rows, q->n * sizeof(*rows));
		q->rows = rows;
		q->max = max;
	}
	q->rows[q->n++] = cells;
	return true;
}

/* ------------------------------------------------------------ told again */

/* A row that is told again, as an engine gives it. */
struct told {
	const struct answer *answer;
	const struct cell *cells;
};

static int
told_columns(void *stmt)
{
	return ((struct told *)stmt)->answer->n_columns;
}

static const char *
told_name_of(void *stmt, int column)
{
	return ((struct told *)stmt)->answer->names[column];
}

static bool
told_is_null(void *stmt, int column)
{
	return ((struct told *)stmt)->cells[column].is_null;
}

static int64_t
told_integer(void *stmt, int column)
{
	return ((struct told *)stmt)->cells[column].number;
}

static const void *
told_bytes(void *stmt, int column, size_t *n)
{
	const struct cell *c = &((struct told *)stmt)->cells[column];

	*n = c->n;
	return c->bytes;
}

static const struct engine engine_told = {
    .name = "told",
    .columns = told_columns,
    .name_of = told_name_of,
    .is_null = told_is_null,
    .integer = told_integer,
    .bytes = told_bytes,
};

static bool
tell(const struct answer *q, row_fn each, void *ctx, struct error *err)
{
	struct told told = {q, NULL};
	struct row row = {&engine_told, &told};

	for (size_t i = 0; each != NULL && i < q->n; i++) {
		told.cells = q->rows[i];
		if (!each(ctx, &row, err))
			return false;
	}
	return true;
}

/* -------------------------------------------------------------------- once */

static struct answer *
answer_find(const struct once *o, enum query_id q, const struct param *params)
{
	struct answer *at = o->last;

	while (at != NULL &&
	       (at->query != q || !params_are_same(at->params, params)))
		at = at->before;
	return at;
}

bool
once_each(struct once *o, enum query_id q, const struct param *params,
	  once_run_fn run, struct store *st, row_fn each, void *ctx,
	  struct error *err)
{
	static const struct param none[] = {{0}};
	struct answer *at = answer_find(o, q, params ? params : none);
	struct taking taking = {o, at};

	if (at == NULL) {
		taking.answer = arena_alloc(&o->arena, sizeof(*at));
		at = taking.answer;
		at->query = q;
		at->params = params_copy(params ? params : none, &o->arena);
		if (!run(st, q, params, take_row, &taking, err))
			return false;
		at->before = o->last;
		o->last = at;
	}
	return tell(at, each, ctx, err);
}

void
once_forget(struct once *o)
{
	arena_done(&o->arena);
	*o = (struct once){0};
}
