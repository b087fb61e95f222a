/* compare.c -- state tables against what the chain says of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/replay.h"

/* A register of a million letters has six million steps: of each so many rows
   one digest is kept, and only those that differ are looked at row by row. */
enum { VALUE_COLUMNS = 40, BLOCK_ROWS = 4096 };

/* A table as the digests of its blocks. */
struct side {
	struct text blocks; /* digests, one after the other */
	struct digest last; /* of the rows behind them */
	size_t n;           /* rows */
};

/* The rows of one block, with words to name a row by. */
struct row_list {
	struct arena arena;
	struct text all; /* digests, one after the other */
	const char *names[BLOCK_ROWS];
	size_t n;
	size_t before; /* rows that are still to be passed over */
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

static void
block_end(struct side *side)
{
	unsigned char digest[DIGEST_SIZE];

	digest_end(&side->last, digest);
	text_add_n(&side->blocks, (const char *)digest, DIGEST_SIZE);
}

static bool
row_sum(void *ctx, const struct row *row, struct error *err)
{
	struct side *side = ctx;
	unsigned char digest[DIGEST_SIZE];

	(void)err;
	if (side->n % BLOCK_ROWS == 0)
		digest_start(&side->last);
	row_digest(row, digest);
	digest_add(&side->last, digest, DIGEST_SIZE);
	if (++side->n % BLOCK_ROWS == 0)
		block_end(side);
	return true;
}

static bool
side_read(struct store *st, enum query_id q, struct side *side,
	  struct error *err)
{
	if (!query_each(st, q, NULL, row_sum, side, err))
		return false;
	if (side->n % BLOCK_ROWS != 0)
		block_end(side);
	return true;
}

/* The first block that differs; that behind the last when none does. */
static size_t
block_find(const struct side *is, const struct side *should)
{
	size_t least =
	    is->blocks.n < should->blocks.n ? is->blocks.n : should->blocks.n;
	size_t at = 0;

	while (at < least && memcmp(is->blocks.s + at, should->blocks.s + at,
				    DIGEST_SIZE) == 0)
		at += DIGEST_SIZE;
	return at / DIGEST_SIZE;
}

static bool
row_keep(void *ctx, const struct row *row, struct error *err)
{
	struct row_list *l = ctx;
	unsigned char digest[DIGEST_SIZE];

	(void)err;
	if (l->before > 0) {
		l->before--;
	} else if (l->n < BLOCK_ROWS) {
		row_digest(row, digest);
		text_add_n(&l->all, (const char *)digest, DIGEST_SIZE);
		l->names[l->n++] = row_words(row, &l->arena);
	}
	return true;
}

/* The first row of both that differs; NULL when one has only more of them. */
static const char *
row_find(const struct row_list *is, const struct row_list *should)
{
	for (size_t i = 0; i < is->n && i < should->n; i++)
		if (memcmp(is->all.s + i * DIGEST_SIZE,
			   should->all.s + i * DIGEST_SIZE, DIGEST_SIZE) != 0)
			return is->names[i];
	return NULL;
}

static bool
block_compare(struct store *st, struct store *scratch, enum query_id q,
	      size_t block, struct arena *a, const char **words,
	      struct error *err)
{
	struct row_list *lists = xcalloc(2, sizeof(*lists));
	struct row_list *is = &lists[0], *should = &lists[1];
	const char *found;
	bool ok;

	is->before = should->before = block * BLOCK_ROWS;
	ok = query_each(st, q, NULL, row_keep, is, err) &&
	     query_each(scratch, q, NULL, row_keep, should, err);
	found = ok ? row_find(is, should) : NULL;
	*words = found != NULL ? arena_strdup(a, found) : NULL;
	for (size_t i = 0; i < 2; i++) {
		text_done(&lists[i].all);
		arena_done(&lists[i].arena);
	}
	free(lists);
	return ok;
}

static bool
table_compare(struct store *st, struct store *scratch, enum query_id q,
	      struct arena *a, struct check_report *report, struct error *err)
{
	const char *table = query_name(q) + strlen("rows_of_");
	struct side is = {.n = 0}, should = {.n = 0};
	const char *row = NULL;
	bool ok =
	    side_read(st, q, &is, err) && side_read(scratch, q, &should, err);
	bool is_same = ok && is.n == should.n &&
		       memcmp(text_str(&is.blocks), text_str(&should.blocks),
			      is.blocks.n) == 0;

	if (ok && !is_same)
		ok = block_compare(st, scratch, q, block_find(&is, &should), a,
				   &row, err);
	if (row != NULL)
		check_add(report, a, "replay", 0,
			  _("%s differs from what the events say: %s"), table,
			  row);
	else if (ok && is.n != should.n)
		check_add(report, a, "replay", 0,
			  _("%s has %s rows and should have %s"), table,
			  DIGITS(is.n), DIGITS(should.n));
	text_done(&is.blocks);
	text_done(&should.blocks);
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
