/* road-test.c -- what the steps of the road leave in the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/route.h"

#include "app/act.h"

#include "tests/fixture.h"
#include "tests/test.h"

static const char *
state_of(struct fixture *f, const char *number)
{
	fixture_must(f, "nayok", "show", number, NULL);
	return fixture_text(f, "state");
}

/* Of one row of a list in the last answer: "steps", 1, "how". */
static const char *
part(const struct fixture *f, const char *list, size_t i, const char *key)
{
	const json_t *row = json_array_get(json_object_get(f->answer, list), i);
	const char *s = json_string_value(json_object_get(row, key));

	return s != NULL ? s : "";
}

static void
an_order_to_nobody_closes_the_letter(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_to_the_top(&f, 1);
	fixture_must(&f, "nayok", "order", "1", "--note", "ทราบ", NULL);
	assert_string_equal(fixture_text(&f, "state"), "closed");
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
an_ordered_letter_closes_when_all_divisions_are_done(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_to_the_top(&f, 1);
	fixture_must(&f, "nayok", "order", "1", "--note", "x", "--assign",
		     "works", "--assign", "กองคลัง", "--assign", "works", NULL);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM assignment"),
			 2);
	fixture_must(&f, "works", "acknowledge", "1", NULL);
	fixture_must(&f, "works", "done", "1", "--reply", "ที่ ๗", NULL);
	assert_string_equal(state_of(&f, "1"), "ordered");
	assert_true(fixture_refuses(&f, &ROUTE_WRONG_STATE, "finance", "done",
				    "1", NULL));
	fixture_must(&f, "finance", "acknowledge", "1", NULL);
	fixture_must(&f, "finance", "done", "1", NULL);
	assert_string_equal(state_of(&f, "1"), "closed");
	assert_string_equal(part(&f, "assignments", 0, "reply"), "ที่ ๗");
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
a_post_is_skipped_with_a_reason_and_shown_as_skipped(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk", "endorse", "1",
				    "--note", "x", "--to", "palad", NULL));
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", "--to",
		     "palad", "--reason", "ไปราชการ", NULL);
	fixture_must(&f, "palad", "show", "1", NULL);
	assert_string_equal(part(&f, "steps", 0, "how"), "endorse");
	assert_string_equal(part(&f, "steps", 1, "post"), "head");
	assert_string_equal(part(&f, "steps", 1, "how"), "skip");
	assert_string_equal(part(&f, "steps", 1, "reason"), "ไปราชการ");
	assert_string_equal(part(&f, "steps", 2, "post"), "deputy");
	assert_string_equal(part(&f, "steps", 2, "how"), "skip");
	assert_string_equal(part(&f, "steps", 3, "post"), "palad");
	assert_string_equal(part(&f, "steps", 3, "how"), "");
	/* Nobody has endorsed for those who were passed over. */
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM note"), 1);
	fixture_done(&f);
}

static void
a_letter_is_recalled_only_while_unopened(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	fixture_must(&f, "clerk", "recall", "1", NULL);
	assert_string_equal(fixture_text(&f, "at_post"), "clerk");
	assert_string_equal(fixture_text(&f, "state"), "received");
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	fixture_must(&f, "head", "open", "1", NULL);
	assert_true(
	    fixture_refuses(&f, &ROUTE_OPENED, "clerk", "recall", "1", NULL));
	assert_true(strstr(f.err.detail, "head") != NULL);
	fixture_done(&f);
}

/* Names and posts stand as they were, whatever becomes of them. */
static void
what_was_written_stays_as_it_was_signed(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "เพื่อโปรดทราบ",
		     NULL);
	fixture_must(&f, NULL, "person add", "new", "new", "--post", "clerk",
		     NULL);
	fixture_must(&f, NULL, "person end", "clerk", "--on", "2026-01-20",
		     NULL);
	f.now += (moment)86400 * 1000000;
	assert_false(fixture_act(&f, "clerk", "show", "1", NULL));
	fixture_must(&f, "new", "show", "1", NULL);
	assert_string_equal(part(&f, "notes", 0, "person"), "clerk");
	assert_string_equal(part(&f, "notes", 0, "text"), "เพื่อโปรดทราบ");
	assert_string_equal(part(&f, "notes", 0, "post_name"), "ธุรการ");
	fixture_done(&f);
}

/* ------------------------------------------------------- secret letters */

/* Every place where people write gets this word. */
#define SECRET "ปกปิด"

static void
secret_letter(struct fixture *f)
{
	fixture_must(f, "clerk", "receive", "--secrecy", "ลับมาก", "--subject",
		     SECRET, "--from", SECRET, "--to", SECRET, "--ref", SECRET,
		     "--reference", SECRET, "--enclosure", SECRET, "--link",
		     SECRET, "--stamp", SECRET "; " SECRET, NULL);
	fixture_must(f, "clerk", "endorse", "1", "--note", SECRET, "--to",
		     "palad", "--reason", SECRET, NULL);
	fixture_must(f, "palad", "return", "1", "--reason", SECRET, NULL);
	fixture_must(f, "clerk", "endorse", "1", "--note", SECRET, "--to",
		     "nayok", "--reason", SECRET, NULL);
}

static void
secret_order(struct fixture *f)
{
	fixture_must(f, "nayok", "order", "1", "--note", SECRET, "--assign",
		     "works", NULL);
	fixture_must(f, "works", "acknowledge", "1", NULL);
	fixture_must(f, "works", "done", "1", "--note", SECRET, "--reply",
		     SECRET, NULL);
}

/* How often the word stands in all that a person can look at. */
static int
secrets_seen(struct fixture *f, const char *login)
{
	static const char *const looks[] = {"list", "show", "history"};
	int n = 0;

	for (size_t i = 0; i < ARRAY_SIZE(looks); i++) {
		bool needs = i > 0;
		char *all;

		fixture_must(f, login, looks[i], needs ? "1" : NULL, NULL);
		all = json_dumps(f->answer, 0);
		for (const char *p = all; (p = strstr(p, SECRET)) != NULL; p++)
			n++;
		free(all);
	}
	return n;
}

static void
a_secret_letter_is_read_where_it_lies_or_lay_and_who_must_act(void **state)
{
	static const char *const way[] = {"clerk", "palad", "nayok"};
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_clear(&f, "clerk", "head", "palad", "nayok", "works", "finance",
		      NULL);
	secret_letter(&f);
	assert_int_equal(secrets_seen(&f, "works"), 0);
	assert_int_equal(secrets_seen(&f, "finance"), 0);
	assert_int_equal(secrets_seen(&f, NULL), 0);
	secret_order(&f);
	for (size_t i = 0; i < ARRAY_SIZE(way); i++)
		assert_true(secrets_seen(&f, way[i]) > 20);
	/* skipped */
	assert_int_equal(secrets_seen(&f, "head"), 0);
	assert_true(secrets_seen(&f, "works") > 20);
	assert_int_equal(secrets_seen(&f, "finance"), 0);
	assert_int_equal(secrets_seen(&f, NULL), 0);
	fixture_done(&f);
}

static void
a_veiled_letter_keeps_its_number_and_class(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	secret_letter(&f);
	fixture_must(&f, "finance", "show", "1", NULL);
	assert_int_equal(fixture_int(&f, "number"), 1);
	assert_string_equal(fixture_text(&f, "secrecy"), "ลับมาก");
	assert_true(json_is_true(json_object_get(f.answer, "veiled")));
	fixture_done(&f);
}

static void
what_a_refused_reader_is_told_keeps_the_secret(void **state)
{
	static const char *const acts[] = {"open", "recall", "acknowledge",
					   "done"};
	struct fixture f;

	(void)state;
	fixture_register(&f);
	secret_letter(&f);
	for (size_t i = 0; i < ARRAY_SIZE(acts); i++) {
		assert_false(fixture_act(&f, "finance", acts[i], "1", NULL));
		assert_null(strstr(f.err.detail, SECRET));
	}
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_order_to_nobody_closes_the_letter),
	    cmocka_unit_test(
		an_ordered_letter_closes_when_all_divisions_are_done),
	    cmocka_unit_test(
		a_post_is_skipped_with_a_reason_and_shown_as_skipped),
	    cmocka_unit_test(a_letter_is_recalled_only_while_unopened),
	    cmocka_unit_test(what_was_written_stays_as_it_was_signed),
	    cmocka_unit_test(
		a_secret_letter_is_read_where_it_lies_or_lay_and_who_must_act),
	    cmocka_unit_test(a_veiled_letter_keeps_its_number_and_class),
	    cmocka_unit_test(what_a_refused_reader_is_told_keeps_the_secret),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
