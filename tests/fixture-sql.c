/* fixture-sql.c -- the fixture's register past the program, as a shell would */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/query-text.h"
#include "store/tokenizer.h"

#include "tests/fixture.h"
#include "tests/server.h"

static void die(const char *what, const char *why) NO_RETURN;

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "%s: %s\n", what, why);
	abort();
}

static sqlite3 *
shell_open(const struct fixture *f)
{
	sqlite3 *db;

	if (sqlite3_open(f->path, &db) != SQLITE_OK)
		die(f->path, sqlite3_errmsg(db));
	sqlite3_busy_timeout(db, 10000);
	if (!tokenizer_add(db, query_texts[QUERY_SEARCH_API].sql))
		die(f->path, "no full-text search");
	return db;
}

bool
fixture_sql(const struct fixture *f, const char *sql)
{
	sqlite3 *db;
	int rc;

	if (server_is_used())
		return server_sql(f->path, sql, NULL);
	db = shell_open(f);
	rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	sqlite3_close(db);
	return rc == SQLITE_OK;
}

int64_t
fixture_count(const struct fixture *f, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *stmt;
	int64_t n;

	if (server_is_used()) {
		if (!server_sql(f->path, sql, &n))
			die(sql, "refused");
		return n;
	}
	db = shell_open(f);
	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK ||
	    sqlite3_step(stmt) != SQLITE_ROW)
		die(sql, sqlite3_errmsg(db));
	n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return n;
}
