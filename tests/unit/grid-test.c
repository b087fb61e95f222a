/* grid-test.c -- text goes into cells by clusters and is never cut inside */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "tui/grid.h"
#include "tui/term.h"

#include "tests/test.h"

static void
assert_row(const struct grid *g, int row, const char *expected)
{
	struct text t = {0};

	grid_row_text(g, row, &t);
	assert_string_equal(text_str(&t), expected);
	text_done(&t);
}

static void
a_cluster_is_one_cell(void **state)
{
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 1, 10);
	assert_int_equal(area_put(area_of(&g), 0, 0, STYLE_NORMAL, "ที่นี่"), 2);
	assert_int_equal(grid_cell(&g, 0, 0)->code[0], 0x0E17);
	assert_int_equal(grid_cell(&g, 0, 0)->code[1], 0x0E35);
	assert_int_equal(grid_cell(&g, 0, 0)->code[2], 0x0E48);
	assert_int_equal(grid_cell(&g, 0, 1)->code[0], 0x0E19);
	assert_int_equal(grid_cell(&g, 0, 2)->code[0], ' ');
	grid_done(&g);
}

static void
sara_am_has_a_cell_of_its_own(void **state)
{
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 1, 10);
	assert_int_equal(area_put(area_of(&g), 0, 0, STYLE_NORMAL, "น้ำ"), 2);
	assert_int_equal(grid_cell(&g, 0, 0)->code[0], 0x0E19);
	assert_int_equal(grid_cell(&g, 0, 0)->code[1], 0x0E49);
	assert_int_equal(grid_cell(&g, 0, 0)->code[2], 0);
	assert_int_equal(grid_cell(&g, 0, 1)->code[0], 0x0E33);
	assert_true(grid_cell(&g, 0, 1)->is_tail);
	assert_row(&g, 0, "น้ำ");
	grid_done(&g);
}

static void
a_wide_character_takes_two_cells(void **state)
{
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 1, 6);
	assert_int_equal(area_put(area_of(&g), 0, 1, STYLE_NORMAL, "日x"), 3);
	assert_int_equal(grid_cell(&g, 0, 2)->code[0], 0);
	assert_true(grid_cell(&g, 0, 2)->is_tail);
	assert_row(&g, 0, " 日x");
	grid_done(&g);
}

/* Every width at which น้ำที่บ้านคำ日 may be cut. */
static void
text_is_cut_between_clusters(void **state)
{
	static const char *const cut[] = {
	    "",       "",       "น้ำ",       "น้ำที่",      "น้ำที่บ้",      "น้ำที่บ้า",
	    "น้ำที่บ้าน", "น้ำที่บ้าน", "น้ำที่บ้านคำ", "น้ำที่บ้านคำ", "น้ำที่บ้านคำ日"};

	(void)state;
	for (int cols = 0; cols < (int)ARRAY_SIZE(cut); cols++) {
		struct grid g = {0};

		grid_resize(&g, 1, 12);
		area_put(area_part(area_of(&g), 0, 0, 1, cols), 0, 0,
			 STYLE_NORMAL, "น้ำที่บ้านคำ日");
		assert_row(&g, 0, cut[cols]);
		grid_done(&g);
	}
}

static void
half_a_cluster_does_not_stay(void **state)
{
	struct grid g = {0};
	struct area a;

	(void)state;
	grid_resize(&g, 1, 6);
	a = area_of(&g);
	area_put(a, 0, 0, STYLE_NORMAL, "กน้ำก");
	area_put(a, 0, 2, STYLE_NORMAL, "x");
	assert_row(&g, 0, "ก xก");
	area_put(a, 0, 0, STYLE_NORMAL, "กน้ำก");
	area_put(a, 0, 1, STYLE_NORMAL, "x");
	assert_row(&g, 0, "กx ก");
	area_put(a, 0, 0, STYLE_NORMAL, "ก日ก");
	area_put(a, 0, 2, STYLE_NORMAL, "ที่");
	assert_row(&g, 0, "ก ที่ก");
	grid_done(&g);
}

static void
a_loose_mark_stands_on_a_dotted_circle(void **state)
{
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 2, 6);
	area_put(area_of(&g), 0, 5, STYLE_NORMAL, "ก");
	assert_int_equal(area_put(area_of(&g), 1, 0, STYLE_NORMAL, "่ก"), 2);
	assert_row(&g, 0, "     ก");
	assert_row(&g, 1, "◌่ก");
	grid_done(&g);
}

static void
what_is_unsafe_is_seen_not_sent(void **state)
{
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 1, 40);
	area_put(area_of(&g), 0, 0, STYLE_NORMAL,
		 "a\033[2Jb\n\xE2\x80\xAE\xFFz");
	for (int col = 0; col < g.cols; col++)
		for (int i = 0; i < CELL_CODES; i++)
			assert_false(
			    grid_cell(&g, 0, col)->code[i] &&
			    code_is_unsafe(grid_cell(&g, 0, col)->code[i]));
	assert_row(&g, 0, "a^[[2Jb^J<U+202E><FF>z");
	grid_done(&g);
}

static void
a_cell_holds_at_most_five_code_points(void **state)
{
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 1, 4);
	area_put(area_of(&g), 0, 0, STYLE_NORMAL, "ก่่่่่่่x");
	assert_int_equal(grid_cell(&g, 0, 0)->code[4], 0x0E48);
	assert_int_equal(grid_cell(&g, 0, 1)->code[0], 0x25CC);
	grid_done(&g);
}

static void
padding_counts_columns(void **state)
{
	/* clang-format off */
	static const struct {
		enum align align;
		const char *text;
		const char *row;
	} table[] = {
		{ ALIGN_LEFT, "ที่น้ำ", "|ที่น้ำ   |" },
		{ ALIGN_RIGHT, "ที่น้ำ", "|   ที่น้ำ|" },
		{ ALIGN_CENTRE, "ที่", "|  ที่   |" },
		{ ALIGN_LEFT, "สำนักปลัด", "|สำนักป…|" },
		{ ALIGN_LEFT, "กกกกกทำ", "|กกกกก…|" },
		{ ALIGN_RIGHT, "", "|      |" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(table); i++) {
		struct grid g = {0};

		grid_resize(&g, 1, 8);
		area_put(area_of(&g), 0, 0, STYLE_NORMAL, "|xxxxxx|");
		area_put_padded(area_of(&g), 0, 1, 6, table[i].align,
				STYLE_NORMAL, table[i].text);
		assert_row(&g, 0, table[i].row);
		grid_done(&g);
	}
}

static void
nothing_is_drawn_outside_an_area(void **state)
{
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 3, 7);
	struct area inner = area_part(area_of(&g), 1, 2, 1, 3);
	area_put(inner, 0, 0, STYLE_NORMAL, "abcdef");
	area_put(inner, 1, 0, STYLE_NORMAL, "below");
	area_put(inner, -1, 0, STYLE_NORMAL, "above");
	area_put(area_part(inner, 0, 5, 9, 9), 0, 0, STYLE_NORMAL, "x");
	area_cursor(inner, 0, 3);
	assert_row(&g, 0, "");
	assert_row(&g, 1, "  abc");
	assert_row(&g, 2, "");
	assert_int_equal(g.cursor_row, -1);
	area_cursor(inner, 0, 2);
	assert_int_equal(g.cursor_row, 1);
	assert_int_equal(g.cursor_col, 4);
	grid_done(&g);
}

static void
a_box_has_its_title_in_its_line(void **state)
{
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 3, 12);
	area_box(area_of(&g), STYLE_DIM, "ที่");
	assert_row(&g, 0, "┌─ ที่ ──────┐");
	assert_row(&g, 1, "│          │");
	assert_row(&g, 2, "└──────────┘");
	grid_done(&g);
}

static void
a_chosen_row_shows_in_the_style_plane(void **state)
{
	struct grid g = {0};
	struct text t = {0};

	(void)state;
	grid_resize(&g, 1, 4);
	area_put(area_of(&g), 0, 0, STYLE_URGENT, "ab");
	area_select(area_of(&g));
	grid_row_styles(&g, 0, &t);
	assert_string_equal(text_str(&t), "UU##");
	text_done(&t);
	grid_done(&g);
}

static void
only_changed_cells_are_shown_anew(void **state)
{
	struct terminal *t = term_test_new(2, 10);
	struct grid g = {0};

	(void)state;
	grid_resize(&g, 2, 10);
	area_put(area_of(&g), 0, 0, STYLE_NORMAL, "abc");
	t->ops->flush(t, &g);
	assert_int_equal(term_test_changed(t), 3);
	t->ops->flush(t, &g);
	assert_int_equal(term_test_changed(t), 0);
	area_put(area_of(&g), 0, 1, STYLE_ERROR, "b");
	t->ops->flush(t, &g);
	assert_int_equal(term_test_changed(t), 1);
	grid_done(&g);
	t->ops->done(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_cluster_is_one_cell),
	    cmocka_unit_test(sara_am_has_a_cell_of_its_own),
	    cmocka_unit_test(a_wide_character_takes_two_cells),
	    cmocka_unit_test(text_is_cut_between_clusters),
	    cmocka_unit_test(half_a_cluster_does_not_stay),
	    cmocka_unit_test(a_loose_mark_stands_on_a_dotted_circle),
	    cmocka_unit_test(what_is_unsafe_is_seen_not_sent),
	    cmocka_unit_test(a_cell_holds_at_most_five_code_points),
	    cmocka_unit_test(padding_counts_columns),
	    cmocka_unit_test(nothing_is_drawn_outside_an_area),
	    cmocka_unit_test(a_box_has_its_title_in_its_line),
	    cmocka_unit_test(a_chosen_row_shows_in_the_style_plane),
	    cmocka_unit_test(only_changed_cells_are_shown_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
