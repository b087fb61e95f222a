/* reserve-test.c -- a reserved number is used in its time, or void for ever */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/act.h"

#include "tests/fixture.h"
#include "tests/test.h"

static const moment DAY = (moment)24 * 60 * 60 * 1000000;

static void
at(struct fixture *f, int year, int month, int day)
{
	f->now = moment_at((struct date){year, month, day}, 9, 0, 0);
}

static int64_t
events(const struct fixture *f)
{
	return fixture_count(f, "SELECT count(*) FROM event");
}

static void
reserve(struct fixture *f, const char *count, const char *until)
{
	fixture_must(f, "clerk", "reserve", "--purpose", "x", "--count", count,
		     "--until", until, NULL);
}

/* What a state says of one number of this year. */
static bool
is(struct fixture *f, const char *number, const char *state)
{
	fixture_must(f, "clerk", "show", number, NULL);
	return strcmp(fixture_text(f, "state"), state) == 0;
}

static void
the_last_day_counts_and_the_day_after_does_not(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	reserve(&f, "2", "2026-01-22");
	at(&f, 2026, 1, 22);
	fixture_must(&f, "clerk", "receive", "--reserved", "1", "--subject",
		     "x", NULL);
	at(&f, 2026, 1, 23);
	assert_true(fixture_refuses(&f, &ROUTE_WRONG_STATE, "clerk", "receive",
				    "--reserved", "2", "--subject", "x", NULL));
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_int_equal(fixture_int(&f, "number"), 3);
	assert_true(is(&f, "2", STATE_VOID));
	assert_string_equal(fixture_text(&f, "void"), "expired");
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
whoever_acts_next_voids_what_is_over(void **state)
{
	struct fixture f;
	int64_t before;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	reserve(&f, "3", "2026-01-21");
	at(&f, 2026, 1, 22);
	before = events(&f);
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "works", "endorse",
				    "1", "--note", "x", NULL));
	assert_int_equal(events(&f), before);
	fixture_must(&f, "head", "endorse", "1", "--note", "x", NULL);
	/* ... besides the days that were closed. */
	assert_int_equal(events(&f) -
			     fixture_count(&f, "SELECT count(*) FROM event "
					       "WHERE kind = 'day.close'"),
			 before + 4);
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM event WHERE login = 'head'"
			      " AND kind = 'number.expire'"),
	    3);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
the_check_tells_what_nobody_has_voided_yet(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	reserve(&f, "2", "2026-01-21");
	fixture_must(&f, "clerk", "check", NULL);
	assert_true(json_is_true(json_object_get(f.answer, "ok")));
	at(&f, 2026, 1, 22);
	fixture_must(&f, "clerk", "check", NULL);
	assert_false(json_is_true(json_object_get(f.answer, "ok")));
	assert_int_equal(json_array_size(json_object_get(f.answer, "faults")),
			 2);
	fixture_done(&f);
}

static void
a_number_of_one_year_is_not_used_in_the_next(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, NULL, "policy set", "clock-days", "366", NULL);
	at(&f, 2026, 12, 20);
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk", "reserve",
				    "--purpose", "x", "--until", "2027-01-05",
				    NULL));
	reserve(&f, "1", "2026-12-31");
	at(&f, 2027, 1, 1);
	assert_true(fixture_refuses(&f, &ROUTE_WRONG_STATE, "clerk", "receive",
				    "--reserved", "1/2569", "--subject", "x",
				    NULL));
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	assert_int_equal(fixture_int(&f, "number"), 1);
	assert_int_equal(fixture_int(&f, "year"), 2570);
	assert_true(is(&f, "1/2569", STATE_VOID));
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
a_sheet_of_the_old_year_is_entered_in_the_new_one(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, NULL, "policy set", "clock-days", "366", NULL);
	at(&f, 2026, 12, 30);
	fixture_must(&f, "clerk", "emergency", "--count", "2", NULL);
	at(&f, 2027, 1, 4);
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk", "receive",
				    "--sheet", "2/2569", "--at",
				    "2027-01-02 10:00", "--written-by", "x",
				    "--reason", "x", "--subject", "x", NULL));
	fixture_must(&f, "clerk", "receive", "--sheet", "1/2569", "--at",
		     "2026-12-31 15:20", "--written-by", "x", "--reason", "x",
		     "--subject", "x", NULL);
	assert_int_equal(fixture_int(&f, "year"), 2569);
	assert_true(is(&f, "1/2569", STATE_RECEIVED));
	assert_string_equal(fixture_text(&f, "received_at"),
			    "2026-12-31T15:20:00+07:00");
	assert_string_equal(fixture_text(&f, "registered_at"),
			    "2027-01-04T09:00:00+07:00");
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* All events of an act stand under ids made of one: asked again it reserves
   nothing more. */
static void
an_act_asked_twice_reserves_once(void **state)
{
	static const unsigned char id[ID_SIZE] = {7};
	struct fixture f;
	int64_t before;

	(void)state;
	fixture_register(&f);
	assert_true(
	    fixture_act_as(&f, id, "clerk", "emergency", "--count", "5", NULL));
	before = events(&f);
	f.now += DAY;
	assert_true(
	    fixture_act_as(&f, id, "clerk", "emergency", "--count", "5", NULL));
	assert_int_equal(fixture_int(&f, "number"), 1);
	assert_int_equal(fixture_int(&f, "last"), 5);
	assert_int_equal(events(&f), before);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
a_book_cannot_be_reserved_full(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, NULL, "policy set", "reserve-most", "4", NULL);
	fixture_must(&f, NULL, "policy set", "reserve-days", "2", NULL);
	reserve(&f, "3", "2026-01-22");
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk", "reserve",
				    "--purpose", "x", "--count", "2", "--until",
				    "2026-01-21", NULL));
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk", "reserve",
				    "--purpose", "x", "--until", "2026-01-23",
				    NULL));
	reserve(&f, "1", "2026-01-21");
	fixture_must(&f, "clerk", "void", "1", "--reason", "x", NULL);
	reserve(&f, "1", "2026-01-21");
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* The clerk corrects for some days from the day it was entered, not from the
   day its number was reserved. */
static void
a_letter_entered_late_is_as_fresh_as_any(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	reserve(&f, "1", "2026-02-10");
	at(&f, 2026, 2, 9);
	fixture_must(&f, "clerk", "receive", "--reserved", "1", "--subject",
		     "x", NULL);
	fixture_must(&f, "clerk", "correct", "1", "subject", "y", "--reason",
		     "x", NULL);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* The words of the purpose tell what a secret letter is about. */
static void
the_purpose_of_a_secret_letter_is_kept(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	reserve(&f, "1", "2026-01-25");
	fixture_must(&f, "clerk", "receive", "--reserved", "1", "--subject",
		     "x", "--secrecy", "secret", NULL);
	fixture_must(&f, "works", "show", "1", NULL);
	assert_string_equal(
	    json_string_value(json_object_get(
		json_object_get(f.answer, "reserved"), "purpose")),
	    "");
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_last_day_counts_and_the_day_after_does_not),
	    cmocka_unit_test(whoever_acts_next_voids_what_is_over),
	    cmocka_unit_test(the_check_tells_what_nobody_has_voided_yet),
	    cmocka_unit_test(a_number_of_one_year_is_not_used_in_the_next),
	    cmocka_unit_test(a_sheet_of_the_old_year_is_entered_in_the_new_one),
	    cmocka_unit_test(an_act_asked_twice_reserves_once),
	    cmocka_unit_test(a_book_cannot_be_reserved_full),
	    cmocka_unit_test(a_letter_entered_late_is_as_fresh_as_any),
	    cmocka_unit_test(the_purpose_of_a_secret_letter_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
