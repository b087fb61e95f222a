/* fixture-sql.c -- the fixture's register past the program, as a shell would */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

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

/* Runs the statements that a statement gives. */
static bool
run_each(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt;
	struct text all = {0};
	bool ok = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK;

	while (ok && sqlite3_step(stmt) == SQLITE_ROW)
		text_printf(&all, "%s;",
			    (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	ok = ok &&
	     sqlite3_exec(db, text_str(&all), NULL, NULL, NULL) == SQLITE_OK;
	text_done(&all);
	return ok;
}

static bool
tamper_with_server(const struct fixture *f, const char *sql)
{
	char *asleep =
	    xasprintf("SET session_replication_role = replica; %s", sql);
	bool ok = server_sql(f->path, asleep, NULL);

	free(asleep);
	return ok;
}

bool
fixture_tamper(const struct fixture *f, const char *sql)
{
	static const char before[] =
	    "CREATE TEMP TABLE kept AS SELECT name, sql FROM sqlite_schema "
	    "WHERE type = 'trigger'; PRAGMA synchronous = OFF; PRAGMA "
	    "foreign_keys = OFF; PRAGMA ignore_check_constraints = ON";
	sqlite3 *db;
	bool ok;

	if (server_is_used())
		return tamper_with_server(f, sql);
	db = shell_open(f);
	if (sqlite3_exec(db, before, NULL, NULL, NULL) != SQLITE_OK ||
	    !run_each(db, "SELECT 'DROP TRIGGER ' || name FROM temp.kept"))
		die(f->path, sqlite3_errmsg(db));
	ok = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
	if (!run_each(db, "SELECT sql FROM temp.kept"))
		die(f->path, sqlite3_errmsg(db));
	sqlite3_close(db);
	return ok;
}

/* Of one row, as text; "" where there is none. */
static void
row_read(sqlite3_stmt *stmt, struct fixture_row *row)
{
	row->n = (size_t)sqlite3_column_count(stmt);
	if (row->n > FIXTURE_COLUMNS)
		die("too many columns", sqlite3_sql(stmt));
	for (size_t i = 0; i < row->n; i++) {
		const void *s = sqlite3_column_text(stmt, (int)i);

		row->at[i] = s != NULL ? s : "";
	}
}

void
fixture_rows(const struct fixture *f, const char *sql, fixture_row_fn each,
	     void *ctx)
{
	struct fixture_row row;
	sqlite3_stmt *stmt;
	sqlite3 *db;

	if (server_is_used()) {
		server_rows(f->path, sql, each, ctx);
		return;
	}
	db = shell_open(f);
	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		die(sql, sqlite3_errmsg(db));
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		row_read(stmt, &row);
		each(ctx, &row);
	}
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}
