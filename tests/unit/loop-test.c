/* loop-test.c -- any key, any size, and what others do meanwhile */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tui/loop.h"
#include "tui/screens/screens.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

static struct fixture f;
static struct tui tui;

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

static bool
is_seen(const char *words)
{
	const struct grid *g = term_test_grid(tui.term);
	bool found = false;
	struct text t = {0};

	for (int row = 0; row < g->rows; row++) {
		text_clear(&t);
		grid_row_text(g, row, &t);
		found = found || strstr(text_str(&t), words);
	}
	text_done(&t);
	return found;
}

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
what_another_wrote_is_seen_at_the_next_key(void **state)
{
	(void)state;
	sit_down("head");
	assert_false(is_seen("น้ำท่วม"));
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	press(K_DOWN);
	assert_true(is_seen("น้ำท่วม"));
	tui_done(&tui);
}

static void
what_another_wrote_is_seen_without_a_key(void **state)
{
	(void)state;
	sit_down("head");
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	press(K_TICK);
	assert_true(is_seen("น้ำท่วม"));
	tui_done(&tui);
}

static void
what_is_pasted_is_never_run_as_keys(void **state)
{
	(void)state;
	sit_down("clerk");
	term_test_paste(tui.term, "nq:quit\r");
	tui_loop(&tui);
	assert_string_equal(tui_top(&tui)->ops->name, "desk");
	assert_int_equal(tui.status_style, STYLE_ERROR);
	press('n');
	term_test_paste(tui.term, "ที่\r\nสอง\n");
	tui_loop(&tui);
	assert_true(is_seen("ที่ สอง"));
	assert_int_equal(tui.status_style, STYLE_GOOD);
	assert_string_equal(tui_top(&tui)->ops->name, "form");
	tui_done(&tui);
}

/* Esc and a key typed at once look like the key with Alt. */
static void
alt_with_a_key_of_no_meaning_is_esc_and_the_key(void **state)
{
	(void)state;
	sit_down("clerk");
	press('n');
	press(K_META | 'r');
	assert_string_equal(tui_top(&tui)->ops->name, "register");
	press(K_META | 0x0E37);
	assert_string_equal(tui_top(&tui)->ops->name, "form");
	tui_done(&tui);
}

/* The letter under the cursor stays there when another comes above it. */
static void
the_cursor_keeps_its_letter(void **state)
{
	const struct letter *letter;

	(void)state;
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	sit_down("head");
	fixture_must(&f, "clerk", "receive", "--subject", "y", "--urgency",
		     "most-urgent", NULL);
	fixture_must(&f, "clerk", "endorse", "2", "--note", "x", NULL);
	press(K_TICK);
	letter = desk_ops.letter(tui_top(&tui));
	assert_int_equal(letter->number, 1);
	press(K_UP);
	letter = desk_ops.letter(tui_top(&tui));
	assert_int_equal(letter->number, 2);
	tui_done(&tui);
}

static void
how_long_it_has_lain_grows_while_nobody_types(void **state)
{
	(void)state;
	sit_down("clerk");
	f.now += (moment)3 * 60 * 60 * 1000000;
	press(K_TICK);
	assert_true(is_seen("3 h"));
	tui_done(&tui);
}

/* Each screen and form at sizes from nothing to large. */
static void
no_size_breaks_a_screen(void **state)
{
	static const char *const lines[] = {
	    "help",    "register", "show 1",    "history 1",
	    "receive", "palette",  "endorse 1", "person list"};
	uint64_t seed = 7;

	(void)state;
	sit_down("clerk");
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		text_add(&tui.pending, lines[i]);
		press('x');
		for (int k = 0; k < 30; k++) {
			term_test_resize(tui.term,
					 1 + (int)fixture_draw(&seed, 50),
					 1 + (int)fixture_draw(&seed, 150));
			press(K_END);
		}
		tui_pop_to_first(&tui);
	}
	tui_done(&tui);
}

/* Keys that one may really press, text among them. */
static uint32_t
any_key(uint64_t *seed)
{
	static const uint32_t thai[] = {0x0E01, 0x0E33, 0x0E48, 0x0E35, 0x0E46};
	uint32_t kind = fixture_draw(seed, 8);

	if (kind < 3)
		return K_ENTER + fixture_draw(seed, K_F12 - K_ENTER + 1);
	if (kind < 5)
		return ' ' + fixture_draw(seed, '~' - ' ' + 1);
	if (kind < 6)
		return 1 + fixture_draw(seed, 26);
	return thai[fixture_draw(seed, ARRAY_SIZE(thai))];
}

/* ------------------------------------------------- work between the keys */

enum { WORK = 5 };
static int worked, worked_at_key;

static bool
work_a_little(struct screen *s)
{
	(void)s;
	return ++worked <= WORK;
}

static unsigned
note_key(struct screen *s, uint32_t key)
{
	(void)s;
	(void)key;
	worked_at_key = worked;
	return REACT_DONE;
}

static void
say_nothing(const struct screen *s, struct text *t)
{
	(void)s;
	(void)t;
}

static void
draw_nothing(const struct screen *s, struct area a)
{
	(void)s;
	(void)a;
}

static const struct screen_ops busy_ops = {
    .name = "palette",
    .size = sizeof(struct screen),
    .is_typed = true,
    .title = say_nothing,
    .draw = draw_nothing,
    .work = work_a_little,
    .type = note_key,
};

static void
keys_go_before_work_that_is_under_way(void **state)
{
	(void)state;
	sit_down("clerk");
	tui_push(&tui, screen_new(&tui, &busy_ops));
	worked = 0;
	for (int i = 0; i < 3; i++)
		term_test_feed(tui.term, 'a');
	tui_loop(&tui);
	assert_int_equal(worked_at_key, 0);
	assert_int_equal(worked, WORK + 1);
	tui_done(&tui);
}

/* ----------------------------------------------------------------- any key */

static void
no_keys_break_the_screen_or_the_register(void **state)
{
	uint64_t seed = 20260120;

	(void)state;
	sit_down("clerk");
	for (int i = 0; i < 1000; i++) {
		press(any_key(&seed));
		if (!tui_top(&tui)) {
			tui_done(&tui);
			sit_down("clerk");
		}
	}
	tui_done(&tui);
	assert_true(fixture_is_clean(&f));
}

static void
point(enum point_what what, int row, int col)
{
	term_test_point(tui.term, (struct point){what, row, col});
	tui_loop(&tui);
}

/* The row of the screen that shows the words. */
static int
row_of(const char *words)
{
	const struct grid *g = term_test_grid(tui.term);
	struct text t = {0};
	int row = 0;

	for (; row < g->rows - 1; row++) {
		text_clear(&t);
		grid_row_text(g, row, &t);
		if (strstr(text_str(&t), words))
			break;
	}
	text_done(&t);
	return row;
}

static void
receive_more(int n)
{
	for (int i = 0; i < n; i++) {
		char *subject = xasprintf("letter %c", 'A' + i);

		fixture_must(&f, "clerk", "receive", "--subject", subject,
			     NULL);
		free(subject);
	}
}

static bool
is_chosen(const char *words)
{
	const struct grid *g = term_test_grid(tui.term);

	return grid_cell(g, row_of(words), 1)->is_selected;
}

static void
a_click_chooses_and_a_second_one_opens(void **state)
{
	(void)state;
	receive_more(5);
	sit_down("clerk");
	assert_false(is_chosen("letter C"));
	point(POINT_PRESS, row_of("letter C"), 30);
	assert_true(is_chosen("letter C"));
	assert_string_equal(tui_top(&tui)->ops->name, "desk");
	point(POINT_PRESS, row_of("letter C"), 30);
	assert_string_equal(tui_top(&tui)->ops->name, "letter");
	assert_true(is_seen("letter C"));
	tui_done(&tui);
}

static void
a_late_second_click_only_chooses(void **state)
{
	(void)state;
	receive_more(5);
	sit_down("clerk");
	point(POINT_PRESS, row_of("letter C"), 30);
	f.now += 2 * (moment)1000000;
	point(POINT_PRESS, row_of("letter C"), 30);
	assert_string_equal(tui_top(&tui)->ops->name, "desk");
	tui_done(&tui);
}

static void
the_wheel_goes_through_the_list(void **state)
{
	(void)state;
	receive_more(8);
	sit_down("clerk");
	point(POINT_DOWN, 10, 10);
	assert_true(is_chosen("letter C"));
	point(POINT_UP, 10, 10);
	assert_false(is_chosen("letter C"));
	tui_done(&tui);
}

static void
a_click_on_the_bar_is_its_key(void **state)
{
	const struct bar *b = &tui.bar;

	(void)state;
	sit_down("clerk");
	assert_int_equal(bar_key_at(b, 0, 80), K_F1);
	assert_int_equal(bar_key_at(b, 79, 80), K_NONE);
	point(POINT_PRESS, 23, 1);
	assert_string_equal(tui_top(&tui)->ops->name, "help");
	tui_done(&tui);
}

static void
a_click_on_nothing_does_nothing(void **state)
{
	(void)state;
	receive_more(2);
	sit_down("clerk");
	for (int row = 0; row < 5; row++)
		point(POINT_PRESS, row, 79);
	assert_string_equal(tui_top(&tui)->ops->name, "desk");
	tui_done(&tui);
}

#define loop_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    loop_test(what_another_wrote_is_seen_at_the_next_key),
	    loop_test(what_another_wrote_is_seen_without_a_key),
	    loop_test(what_is_pasted_is_never_run_as_keys),
	    loop_test(alt_with_a_key_of_no_meaning_is_esc_and_the_key),
	    loop_test(the_cursor_keeps_its_letter),
	    loop_test(how_long_it_has_lain_grows_while_nobody_types),
	    loop_test(keys_go_before_work_that_is_under_way),
	    loop_test(no_size_breaks_a_screen),
	    loop_test(no_keys_break_the_screen_or_the_register),
	    loop_test(a_click_chooses_and_a_second_one_opens),
	    loop_test(a_late_second_click_only_chooses),
	    loop_test(the_wheel_goes_through_the_list),
	    loop_test(a_click_on_the_bar_is_its_key),
	    loop_test(a_click_on_nothing_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
