/* guard-test.c -- who may write what: the authorizer and the triggers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/internal.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* What a statement may do when it stands under a guard. */
static const struct attempt {
	enum guard guard;
	const char *sql;
	bool is_allowed;
} attempts[] = {
    {GUARD_LOOK, "SELECT * FROM letter", true},
    {GUARD_LOOK, "INSERT INTO office (office) VALUES (9)", false},
    {GUARD_LOOK, "UPDATE letter SET subject = NULL", false},
    {GUARD_LOOK, "DELETE FROM letter", false},
    {GUARD_LOOK, "DELETE FROM event", false},
    {GUARD_LOOK, "CREATE TABLE mine (a)", false},
    {GUARD_LOOK, "CREATE TEMP TABLE mine (a)", false},
    {GUARD_LOOK, "DROP TABLE note", false},
    {GUARD_LOOK, "DROP TRIGGER event_stays", false},
    {GUARD_LOOK, "ALTER TABLE note ADD COLUMN more TEXT", false},
    {GUARD_LOOK, "PRAGMA synchronous = OFF", false},
    {GUARD_LOOK, "PRAGMA user_version = 9", false},
    {GUARD_LOOK, "ATTACH ':memory:' AS other", false},
    {GUARD_LOOK, "BEGIN IMMEDIATE", false},
    {GUARD_LOOK, "SAVEPOINT here", false},
    {GUARD_LOOK, "REINDEX", false},
    {GUARD_LOOK, "ANALYZE", false},

    {GUARD_APPLY, "UPDATE letter SET subject = NULL", true},
    {GUARD_APPLY, "DELETE FROM note", true},
    {GUARD_APPLY, "UPDATE event SET time = 0", false},
    {GUARD_APPLY, "DELETE FROM event", false},
    {GUARD_APPLY, "UPDATE payload SET body = '{}'", false},
    {GUARD_APPLY, "DELETE FROM payload", false},
    {GUARD_APPLY, "UPDATE register SET practice = 0", false},
    {GUARD_APPLY, "INSERT INTO payload VALUES (1, 1, 'a', '')", false},
    {GUARD_APPLY, "UPDATE sqlite_stat1 SET stat = '1'", false},
    {GUARD_APPLY, "UPDATE sqlite_schema SET sql = ''", false},
    {GUARD_APPLY, "DROP TRIGGER event_stays", false},
    {GUARD_APPLY, "PRAGMA foreign_keys = OFF", false},
    {GUARD_APPLY, "COMMIT", false},

    {GUARD_CHAIN, "INSERT INTO payload VALUES (1, 1, 'a', '')", true},
    {GUARD_CHAIN, "INSERT INTO letter (office) VALUES (1)", false},
    {GUARD_CHAIN, "UPDATE payload SET body = '{}'", false},
    {GUARD_CHAIN, "DELETE FROM payload", false},
    {GUARD_CHAIN, "UPDATE event SET time = 0", false},
    {GUARD_CHAIN, "DELETE FROM event", false},
    {GUARD_CHAIN, "DELETE FROM register", false},
    {GUARD_CHAIN, "PRAGMA synchronous = OFF", false},

    {GUARD_SETTINGS, "PRAGMA synchronous = FULL", true},
    {GUARD_SETTINGS, "COMMIT", true},
    {GUARD_SETTINGS, "UPDATE letter SET subject = NULL", false},
    {GUARD_SETTINGS, "UPDATE sqlite_schema SET sql = ''", false},
    {GUARD_SETTINGS, "INSERT INTO event (seq) VALUES (1)", false},
    {GUARD_SETTINGS, "CREATE TABLE mine (a)", false},
    {GUARD_SETTINGS, "ATTACH ':memory:' AS other", false},
};

static bool
is_prepared(struct store *st, const struct attempt *a)
{
	struct error err = {0};
	void *stmt;

	st->engine->guard(st->conn, a->guard);
	stmt = st->engine->prepare(st->conn, a->sql, &err);
	st->engine->finish(stmt);
	st->engine->guard(st->conn, GUARD_LOOK);
	return stmt != NULL;
}

static void
a_statement_does_only_what_its_file_may(void **state)
{
	struct error err = {0};
	struct store *st = store_open_scratch(&err);

	(void)state;
	assert_non_null(st);
	for (size_t i = 0; i < ARRAY_SIZE(attempts); i++)
		if (is_prepared(st, &attempts[i]) != attempts[i].is_allowed)
			fail_msg("guard %d: %s is %s", attempts[i].guard,
				 attempts[i].sql,
				 attempts[i].is_allowed ? "refused"
							: "allowed");
	store_close(st);
}

static void
a_register_that_may_only_be_read_is_not_written(void **state)
{
	struct fixture f;
	struct store *st;

	(void)state;
	fixture_register(&f);
	st = store_open(f.path, STORE_READ, &f.err);
	assert_non_null(st);
	assert_false(store_begin_write(st, &f.err));
	assert_ptr_equal(f.err.kind, &STORE_READ_ONLY);
	store_close(st);
	fixture_done(&f);
}

/* Each past the program, as the sqlite3 shell would do it. */
static const char *const tamperings[] = {
    "UPDATE event SET login = 'other' WHERE seq = 2",
    "UPDATE OR REPLACE event SET seq = 2 WHERE seq = 3",
    "DELETE FROM event WHERE seq = 2",
    "DELETE FROM event",
    "UPDATE payload SET body = '{}' WHERE seq = 2",
    "DELETE FROM payload WHERE seq = 2",
    "UPDATE register SET uuid = zeroblob(16)",
    "DELETE FROM register",
    /* REPLACE deletes without asking the triggers that forbid it. */
    "REPLACE INTO event SELECT * FROM event WHERE seq = 2",
    "REPLACE INTO event SELECT office, seq + 100, time, kind, letter, book, "
    "year, number, person, login, post, capacity, acting_order, auth, "
    "act_id, nonce, commitment, hash FROM event WHERE seq = 2",
    "REPLACE INTO event SELECT office, seq + 1, time, kind, letter, book, "
    "year, number, person, login, post, capacity, acting_order, auth, "
    "act_id, nonce, commitment, hash FROM event ORDER BY seq DESC LIMIT 1",
    "REPLACE INTO event SELECT office, (SELECT max(seq) + 1 FROM event), "
    "time, kind, letter, book, year, number, person, login, post, capacity, "
    "acting_order, auth, randomblob(16), nonce, commitment, hash FROM event "
    "WHERE number = 1",
    "INSERT INTO event SELECT office, seq + 100, time, kind, letter, book, "
    "year, NULL, person, login, post, capacity, acting_order, auth, "
    "randomblob(16), nonce, commitment, hash FROM event WHERE seq = 2",
    "REPLACE INTO payload SELECT office, seq, salt, '{}' FROM payload "
    "WHERE seq = 2",
    "INSERT INTO payload VALUES (1, 2, zeroblob(16), '{}') "
    "ON CONFLICT DO UPDATE SET body = '{}'",
    "REPLACE INTO register SELECT one, zeroblob(16), made_at, practice "
    "FROM register",
};

static void
the_shell_cannot_change_the_chain(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_close(&f);
	for (size_t i = 0; i < ARRAY_SIZE(tamperings); i++) {
		if (fixture_sql(&f, tamperings[i]))
			fail_msg("done: %s", tamperings[i]);
		assert_true(fixture_is_clean(&f));
	}
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_statement_does_only_what_its_file_may),
	    cmocka_unit_test(a_register_that_may_only_be_read_is_not_written),
	    cmocka_unit_test(the_shell_cannot_change_the_chain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
