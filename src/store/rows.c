/* rows.c -- rows into structs, by column name */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "store/internal.h"

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
	case FIELD_NAME:
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

/* Where the fields of a row type stand in the rows of a statement: looked for
   by name in the first row, and known for all others. */
enum { FIELDS_MAX = 64 };
struct columns {
	bool is_found;
	int at[FIELDS_MAX];
};

static void
columns_find(struct columns *c, const struct row_type *type,
	     const struct row *row)
{
	int column = -1;

	for (int i = 0; type->fields && type->fields[i].column; i++) {
		if (i == FIELDS_MAX)
			bug("a row of more than %d fields", FIELDS_MAX);
		column = column_find(row, type->fields[i].column, column + 1);
		c->at[i] = column;
	}
	c->is_found = true;
}

struct gather {
	const struct row_type *type;
	struct columns columns;
	struct arena *arena;
	char *rows; /* grown by doubling in the arena */
	size_t n;
	size_t max;
};

static bool
row_read(const struct row_type *type, struct columns *columns,
	 const struct row *row, struct arena *a, char *to, struct error *err)
{
	if (!columns->is_found)
		columns_find(columns, type, row);
	for (int i = 0; type->fields && type->fields[i].column; i++) {
		const struct field *f = &type->fields[i];
		int column = columns->at[i];

		if (f->type == FIELD_NAME && row_is_null(row, column))
			return error_set(err, &STORE_DAMAGED,
					 _("a row has no \"%s\""), f->column);
		field_read(f, row, column, a, to + f->offset);
	}
	return true;
}

static bool
gather_row(void *ctx, const struct row *row, struct error *err)
{
	struct gather *g = ctx;

	if (g->n == g->max) {
		size_t max = g->max ? 2 * g->max : 16;
		char *rows = arena_array(g->arena, max, g->type->size);

		if (g->n > 0)
			memcpy(rows, g->rows, g->n * g->type->size);
		g->rows = rows;
		g->max = max;
	}
	if (g->type->size > 0 && !row_read(g->type, &g->columns, row, g->arena,
					   g->rows + g->n * g->type->size, err))
		return false;
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

struct streaming {
	const struct row_type *type;
	struct columns columns;
	struct arena arena; /* of one row */
	struct_fn each;
	void *ctx;
};

static bool
stream_row(void *ctx, const struct row *row, struct error *err)
{
	struct streaming *s = ctx;
	char *to;

	arena_clear(&s->arena);
	to = arena_alloc(&s->arena, s->type->size);
	return row_read(s->type, &s->columns, row, &s->arena, to, err) &&
	       s->each(s->ctx, to, err);
}

bool
query_stream(struct store *st, enum query_id q, const struct param *params,
	     const struct row_type *type, struct_fn each, void *ctx,
	     struct error *err)
{
	struct streaming s = {.type = type, .each = each, .ctx = ctx};
	bool ok = query_each(st, q, params, stream_row, &s, err);

	arena_done(&s.arena);
	return ok;
}
