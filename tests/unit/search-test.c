/* search-test.c -- going through lists and searches, with others at work */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tui/loop.h"
#include "tui/screens/screens.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

static struct fixture f;
static struct tui tui;

static int
start(void **state)
{
	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วมที่ทำการ",
		     "--urgency", "urgent", NULL);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

static void
sit_down(const char *login)
{
	struct keymap keys = {0};
	struct error err = {0};

	keymap_add_own(&keys);
	tui_init(&tui, fixture_session(&f, login), term_test_new(24, 80),
		 &keys);
	assert_true(tui_open(&tui, desk_new(&tui), &err));
	tui_loop(&tui);
}

static void
press(uint32_t key)
{
	server_hear(tui.session->store);
	term_test_feed(tui.term, key);
	tui_loop(&tui);
}

static void
type_text(const char *s)
{
	uint32_t code;

	for (size_t n = strlen(s), at = 0; at < n;) {
		at += utf8_next(s + at, n - at, &code);
		press(code);
	}
}

static int
number_chosen(void)
{
	const struct screen *s = tui_top(&tui);

	return s->ops->letter(s)->number;
}

static void
what_was_found_stays_chosen_while_others_register(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วมถนน", NULL);
	sit_down("head");
	press('/');
	type_text("น้ำท่วม");
	press(K_DOWN);
	assert_int_equal(number_chosen(), 1);
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วมวัด", NULL);
	press(K_TICK);
	assert_int_equal(number_chosen(), 1);
	press(K_UP);
	press(K_UP);
	assert_int_equal(number_chosen(), 3);
	tui_done(&tui);
}

static void
n_goes_on_through_what_was_found(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วมถนน", NULL);
	sit_down("clerk");
	press('/');
	type_text("น้ำท่วม");
	press(K_ENTER);
	assert_int_equal(number_chosen(), 2);
	press('n');
	assert_int_equal(number_chosen(), 1);
	press('h');
	press('N');
	assert_int_equal(number_chosen(), 2);
	assert_ptr_equal(tui_top(&tui)->ops, &history_ops);
	press(K_ESC);
	assert_ptr_equal(tui_top(&tui)->ops, &search_ops);
	press(K_ESC);
	assert_ptr_equal(tui_top(&tui)->ops, &desk_ops);
	tui_done(&tui);
}

static void
filters_stay_while_the_words_change(void **state)
{
	(void)state;
	fixture_must(&f, "clerk", "receive", "--subject", "น้ำท่วมถนน", NULL);
	sit_down("clerk");
	text_add(&tui.pending, "search --urgency urgent");
	press('/');
	assert_int_equal(number_chosen(), 1);
	type_text("ถนน");
	assert_null(tui_top(&tui)->ops->letter(tui_top(&tui)));
	press(K_F1 + 5);
	assert_int_equal(number_chosen(), 2);
	tui_done(&tui);
}

/* ------------------------------------------------------------ the register */

static void
receive_some(int n)
{
	for (int i = 0; i < n; i++)
		fixture_must(&f, "clerk", "receive", "--subject", "ทดสอบ",
			     NULL);
}

static void
the_register_keeps_its_letter_while_others_register(void **state)
{
	(void)state;
	receive_some(9);
	sit_down("head");
	press('r');
	assert_int_equal(number_chosen(), 10);
	receive_some(30);
	press(K_TICK);
	assert_int_equal(number_chosen(), 10);
	press(K_END);
	assert_int_equal(number_chosen(), 40);
	tui_done(&tui);
}

static void
a_number_that_is_typed_is_gone_to(void **state)
{
	(void)state;
	receive_some(39);
	sit_down("clerk");
	press('r');
	type_text("12");
	press(K_ENTER);
	assert_int_equal(number_chosen(), 12);
	press('g');
	type_text("๓๓");
	press(K_ENTER);
	assert_int_equal(number_chosen(), 33);
	/* Typed with the Thai layout on: 4 is this. */
	press('g');
	type_text("ภ");
	press(K_ENTER);
	assert_int_equal(number_chosen(), 4);
	press('g');
	type_text("999");
	press(K_ENTER);
	assert_int_equal(number_chosen(), 4);
	tui_done(&tui);
}

static void
a_day_that_is_typed_is_gone_to(void **state)
{
	(void)state;
	receive_some(4);
	f.now += (moment)24 * 3600 * 1000000;
	receive_some(40);
	sit_down("clerk");
	press('r');
	press(K_HOME);
	press('g');
	type_text("2026-01-21");
	press(K_ENTER);
	assert_int_equal(number_chosen(), 6);
	tui_done(&tui);
}

#define screen_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    screen_test(what_was_found_stays_chosen_while_others_register),
	    screen_test(n_goes_on_through_what_was_found),
	    screen_test(filters_stay_while_the_words_change),
	    screen_test(the_register_keeps_its_letter_while_others_register),
	    screen_test(a_number_that_is_typed_is_gone_to),
	    screen_test(a_day_that_is_typed_is_gone_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
