/* ledger-test.c -- numbers, years, act ids: what the ledger promises */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "model/ledger.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

/* Receives one letter and tells its number. */
static int64_t
receive(struct fixture *f)
{
	fixture_must(f, "clerk", "receive", "--subject", "x", NULL);
	return fixture_int(f, "number");
}

static int64_t
events(const struct fixture *f)
{
	return fixture_count(f, "SELECT count(*) FROM event");
}

static void
numbers_run_from_1_without_a_gap(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	for (int i = 1; i <= 30; i++)
		assert_int_equal(receive(&f), i);
	assert_int_equal(fixture_int(&f, "year"), 2569);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
a_year_begun_on_paper_goes_on_where_it_stands(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f);
	fixture_must(&f, NULL, "init", "อบต.ดงมะไฟ", "--next-number", "144",
		     NULL);
	fixture_people(&f);
	assert_int_equal(receive(&f), 144);
	assert_int_equal(receive(&f), 145);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* The host's zone must not matter: Bangkok is seven hours ahead of UTC. */
static void
numbers_begin_anew_in(const char *zone)
{
	static const struct date last = {2025, 12, 31}, first = {2026, 1, 1};
	struct fixture f;

	setenv("TZ", zone, 1);
	tzset();
	fixture_start(&f);
	f.now = moment_at(last, 10, 0, 0);
	fixture_must(&f, NULL, "init", "อบต.ดงมะไฟ", "--next-number", "900",
		     NULL);
	fixture_people(&f);
	f.now = moment_at(last, 23, 59, 59) + 999999;
	assert_int_equal(receive(&f), 900);
	assert_int_equal(fixture_int(&f, "year"), 2568);
	f.now = moment_at(first, 0, 0, 0);
	assert_int_equal(receive(&f), 1);
	assert_int_equal(fixture_int(&f, "year"), 2569);
	assert_int_equal(receive(&f), 2);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
	setenv("TZ", "UTC", 1);
}

static void
numbers_begin_anew_on_the_first_of_january_in_bangkok(void **state)
{
	(void)state;
	numbers_begin_anew_in("UTC");
	numbers_begin_anew_in("America/New_York");
	numbers_begin_anew_in("Pacific/Kiritimati");
}

static void
time_never_falls_when_the_clock_goes_back(void **state)
{
	struct fixture f;
	moment first;

	(void)state;
	fixture_register(&f);
	first = f.now;
	receive(&f);
	f.now = first - (moment)86400 * 1000000;
	fixture_must(&f, "clerk", "clock confirm", "--reason", "x", NULL);
	receive(&f);
	assert_int_equal(fixture_count(&f, "SELECT max(time) FROM event"),
			 first);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event a JOIN "
					   "event b ON b.seq = a.seq + 1 "
					   "AND b.time < a.time"),
			 0);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* An event of 2569 must not take a number of 2568. */
static void
the_year_never_falls_when_the_clock_goes_back(void **state)
{
	static const struct date last = {2025, 12, 31}, first = {2026, 1, 1};
	struct fixture f;

	(void)state;
	fixture_start(&f);
	f.now = moment_at(last, 8, 0, 0);
	fixture_must(&f, NULL, "init", "อบต.ดงมะไฟ", NULL);
	fixture_people(&f);
	assert_int_equal(receive(&f), 1);
	f.now = moment_at(first, 0, 0, 1);
	assert_int_equal(receive(&f), 1);
	f.now = moment_at(last, 23, 59, 0);
	assert_int_equal(receive(&f), 2);
	assert_int_equal(fixture_int(&f, "year"), 2569);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static const unsigned char some_act[ID_SIZE] = {2, 5, 6, 9};

static void
an_act_asked_twice_answers_the_same_and_writes_once(void **state)
{
	struct fixture f;
	int64_t number, before;

	(void)state;
	fixture_register(&f);
	receive(&f);
	assert_true(fixture_act_as(&f, some_act, "clerk", "receive",
				   "--subject", "x", NULL));
	number = fixture_int(&f, "number");
	before = events(&f);
	receive(&f);
	/* Even after a new start of the program, and with other words. */
	fixture_close(&f);
	assert_true(fixture_act_as(&f, some_act, "clerk", "receive",
				   "--subject", "other words", NULL));
	assert_int_equal(fixture_int(&f, "number"), number);
	assert_int_equal(events(&f), before + 1);
	assert_int_equal(receive(&f), number + 2);
	fixture_done(&f);
}

static void
an_act_id_is_for_one_person_and_one_action(void **state)
{
	struct fixture f;
	int64_t before;

	(void)state;
	fixture_register(&f);
	assert_true(fixture_act_as(&f, some_act, "clerk", "receive",
				   "--subject", "x", NULL));
	before = events(&f);
	assert_false(fixture_act_as(&f, some_act, "head", "receive",
				    "--subject", "x", NULL));
	assert_ptr_equal(f.err.kind, &LEDGER_ACT_TAKEN);
	assert_false(fixture_act_as(&f, some_act, "clerk", "endorse", "1",
				    "--note", "x", NULL));
	assert_ptr_equal(f.err.kind, &LEDGER_ACT_TAKEN);
	assert_int_equal(events(&f), before);
	fixture_done(&f);
}

/* Whoever left may still learn what became of his last act. */
static void
an_act_is_answered_again_after_the_post_has_ended(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	assert_true(fixture_act_as(&f, some_act, "clerk", "receive",
				   "--subject", "x", NULL));
	fixture_must(&f, NULL, "person add", "new", "new", "--post", "clerk",
		     NULL);
	fixture_must(&f, NULL, "person end", "clerk", "--post", "clerk", "--on",
		     "2026-01-19", NULL);
	assert_false(
	    fixture_act(&f, "clerk", "receive", "--subject", "x", NULL));
	assert_true(fixture_act_as(&f, some_act, "clerk", "receive",
				   "--subject", "x", NULL));
	assert_int_equal(fixture_int(&f, "number"), 1);
	fixture_done(&f);
}

/* The number was taken and the event appended when a later table refused. */
static void
an_act_that_is_rolled_back_burns_no_number(void **state)
{
	struct fixture f;
	int64_t before;

	(void)state;
	fixture_register(&f);
	assert_int_equal(receive(&f), 1);
	before = events(&f);
	assert_true(fixture_sql(
	    &f, server_is_used()
		    ? "CREATE TRIGGER refuse BEFORE INSERT ON step "
		      "FOR EACH ROW EXECUTE FUNCTION refuse('not now')"
		    : "CREATE TRIGGER refuse BEFORE INSERT ON step "
		      "BEGIN SELECT raise(ABORT, 'not now'); END"));
	for (int i = 0; i < 3; i++)
		assert_true(fixture_refuses(&f, &STORE_CONFLICT, "clerk",
					    "receive", "--subject", "x", NULL));
	assert_true(fixture_sql(&f, server_is_used()
					? "DROP TRIGGER refuse ON step"
					: "DROP TRIGGER refuse"));
	assert_int_equal(events(&f), before);
	assert_int_equal(receive(&f), 2);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
a_refused_act_writes_nothing(void **state)
{
	struct fixture f;
	int64_t before;

	(void)state;
	fixture_register(&f);
	before = events(&f);
	assert_false(
	    fixture_act(&f, "head", "receive", "--subject", "x", NULL));
	assert_false(fixture_act(&f, "clerk", "receive", NULL));
	assert_false(fixture_act(&f, "clerk", "receive", "--subject", "x",
				 "--dated", "31 เมษายน 2569", NULL));
	assert_false(
	    fixture_act(&f, "clerk", "endorse", "1", "--note", "x", NULL));
	assert_int_equal(events(&f), before);
	assert_int_equal(receive(&f), 1);
	fixture_done(&f);
}

static void
each_division_counts_for_itself(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_to_the_top(&f, 3);
	fixture_must(&f, "nayok", "order", "1", "--note", "x", "--assign",
		     "works", "--assign", "finance", NULL);
	fixture_must(&f, "nayok", "order", "2", "--note", "x", "--assign",
		     "works", NULL);
	fixture_must(&f, "nayok", "order", "3", "--note", "x", "--assign",
		     "finance", NULL);
	fixture_must(&f, "works", "acknowledge", "2", NULL);
	assert_int_equal(fixture_int(&f, "division_number"), 1);
	fixture_must(&f, "works", "acknowledge", "1", NULL);
	assert_int_equal(fixture_int(&f, "division_number"), 2);
	fixture_must(&f, "finance", "acknowledge", "3", NULL);
	assert_int_equal(fixture_int(&f, "division_number"), 1);
	assert_int_equal(receive(&f), 4);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_run_from_1_without_a_gap),
	    cmocka_unit_test(a_year_begun_on_paper_goes_on_where_it_stands),
	    cmocka_unit_test(
		numbers_begin_anew_on_the_first_of_january_in_bangkok),
	    cmocka_unit_test(time_never_falls_when_the_clock_goes_back),
	    cmocka_unit_test(the_year_never_falls_when_the_clock_goes_back),
	    cmocka_unit_test(
		an_act_asked_twice_answers_the_same_and_writes_once),
	    cmocka_unit_test(an_act_id_is_for_one_person_and_one_action),
	    cmocka_unit_test(an_act_is_answered_again_after_the_post_has_ended),
	    cmocka_unit_test(an_act_that_is_rolled_back_burns_no_number),
	    cmocka_unit_test(a_refused_act_writes_nothing),
	    cmocka_unit_test(each_division_counts_for_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
