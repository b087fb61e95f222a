/* tokenizer.c -- SQLite's full-text index cuts text into our pairs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/tokenizer.h"

#include <sqlite3.h>

#include "store/pairs.h"

/* There is nothing to keep: any address but NULL. */
static int
pairs_create(void *ctx, const char **args, int n, Fts5Tokenizer **out)
{
	static char tokenizer;

	(void)ctx;
	(void)args;
	*out = (Fts5Tokenizer *)(void *)&tokenizer;
	return n == 0 ? SQLITE_OK : SQLITE_ERROR;
}

static void
pairs_delete(Fts5Tokenizer *t)
{
	(void)t;
}

struct telling {
	void *ctx;
	int (*token)(void *ctx, int flags, const char *s, int n, int from,
		     int to);
	int rc;
};

static bool
tell_pair(void *ctx, const char *pair, size_t n)
{
	struct telling *t = ctx;

	t->rc = t->token(t->ctx, 0, pair, (int)n, 0, 0);
	return t->rc == SQLITE_OK;
}

static int
pairs_tokenize(Fts5Tokenizer *self, void *ctx, int flags, const char *s, int n,
	       int (*token)(void *ctx, int flags, const char *s, int n,
			    int from, int to))
{
	struct telling t = {ctx, token, SQLITE_OK};

	(void)self;
	if (s != NULL && n > 0)
		pairs_each(s, (size_t)n, !(flags & FTS5_TOKENIZE_QUERY),
			   tell_pair, &t);
	return t.rc;
}

static fts5_api *
api_of(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	fts5_api *api = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK) {
		sqlite3_bind_pointer(stmt, 1, &api, "fts5_api_ptr", NULL);
		sqlite3_step(stmt);
	}
	sqlite3_finalize(stmt);
	return api;
}

bool
tokenizer_add(sqlite3 *db, const char *sql)
{
	static fts5_tokenizer pairs = {pairs_create, pairs_delete,
				       pairs_tokenize};
	fts5_api *api = api_of(db, sql);

	return api != NULL && api->xCreateTokenizer(api, "pairs", NULL, &pairs,
						    NULL) == SQLITE_OK;
}
