/* secrecy-test.c -- who may read a secret letter, and who is refused */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/letter.h"
#include "model/route.h"
#include "model/secrecy.h"

#include "app/act.h"
#include "app/look.h"

#include "tests/fixture.h"
#include "tests/test.h"

static struct fixture f;

/* ---------------------------------------------------------------- the rule */

/* Every case there is: class of the letter, given or not, and who asks. */
static void
the_rule_is_clearance_and_a_grant_or_the_registrar(void **state)
{
	static const char *const classes[] = {NULL, "ลับ", "ลับมาก", "ลับที่สุด"};

	(void)state;
	for (int class = 0; class <= 3; class ++)
		for (int cleared = 0; cleared <= 3; cleared++)
			for (int bits = 0; bits < 8; bits++) {
				const struct letter l = {
				    .secrecy = classes[class],
				    .is_given = bits & 1,
				};
				struct held_post post = {
				    .role = bits & 2 ? "registrar" : "chain",
				};
				const struct actor a = {
				    .posts = &post,
				    .n_posts = 1,
				    .clearance = cleared,
				    .is_sure = bits & 4,
				};
				bool may = class == 0 ||
					   ((bits & 4) &&
					    ((bits & 2) ||
					     ((bits & 1) && cleared >= class)));

				assert_int_equal(secrecy_may_read(&l, &a), may);
			}
}

static void
classes_rank_as_in_the_rule_on_official_secrets(void **state)
{
	(void)state;
	assert_int_equal(secrecy_rank(NULL), 0);
	assert_int_equal(secrecy_rank("ลับ"), 1);
	assert_int_equal(secrecy_rank("ลับมาก"), 2);
	assert_int_equal(secrecy_rank("ลับที่สุด"), 3);
	assert_int_equal(secrecy_rank("ลับเฉพาะ"), 0);
}

/* ------------------------------------------------------------ in a register */

#define WORDS "ปกปิด"

static int
begin(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_must(&f, NULL, "policy set", "secret-as", "1", NULL);
	fixture_must(&f, "clerk", "receive", "--secrecy", "ลับมาก", "--subject",
		     WORDS, NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", "--to",
		     "palad", "--reason", "x", NULL);
	return 0;
}

static int
end(void **state)
{
	bool is_whole = fixture_is_clean(&f);

	(void)state;
	fixture_done(&f);
	return is_whole ? 0 : -1;
}

static void
clear(const char *login, const char *class)
{
	fixture_must(&f, NULL, "clear", login, class, "--order", "1/2569",
		     NULL);
}

static bool
reads(const char *login)
{
	fixture_must(&f, login, "show", "1", NULL);
	assert_int_equal(json_is_true(json_object_get(f.answer, "veiled")),
			 strcmp(fixture_text(&f, "subject"), WORDS) != 0);
	return strcmp(fixture_text(&f, "subject"), WORDS) == 0;
}

static void
clearance_reaches_up_to_its_class(void **state)
{
	(void)state;
	assert_false(reads("palad"));
	clear("palad", "ลับ");
	assert_false(reads("palad"));
	clear("palad", "ลับมาก");
	assert_true(reads("palad"));
	clear("palad", "ลับที่สุด");
	assert_true(reads("palad"));
	fixture_must(&f, NULL, "clear end", "palad", "--order", "2/2569", NULL);
	assert_false(reads("palad"));
}

static void
clearance_ends_with_its_last_day(void **state)
{
	(void)state;
	fixture_must(&f, NULL, "clear", "palad", "secret", "--order", "1/2569",
		     "--until", "2026-01-20", NULL);
	assert_true(reads("palad"));
	f.now += (moment)86400 * 1000000;
	assert_false(reads("palad"));
	assert_true(fixture_refuses(&f, &REQUEST_WRONG, NULL, "clear", "palad",
				    "ลับ", "--order", "x", "--until",
				    "2026-01-20", NULL));
}

static void
clearance_alone_opens_nothing(void **state)
{
	(void)state;
	clear("head", "ลับที่สุด");
	clear("nayok", "ลับที่สุด");
	/* skipped, and not there yet */
	assert_false(reads("head"));
	assert_false(reads("nayok"));
	fixture_must(&f, "palad", "endorse", "1", "--note", "x", NULL);
	assert_true(reads("nayok"));
}

static void
what_is_given_by_name_is_read_and_taken_back(void **state)
{
	(void)state;
	clear("palad", "ลับมาก");
	clear("finance", "ลับมาก");
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "palad", "grant", "1",
				    "head", "--reason", "x", NULL));
	fixture_must(&f, "palad", "grant", "1", "finance", "--reason", "x",
		     NULL);
	assert_true(reads("finance"));
	fixture_must(&f, "palad", "grant end", "1", "finance", "--reason", "x",
		     NULL);
	assert_false(reads("finance"));
}

/* What is given to a post goes with it. */
static void
what_is_given_to_a_post_is_read_by_who_holds_it(void **state)
{
	(void)state;
	clear("palad", "ลับมาก");
	fixture_must(&f, NULL, "person add", "mali", "มาลี", "--post", "works",
		     "--from", "2026-01-21", NULL);
	clear("mali", "ลับมาก");
	fixture_must(&f, "palad", "grant", "1", "ผู้อำนวยการกองช่าง", "--reason",
		     "x", NULL);
	assert_false(reads("works"));
	assert_false(reads("mali"));
	f.now += (moment)86400 * 1000000;
	assert_true(reads("mali"));
}

static void
who_may_not_read_it_gives_nobody_anything(void **state)
{
	(void)state;
	clear("clerk", "ลับมาก");
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "palad", "grant", "1",
				    "clerk", "--reason", "x", NULL));
	/* reads it, and holds no post above the clerk */
	assert_true(reads("clerk"));
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "clerk", "grant", "1",
				    "clerk", "--reason", "x", NULL));
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, NULL, "grant", "1",
				    "clerk", "--reason", "x", NULL));
}

static void
the_account_reads_nothing_nor_who_comes_by_its_word(void **state)
{
	(void)state;
	clear("palad", "ลับที่สุด");
	assert_true(reads("palad"));
	assert_false(reads(NULL));
	fixture_must(&f, NULL, "policy set", "secret-as", "0", NULL);
	assert_false(reads("palad"));
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "palad", "grant", "1",
				    "palad", "--reason", "x", NULL));
}

/* Who knows its class by the paper alone marks it; who cannot read it mends
   nothing of it, and does not make it open to all. */
static void
only_a_reader_mends_it_or_lifts_its_class(void **state)
{
	(void)state;
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "palad", "correct",
				    "1", "secrecy", "-", "--reason", "x",
				    NULL));
	assert_false(reads("head"));
	clear("palad", "ลับมาก");
	fixture_must(&f, "palad", "correct", "1", "secrecy", "-", "--reason",
		     "x", NULL);
	assert_true(reads("head"));
}

/* A sealed envelope is carried on by who may not open it. */
static void
it_goes_on_its_way_unread(void **state)
{
	(void)state;
	assert_false(reads("palad"));
	fixture_must(&f, "palad", "endorse", "1", "--note", "x", NULL);
	assert_false(reads("nayok"));
	fixture_must(&f, "nayok", "order", "1", "--note", "x", "--assign",
		     "works", NULL);
	clear("works", "ลับมาก");
	assert_true(reads("works"));
}

static void
who_is_cleared_stands_in_a_list(void **state)
{
	(void)state;
	clear("palad", "ลับมาก");
	fixture_must(&f, "head", "clear list", NULL);
	assert_int_equal(json_array_size(f.answer), 1);
	assert_string_equal(json_string_value(json_object_get(
				json_array_get(f.answer, 0), "order")),
			    "1/2569");
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "head", "clear",
				    "head", "ลับ", "--order", "x", NULL));
}

/* ------------------------------------------------------------------- views */

static int64_t
views(const char *login)
{
	char *sql = xasprintf("SELECT count(*) FROM event WHERE kind = "
			      "'letter.view' AND login = '%s'",
			      login);
	int64_t n = fixture_count(&f, sql);

	free(sql);
	return n;
}

/* Each is an opening of its own on the command line, where a session is one
   command; here the session stays. */
static void
a_reading_stands_in_the_chain_once_a_day(void **state)
{
	(void)state;
	clear("palad", "ลับมาก");
	assert_true(reads("palad"));
	assert_true(reads("palad"));
	fixture_must(&f, "palad", "history", "1", NULL);
	assert_int_equal(views("palad"), 1);
	f.now += (moment)86400 * 1000000;
	fixture_must(&f, "palad", "history", "1", NULL);
	assert_true(reads("palad"));
	assert_int_equal(views("palad"), 2);
}

static void
who_reads_nothing_of_it_leaves_no_reading(void **state)
{
	(void)state;
	assert_false(reads("palad"));
	assert_false(reads("works"));
	assert_false(reads(NULL));
	clear("palad", "ลับมาก");
	fixture_must(&f, "palad", "list", NULL);
	fixture_must(&f, "palad", "search", WORDS, NULL);
	fixture_must(&f, "palad", "drafts", NULL);
	fixture_must(&f, "palad", "why", "1", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, "palad", "show", "2", NULL);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event "
					   "WHERE kind = 'letter.view'"),
			 0);
}

/* What cannot be written down is not read. */
static void
where_nothing_may_be_written_it_stays_closed(void **state)
{
	struct session_wish wish = fixture_wish(&f, "palad");
	struct session reader;
	struct letter_file file;
	struct arena a = {0};

	(void)state;
	clear("palad", "ลับมาก");
	wish.read_only = true;
	session_init(&reader, &wish, fixture_clock(&f));
	assert_true(session_open(&reader, false, &f.err));
	assert_true(look_letter(&reader, "1", &a, &file, &f.err));
	assert_true(file.letter.is_veiled);
	assert_null(file.letter.subject);
	assert_int_equal(file.n_notes, 0);
	session_done(&reader);
	arena_done(&a);
}

/* The post where it lies opens it, too: two things, two events. */
static void
who_has_read_it_is_told_in_its_history(void **state)
{
	const json_t *first;

	(void)state;
	clear("palad", "ลับมาก");
	assert_true(reads("palad"));
	fixture_must(&f, "works", "history", "1", NULL);
	first = json_array_get(f.answer, json_array_size(f.answer) - 1);
	assert_string_equal(json_string_value(json_object_get(first, "kind")),
			    "letter.view");
	assert_string_equal(json_string_value(json_object_get(first, "actor")),
			    "palad");
}

/* --------------------------------------------------------------- registrar */

static void
name_registrar(void)
{
	fixture_must(&f, NULL, "post add", "keeper", "นายทะเบียนลับ", "--role",
		     "registrar", NULL);
	fixture_must(&f, NULL, "person add", "vichit", "วิชิต", "--post",
		     "keeper", NULL);
}

static bool
receives(const char *login, const char *secrecy)
{
	return fixture_act(&f, login, "receive", "--subject", WORDS,
			   "--secrecy", secrecy, NULL);
}

static void
the_registrar_reads_all_without_clearance_or_grant(void **state)
{
	(void)state;
	name_registrar();
	assert_true(reads("vichit"));
	fixture_must(&f, NULL, "policy set", "secret-as", "0", NULL);
	assert_false(reads("vichit"));
}

static void
the_clerk_is_told_whom_to_hand_the_envelope_to(void **state)
{
	(void)state;
	/* nobody holds the post yet */
	fixture_must(&f, NULL, "post add", "keeper", "นายทะเบียนลับ", "--role",
		     "registrar", NULL);
	assert_true(receives("clerk", "ลับ"));
	assert_int_equal(json_array_size(json_object_get(f.answer, "remarks")),
			 1);
	fixture_must(&f, NULL, "person add", "vichit", "วิชิต", "--post",
		     "keeper", NULL);
	assert_false(receives("clerk", "ลับ"));
	assert_ptr_equal(f.err.kind, &ROUTE_NOT_YOURS);
	assert_non_null(strstr(f.err.detail, "วิชิต"));
	assert_null(strstr(f.err.detail, WORDS));
	assert_true(receives("clerk", ""));
	assert_false(receives("vichit", ""));
	assert_true(receives("vichit", "ลับ"));
	assert_null(json_object_get(f.answer, "remarks"));
}

/* From him up, and back to him, past the clerk. */
static void
what_the_registrar_enters_goes_up_and_comes_back_to_him(void **state)
{
	char number[12];

	(void)state;
	name_registrar();
	clear("head", "ลับที่สุด");
	assert_true(receives("vichit", "ลับที่สุด"));
	snprintf(number, sizeof(number), "%d", (int)fixture_int(&f, "number"));
	assert_string_equal(fixture_text(&f, "at_post"), "keeper");
	fixture_must(&f, "vichit", "endorse", number, "--note", "x", NULL);
	assert_string_equal(fixture_text(&f, "at_post"), "head");
	fixture_must(&f, "clerk", "show", number, NULL);
	assert_string_equal(fixture_text(&f, "subject"), "");
	fixture_must(&f, "head", "show", number, NULL);
	assert_string_equal(fixture_text(&f, "subject"), WORDS);
	fixture_must(&f, "head", "return", number, "--reason", "x", NULL);
	assert_string_equal(fixture_text(&f, "at_post"), "keeper");
	assert_string_equal(fixture_text(&f, "state"), "received");
	assert_false(
	    fixture_act(&f, "clerk", "cancel", number, "--reason", "x", NULL));
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "vichit", "endorse",
				    number, "--note", "x", "--to", "palad",
				    NULL));
	fixture_must(&f, "vichit", "endorse", number, "--note", "x", "--to",
		     "nayok", "--reason", "x", NULL);
	fixture_must(&f, "vichit", "recall", number, NULL);
	fixture_must(&f, "vichit", "correct", number, "subject", "y",
		     "--reason", "x", NULL);
	fixture_must(&f, "vichit", "grant", number, "head", "--reason", "x",
		     NULL);
	fixture_must(&f, "vichit", "cancel", number, "--reason", "x", NULL);
}

static void
secret_letters_may_have_a_book_of_their_own(void **state)
{
	(void)state;
	name_registrar();
	fixture_must(&f, NULL, "policy set", "book-secret", "own", "--year",
		     "2570", NULL);
	f.now = moment_at((struct date){2027, 1, 5}, 10, 0, 0);
	fixture_must(&f, "clerk", "clock confirm", "--reason", "x", NULL);
	assert_true(receives("vichit", "ลับ"));
	assert_string_equal(fixture_text(&f, "book"), "secret");
	assert_int_equal(fixture_int(&f, "number"), 1);
	fixture_must(&f, "vichit", "show", "ลับ 1", NULL);
	assert_string_equal(fixture_text(&f, "subject"), WORDS);
	fixture_must(&f, "works", "show", "ลับ 1", NULL);
	assert_string_equal(fixture_text(&f, "subject"), "");
}

#define secrecy_test(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		the_rule_is_clearance_and_a_grant_or_the_registrar),
	    cmocka_unit_test(classes_rank_as_in_the_rule_on_official_secrets),
	    secrecy_test(clearance_reaches_up_to_its_class),
	    secrecy_test(clearance_ends_with_its_last_day),
	    secrecy_test(clearance_alone_opens_nothing),
	    secrecy_test(what_is_given_by_name_is_read_and_taken_back),
	    secrecy_test(what_is_given_to_a_post_is_read_by_who_holds_it),
	    secrecy_test(who_may_not_read_it_gives_nobody_anything),
	    secrecy_test(the_account_reads_nothing_nor_who_comes_by_its_word),
	    secrecy_test(only_a_reader_mends_it_or_lifts_its_class),
	    secrecy_test(it_goes_on_its_way_unread),
	    secrecy_test(who_is_cleared_stands_in_a_list),
	    secrecy_test(a_reading_stands_in_the_chain_once_a_day),
	    secrecy_test(who_reads_nothing_of_it_leaves_no_reading),
	    secrecy_test(where_nothing_may_be_written_it_stays_closed),
	    secrecy_test(who_has_read_it_is_told_in_its_history),
	    secrecy_test(the_registrar_reads_all_without_clearance_or_grant),
	    secrecy_test(the_clerk_is_told_whom_to_hand_the_envelope_to),
	    secrecy_test(
		what_the_registrar_enters_goes_up_and_comes_back_to_him),
	    secrecy_test(secret_letters_may_have_a_book_of_their_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
