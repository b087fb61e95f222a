/* clock-test.c -- nothing is written by a clock that cannot be right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/act.h"
#include "app/clock.h"

#include "tests/fixture.h"
#include "tests/test.h"

static const moment MINUTE = (moment)60 * 1000000;
static const moment DAY = (moment)24 * 60 * 60 * 1000000;

#define EVENTS "SELECT count(*) FROM event"

static void
at(struct fixture *f, int year, int month, int day)
{
	f->now = moment_at((struct date){year, month, day}, 9, 0, 0);
}

static void
receive(struct fixture *f)
{
	fixture_must(f, "clerk", "receive", "--subject", "x", NULL);
}

static bool
is_doubted(struct fixture *f)
{
	int64_t before = fixture_count(f, EVENTS);

	return fixture_refuses(f, &CLOCK_DOUBTED, "clerk", "receive",
			       "--subject", "x", NULL) &&
	       fixture_count(f, EVENTS) == before;
}

static void
confirm(struct fixture *f, const char *login)
{
	fixture_must(f, login, "clock confirm", "--reason", "x", NULL);
}

static void
a_clock_that_was_set_back_is_doubted(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	receive(&f);
	f.now -= MINUTE;
	receive(&f);
	f.now -= 5 * MINUTE;
	assert_true(is_doubted(&f));
	f.now += 5 * MINUTE;
	receive(&f);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
a_clock_that_jumped_ahead_is_doubted(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	receive(&f);
	f.now += 60 * DAY;
	receive(&f);
	f.now += 61 * DAY;
	assert_true(is_doubted(&f));
	confirm(&f, NULL);
	fixture_must(&f, NULL, "policy set", "clock-days", "3660", NULL);
	f.now += 200 * DAY;
	receive(&f);
	f.now += 500 * DAY;
	assert_true(is_doubted(&f));
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
the_refusal_says_both_times_and_what_to_do(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	receive(&f);
	at(&f, 2026, 1, 2);
	assert_true(is_doubted(&f));
	assert_non_null(strstr(f.err.detail, "2 January 2569 09:00"));
	assert_non_null(strstr(f.err.detail, "20 January 2569 10:34"));
	assert_non_null(strstr(f.err.detail, "clock confirm"));
	fixture_must(&f, "works", "clock", NULL);
	assert_string_equal(fixture_text(&f, "doubt"), "back");
	fixture_done(&f);
}

static void
who_works_on_letters_or_keeps_the_office_confirms_it(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	receive(&f);
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk", "clock confirm",
				    "--reason", "x", NULL));
	at(&f, 2026, 1, 2);
	assert_true(fixture_refuses(&f, &ROUTE_NOT_YOURS, "works",
				    "clock confirm", "--reason", "x", NULL));
	assert_true(fixture_refuses(&f, &REQUEST_MISSING, "clerk",
				    "clock confirm", NULL));
	confirm(&f, "clerk");
	assert_true(fixture_refuses(&f, &RULE_REFUSED, "clerk", "clock confirm",
				    "--reason", "x", NULL));
	receive(&f);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* Once confirmed, its own reading is the measure of the next act. */
static void
a_confirmed_clock_goes_on_from_what_it_read(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	receive(&f);
	at(&f, 2026, 1, 2);
	confirm(&f, "clerk");
	receive(&f);
	f.now += DAY;
	receive(&f);
	assert_int_equal(fixture_int(&f, "number"), 3);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM payload WHERE "
					   "body ->> 'clock' IS NOT NULL"),
			 3);
	f.now -= DAY / 2;
	assert_true(is_doubted(&f));
	f.now += DAY * 25;
	receive(&f);
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM event a JOIN event b "
			      "USING (office) WHERE b.seq > a.seq "
			      "AND b.time < a.time"),
	    0);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
the_receipt_says_what_a_doubted_clock_read(void **state)
{
	struct fixture f;
	const char *words;

	(void)state;
	fixture_register(&f);
	receive(&f);
	at(&f, 2026, 1, 2);
	confirm(&f, "clerk");
	receive(&f);
	fixture_must(&f, "clerk", "history", "2", NULL);
	words = json_string_value(
	    json_object_get(json_array_get(f.answer, 0), "words"));
	assert_non_null(strstr(words, "the clock read 2 Jan 2569 09:00"));
	fixture_done(&f);
}

/* The year of the chain does not go back with the clock: no number of the old
   year is given once the new one has begun. */
static void
a_clock_set_back_over_new_year_takes_no_old_number(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	at(&f, 2026, 2, 15);
	receive(&f);
	fixture_must(&f, NULL, "policy set", "clock-days", "366", NULL);
	at(&f, 2027, 1, 1);
	receive(&f);
	assert_int_equal(fixture_int(&f, "year"), 2570);
	at(&f, 2026, 12, 31);
	assert_true(is_doubted(&f));
	confirm(&f, "clerk");
	receive(&f);
	assert_int_equal(fixture_int(&f, "year"), 2570);
	assert_int_equal(fixture_int(&f, "number"), 2);
	fixture_must(&f, "clerk", "reserve", "--purpose", "x", "--until",
		     "2027-01-05", NULL);
	assert_int_equal(fixture_int(&f, "year"), 2570);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* Reserved numbers do not run out by a clock that nobody believes. */
static void
nothing_expires_by_a_doubted_clock(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "reserve", "--purpose", "x", "--until",
		     "2026-01-25", NULL);
	at(&f, 2028, 1, 2);
	assert_true(is_doubted(&f));
	at(&f, 2026, 1, 24);
	fixture_must(&f, "clerk", "receive", "--reserved", "1", "--subject",
		     "x", NULL);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* Somebody believed a clock of next year: put right, it is said once more, and
   the office works on. */
static void
a_wrong_confirmation_is_no_end(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	receive(&f);
	at(&f, 2026, 12, 20);
	confirm(&f, "clerk");
	receive(&f);
	at(&f, 2026, 1, 21);
	assert_true(is_doubted(&f));
	confirm(&f, "clerk");
	for (int day = 0; day < 3; day++) {
		receive(&f);
		f.now += DAY;
	}
	assert_int_equal(fixture_int(&f, "number"), 5);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
a_refused_act_asked_again_is_refused_again(void **state)
{
	static const unsigned char id[ID_SIZE] = {9};
	struct fixture f;

	(void)state;
	fixture_register(&f);
	assert_true(
	    fixture_act_as(&f, id, "clerk", "receive", "--subject", "x", NULL));
	at(&f, 2026, 1, 2);
	/* What was done stays done, whatever the clock reads now. */
	assert_true(
	    fixture_act_as(&f, id, "clerk", "receive", "--subject", "x", NULL));
	assert_int_equal(fixture_int(&f, "number"), 1);
	assert_true(is_doubted(&f));
	assert_true(is_doubted(&f));
	fixture_done(&f);
}

/* ----------------------------------------------------- the clock jumps about
 */

enum { JUMPS = SOAK ? 200 : 0, DAYS_AHEAD = 60 };

/* Numbers are of the year that Bangkok had when they were given, and nothing is
   earlier than what was before it. */
static void
assert_times_are_right(const struct fixture *f)
{
	assert_int_equal(
	    fixture_count(f, "SELECT count(*) FROM event a JOIN event b "
			     "USING (office) WHERE b.seq > a.seq "
			     "AND b.time < a.time"),
	    0);
	assert_int_equal(
	    fixture_count(f, "SELECT count(*) FROM event "
			     "WHERE kind = 'letter.receive' AND year <> 543 + "
			     "CAST(substr(date(time / 1000000, 'unixepoch', "
			     "'+7 hours'), 1, 4) AS INTEGER)"),
	    0);
}

static int64_t
confirmations(const struct fixture *f)
{
	return fixture_count(
	    f, "SELECT count(*) FROM event WHERE kind = 'clock.confirm'");
}

/* What is more than a moment back, or months ahead, is asked for and stands in
   the chain before anything is done by it. */
static void
jump_to(struct fixture *f, moment to)
{
	moment by = to - f->now;
	bool is_doubtful = by < -5 * MINUTE || by > DAYS_AHEAD * DAY;
	int64_t before = confirmations(f);

	f->now = to;
	if (is_doubtful) {
		assert_true(is_doubted(f));
		confirm(f, NULL);
	}
	receive(f);
	assert_int_equal(confirmations(f), before + is_doubtful);
}

static void
wherever_the_clock_jumps_times_never_fall(void **state)
{
	static const moment SECOND = 1000000;
	struct fixture f;
	uint64_t seed = 14;

	(void)state;
	fixture_register(&f);
	receive(&f);
	jump_to(&f, f.now - 365 * DAY);
	jump_to(&f, f.now - 10 * SECOND);
	jump_to(&f, f.now + 2 * DAY);
	/* The last tenth of a second of the year, in Bangkok and in London. */
	jump_to(&f, moment_at((struct date){2026, 12, 31}, 23, 59, 59) +
			SECOND - SECOND / 10);
	jump_to(&f, f.now + SECOND / 5);
	assert_int_equal(fixture_int(&f, "year"), 2570);
	assert_int_equal(fixture_int(&f, "number"), 1);
	jump_to(&f, f.now + 7 * 60 * MINUTE);
	jump_to(&f, f.now - 400 * DAY);
	for (int i = 0; i < JUMPS; i++) {
		moment by = (moment)fixture_draw(&seed, 1000) - 480;

		jump_to(&f, f.now + by * (i % 2 ? DAY : 30 * SECOND));
	}
	assert_times_are_right(&f);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_clock_that_was_set_back_is_doubted),
	    cmocka_unit_test(a_clock_that_jumped_ahead_is_doubted),
	    cmocka_unit_test(the_refusal_says_both_times_and_what_to_do),
	    cmocka_unit_test(
		who_works_on_letters_or_keeps_the_office_confirms_it),
	    cmocka_unit_test(a_confirmed_clock_goes_on_from_what_it_read),
	    cmocka_unit_test(the_receipt_says_what_a_doubted_clock_read),
	    cmocka_unit_test(
		a_clock_set_back_over_new_year_takes_no_old_number),
	    cmocka_unit_test(nothing_expires_by_a_doubted_clock),
	    cmocka_unit_test(a_wrong_confirmation_is_no_end),
	    cmocka_unit_test(a_refused_act_asked_again_is_refused_again),
	    cmocka_unit_test(wherever_the_clock_jumps_times_never_fall),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
