/* veil-sqlite.c -- the functions of data/sql/veil.sql, for SQLite */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/veil-sqlite.h"

static const struct veil *
veil_of(sqlite3_context *c)
{
	return sqlite3_user_data(c);
}

static void
readable(sqlite3_context *c, int n, sqlite3_value **at)
{
	const struct veil *v = veil_of(c);

	(void)n;
	sqlite3_result_int(
	    c, v->may_read(v->ctx, sqlite3_value_int64(at[0]),
			   sqlite3_value_int64(at[1]),
			   (const char *)sqlite3_value_text(at[2])));
}

static void
is_own(sqlite3_context *c, int n, sqlite3_value **at)
{
	const struct veil *v = veil_of(c);

	(void)n;
	sqlite3_result_int(c, v->is_person(v->ctx, sqlite3_value_int64(at[0]),
					   sqlite3_value_int64(at[1])));
}

static void
opened(sqlite3_context *c, int n, sqlite3_value **at)
{
	const struct veil *v = veil_of(c);
	const char *sealed = (const char *)sqlite3_value_text(at[0]);
	struct text open = {0};

	(void)n;
	if (sealed != NULL && v->unseal(v->ctx, sealed, &open))
		sqlite3_result_text64(c, text_str(&open), open.n,
				      SQLITE_TRANSIENT, SQLITE_UTF8);
	text_done(&open);
}

int
veil_add(sqlite3 *db, const struct veil *veil)
{
	static const struct {
		const char *name;
		int n;
		void (*run)(sqlite3_context *c, int n, sqlite3_value **at);
	} functions[] = {
	    {"readable", 3, readable},
	    {"is_own", 2, is_own},
	    {"opened", 1, opened},
	};
	int rc = SQLITE_OK;

	for (size_t i = 0; i < ARRAY_SIZE(functions) && rc == SQLITE_OK; i++)
		rc = sqlite3_create_function_v2(
		    db, functions[i].name, functions[i].n,
		    SQLITE_UTF8 | SQLITE_INNOCUOUS, (void *)(uintptr_t)veil,
		    functions[i].run, NULL, NULL, NULL);
	return rc;
}
