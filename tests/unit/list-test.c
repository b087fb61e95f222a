/* list-test.c -- lists, columns and pages move and fit as they should */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tui/column.h"
#include "tui/list.h"
#include "tui/pager.h"

#include "tests/test.h"

static void
step(struct list *l, const char *move)
{
	list_move(l, move_find(move));
}

/* A list of n rows that are all held. */
static void
take(struct list *l, size_t n)
{
	static struct row_key keys[16];
	const struct row_span all = {l->aim, 100, 100};

	for (size_t i = 0; i < n; i++)
		keys[i].part[0] = (int64_t)i;
	list_take(l, &all, (struct list_piece){.keys = keys, .n = n});
}

static void
the_chosen_row_stays_in_sight(void **state)
{
	struct list l = {0};

	(void)state;
	list_set_rows(&l, 5);
	take(&l, 12);
	for (int i = 0; i < 6; i++)
		step(&l, "down");
	assert_int_equal(l.at, 6);
	assert_int_equal(l.top, 2);
	step(&l, "bottom");
	assert_int_equal(l.at, 11);
	assert_int_equal(l.top, 7);
	step(&l, "down");
	assert_int_equal(l.at, 11);
	step(&l, "page-up");
	assert_int_equal(l.at, 7);
	step(&l, "top");
	assert_int_equal(l.at, 0);
	assert_int_equal(l.top, 0);
	step(&l, "up");
	assert_int_equal(l.at, 0);
}

static void
a_list_that_shrinks_keeps_its_place(void **state)
{
	struct list l = {0};

	(void)state;
	list_set_rows(&l, 5);
	take(&l, 12);
	list_choose(&l, 11);
	take(&l, 4);
	assert_int_equal(l.at, 3);
	assert_int_equal(l.top, 0);
	take(&l, 0);
	step(&l, "down");
	assert_int_equal(l.at, 0);
}

static void
a_window_of_no_rows_is_survived(void **state)
{
	struct list l = {0};

	(void)state;
	take(&l, 9);
	list_set_rows(&l, -3);
	step(&l, "page-down");
	step(&l, "bottom");
	assert_int_equal(l.at, 8);
}

static void
a_row_of_two_lines_is_seen_whole(void **state)
{
	struct list l = {.lines = 2};

	(void)state;
	list_set_rows(&l, 5);
	take(&l, 12);
	step(&l, "down");
	assert_int_equal(l.top, 0);
	step(&l, "down");
	assert_int_equal(l.top, 1);
	step(&l, "page-down");
	assert_int_equal(l.at, 3);
	step(&l, "bottom");
	assert_int_equal(l.top, 10);
}

static void
draw_letter(const void *ctx, size_t i, struct area row)
{
	const char *letters = ctx;
	const char word[] = {letters[i], '\0'};

	area_put(row, 0, 0, STYLE_NORMAL, word);
}

static const struct list_look look = {.row = draw_letter};

static void
rows_in_sight_are_drawn_and_the_chosen_is_marked(void **state)
{
	struct list l = {0};
	struct grid g = {0};
	struct text t = {0};

	(void)state;
	grid_resize(&g, 3, 2);
	list_set_rows(&l, 3);
	take(&l, 5);
	list_choose(&l, 3);
	list_draw(&l, area_of(&g), &look, "abcde");
	for (int row = 0; row < 3; row++)
		grid_row_text(&g, row, &t);
	assert_string_equal(text_str(&t), "bcd");
	text_clear(&t);
	for (int row = 0; row < 3; row++)
		grid_row_styles(&g, row, &t);
	assert_string_equal(text_str(&t), "....##");
	text_done(&t);
	grid_done(&g);
}

static void
add_word(const void *row, struct text *t)
{
	text_add(t, row);
}

static const struct column columns[] = {
    {.heading = "No.", .min = 4, .max = 6, .value = add_word},
    {.heading = "From", .min = 8, .max = 12, .rank = 1, .value = add_word},
    {.heading = "Subject", .min = 10, .value = add_word},
    {.heading = "Note", .min = 6, .max = 8, .rank = 2, .value = add_word},
};

static void
assert_widths(int width, const int *wanted, const int expected[4])
{
	int widths[COLUMNS_MAX];

	columns_fit(columns, ARRAY_SIZE(columns), width, wanted, widths);
	assert_memory_equal(widths, expected, 4 * sizeof(*expected));
}

static void
columns_are_left_out_by_rank_and_then_grow(void **state)
{
	(void)state;
	assert_widths(18, NULL, (const int[]){4, 0, 10, 0});
	assert_widths(28, NULL, (const int[]){4, 8, 10, 0});
	assert_widths(36, NULL, (const int[]){4, 8, 10, 6});
	assert_widths(44, NULL, (const int[]){6, 12, 10, 8});
	assert_widths(60, NULL, (const int[]){6, 12, 26, 8});
	assert_widths(5, NULL, (const int[]){4, 0, 10, 0});
}

static void
columns_are_no_wider_than_what_stands_in_them(void **state)
{
	int wanted[COLUMNS_MAX] = {0};

	(void)state;
	columns_measure(columns, ARRAY_SIZE(columns), "ที่", wanted);
	assert_int_equal(wanted[0], 3);
	assert_int_equal(wanted[1], 4);
	assert_widths(60, wanted, (const int[]){3, 4, 41, 4});
}

static void
a_page_grows_and_scrolls(void **state)
{
	struct pager p = {0};
	struct grid g = {0};
	struct text t = {0};

	(void)state;
	pager_start(&p, 4, 20);
	for (int i = 0; i < 30; i++)
		area_printf(pager_rows(&p, 1), 0, 0, STYLE_NORMAL, "row %d", i);
	pager_end(&p);
	pager_move(&p, move_find("bottom"));
	assert_int_equal(p.top, 26);
	pager_move(&p, move_find("page-up"));
	assert_int_equal(p.top, 23);
	grid_resize(&g, 4, 20);
	pager_draw(&p, area_of(&g));
	grid_row_text(&g, 0, &t);
	assert_string_equal(text_str(&t), "row 23             ↑");
	text_done(&t);
	grid_done(&g);
	pager_done(&p);
}

static void
a_label_stands_beside_its_first_row(void **state)
{
	struct pager p = {0};
	struct text t = {0};

	(void)state;
	pager_start(&p, 4, 20);
	pager_field(&p, 1, "From", 8, STYLE_NORMAL, "aaaa bbbb cccc dddd");
	pager_field(&p, 1, "To", 8, STYLE_NORMAL, "  ");
	assert_int_equal(p.used, 2);
	grid_row_text(&p.page, 0, &t);
	assert_string_equal(text_str(&t), " From   aaaa bbbb");
	text_clear(&t);
	grid_row_text(&p.page, 1, &t);
	assert_string_equal(text_str(&t), "        cccc dddd");
	text_done(&t);
	pager_done(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_chosen_row_stays_in_sight),
	    cmocka_unit_test(a_list_that_shrinks_keeps_its_place),
	    cmocka_unit_test(a_window_of_no_rows_is_survived),
	    cmocka_unit_test(a_row_of_two_lines_is_seen_whole),
	    cmocka_unit_test(rows_in_sight_are_drawn_and_the_chosen_is_marked),
	    cmocka_unit_test(columns_are_left_out_by_rank_and_then_grow),
	    cmocka_unit_test(columns_are_no_wider_than_what_stands_in_them),
	    cmocka_unit_test(a_page_grows_and_scrolls),
	    cmocka_unit_test(a_label_stands_beside_its_first_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
