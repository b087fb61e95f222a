/* pin-test.c -- a PIN opens what it is asked for, and wrong ones wait */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/kedmanee.h"

#include "app/draft.h"
#include "app/pin.h"

#include "tests/test.h"
#include "tests/unit/seat.h"
#include "tests/unseen.h"

#define PIN "482915"

static const moment SECOND = 1000000, MINUTE = 60 * (moment)1000000;

static struct fixture f;

static int
begin(void **state)
{
	(void)state;
	fixture_register(&f);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

static bool
act(const char *login, const char *line, const char *pin, const char *new)
{
	return fixture_unseen(&f, login, line, pin, new);
}

static bool
is_refused(const struct error_kind *kind, const char *login, const char *line,
	   const char *pin)
{
	return !act(login, line, pin, NULL) && f.err.kind == kind;
}

static void
set_pin(const char *login)
{
	assert_true(act(login, "pin set", NULL, PIN));
}

static void
a_pin_is_asked_for_the_acts_the_office_says(void **state)
{
	(void)state;
	fixture_to_the_top(&f, 1);
	fixture_must(&f, NULL, "policy set", "pin-for", "orders", NULL);
	assert_true(is_refused(&PIN_NONE, "nayok",
			       "order 1 --note x --assign works", PIN));
	set_pin("nayok");
	assert_true(is_refused(&PIN_ASKED, "nayok",
			       "order 1 --note x --assign works", NULL));
	assert_true(is_refused(&PIN_WRONG, "nayok",
			       "order 1 --note x --assign works", "482916"));
	assert_true(act("nayok", "order 1 --note x --assign works", PIN, NULL));
	assert_int_equal(
	    fixture_count(&f, "SELECT count(*) FROM event WHERE kind = "
			      "'letter.order' AND auth = 'as, pin'"),
	    1);
	assert_true(fixture_is_clean(&f));
}

static void
a_keyboard_layout_makes_no_wrong_pin(void **state)
{
	static const char keys[] = "q7w2x3";
	struct text thai = {0};

	(void)state;
	assert_true(act("palad", "pin set", NULL, "Q7w2X3"));
	for (const char *k = keys; *k != '\0'; k++)
		text_add_code(&thai, kedmanee_from_us((unsigned char)*k));
	assert_true(act("palad", "pin check", text_str(&thai), NULL));
	text_done(&thai);
	assert_true(act("head", "pin set", NULL, PIN));
	assert_true(act("head", "pin check", "๔๘๒๙๑๕", NULL));
}

static void
what_anybody_would_try_is_no_pin(void **state)
{
	static const char *const bad[] = {"12345",  "111111", "123456",
					  "987654", "123 56", "คน้ำ"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_false(act("palad", "pin set", NULL, bad[i]));
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM pin"), 0);
}

static void
another_in_its_place_needs_the_one_before(void **state)
{
	(void)state;
	set_pin("palad");
	assert_false(act("palad", "pin set", NULL, "739164"));
	assert_false(act("palad", "pin set", "000000", "739164"));
	assert_true(act("palad", "pin set", PIN, "739164"));
	assert_true(act("palad", "pin check", "739164", NULL));
	assert_true(is_refused(&PIN_WRONG, "palad", "pin check", PIN));
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM pin "
					   "WHERE ended_at IS NULL"),
			 1);
	assert_true(fixture_is_clean(&f));
}

static void
only_who_keeps_people_ends_anothers(void **state)
{
	(void)state;
	set_pin("palad");
	assert_false(act("clerk", "pin end palad --reason x", NULL, NULL));
	assert_true(is_refused(&PIN_ASKED, "palad", "pin end", NULL));
	assert_false(act(NULL, "pin end palad", NULL, NULL));
	assert_true(act(NULL, "pin end palad --reason x", NULL, NULL));
	assert_true(is_refused(&PIN_NONE, "palad", "pin check", PIN));
	set_pin("palad");
	assert_true(act("palad", "pin end", PIN, NULL));
	assert_true(fixture_is_clean(&f));
}

static void
try_wrongly(const char *login, int times)
{
	while (times-- > 0)
		assert_true(is_refused(&PIN_WRONG, login, "pin check", "x"));
}

static void
wrong_tries_wait_and_a_right_one_tells_of_them(void **state)
{
	(void)state;
	set_pin("palad");
	try_wrongly("palad", 3);
	/* Not even the right one now; and it is not counted. */
	assert_true(is_refused(&PIN_WAIT, "palad", "pin check", PIN));
	assert_true(is_refused(&PIN_WAIT, "palad", "pin check", PIN));
	f.now += 10 * SECOND;
	assert_true(act("palad", "pin check", PIN, NULL));
	assert_int_equal(fixture_int(&f, "wrong"), 3);
	assert_true(act("palad", "pin check", PIN, NULL));
	assert_int_equal(fixture_int(&f, "wrong"), 0);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event "
					   "WHERE kind = 'pin.wrong'"),
			 1);
}

/* The longest wait is a quarter of an hour, whatever is tried. */
static void
nobody_is_shut_out_for_good(void **state)
{
	(void)state;
	set_pin("palad");
	for (int i = 0; i < 12; i++) {
		try_wrongly("palad", 1);
		f.now += 15 * MINUTE;
	}
	assert_true(act("palad", "pin check", PIN, NULL));
}

/* Who tries by a key that was stolen keeps nobody out who comes otherwise. */
static void
each_door_waits_for_itself(void **state)
{
	struct session *s = fixture_session(&f, "palad");

	(void)state;
	set_pin("palad");
	s->wish.login_is_asked = false;
	for (int i = 0; i < 3; i++)
		try_wrongly("palad", 1);
	assert_true(is_refused(&PIN_WAIT, "palad", "pin check", PIN));
	s->wish.login_is_asked = true;
	assert_true(act("palad", "pin check", PIN, NULL));
	assert_int_equal(fixture_int(&f, "wrong"), 3);
}

/* Counted across sessions: it lies in no process. */
static void
a_new_session_begins_no_new_count(void **state)
{
	(void)state;
	set_pin("palad");
	for (int i = 0; i < 3; i++) {
		try_wrongly("palad", 1);
		fixture_close(&f);
	}
	assert_true(is_refused(&PIN_WAIT, "palad", "pin check", PIN));
}

static void
without_its_file_a_pin_opens_nothing(void **state)
{
	char *command = xasprintf("rm -r '%s-pins'", f.beside);

	(void)state;
	set_pin("palad");
	assert_int_equal(system(command), 0);
	assert_true(is_refused(&PIN_LOST, "palad", "pin check", PIN));
	assert_false(act("palad", "pin set", PIN, "739164"));
	assert_true(act(NULL, "pin end palad --reason x", NULL, NULL));
	set_pin("palad");
	free(command);
}

/* ---------------------------------------------------------------- the lock */

static void
type_pin(struct seat *seat, const char *pin)
{
	seat_type(seat, pin);
	seat_press(seat, K_ENTER);
}

static void
an_idle_screen_locks_and_its_form_comes_back(void **state)
{
	struct seat seat;

	(void)state;
	fixture_must(&f, NULL, "policy set", "lock-minutes", "5", NULL);
	set_pin("clerk");
	seat_take(&seat, &f, "clerk");
	seat_say(&seat, "receive");
	seat_type(&seat, "กขค 12");
	f.now += 5 * MINUTE;
	seat_press(&seat, K_TICK);
	assert_true(seat.tui.lock.is_on);
	assert_false(seat_sees(&seat, "กขค 12"));
	/* What others write opens nothing. */
	fixture_must(&f, "clerk", "receive", "--subject", "ลับเฉพาะ", NULL);
	seat_press(&seat, K_TICK);
	assert_true(seat.tui.lock.is_on);
	assert_false(seat_sees(&seat, "ลับเฉพาะ"));
	type_pin(&seat, "739164");
	assert_true(seat.tui.lock.is_on);
	type_pin(&seat, PIN);
	assert_false(seat.tui.lock.is_on);
	assert_string_equal(seat_screen(&seat), "form");
	assert_true(seat_sees(&seat, "กขค 12"));
	seat_leave(&seat);
}

static void
another_clerks_pin_does_not_open_it(void **state)
{
	struct seat seat;

	(void)state;
	set_pin("clerk");
	assert_true(act("head", "pin set", NULL, "739164"));
	seat_take(&seat, &f, "clerk");
	seat_say(&seat, "lock");
	type_pin(&seat, "739164");
	assert_true(seat.tui.lock.is_on);
	seat_leave(&seat);
}

static void
without_a_pin_one_leaves_and_the_draft_is_kept(void **state)
{
	struct seat seat;
	size_t n;

	(void)state;
	fixture_must(&f, NULL, "policy set", "lock-minutes", "5", NULL);
	seat_take(&seat, &f, "clerk");
	seat_say(&seat, "receive");
	seat_type(&seat, "กขค 12");
	f.now += 5 * MINUTE;
	seat_press(&seat, K_TICK);
	type_pin(&seat, PIN);
	assert_true(seat.tui.lock.is_on);
	seat_press(&seat, K_F1 + 9);
	assert_int_equal(seat.tui.n_screens, 0);
	seat_leave(&seat);
	assert_true(drafts_waiting(fixture_session(&f, "clerk"), &n, &f.err));
	assert_int_equal(n, 1);
}

/* The hash stands in no file of the register but its own, and the PIN in
   none. */
static void
neither_pin_nor_hash_is_in_the_register(void **state)
{
	char *command = xasprintf(
	    "grep -lae argon2id -e %s '%s' '%s'-[!p]* 2>/dev/null | grep .",
	    PIN, f.path, f.path);

	(void)state;
	fixture_to_the_top(&f, 1);
	fixture_must(&f, NULL, "policy set", "pin-for", "orders", NULL);
	set_pin("nayok");
	assert_true(act("nayok", "order 1 --note x", PIN, NULL));
	fixture_close(&f);
	assert_int_not_equal(system(command), 0);
	free(command);
}

static void
a_pin_is_kept_in_no_draft(void **state)
{
	char *command;
	struct seat seat;

	(void)state;
	fixture_to_the_top(&f, 1);
	fixture_must(&f, NULL, "policy set", "pin-for", "orders", NULL);
	set_pin("nayok");
	seat_take(&seat, &f, "nayok");
	seat_say(&seat, "order 1 --note สั่งการ");
	assert_string_equal(seat_screen(&seat), "form");
	for (int i = 0; i < 12 && !seat_sees(&seat, "******"); i++) {
		seat_press(&seat, K_TAB);
		seat_type(&seat, PIN);
	}
	command = xasprintf("grep -ra '\"pin\"' '%s-drafts'", f.beside);
	assert_true(seat_sees(&seat, "******"));
	assert_int_not_equal(system(command), 0);
	seat_leave(&seat);
	free(command);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
	    T(a_pin_is_asked_for_the_acts_the_office_says),
	    T(a_keyboard_layout_makes_no_wrong_pin),
	    T(what_anybody_would_try_is_no_pin),
	    T(another_in_its_place_needs_the_one_before),
	    T(only_who_keeps_people_ends_anothers),
	    T(wrong_tries_wait_and_a_right_one_tells_of_them),
	    T(nobody_is_shut_out_for_good),
	    T(each_door_waits_for_itself),
	    T(a_new_session_begins_no_new_count),
	    T(without_its_file_a_pin_opens_nothing),
	    T(an_idle_screen_locks_and_its_form_comes_back),
	    T(another_clerks_pin_does_not_open_it),
	    T(without_a_pin_one_leaves_and_the_draft_is_kept),
	    T(neither_pin_nor_hash_is_in_the_register),
	    T(a_pin_is_kept_in_no_draft),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
