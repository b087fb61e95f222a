/* upgrade-test.c -- the road from an older schema to today's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

#include "store/internal.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

static const struct upgrade_text steps[] = {
    {2, "CREATE TABLE went (step INTEGER); INSERT INTO went VALUES (2);"
	"PRAGMA user_version = 2;"},
    {3, "INSERT INTO went SELECT 2 * max(step) FROM went;"
	"PRAGMA user_version = 3;"},
    {4, "ALTER TABLE went ADD COLUMN twice INTEGER;"
	"UPDATE went SET twice = 2 * step; PRAGMA user_version = 4;"},
};

static struct store *
open_register(struct fixture *f, enum store_mode mode)
{
	struct store *st = store_open(f->path, mode, &f->err);

	assert_non_null(st);
	return st;
}

static int64_t
step_of(struct store *st)
{
	struct error err = {0};
	int64_t step;

	assert_true(store_schema(st, &step, &err));
	return step;
}

static void
steps_are_gone_in_order_and_once(void **state)
{
	struct fixture f;
	struct store *st;

	(void)state;
	fixture_register(&f);
	st = open_register(&f, STORE_WRITE);
	assert_true(upgrade_run(st, steps, 1, &f.err));
	assert_true(upgrade_run(st, steps, ARRAY_SIZE(steps), &f.err));
	assert_true(upgrade_run(st, steps, ARRAY_SIZE(steps), &f.err));
	assert_int_equal(step_of(st), 4);
	store_close(st);
	assert_int_equal(fixture_count(&f, "SELECT sum(twice) FROM went"), 12);
	fixture_done(&f);
}

static const struct upgrade_text broken[] = {
    {2, "CREATE TABLE went (step INTEGER); PRAGMA user_version = 2;"},
    {3, "CREATE TABLE half (a INTEGER); DELETE FROM holding;"
	"PRAGMA user_version = 3; INSERT INTO nothing VALUES (1);"},
};

static void
a_step_that_fails_leaves_the_register_as_it_was(void **state)
{
	struct fixture f;
	struct store *st;
	int64_t held;

	(void)state;
	fixture_register(&f);
	held = fixture_count(&f, "SELECT count(*) FROM holding");
	st = open_register(&f, STORE_WRITE);
	assert_false(upgrade_run(st, broken, ARRAY_SIZE(broken), &f.err));
	assert_false(store_in_transaction(st));
	assert_int_equal(step_of(st), 2);
	store_close(st);
	assert_false(fixture_sql(&f, "SELECT count(*) FROM half"));
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM holding"),
			 held);
	fixture_done(&f);
}

static void
who_may_only_read_does_not_upgrade(void **state)
{
	struct fixture f;
	struct store *st;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	st = open_register(&f, STORE_READ);
	assert_false(upgrade_run(st, steps, ARRAY_SIZE(steps), &f.err));
	assert_ptr_equal(f.err.kind, &STORE_READ_ONLY);
	assert_int_equal(step_of(st), 1);
	store_close(st);
	fixture_done(&f);
}

static void
a_register_past_the_last_step_is_newer(void **state)
{
	struct fixture f;
	struct store *st;

	(void)state;
	fixture_register(&f);
	st = open_register(&f, STORE_WRITE);
	assert_true(upgrade_run(st, steps, 3, &f.err));
	assert_false(upgrade_run(st, steps, 2, &f.err));
	assert_ptr_equal(f.err.kind, &STORE_NEWER);
	store_close(st);
	fixture_done(&f);
}

/* Goes the steps inside the gate, after it has told that it is in there. */
static void
upgrade_first(struct fixture *f, int tell)
{
	struct store *st = store_open(f->path, STORE_WRITE, &f->err);

	if (st == NULL || !store_begin_write(st, &f->err) ||
	    write(tell, "!", 1) != 1)
		_exit(1);
	usleep(200000);
	st->engine->guard(st->conn, GUARD_BUILD);
	for (size_t i = 0; i < ARRAY_SIZE(steps); i++)
		if (!st->engine->script(st->conn, steps[i].sql, &f->err))
			_exit(1);
	st->engine->guard(st->conn, GUARD_LOOK);
	_exit(store_commit(st, &f->err) ? 0 : 1);
}

static void
two_who_upgrade_at_once_go_each_step_once(void **state)
{
	struct fixture f;
	struct store *st;
	int told[2], status;
	char c;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	assert_int_equal(pipe(told), 0);
	if (fork() == 0)
		upgrade_first(&f, told[1]);
	st = open_register(&f, STORE_WRITE);
	assert_int_equal(read(told[0], &c, 1), 1);
	assert_true(upgrade_run(st, steps, ARRAY_SIZE(steps), &f.err));
	assert_true(wait(&status) > 0);
	assert_int_equal(status, 0);
	store_close(st);
	assert_int_equal(fixture_count(&f, "SELECT sum(twice) FROM went"), 12);
	fixture_done(&f);
}

static bool
add_row(void *ctx, const struct row *row, struct error *err)
{
	(void)err;
	for (int i = 0; i < row_columns(row); i++) {
		size_t n;
		const char *s = row_bytes(row, i, &n);

		text_add_n(ctx, s ? s : "-", s ? n : 1);
		text_add(ctx, "\n");
	}
	return true;
}

/* Everything in sqlite_schema, as the check compares it. */
static void
schema_of(struct store *st, struct text *t)
{
	struct error err = {0};

	assert_true(
	    query_each(st, QUERY_ROWS_OF_SCHEMA, NULL, add_row, t, &err));
}

static void
read_first_schema(struct text *sql)
{
	const char *top = getenv("top_srcdir");
	char *path =
	    xasprintf("%s/tests/fixtures/schema-1.sql", top ? top : ".");
	struct error err = {0};

	assert_true(file_read(path, 1 << 20, sql, &err));
	free(path);
}

/* tests/fixtures/schema-1.sql is schema.sql as it was at step 1.  When this
   fails, the new schema needs a step in data/sql/upgrade/ (or, before the
   first release, a new copy). */
static void
the_oldest_schema_comes_up_to_todays(void **state)
{
	struct fixture new, old;
	struct store *st;
	struct text is = {0}, should = {0}, sql = {0};

	(void)state;
	/* A server's schema is made of this one. */
	if (server_is_used())
		skip();
	fixture_start(&new);
	st = open_register(&new, STORE_NEW);
	schema_of(st, &should);
	store_close(st);

	fixture_start(&old);
	read_first_schema(&sql);
	assert_true(fixture_sql(&old, sql.s));
	st = open_register(&old, STORE_WRITE);
	schema_of(st, &is);
	store_close(st);

	assert_string_equal(is.s, should.s);
	text_done(&is);
	text_done(&should);
	text_done(&sql);
	fixture_done(&new);
	fixture_done(&old);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(steps_are_gone_in_order_and_once),
	    cmocka_unit_test(a_step_that_fails_leaves_the_register_as_it_was),
	    cmocka_unit_test(who_may_only_read_does_not_upgrade),
	    cmocka_unit_test(a_register_past_the_last_step_is_newer),
	    cmocka_unit_test(two_who_upgrade_at_once_go_each_step_once),
	    cmocka_unit_test(the_oldest_schema_comes_up_to_todays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
