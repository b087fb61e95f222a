/* index.c -- the search index against the words it should hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "store/pairs.h"

/* A pair, and in how many pieces it stands. */
struct term {
	size_t at, n; /* in the text of all terms */
	int64_t pieces;
};

/* What one side holds: sums of mixed numbers do not ask for an order. */
struct side {
	uint64_t sum;
	int64_t n;
};

struct measuring {
	struct store *st;
	struct side is, should;
	struct text words; /* of all terms, one after the other */
	struct term *terms;
	size_t n, max;
	int64_t doc; /* the last piece of the last term */
};

static uint64_t
mix(uint64_t h)
{
	h ^= h >> 33;
	h *= 0xFF51AFD7ED558CCDu;
	h ^= h >> 33;
	h *= 0xC4CEB9FE1A85EC53u;
	return h ^ h >> 33;
}

static uint64_t
mix_bytes(uint64_t h, const void *p, size_t n)
{
	const unsigned char *bytes = p;

	for (size_t i = 0; i < n; i++)
		h = (h ^ bytes[i]) * 0x100000001B3u;
	return mix(h + n);
}

static void
side_add(struct side *s, const void *pair, size_t n, int64_t doc,
	 const void *column, size_t column_n, int64_t place)
{
	uint64_t h =
	    mix_bytes(mix_bytes((uint64_t)doc, pair, n), column, column_n);

	s->sum += mix(h + (uint64_t)place);
	s->n++;
}

/* ------------------------------------------------------------ what there is */

static bool
is_last_term(const struct measuring *m, const void *pair, size_t n)
{
	const struct term *t = m->n > 0 ? &m->terms[m->n - 1] : NULL;

	return t != NULL && t->n == n &&
	       memcmp(m->words.s + t->at, pair, n) == 0;
}

static void
count_piece(struct measuring *m, const void *pair, size_t n, int64_t doc)
{
	if (!is_last_term(m, pair, n)) {
		if (m->n == m->max) {
			m->max = m->max ? 2 * m->max : 1024;
			m->terms =
			    xreallocarray(m->terms, m->max, sizeof(*m->terms));
		}
		m->terms[m->n++] = (struct term){m->words.n, n, 0};
		text_add_n(&m->words, pair, n);
	} else if (m->doc == doc) {
		return;
	}
	m->terms[m->n - 1].pieces++;
	m->doc = doc;
}

/* Of search_pairs: term, doc, col, offset. */
static bool
count_pair(void *ctx, const struct row *row, struct error *err)
{
	struct measuring *m = ctx;
	size_t n, column_n;
	const void *pair = row_bytes(row, 0, &n);
	const void *column = row_bytes(row, 2, &column_n);

	(void)err;
	count_piece(m, pair, n, row_int(row, 1));
	side_add(&m->is, pair, n, row_int(row, 1), column, column_n,
		 row_int(row, 3));
	return true;
}

/* ------------------------------------------------------- what there should be
 */

struct counting {
	struct measuring *m;
	int64_t doc, place;
	const char *column;
};

static bool
count_wanted(void *ctx, const char *pair, size_t n)
{
	struct counting *c = ctx;

	side_add(&c->m->should, pair, n, c->doc, c->column, strlen(c->column),
		 c->place++);
	return true;
}

/* Of search_pieces: doc, then a text for each column of the index. */
static bool
count_words(void *ctx, const struct row *row, struct error *err)
{
	(void)err;
	for (int i = 1; i < row_columns(row); i++) {
		struct counting c = {ctx, row_int(row, 0), 0, row_name(row, i)};
		size_t n;
		const char *s = row_bytes(row, i, &n);

		if (n > 0)
			pairs_each(s, n, true, count_wanted, &c);
	}
	return true;
}

/* --------------------------------------------------------- looking for each */

static bool
find_each(struct measuring *m, bool *found, struct error *err)
{
	*found = true;
	for (size_t i = 0; *found && i < m->n; i++) {
		const struct term *t = &m->terms[i];
		char *match =
		    xasprintf("\"%.*s\"", (int)t->n, m->words.s + t->at);
		int64_t n = 0;
		bool ok = query_number(m->st, QUERY_SEARCH_COUNT,
				       PARAMS(P_TEXT("match", match)), &n, err);

		free(match);
		if (!ok)
			return false;
		*found = n == t->pieces;
	}
	return true;
}

static bool
is_whole(struct measuring *m, struct error *err)
{
	bool found = false;

	if (!query_each(m->st, QUERY_SEARCH_PAIRS, NULL, count_pair, m, err))
		return false;
	return m->is.sum == m->should.sum && m->is.n == m->should.n &&
	       find_each(m, &found, err) && found;
}

static void
add_wrong(struct check_report *report, struct arena *a)
{
	check_add(report, a, "search", 0,
		  _("the search index is not what the letters say; "
		    "`saraban search rebuild` makes it anew"));
}

/* Its pairs are made by the server, which compares them, too. */
static bool
check_at_server(struct store *st, struct arena *a, struct check_report *report,
		struct error *err)
{
	int64_t n = 0;
	bool ok = query_number(st, QUERY_FAULTS_OF_INDEX, NULL, &n, err);

	if (ok && n > 0)
		add_wrong(report, a);
	return ok;
}

/* An index that cannot be read is as wrong as one that says something else. */
bool
index_check(struct store *st, struct arena *a, struct check_report *report,
	    struct error *err)
{
	struct measuring m = {.st = st};
	struct error why = {0};
	bool ok;

	if (store_is_server(st))
		return check_at_server(st, a, report, err);
	ok = query_each(st, QUERY_SEARCH_PIECES, NULL, count_words, &m, err);
	if (ok && !is_whole(&m, &why))
		add_wrong(report, a);
	text_done(&m.words);
	free(m.terms);
	return ok;
}
