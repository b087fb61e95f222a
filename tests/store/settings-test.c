/* settings-test.c -- a setting that does not stick is told, not believed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/internal.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* What is set instead of what the program asks for: a library built without
   it, a file system without shared memory, a statement mistyped. */
static const struct deafness {
	enum query_id set;
	const char *instead;
} deafnesses[] = {
    {QUERY_SET_JOURNAL_MODE, "PRAGMA journal_mode = DELETE"},
    {QUERY_SET_SYNCHRONOUS, "PRAGMA synchronous = NORMAL"},
    {QUERY_SET_FOREIGN_KEYS, "PRAGMA foreign_keys = OFF"},
    {QUERY_SET_TRUSTED_SCHEMA, "PRAGMA trusted_schema = ON"},
    {QUERY_SET_SECURE_DELETE, "PRAGMA secure_delete = OFF"},
    {QUERY_SET_CELL_SIZE_CHECK, "PRAGMA cell_size_check = OFF"},
    {QUERY_SET_MMAP_SIZE, "PRAGMA mmap_size = 65536"},
    {QUERY_SET_AUTOCHECKPOINT, "PRAGMA wal_autocheckpoint = 500"},
};

static const struct deafness *deaf_to;

/* The engine as it is, but for one setting. */
static void *
prepare_deaf(void *conn, const char *sql, struct error *err)
{
	if (deaf_to != NULL && strcmp(sql, query_texts[deaf_to->set].sql) == 0)
		sql = deaf_to->instead;
	return engine_sqlite.prepare(conn, sql, err);
}

static bool
settings_stick(struct fixture *f, const struct deafness *d)
{
	struct engine engine = engine_sqlite;
	struct store st = {
	    .engine = &engine,
	    .path = f->path,
	    .mode = STORE_WRITE,
	};
	bool ok;

	engine.prepare = prepare_deaf;
	deaf_to = d;
	st.conn = engine.open(f->path, STORE_WRITE, &f->err);
	assert_non_null(st.conn);
	ok = settings_apply(&st, &f->err);
	queries_finish(&st);
	engine.close(st.conn, true);
	return ok;
}

static void
a_setting_that_does_not_stick_is_refused(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	for (size_t i = 0; i < ARRAY_SIZE(deafnesses); i++) {
		const char *name = query_name(deafnesses[i].set) + 4;

		if (settings_stick(&f, &deafnesses[i]))
			fail_msg("%s was believed", name);
		assert_ptr_equal(f.err.kind, &STORE_FAILED);
		if (strstr(f.err.detail, name) == NULL)
			fail_msg("%s is not named: %s", name, f.err.detail);
	}
	assert_true(settings_stick(&f, NULL));
	fixture_done(&f);
}

static bool
is_tried(enum query_id set)
{
	for (size_t i = 0; i < ARRAY_SIZE(deafnesses); i++)
		if (deafnesses[i].set == set)
			return true;
	return false;
}

static void
every_setting_is_tried(void **state)
{
	(void)state;
	for (enum query_id q = 0; q < QUERY_COUNT; q++)
		if (strncmp(query_name(q), "set_", 4) == 0 &&
		    query_texts[q].sql != NULL && !is_tried(q))
			fail_msg("%s is not in this test", query_name(q));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_setting_that_does_not_stick_is_refused),
	    cmocka_unit_test(every_setting_is_tried),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
