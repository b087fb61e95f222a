/* missing-test.c -- each question of an auditor finds what it asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/missing.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

static struct fixture f;

static int
set_up(void **state)
{
	(void)state;
	fixture_register(&f);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

static void
days_later(int days)
{
	f.now += days * 24 * 3600 * (moment)1000000;
}

static void
receive(const char *at)
{
	fixture_must(&f, "clerk", "receive", "--subject", "x", "--at", at,
		     NULL);
}

/* As the sqlite3 shell would. */
static void
past_the_program(const char *sql)
{
	fixture_close(&f);
	if (!fixture_tamper(&f, sql))
		fail_msg("%s", sql);
}

/* Of the last check: the sentence of a code among faults or notes, NULL when
   there is none; in the answer. */
static const char *
told(const char *list, const char *code)
{
	const json_t *rows;
	size_t i;
	json_t *row;

	fixture_must(&f, NULL, "check", NULL);
	rows = json_object_get(f.answer, list);
	json_array_foreach(rows, i, row)
	{
		const char *is =
		    json_string_value(json_object_get(row, "code"));

		if (strcmp(is, code) == 0)
			return json_string_value(json_object_get(row, "text"));
	}
	return NULL;
}

static void
assert_told(const char *list, const char *code, const char *end)
{
	const char *text = told(list, code);

	if (text == NULL)
		fail_msg("%s: nothing of %s", list, code);
	if (strlen(text) < strlen(end) ||
	    strcmp(text + strlen(text) - strlen(end), end) != 0)
		fail_msg("%s does not end with %s", text, end);
}

static bool
is_ok(void)
{
	return json_is_true(json_object_get(f.answer, "ok"));
}

static void
a_register_just_made_has_no_open_points(void **state)
{
	(void)state;
	receive("2026-01-20T09:00");
	fixture_must(&f, NULL, "check", NULL);
	assert_int_equal(json_array_size(json_object_get(f.answer, "notes")),
			 0);
	assert_true(is_ok());
}

static void
times_out_of_order_are_an_open_point(void **state)
{
	(void)state;
	receive("2026-01-20T09:00");
	receive("2026-01-20T10:00");
	receive("2026-01-20T09:30");
	receive("2026-01-20T10:10");
	assert_told("notes", "order", ": 1 (3)");
	assert_true(is_ok());
}

/* What says why it is late is no wonder. */
static void
a_late_entry_is_not_out_of_order(void **state)
{
	(void)state;
	receive("2026-01-20T09:00");
	fixture_must(&f, "clerk", "receive", "--subject", "x", "--at",
		     "2026-01-19T09:00", "--late", "x", NULL);
	assert_null(told("notes", "order"));
}

static void
what_nobody_opens_is_an_open_point_after_some_days(void **state)
{
	(void)state;
	receive("2026-01-20T09:00");
	receive("2026-01-20T09:01");
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	days_later(3);
	assert_null(told("notes", "unopened"));
	days_later(1);
	assert_told("notes", "unopened", ": 1 (2)");
	fixture_must(&f, NULL, "policy set", "unopened-days", "10", NULL);
	assert_null(told("notes", "unopened"));
	fixture_must(&f, NULL, "policy set", "unopened-days", "0", NULL);
	assert_told("notes", "unopened", ": 1 (2)");
	fixture_must(&f, "head", "open", "2", NULL);
	assert_null(told("notes", "unopened"));
}

static void
what_no_division_takes_is_an_open_point(void **state)
{
	(void)state;
	fixture_to_the_top(&f, 1);
	fixture_must(&f, "nayok", "order", "1", "--note", "x", "--assign",
		     "works", "--assign", "finance", NULL);
	fixture_must(&f, "works", "acknowledge", "1", NULL);
	days_later(4);
	assert_told("notes", "untaken", ": 1 (1)");
	fixture_must(&f, "finance", "acknowledge", "1", NULL);
	assert_null(told("notes", "untaken"));
}

static void
secrets_without_a_registrar_are_an_open_point(void **state)
{
	(void)state;
	fixture_clear(&f, "clerk", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "x", "--secrecy",
		     "secret", NULL);
	assert_told("notes", "registrar", ": 1 (1)");
	fixture_must(&f, NULL, "post add", "secrets", "นายทะเบียนลับ", "--role",
		     "registrar", NULL);
	fixture_must(&f, NULL, "person hold", "head", "--post", "secrets",
		     NULL);
	assert_null(told("notes", "registrar"));
}

static void
days_not_closed_and_pages_not_signed_are_open_points(void **state)
{
	char *key = xasprintf("%s-key", f.beside);

	(void)state;
	receive("2026-01-20T09:00");
	days_later(5);
	assert_told("notes", "unclosed", ": 5");
	unlink(key);
	fixture_must(&f, NULL, "day missed", NULL);
	assert_null(told("notes", "unclosed"));
	assert_told("notes", "unsigned", ": 5");
	assert_non_null(told("notes", "key"));
	fixture_must(&f, NULL, "key new", "--reason", "x", NULL);
	assert_told("notes", "key", ": 1");
	assert_true(is_ok());
	free(key);
}

static void
a_lost_record_is_an_open_point(void **state)
{
	(void)state;
	receive("2026-01-20T09:00");
	past_the_program("UPDATE letter SET state = 'lost', at_post = NULL "
			 "WHERE number = 1");
	assert_told("notes", "lost", ": 1 (1)");
}

static void
a_gap_and_a_cancellation_without_a_reason_are_faults(void **state)
{
	(void)state;
	for (int i = 0; i < 4; i++)
		receive("2026-01-20T09:00");
	fixture_must(&f, "clerk", "cancel", "1", "--reason", "x", NULL);
	past_the_program("UPDATE note SET words = ' '; "
			 "UPDATE event SET number = NULL, year = NULL, "
			 "book = NULL WHERE number = 3");
	assert_told("faults", "reason", ": 1 (1)");
	assert_told("faults", "gap", ": 1 (3)");
	assert_false(is_ok());
}

static void
a_number_given_twice_is_a_fault(void **state)
{
	(void)state;
	receive("2026-01-20T09:00");
	receive("2026-01-20T09:00");
	fixture_close(&f);
	if (server_is_used()) {
		past_the_program(
		    "ALTER TABLE event DROP CONSTRAINT "
		    "event_number_once; "
		    "UPDATE event SET number = 1 WHERE number = 2");
		assert_told("faults", "double", ": 1 (1)");
		return;
	}
	assert_true(fixture_sql(
	    &f,
	    "DROP TRIGGER event_follows; DROP TRIGGER event_stays; "
	    "PRAGMA writable_schema = ON; "
	    "UPDATE sqlite_schema SET sql = replace(sql, "
	    "'CONSTRAINT event_number_once UNIQUE (office, book, year, "
	    "number)',"
	    "'CONSTRAINT event_number_once UNIQUE (office, book, year, hash)') "
	    "WHERE name = 'event'; PRAGMA writable_schema = RESET"));
	fixture_sql(&f, "REINDEX");
	assert_true(
	    fixture_sql(&f, "UPDATE event SET number = 1 WHERE number = 2"));
	assert_told("faults", "double", ": 1 (1)");
}

/* Many numbers of one book are one sentence. */
static void
numbers_are_named_a_dozen_at_most(void **state)
{
	(void)state;
	for (int i = 0; i < 14; i++) {
		char *number = xasprintf("%d", i + 1);

		receive("2026-01-20T09:00");
		fixture_must(&f, "clerk", "endorse", number, "--note", "x",
			     NULL);
		free(number);
	}
	days_later(4);
	assert_told("notes", "unopened",
		    ": 14 (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …)");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_register_just_made_has_no_open_points),
	    TEST(times_out_of_order_are_an_open_point),
	    TEST(a_late_entry_is_not_out_of_order),
	    TEST(what_nobody_opens_is_an_open_point_after_some_days),
	    TEST(what_no_division_takes_is_an_open_point),
	    TEST(secrets_without_a_registrar_are_an_open_point),
	    TEST(days_not_closed_and_pages_not_signed_are_open_points),
	    TEST(a_lost_record_is_an_open_point),
	    TEST(a_gap_and_a_cancellation_without_a_reason_are_faults),
	    TEST(a_number_given_twice_is_a_fault),
	    TEST(numbers_are_named_a_dozen_at_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
