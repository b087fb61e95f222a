/* compare.c -- state tables against what the chain says of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/replay.h"

enum { VALUE_COLUMNS = 40 };

/* A table as its rows' digests, with words to name a row by. */
struct row_list {
	struct arena *arena;
	struct text all; /* digests, one after the other */
	const char **names;
	size_t n, max;
};

static void
row_digest(const struct row *row, unsigned char out[DIGEST_SIZE])
{
	struct digest d;

	digest_start(&d);
	for (int i = 0; i < row_columns(row); i++) {
		size_t n;
		const void *p = row_bytes(row, i, &n);
		int64_t length = row_is_null(row, i) ? -1 : (int64_t)n;

		digest_add(&d, &length, sizeof(length));
		if (n > 0)
			digest_add(&d, p, n);
	}
	digest_end(&d, out);
}

/* What stands in a column, for people: short, and nothing that a terminal or
   a JSON reader chokes on. */
static void
add_value(struct text *t, const struct row *row, int column)
{
	size_t n;
	const char *s = row_bytes(row, column, &n);
	char *value = xstrndup(n > 0 ? s : "", n);

	value[thai_fit(value, VALUE_COLUMNS, NULL)] = '\0';
	text_add_visible(t, value, false);
	free(value);
}

/* "letter 5, step 2": the first columns of a row are its key. */
static const char *
row_words(const struct row *row, struct arena *a)
{
	struct text t = {0};
	const char *words;

	for (int i = 0; i < 3 && i < row_columns(row); i++) {
		text_printf(&t, "%s%s ", i > 0 ? ", " : "", row_name(row, i));
		add_value(&t, row, i);
	}
	words = arena_strdup(a, text_str(&t));
	text_done(&t);
	return words;
}

static bool
row_keep(void *ctx, const struct row *row, struct error *err)
{
	struct row_list *l = ctx;
	unsigned char digest[DIGEST_SIZE];

	(void)err;
	row_digest(row, digest);
	text_add_n(&l->all, (const char *)digest, DIGEST_SIZE);
	if (l->n == l->max) {
		l->max = l->max ? 2 * l->max : 64;
		l->names = xreallocarray(l->names, l->max, sizeof(char *));
	}
	l->names[l->n++] = row_words(row, l->arena);
	return true;
}

static void
lists_compare(const struct row_list *is, const struct row_list *should,
	      const char *table, struct check_report *report, struct arena *a)
{
	size_t n = is->n < should->n ? is->n : should->n;
	size_t i = 0;

	while (i < n &&
	       memcmp(is->all.s + i * DIGEST_SIZE,
		      should->all.s + i * DIGEST_SIZE, DIGEST_SIZE) == 0)
		i++;
	if (i < n)
		check_add(report, a, "replay", 0,
			  _("%s differs from what the events say: %s"), table,
			  is->names[i]);
	else if (is->n != should->n)
		check_add(report, a, "replay", 0,
			  _("%s has %s rows and should have %s"), table,
			  DIGITS(is->n), DIGITS(should->n));
}

static bool
table_compare(struct store *st, struct store *scratch, enum query_id q,
	      struct arena *a, struct check_report *report, struct error *err)
{
	struct row_list is = {.arena = a}, should = {.arena = a};
	bool ok = query_each(st, q, NULL, row_keep, &is, err) &&
		  query_each(scratch, q, NULL, row_keep, &should, err);

	if (ok)
		lists_compare(&is, &should, query_name(q) + strlen("rows_of_"),
			      report, a);
	text_done(&is.all);
	text_done(&should.all);
	free(is.names);
	free(should.names);
	return ok;
}

bool
replay_compare(struct store *st, struct store *scratch, struct arena *a,
	       struct check_report *report, struct error *err)
{
	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		if (strncmp(query_name(q), "rows_of_", 8) == 0 &&
		    (q != QUERY_ROWS_OF_SCHEMA ||
		     store_is_server(st) + store_is_server(scratch) == 0) &&
		    !table_compare(st, scratch, q, a, report, err))
			return false;
	return true;
}
