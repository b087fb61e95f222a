/* marks-test.c -- marks stay with their letters, an act is for all of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tests/fixture.h"
#include "tests/test.h"
#include "tests/unit/seat.h"

static struct fixture f;
static struct seat clerk;

static const moment SECOND = 1000000;

enum { LETTERS = 40 };

static int
start(void **state)
{
	(void)state;
	seat_begin(&clerk, &f, LETTERS);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	seat_end(&clerk, &f);
	return 0;
}

static void
wait_a_second(void)
{
	f.now += SECOND;
	seat_press(&clerk, K_TICK);
}

static bool
has_marked(const char *number)
{
	const struct marks *m = &tui_top(&clerk.tui)->marks;

	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->at[i].number, number) == 0)
			return true;
	return false;
}

static int64_t
endorsed(void)
{
	return fixture_count(&f, "SELECT count(*) FROM event "
				 "WHERE kind = 'letter.endorse'");
}

static void
a_mark_stays_while_rows_come_and_go(void **state)
{
	(void)state;
	seat_type(&clerk, "==");
	assert_true(has_marked("1/2569") && has_marked("2/2569"));
	assert_true(seat_sees(&clerk, "2 letters are marked"));
	fixture_must(&f, "clerk", "receive", "--subject", "x", "--urgency",
		     "ด่วนที่สุด", NULL);
	wait_a_second();
	seat_press(&clerk, K_END);
	seat_press(&clerk, K_HOME);
	seat_press(&clerk, K_ENTER);
	assert_string_equal(seat_screen(&clerk), "letter");
	seat_press(&clerk, K_ESC);
	assert_true(has_marked("1/2569") && has_marked("2/2569"));
	assert_true(seat_sees(&clerk, "2 letters are marked"));
}

static void
the_same_key_takes_it_off(void **state)
{
	(void)state;
	seat_type(&clerk, "==k");
	seat_type(&clerk, "=");
	assert_true(has_marked("1/2569"));
	assert_false(has_marked("2/2569"));
	seat_type(&clerk, "-");
	assert_false(has_marked("1/2569"));
}

/* A key for all marks nothing that nobody has seen. */
static void
all_is_what_is_in_sight(void **state)
{
	(void)state;
	seat_type(&clerk, "*");
	assert_true(has_marked("1/2569"));
	assert_false(has_marked("40/2569"));
	assert_false(seat_sees(&clerk, "40 letters"));
}

static void
an_act_is_for_all_that_are_marked(void **state)
{
	(void)state;
	seat_type(&clerk, "=j=");
	seat_press(&clerk, K_F1 + 3);
	seat_type(&clerk, "note");
	seat_press(&clerk, K_F1 + 1);
	assert_true(seat_sees(&clerk, "2 letters, all or none"));
	assert_int_equal(endorsed(), 0);
	seat_press(&clerk, K_F1 + 1);
	assert_int_equal(endorsed(), 2);
	assert_string_equal(seat_screen(&clerk), "desk");
	assert_false(has_marked("1/2569"));
}

static void
what_is_done_letter_by_letter_says_so(void **state)
{
	(void)state;
	seat_type(&clerk, "==");
	seat_type(&clerk, "x");
	assert_true(seat_sees(&clerk, "letter by letter"));
	assert_string_equal(seat_screen(&clerk), "desk");
}

/* Others were quicker with one: told by its number, and the same key then
   means those that are left. */
static void
one_that_went_on_meanwhile_is_told(void **state)
{
	(void)state;
	seat_type(&clerk, "===");
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	wait_a_second();
	seat_press(&clerk, K_F1 + 3);
	assert_string_equal(seat_screen(&clerk), "desk");
	assert_true(seat_sees(&clerk, "nothing is done"));
	assert_true(seat_sees(&clerk, "2/2569: "));
	assert_true(has_marked("1/2569") && has_marked("3/2569"));
	assert_false(has_marked("2/2569"));
	seat_press(&clerk, K_F1 + 3);
	assert_true(seat_sees(&clerk, "2 letters: 1/2569, 3/2569"));
}

static void
a_slip_of_the_finger_loses_no_mark(void **state)
{
	(void)state;
	seat_type(&clerk, "==");
	seat_type(&clerk, "a");
	assert_true(seat_sees(&clerk, "nothing is done"));
	assert_true(has_marked("1/2569") && has_marked("2/2569"));
}

/* The same while the form is open: nothing is written of the others. */
static void
one_that_goes_on_under_an_open_form_holds_all_back(void **state)
{
	(void)state;
	seat_type(&clerk, "===");
	seat_press(&clerk, K_F1 + 3);
	seat_type(&clerk, "note");
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	wait_a_second();
	seat_press(&clerk, K_F1 + 1);
	seat_press(&clerk, K_F1 + 1);
	assert_int_equal(endorsed(), 1);
	assert_string_equal(seat_screen(&clerk), "form");
	assert_true(seat_sees(&clerk, "nothing is done"));
	assert_true(seat_sees(&clerk, "2/2569: "));
}

static void
numbers_typed_with_a_command_are_done_at_once_too(void **state)
{
	(void)state;
	seat_say(&clerk, "endorse 4-6 9 --note x");
	assert_int_equal(endorsed(), 4);
	assert_true(seat_sees(&clerk, "letters 4–6/2569, 9/2569 endorsed"));
}

#define marks_test(f) cmocka_unit_test_setup_teardown(f, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    marks_test(a_mark_stays_while_rows_come_and_go),
	    marks_test(the_same_key_takes_it_off),
	    marks_test(all_is_what_is_in_sight),
	    marks_test(an_act_is_for_all_that_are_marked),
	    marks_test(what_is_done_letter_by_letter_says_so),
	    marks_test(one_that_went_on_meanwhile_is_told),
	    marks_test(a_slip_of_the_finger_loses_no_mark),
	    marks_test(one_that_goes_on_under_an_open_form_holds_all_back),
	    marks_test(numbers_typed_with_a_command_are_done_at_once_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
