/* pin-line-test.c -- a PIN is typed on a terminal, and nobody sees it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <termios.h>

#include "tests/e2e/line.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum { ROWS = 24, COLS = 80 };

/* 482915, on either keyboard. */
#define PIN "482915"
#define THAI_PIN "๔๘๒๙๑๕"

static struct fixture fixture;

/* The real clock is years ahead of the fixture's. */
static void
found_second_office(void)
{
	struct session *s = fixture_session(&fixture, NULL);
	struct error err = {0};

	fixture_must(&fixture, NULL, "office add", "ban", "เทศบาลตำบลบ้านใหม่",
		     NULL);
	fixture_add_to(&fixture, "ban", "nayok", "nayok");
	assert_true(session_enter(s, "ban", &err));
	fixture_must(&fixture, NULL, "policy set", "clock-days", "3660", NULL);
}

static int
begin(void **state)
{
	(void)state;
	fixture_desk(&fixture);
	fixture_to_the_top(&fixture, 2);
	fixture_must(&fixture, NULL, "policy set", "pin-for", "orders", NULL);
	found_second_office();
	fixture_close(&fixture);
	setenv("TERM", "xterm-256color", 1);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&fixture);
	return 0;
}

/* saraban WORD..., by its nayok; NULL at the end. */
static void
run(struct line *l, const char *a, const char *b, const char *c, const char *d)
{
	const char *const words[] = {
	    "--lang", "en", "--register", fixture.path, "--as", "nayok", a, b,
	    c,        d,    NULL};

	line_run(l, ROWS, COLS, words);
}

static bool
echoes(const struct line *l)
{
	struct termios now;

	assert_int_equal(tcgetattr(l->master, &now), 0);
	return now.c_lflag & ECHO;
}

/* Types it when it is asked for, and it stays unseen. */
static void
type_unseen(struct line *l, const char *prompt, const char *keys)
{
	assert_true(line_shows(l, prompt));
	assert_false(echoes(l));
	line_type(l, keys);
}

static int
ended(struct line *l)
{
	assert_true(line_ends(l));
	assert_true(echoes(l));
	assert_false(emulator_shows(&l->emulator, "๔๘๒"));
	assert_false(emulator_shows(&l->emulator, "482"));
	assert_true(WIFEXITED(l->status));
	line_end(l);
	return WEXITSTATUS(l->status);
}

/* How `pin check' ends when this is typed. */
static int
check(const char *keys)
{
	struct line l;

	run(&l, "pin", "check", NULL, NULL);
	type_unseen(&l, "PIN:", keys);
	return ended(&l);
}

static void
set_pin(const char *office, const char *keys)
{
	struct line l;

	run(&l, "pin", "set", office ? "--office" : NULL, office);
	type_unseen(&l, "new PIN:", keys);
	type_unseen(&l, "once more:", keys);
	assert_int_equal(ended(&l), 0);
}

static void
a_pin_is_typed_in_thai_digits_too(void **state)
{
	(void)state;
	set_pin(NULL, THAI_PIN "\n");
	assert_int_equal(check(PIN "\n"), 0);
	assert_int_equal(check(THAI_PIN "\n"), 0);
}

/* A Thai digit is three bytes, and one key to take away; Ctrl-U takes all. */
static void
what_was_mistyped_is_taken_back(void **state)
{
	(void)state;
	assert_int_equal(check("๔๘๒๙๑๖\177๕\n"), 0);
	assert_int_equal(check("12345\025" PIN "\n"), 0);
}

/* In the middle of it: by its key, or by somebody else. */
static void
whatever_ends_it_the_terminal_echoes_again(void **state)
{
	static const int signals[] = {0, SIGHUP, SIGTERM, SIGINT};
	struct line l;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(signals); i++) {
		run(&l, "pin", "check", NULL, NULL);
		type_unseen(&l, "PIN:", "48");
		if (signals[i] == 0)
			line_type(&l, "\003");
		else
			kill(l.pid, signals[i]);
		assert_true(line_ends(&l));
		assert_true(echoes(&l));
		assert_false(emulator_shows(&l.emulator, "48"));
		assert_false(WIFEXITED(l.status) && WEXITSTATUS(l.status) == 0);
		line_end(&l);
	}
}

/* What is said when it is ordered in lines and this is typed, and how that
   ends. */
static void
order(const char *keys, const char *said, int status)
{
	struct line l;

	run(&l, "--plain", NULL, NULL, NULL);
	assert_true(line_shows(&l, "saraban>"));
	line_type(&l, "order 9 --note x --assign works\n");
	type_unseen(&l, "PIN:", keys);
	assert_true(line_shows(&l, said));
	line_type(&l, "quit\n");
	assert_int_equal(ended(&l), status);
}

static void
an_order_in_lines_asks_for_it(void **state)
{
	(void)state;
	order("111222\n", "the PIN is wrong", EXIT_REFUSED);
	order(THAI_PIN "\n", "ordered on letter 9", EXIT_DONE);
}

/* Each office has its own, and knows nothing of the other's wrong tries. */
static void
who_serves_two_offices_has_a_pin_in_each(void **state)
{
	struct line l;

	(void)state;
	set_pin("ban", "739164\n");
	assert_int_equal(check("739164\n"), 3);
	assert_int_equal(check(PIN "\n"), 0);
	run(&l, "pin", "check", "--office", "ban");
	type_unseen(&l, "PIN:", "739164\n");
	assert_int_equal(ended(&l), 0);
}

static void
after_three_wrong_ones_even_the_right_one_waits(void **state)
{
	struct line l;

	(void)state;
	for (int i = 0; i < 3; i++)
		assert_int_equal(check("๐๐๐๐๑๑\n"), 3);
	run(&l, "pin", "check", NULL, NULL);
	type_unseen(&l, "PIN:", PIN "\n");
	assert_true(line_shows(&l, "from"));
	assert_int_equal(ended(&l), 3);
	run(&l, "pin", "check", "--office", "ban");
	type_unseen(&l, "PIN:", "739164\n");
	assert_int_equal(ended(&l), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_pin_is_typed_in_thai_digits_too),
	    cmocka_unit_test(what_was_mistyped_is_taken_back),
	    cmocka_unit_test(whatever_ends_it_the_terminal_echoes_again),
	    cmocka_unit_test(an_order_in_lines_asks_for_it),
	    cmocka_unit_test(who_serves_two_offices_has_a_pin_in_each),
	    cmocka_unit_test(after_three_wrong_ones_even_the_right_one_waits),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, begin, end);
}
