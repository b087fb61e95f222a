/* query-fuzz.c -- any value for any statement, any SQL: nothing is written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "store/internal.h"
#include "store/query-text.h"

#include "tests/fuzz/any-param.h"
#include "tests/fuzz/small.h"

enum { ROWS_MAX = 200 };

static struct store *st;
/* Another connection: what it sees change was written. */
static sqlite3 *eye;

static int64_t
seen_version(void)
{
	sqlite3_stmt *stmt;
	int64_t version = -1;

	sqlite3_prepare_v2(eye, "PRAGMA data_version", -1, &stmt, NULL);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		version = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return version;
}

static void
end(void)
{
	store_close(st);
	sqlite3_close(eye);
}

static void
begin(void)
{
	struct error err = {0};
	const char *path = small_register()->path;

	st = store_open(path, STORE_WRITE, &err);
	if (st == NULL || sqlite3_open(path, &eye) != SQLITE_OK)
		bug("the register cannot be opened: %s", err.detail);
	atexit(end);
}

static bool
take_row(void *ctx, const struct row *row, struct error *err)
{
	int *n = ctx;

	for (int i = 0; i < row_columns(row); i++) {
		size_t length;

		row_bytes(row, i, &length);
	}
	return ++*n < ROWS_MAX || error_set(err, &ERROR_IO, NULL);
}

/* What a statement is given is never SQL, and says nothing of the file. */
static void
check_statement(struct input *in, struct arena *a)
{
	struct param params[ANY_PARAMS_MAX + 1];
	enum query_id q = (enum query_id)(
	    (input_byte(in) << 8 | input_byte(in)) % QUERY_COUNT);
	const char *sql = query_texts[q].sql; /* NULL: another engine's */
	struct error err = {0};
	int rows = 0;

	if (sql == NULL || query_guard(q) == GUARD_CHAIN ||
	    any_params(in, sql, a, params) == 0)
		return;
	if (!query_each(st, q, params, take_row, &rows, &err) &&
	    (err.kind == &STORE_DAMAGED || err.kind == &STORE_NOT_OURS))
		bug("%s: %s", query_name(q), err.detail);
}

static bool
begins(const char *sql, const char *word)
{
	return strncasecmp(sql, word, strlen(word)) == 0;
}

/* White space and comments, which SQLite skips. */
static const char *
skip_blank(const char *s)
{
	for (;;) {
		const char *before = s;

		s += strspn(s, " \t\r\n\f;");
		if (strncmp(s, "--", 2) == 0)
			s += strcspn(s, "\n");
		if (strncmp(s, "/*", 2) == 0) {
			const char *close = strstr(s + 2, "*/");

			s = close ? close + 2 : s + strlen(s);
		}
		if (s == before)
			return s;
	}
}

/* SQL in the wrong file: where one looks, it may look and nothing else. */
static void
check_sql(const char *sql)
{
	static const char *const looking[] = {
	    "SELECT", "WITH", "VALUES", "EXPLAIN", "PRAGMA"}; /* data_version */
	struct error err = {0};
	sqlite3_stmt *stmt;
	bool is_looking = false;

	st->engine->guard(st->conn, GUARD_LOOK);
	stmt = st->engine->prepare(st->conn, sql, &err);
	if (stmt == NULL)
		return;
	sql = skip_blank(sql);
	for (size_t i = 0; i < ARRAY_SIZE(looking); i++)
		is_looking = is_looking || begins(sql, looking[i]);
	if (begins(sql, "PRAGMA") && strcasestr(sql, "data_version") == NULL)
		bug("it may do %s", sql);
	/* What asks for more while it runs is refused then. */
	if (!is_looking && sqlite3_step(stmt) != SQLITE_AUTH)
		bug("it may do %s", sql);
	if (is_looking && !sqlite3_stmt_readonly(stmt) &&
	    !sqlite3_stmt_isexplain(stmt))
		bug("it may do %s", sql);
	st->engine->finish(stmt);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	struct arena a = {0};
	int64_t before;

	if (st == NULL)
		begin();
	before = seen_version();
	if (input_byte(&in) % 2 == 0)
		check_statement(&in, &a);
	else
		check_sql(input_text(&in, &a));
	if (seen_version() != before)
		bug("something was written");
	arena_done(&a);
	return 0;
}
