/* editor-test.c -- one types and mends Thai by clusters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/thai.h"

#include "tui/editor.h"

#include "tests/test.h"

#define CTRL(letter) ((uint32_t)(letter) - 'a' + 1)

static void
type(struct editor *e, const char *s)
{
	size_t n = strlen(s);
	uint32_t code;

	while (n > 0) {
		size_t length = utf8_next(s, n, &code);

		assert_true(editor_key(e, code));
		s += length;
		n -= length;
	}
}

/* The text with a bar where the cursor stands. */
static void
assert_is(const struct editor *e, const char *expected)
{
	struct text t = {0};

	text_add(&t, editor_text(e));
	text_insert(&t, e->at, "|", 1);
	assert_string_equal(text_str(&t), expected);
	text_done(&t);
}

static void
text_is_put_in_at_the_cursor(void **state)
{
	struct editor e = {0};

	(void)state;
	type(&e, "ที่บ้าน");
	assert_is(&e, "ที่บ้าน|");
	editor_key(&e, K_HOME);
	editor_key(&e, K_RIGHT);
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
	editor_key(&e, K_LEFT);
	assert_is(&e, "ที่น้ำ|นำ");
	editor_key(&e, K_LEFT);
	assert_is(&e, "ที่|น้ำนำ");
	editor_key(&e, K_LEFT);
	editor_key(&e, K_LEFT);
	assert_is(&e, "|ที่น้ำนำ");
	editor_key(&e, K_RIGHT);
	assert_is(&e, "ที่|น้ำนำ");
	editor_key(&e, K_END);
	editor_key(&e, K_RIGHT);
	assert_is(&e, "ที่น้ำนำ|");
	editor_done(&e);
}

static void
backspace_takes_a_wrong_mark_alone(void **state)
{
	struct editor e = {0};

	(void)state;
	type(&e, "กี้");
	editor_key(&e, K_BACKSPACE);
	assert_is(&e, "กี|");
	type(&e, "่");
	assert_is(&e, "กี่|");
	editor_key(&e, K_BACKSPACE);
	editor_key(&e, K_BACKSPACE);
	assert_is(&e, "ก|");
	editor_key(&e, K_BACKSPACE);
	editor_key(&e, K_BACKSPACE);
	assert_is(&e, "|");
	editor_done(&e);
}

static void
delete_takes_the_whole_cluster(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "น้ำที่ก");
	editor_key(&e, K_HOME);
	editor_key(&e, K_DELETE);
	assert_is(&e, "|ที่ก");
	editor_key(&e, K_DELETE);
	assert_is(&e, "|ก");
	editor_key(&e, K_DELETE);
	editor_key(&e, K_DELETE);
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
	editor_key(&e, K_HOME);
	type(&e, "ท");
	assert_is(&e, "ท่|ก");
	editor_done(&e);
}

static void
whole_parts_are_erased_by_control_keys(void **state)
{
	struct editor e = {0};

	(void)state;
	editor_set(&e, "เรียน ปลัด อบต.");
	assert_true(editor_key(&e, CTRL('w')));
	assert_is(&e, "เรียน ปลัด |");
	assert_true(editor_key(&e, CTRL('w')));
	assert_is(&e, "เรียน |");
	editor_key(&e, CTRL('a'));
	editor_key(&e, K_RIGHT);
	editor_key(&e, CTRL('k'));
	assert_is(&e, "เ|");
	editor_key(&e, CTRL('u'));
	assert_is(&e, "|");
	editor_done(&e);
}

static void
what_is_no_text_is_left_to_others(void **state)
{
	static const uint32_t others[] = {K_ENTER, K_ESC,    K_TAB,     K_UP,
					  K_F1,    K_RESIZE, CTRL('s'), 0x1b,
					  0x202E,  0x9B,     0xFEFF};
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
	editor_key(&e, K_HOME);
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
		for (editor_key(&e, K_HOME);; editor_key(&e, K_RIGHT)) {
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
	type(&e, "aaaa bbbb cccc");
	struct grid g = drawn(&e, 2, 6);
	assert_row(&g, 0, "bbbb");
	assert_row(&g, 1, "cccc");
	assert_int_equal(g.cursor_row, 1);
	assert_int_equal(g.cursor_col, 4);
	grid_done(&g);
	editor_key(&e, K_HOME);
	g = drawn(&e, 3, 6);
	assert_row(&g, 0, "aaaa");
	assert_int_equal(g.cursor_row, 0);
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
	    cmocka_unit_test(whole_parts_are_erased_by_control_keys),
	    cmocka_unit_test(what_is_no_text_is_left_to_others),
	    cmocka_unit_test(a_long_line_scrolls_under_the_cursor),
	    cmocka_unit_test(the_cursor_is_always_in_sight),
	    cmocka_unit_test(a_text_wraps_and_the_cursor_follows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
