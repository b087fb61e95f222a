/* day-test.c -- one page for each day, whoever closes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/day.h"
#include "model/seal.h"

#include "app/act.h"

#include "tests/fixture.h"
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
go_to(int year, int month, int day, int hour)
{
	f.now = moment_at((struct date){year, month, day}, hour, 0, 0);
}

static void
receive(const char *subject)
{
	fixture_must(&f, "clerk", "receive", "--subject", subject, NULL);
}

static int64_t
pages(void)
{
	return fixture_count(&f, "SELECT count(*) FROM day");
}

/* A column of a book on a page. */
static int64_t
count(const char *column, const char *day, const char *book)
{
	char *sql = xasprintf("SELECT %s FROM day_book WHERE day = '%s' AND "
			      "book = '%s' AND year = 2569",
			      column, day, book);
	int64_t n = fixture_count(&f, sql);

	free(sql);
	return n;
}

static void
an_act_of_a_later_day_closes_the_days_before(void **state)
{
	(void)state;
	receive("ก");
	assert_int_equal(pages(), 0);
	go_to(2026, 1, 21, 0);
	receive("ข");
	assert_int_equal(pages(), 1);
	assert_int_equal(count("last", "2026-01-20", "receive"), 1);
	assert_int_equal(count("entered", "2026-01-20", "receive"), 1);
	assert_int_equal(
	    fixture_count(&f, "SELECT is_missed FROM day "
			      "WHERE signature LIKE '%page of 2026-01-20%'"),
	    1);
	assert_true(fixture_is_clean(&f));
}

/* Midnight is Bangkok's, whatever the host's zone: 17.00 UTC. */
static void
the_day_turns_at_midnight_in_bangkok(void **state)
{
	(void)state;
	f.now = moment_at((struct date){2026, 1, 20}, 23, 59, 59) + 999999;
	receive("ก");
	assert_int_equal(pages(), 0);
	f.now++;
	receive("ข");
	assert_int_equal(pages(), 1);
	assert_int_equal(count("last", "2026-01-20", "receive"), 1);
}

static void
days_on_which_nothing_happened_have_a_page_each(void **state)
{
	(void)state;
	receive("ก");
	go_to(2026, 3, 2, 8);
	receive("ข");
	assert_int_equal(pages(), 41);
	assert_int_equal(count("entered", "2026-02-28", "receive"), 0);
	assert_int_equal(count("last", "2026-02-28", "receive"), 1);
	assert_int_equal(count("first", "2026-02-28", "receive"), 0);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM day a JOIN "
					   "day b ON b.previous = a.digest"),
			 40);
	assert_true(fixture_is_clean(&f));
}

static void
a_page_closed_by_a_person_takes_no_more(void **state)
{
	(void)state;
	receive("ก");
	receive("ข");
	fixture_must(&f, "clerk", "day close", NULL);
	assert_int_equal(count("entered", "2026-01-20", "receive"), 2);
	receive("ค");
	assert_true(
	    fixture_refuses(&f, &RULE_REFUSED, "clerk", "day close", NULL));
	go_to(2026, 1, 21, 16);
	receive("ง");
	fixture_must(&f, "clerk", "day close", NULL);
	assert_int_equal(pages(), 2);
	assert_int_equal(count("entered", "2026-01-21", "receive"), 2);
	assert_int_equal(count("first", "2026-01-21", "receive"), 3);
	assert_int_equal(fixture_count(&f, "SELECT sum(is_missed) FROM day"),
			 0);
	assert_true(fixture_is_clean(&f));
}

static void
only_who_may_enter_letters_closes_the_day(void **state)
{
	(void)state;
	assert_false(fixture_act(&f, "palad", "day close", NULL));
	fixture_must(&f, NULL, "day close", NULL);
}

/* What was done that day, not what became of it later. */
static void
a_page_counts_what_was_done_on_it(void **state)
{
	(void)state;
	receive("ก");
	receive("ข");
	fixture_must(&f, "clerk", "receive", "--subject", "ค", "--at",
		     "2026-01-19T10:00", "--late", "เครื่องเสีย", NULL);
	go_to(2026, 1, 21, 9);
	fixture_must(&f, "clerk", "cancel", "1", "--reason", "x", NULL);
	fixture_must(&f, "clerk", "correct", "2", "subject", "y", "--reason",
		     "x", NULL);
	fixture_must(&f, "clerk", "correct", "3", "subject", "y", "--reason",
		     "x", NULL);
	go_to(2026, 1, 22, 9);
	receive("ง");
	assert_int_equal(count("entered", "2026-01-20", "receive"), 3);
	assert_int_equal(count("late", "2026-01-20", "receive"), 1);
	assert_int_equal(count("cancelled", "2026-01-20", "receive"), 0);
	assert_int_equal(count("entered", "2026-01-21", "receive"), 0);
	assert_int_equal(count("cancelled", "2026-01-21", "receive"), 1);
	assert_int_equal(count("corrected", "2026-01-21", "receive"), 2);
	assert_int_equal(count("last", "2026-01-21", "receive"), 3);
	assert_true(fixture_is_clean(&f));
}

static void
a_divisions_book_is_on_the_page(void **state)
{
	(void)state;
	fixture_to_the_top(&f, 1);
	fixture_must(&f, "nayok", "order", "1", "--note", "x", "--assign",
		     "works", NULL);
	fixture_must(&f, "works", "acknowledge", "1", NULL);
	fixture_must(&f, "clerk", "day close", NULL);
	assert_int_equal(count("entered", "2026-01-20", "division:works"), 1);
	assert_true(fixture_is_clean(&f));
}

/* The old year's last page and the new year's first. */
static void
the_year_turns_between_two_pages(void **state)
{
	(void)state;
	fixture_must(&f, NULL, "policy set", "clock-days", "366", NULL);
	go_to(2026, 12, 31, 16);
	receive("ก");
	go_to(2027, 1, 1, 0);
	receive("ข");
	go_to(2027, 1, 2, 0);
	receive("ค");
	assert_int_equal(count("entered", "2026-12-31", "receive"), 1);
	assert_int_equal(
	    fixture_count(&f, "SELECT entered FROM day_book WHERE day = "
			      "'2027-01-01' AND year = 2570"),
	    1);
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM day_book WHERE day = "
			      "'2027-01-01' AND year = 2569"),
	    0);
	assert_true(fixture_is_clean(&f));
}

/* Asked twice, an act is done once, and so are the days before it. */
static void
an_act_asked_twice_closes_no_day_twice(void **state)
{
	const unsigned char id[ID_SIZE] = {1};

	(void)state;
	go_to(2026, 1, 25, 9);
	assert_true(
	    fixture_act_as(&f, id, "clerk", "receive", "--subject", "ก", NULL));
	assert_true(
	    fixture_act_as(&f, id, "clerk", "receive", "--subject", "ก", NULL));
	assert_int_equal(pages(), 5);
	assert_true(fixture_is_clean(&f));
}

static void
an_act_that_is_refused_closes_nothing(void **state)
{
	(void)state;
	go_to(2026, 1, 25, 9);
	assert_false(
	    fixture_act(&f, "palad", "receive", "--subject", "ก", NULL));
	assert_int_equal(pages(), 0);
}

static void
missed_days_are_closed_without_another_act(void **state)
{
	int64_t events;

	(void)state;
	go_to(2026, 1, 23, 2);
	events = fixture_count(&f, "SELECT count(*) FROM event");
	fixture_must(&f, NULL, "day missed", NULL);
	assert_int_equal(fixture_int(&f, "closed"), 3);
	fixture_must(&f, NULL, "day missed", NULL);
	assert_int_equal(fixture_int(&f, "closed"), 0);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event"),
			 events + 3);
	assert_true(fixture_is_clean(&f));
}

static void
a_page_is_signed_or_says_why_not(void **state)
{
	char *path = xasprintf("%s-key", f.beside);

	(void)state;
	fixture_must(&f, "clerk", "day close", NULL);
	unlink(path);
	go_to(2026, 1, 22, 9);
	receive("ก");
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM day WHERE signature "
			      "IS NOT NULL"),
	    1);
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM payload WHERE body ->> "
			      "'unsigned' = 'seal-missing'"),
	    1);
	assert_true(fixture_is_clean(&f));
	free(path);
}

static void
the_note_says_what_the_page_holds(void **state)
{
	static const char *const lines[] = {
	    "saraban-day-1\nregister ", "\noffice main\nname อบต.ดงมะไฟ\n",
	    "\nday 2026-01-20\nseq ",
	    "\nbook receive 2569 last 1 first 1 entered 1 cancelled 0 "
	    "corrected 0 late 0 reserved 0 void 0 lost 0\nprevious none\n"};
	struct store *st = fixture_session(&f, NULL)->store;
	struct arena a = {0};
	struct text note = {0};
	char digest[HEX_SIZE];
	struct identity id;
	struct day d;
	bool found;

	(void)state;
	receive("ก");
	fixture_must(&f, "clerk", "day close", NULL);
	assert_true(ledger_identity(st, &id, &f.err));
	assert_true(day_load(st, 1, "2026-01-20", &a, &d, &found, &f.err));
	assert_true(found);
	day_note(&d, &id, &note);
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		assert_non_null(strstr(note.s, lines[i]));
	day_digest(&d, &id, digest);
	assert_string_equal(d.digest, digest);
	text_done(&note);
	arena_done(&a);
}

/* The clock moves on whenever it is asked, and stands before midnight by as
   many steps as there are in any act: whichever it passes at, there is a page
   of the day before the events of the next. */
static void
midnight_passes_in_the_middle_of_an_act(void **state)
{
	enum { STEPS = 25 };

	(void)state;
	f.tick = 1;
	for (int i = 1; i <= STEPS; i++) {
		go_to(2026, 2, i, 24);
		f.now -= i;
		receive("ก");
	}
	f.tick = 0;
	go_to(2026, 2, STEPS + 1, 8);
	receive("ข");
	assert_true(fixture_is_clean(&f));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(an_act_of_a_later_day_closes_the_days_before),
	    TEST(midnight_passes_in_the_middle_of_an_act),
	    TEST(the_day_turns_at_midnight_in_bangkok),
	    TEST(days_on_which_nothing_happened_have_a_page_each),
	    TEST(a_page_closed_by_a_person_takes_no_more),
	    TEST(only_who_may_enter_letters_closes_the_day),
	    TEST(a_page_counts_what_was_done_on_it),
	    TEST(a_divisions_book_is_on_the_page),
	    TEST(the_year_turns_between_two_pages),
	    TEST(an_act_asked_twice_closes_no_day_twice),
	    TEST(an_act_that_is_refused_closes_nothing),
	    TEST(missed_days_are_closed_without_another_act),
	    TEST(a_page_is_signed_or_says_why_not),
	    TEST(the_note_says_what_the_page_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
