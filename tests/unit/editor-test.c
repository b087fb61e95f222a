/* editor-test.c -- one types and mends Thai by clusters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/editing.h"

static void
text_is_put_in_at_the_cursor(void **state)
{
	struct editor e = {0};

	(void)state;
	type(&e, "ที่บ้าน");
	assert_is(&e, "ที่บ้าน|");
	move(&e, "line-start");
	move(&e, "right");
	type(&e, "ว่า");
	assert_is(&e, "ที่ว่า|บ้าน");
	editor_done(&e);
}

static void
the_cursor_steps_over_whole_clusters(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "ที่น้ำนำ");
	move(&e, "left");
	assert_is(&e, "ที่น้ำ|นำ");
	move(&e, "left");
	assert_is(&e, "ที่|น้ำนำ");
	move(&e, "left");
	move(&e, "left");
	assert_is(&e, "|ที่น้ำนำ");
	move(&e, "right");
	assert_is(&e, "ที่|น้ำนำ");
	move(&e, "line-end");
	move(&e, "right");
	assert_is(&e, "ที่น้ำนำ|");
	editor_done(&e);
}

static void
backspace_takes_a_wrong_mark_alone(void **state)
{
	struct editor e = {0};

	(void)state;
	type(&e, "กี้");
	move(&e, "erase");
	assert_is(&e, "กี|");
	type(&e, "่");
	assert_is(&e, "กี่|");
	move(&e, "erase");
	move(&e, "erase");
	assert_is(&e, "ก|");
	move(&e, "erase");
	move(&e, "erase");
	assert_is(&e, "|");
	editor_done(&e);
}

static void
delete_takes_the_whole_cluster(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "น้ำที่ก");
	move(&e, "line-start");
	move(&e, "erase-right");
	assert_is(&e, "|ที่ก");
	move(&e, "erase-right");
	assert_is(&e, "|ก");
	move(&e, "erase-right");
	move(&e, "erase-right");
	assert_is(&e, "|");
	editor_done(&e);
}

static void
what_is_typed_takes_the_stored_form(void **state)
{
	struct editor e = {0};

	(void)state;
	type(&e, "น\xE0\xB9\x8D");
	type(&e, "า");
	assert_is(&e, "นำ|");
	editor_set(&e, "");
	type(&e, "\xE0\xB8\x81\xE0\xB9\x88\xE0\xB8\xB8");
	assert_is(&e, "กุ่|");
	editor_done(&e);
}

/* A base typed before a loose mark joins it: the cursor may not stay inside. */
static void
the_cursor_never_stands_inside_a_cluster(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "่ก");
	move(&e, "line-start");
	type(&e, "ท");
	assert_is(&e, "ท่|ก");
	editor_done(&e);
}

static void
what_is_no_text_is_left_to_others(void **state)
{
	static const uint32_t others[] = {
	    K_ENTER, K_ESC, K_TAB,  K_UP, K_LEFT, K_F1,        K_RESIZE,
	    0x13,    0x1b,  0x202E, 0x9B, 0xFEFF, K_META | 'f'};
	struct editor e = {0};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		assert_false(editor_key(&e, others[i]));
	assert_is(&e, "|");
	editor_done(&e);
}

static struct grid
drawn(const struct editor *e, int rows, int cols)
{
	struct grid g = {0};

	grid_resize(&g, rows, cols);
	editor_draw(e, area_of(&g), true);
	return g;
}

static void
assert_row(const struct grid *g, int row, const char *expected)
{
	struct text t = {0};

	grid_row_text(g, row, &t);
	assert_string_equal(text_str(&t), expected);
	text_done(&t);
}

static void
a_long_line_scrolls_under_the_cursor(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "กขคงจฉชซ");
	struct grid g = drawn(&e, 1, 6);
	assert_row(&g, 0, "งจฉชซ");
	assert_int_equal(g.cursor_col, 5);
	grid_done(&g);
	move(&e, "line-start");
	g = drawn(&e, 1, 6);
	assert_row(&g, 0, "กขคงจฉ");
	assert_int_equal(g.cursor_col, 0);
	grid_done(&g);
	editor_done(&e);
}

/* Wherever the cursor stands and however narrow the field is. */
static void
the_cursor_is_always_in_sight(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "น้ำที่บ้านคำนำ日本 สำนักปลัด");
	for (int cols = 2; cols < 30; cols++)
		for (move(&e, "line-start");; move(&e, "right")) {
			struct grid g = drawn(&e, 1, cols);

			assert_int_equal(g.cursor_row, 0);
			assert_in_range(g.cursor_col, 0, cols - 1);
			grid_done(&g);
			if (e.at == e.text.n)
				break;
		}
	editor_done(&e);
}

static void
a_text_wraps_and_the_cursor_follows(void **state)
{
	struct editor e = {0};

	(void)state;
	e.has_lines = true;
	type(&e, "aaaa bbbb cccc");
	struct grid g = drawn(&e, 2, 6);
	assert_row(&g, 0, "bbbb ↑");
	assert_row(&g, 1, "cccc");
	assert_int_equal(g.cursor_row, 1);
	assert_int_equal(g.cursor_col, 4);
	grid_done(&g);
	move(&e, "line-start");
	g = drawn(&e, 3, 6);
	assert_row(&g, 0, "aaaa");
	assert_int_equal(g.cursor_row, 0);
	grid_done(&g);
	editor_done(&e);
}

static void
words_are_those_of_the_dictionary_and_of_other_letters(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "เรียนปลัด อบต. ที่ อบต.01/2569 ว๖๖๕");
	move(&e, "text-start");
	move(&e, "word-right");
	assert_is(&e, "เรียน|ปลัด อบต. ที่ อบต.01/2569 ว๖๖๕");
	move(&e, "word-right");
	assert_is(&e, "เรียนปลัด| อบต. ที่ อบต.01/2569 ว๖๖๕");
	move(&e, "word-right");
	assert_is(&e, "เรียนปลัด อบต|. ที่ อบต.01/2569 ว๖๖๕");
	for (int i = 0; i < 3; i++)
		move(&e, "word-right");
	assert_is(&e, "เรียนปลัด อบต. ที่ อบต.01|/2569 ว๖๖๕");
	move(&e, "text-end");
	move(&e, "word-left");
	assert_is(&e, "เรียนปลัด อบต. ที่ อบต.01/2569 ว|๖๖๕");
	move(&e, "word-left");
	move(&e, "word-left");
	assert_is(&e, "เรียนปลัด อบต. ที่ อบต.01/|2569 ว๖๖๕");
	move(&e, "word-left");
	move(&e, "left");
	move(&e, "word-left");
	assert_is(&e, "เรียนปลัด อบต. ที่ |อบต.01/2569 ว๖๖๕");
	editor_done(&e);
}

/* Thai is broken without a space: the end of one line is the beginning of the
   next. */
static void
up_and_down_keep_the_column_through_wrapped_lines(void **state)
{
	struct editor e = {.has_lines = true};

	(void)state;
	editor_set(&e, "เรียนปลัดเรียนปลัด\nก\nabcdef");
	editor_layout(&e, 5, 9);
	move(&e, "up");
	assert_is(&e, "เรียนปลัดเรียนปลัด\nก|\nabcdef");
	move(&e, "up");
	assert_is(&e, "เรียนปลัดเรียนปลั|ด\nก\nabcdef");
	move(&e, "up");
	assert_is(&e, "เรียนปลั|ดเรียนปลัด\nก\nabcdef");
	assert_false(moved(&e, "up"));
	move(&e, "line-end");
	assert_is(&e, "เรียนปลัด|เรียนปลัด\nก\nabcdef");
	assert_true(e.is_at_end);
	move(&e, "line-start");
	assert_is(&e, "|เรียนปลัดเรียนปลัด\nก\nabcdef");
	move(&e, "line-end");
	move(&e, "down");
	move(&e, "line-start");
	assert_is(&e, "เรียนปลัด|เรียนปลัด\nก\nabcdef");
	move(&e, "text-end");
	assert_false(moved(&e, "down"));
	move(&e, "text-start");
	assert_is(&e, "|เรียนปลัดเรียนปลัด\nก\nabcdef");
	editor_done(&e);
}

/* xorshift64: the same keys on every machine. */
static void
a_text_scrolls_inside_its_rows_and_shows_that_there_is_more(void **state)
{
	struct editor e = {.has_lines = true};

	(void)state;
	editor_set(&e, "1\n2\n3\n4\n5");
	editor_layout(&e, 3, 6);
	struct grid g = drawn(&e, 3, 6);
	assert_row(&g, 0, "3    ↑");
	assert_row(&g, 2, "5");
	grid_done(&g);
	move(&e, "up");
	editor_layout(&e, 3, 6);
	g = drawn(&e, 3, 6);
	assert_row(&g, 0, "3    ↑");
	assert_int_equal(g.cursor_row, 1);
	grid_done(&g);
	move(&e, "text-start");
	editor_layout(&e, 3, 6);
	g = drawn(&e, 3, 6);
	assert_row(&g, 0, "1");
	assert_row(&g, 2, "3    ↓");
	grid_done(&g);
	editor_done(&e);
}

static void
a_leading_mark_stands_on_a_circle(void **state)
{
	struct editor e = {0};

	(void)state;
	type(&e, "่");
	struct grid g = drawn(&e, 1, 6);
	assert_row(&g, 0, "◌่");
	assert_int_equal(g.cursor_col, 1);
	grid_done(&g);
	editor_done(&e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_is_put_in_at_the_cursor),
	    cmocka_unit_test(the_cursor_steps_over_whole_clusters),
	    cmocka_unit_test(backspace_takes_a_wrong_mark_alone),
	    cmocka_unit_test(delete_takes_the_whole_cluster),
	    cmocka_unit_test(what_is_typed_takes_the_stored_form),
	    cmocka_unit_test(the_cursor_never_stands_inside_a_cluster),
	    cmocka_unit_test(what_is_no_text_is_left_to_others),
	    cmocka_unit_test(a_long_line_scrolls_under_the_cursor),
	    cmocka_unit_test(the_cursor_is_always_in_sight),
	    cmocka_unit_test(a_text_wraps_and_the_cursor_follows),
	    cmocka_unit_test(
		words_are_those_of_the_dictionary_and_of_other_letters),
	    cmocka_unit_test(up_and_down_keep_the_column_through_wrapped_lines),
	    cmocka_unit_test(
		a_text_scrolls_inside_its_rows_and_shows_that_there_is_more),
	    cmocka_unit_test(a_leading_mark_stands_on_a_circle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
