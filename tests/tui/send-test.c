/* send-test.c -- whatever is sent, the terminal shows the picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/send.h"

#include "tests/test.h"
#include "tests/tui/emulator.h"

enum { ROWS = 24, COLS = 80, STEPS = 400 };

/* A terminal, what is sent to it, and what it makes of it. */
struct line {
	struct caps caps;
	struct theme theme;
	struct sender sender;
	struct emulator emulator;
	struct grid g;
	struct text out;
	unsigned seed;
};

static const char *const terminals[] = {"xterm-256color", "screen-256color",
					"tmux-256color", "linux", "vt100"};

static bool
line_begin(struct line *l, const char *name, int rows, int cols)
{
	*l = (struct line){.seed = 1};
	if (!caps_read_named(&l->caps, name))
		return false;
	theme_own(&l->theme, l->caps.colours > 0 ? "default" : "mono");
	sender_init(&l->sender, &l->caps, &l->theme);
	emulator_init(&l->emulator, rows, cols);
	l->emulator.erases_paper = l->caps.erases_paper;
	grid_resize(&l->g, rows, cols);
	return true;
}

static void
line_end(struct line *l)
{
	sender_done(&l->sender);
	emulator_done(&l->emulator);
	grid_done(&l->g);
	text_done(&l->out);
	caps_drop_named();
}

/* Bytes sent for the picture as it is now. */
static size_t
line_send(struct line *l)
{
	text_clear(&l->out);
	send_picture(&l->sender, &l->g, &l->out);
	emulator_write(&l->emulator, text_str(&l->out), l->out.n);
	return l->out.n;
}

/* A colour on a terminal that has not so many. */
static int
here(const struct line *l, int colour)
{
	return colour < l->caps.colours || colour < 0 ? colour : colour % 8;
}

static void
assert_cell(const struct line *l, int row, int col)
{
	const struct cell *c = grid_cell(&l->g, row, col);
	const struct emulated_cell *e = emulator_cell(&l->emulator, row, col);
	struct look look = sender_look(&l->sender, c);
	unsigned ground = LOOK_REVERSE | LOOK_UNDERLINE;

	if (memcmp(c->code, e->code, sizeof(c->code)) != 0)
		fail_msg("row %d, column %d: U+%04X for U+%04X", row, col,
			 (unsigned)e->code[0], (unsigned)c->code[0]);
	if (!c->code[0])
		return;
	assert_int_equal(here(l, look.paper), e->look.paper);
	assert_int_equal(look.bits & ground, e->look.bits & ground);
	if (c->code[0] == ' ')
		return;
	assert_int_equal(here(l, look.ink), e->look.ink);
	if (l->caps.at[CAP_DIM])
		assert_int_equal(look.bits, e->look.bits);
}

static void
assert_shown(const struct line *l)
{
	assert_int_equal(l->emulator.not_understood, 0);
	assert_int_equal(l->emulator.n_held, 0);
	for (int row = 0; row < l->g.rows; row++)
		for (int col = 0; col < l->g.cols; col++)
			assert_cell(l, row, col);
	if (l->g.cursor_row >= 0) {
		assert_int_equal(l->emulator.row, l->g.cursor_row);
		assert_int_equal(l->emulator.col, l->g.cursor_col);
	}
	if (l->caps.at[CAP_HIDE])
		assert_int_equal(l->emulator.is_hidden, l->g.cursor_row < 0);
}

/* Below n; the same on every machine. */
static int
any(struct line *l, int n)
{
	l->seed = l->seed * 1103515245u + 12345u;
	return (int)((l->seed >> 16) % (unsigned)n);
}

static const char *const pieces[] = {
    "น้ำท่วมที่ทำการ", "สำนักงานจังหวัด", "จำนวน ๑ ฉบับ", "ด่วนที่สุด",   "x",  "the quick",
    "日本",        "ญี่ปุ่น",          "          ",  "────────", "กำ", "๑๒๓/๒๕๖๙",
};

static void
write_somewhere(struct line *l)
{
	struct area a = area_of(&l->g);

	area_put(a, any(l, l->g.rows), any(l, l->g.cols),
		 (enum style)any(l, STYLE_COUNT),
		 pieces[any(l, (int)ARRAY_SIZE(pieces))]);
}

static void
fill_somewhere(struct line *l)
{
	struct area a = area_of(&l->g);

	area_fill(area_part(a, any(l, l->g.rows), any(l, l->g.cols),
			    1 + any(l, 6), 1 + any(l, l->g.cols)),
		  (enum style)any(l, STYLE_COUNT));
}

static void
choose_somewhere(struct line *l)
{
	area_select(
	    area_part(area_of(&l->g), any(l, l->g.rows), 0, 1, l->g.cols));
}

static void
place_cursor(struct line *l)
{
	l->g.cursor_row = any(l, 3) == 0 ? -1 : any(l, l->g.rows);
	l->g.cursor_col = any(l, l->g.cols);
}

static void
shift_rows(struct line *l, int first, int last, int by)
{
	struct grid before = {0};

	grid_resize(&before, l->g.rows, l->g.cols);
	memcpy(before.at, l->g.at,
	       sizeof(*l->g.at) * (size_t)(l->g.rows * l->g.cols));
	for (int row = first; row <= last; row++)
		for (int col = 0; col < l->g.cols; col++)
			if (row + by >= first && row + by <= last)
				*grid_cell(&l->g, row, col) =
				    *grid_cell(&before, row + by, col);
	grid_done(&before);
}

static void
shift_somewhere(struct line *l)
{
	int first = any(l, l->g.rows), last = any(l, l->g.rows);

	shift_rows(l, first, last, any(l, 9) - 4);
}

static void
clear_all(struct line *l)
{
	if (any(l, 20) == 0)
		grid_clear(&l->g);
}

static void (*const changes[])(struct line *l) = {
    write_somewhere, write_somewhere,  write_somewhere, fill_somewhere,
    shift_somewhere, choose_somewhere, place_cursor,    clear_all,
};

static void
any_change_is_shown_by_every_terminal(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(terminals); i++) {
		struct line l;

		if (!line_begin(&l, terminals[i], ROWS, COLS))
			continue;
		for (int step = 0; step < STEPS; step++) {
			for (int n = any(&l, 30); n >= 0; n--)
				changes[any(&l, (int)ARRAY_SIZE(changes))](&l);
			line_send(&l);
			assert_shown(&l);
			assert_int_equal(line_send(&l), 0);
		}
		line_end(&l);
	}
}

static void
sizes_from_one_cell_up_are_shown(void **state)
{
	struct line l;

	(void)state;
	for (int rows = 1; rows < 5; rows++)
		for (int cols = 1; cols < 9; cols++) {
			if (!line_begin(&l, "xterm-256color", rows, cols))
				skip();
			for (int step = 0; step < 30; step++) {
				changes[any(&l, (int)ARRAY_SIZE(changes))](&l);
				line_send(&l);
				assert_shown(&l);
			}
			line_end(&l);
		}
}

/* Each terminal has its own idea of the width of SARA AM. */
static void
a_wrong_width_of_sara_am_spoils_one_cell(void **state)
{
	struct line l;

	(void)state;
	if (!line_begin(&l, "xterm-256color", 1, 40))
		skip();
	l.emulator.sara_am_width = 2;
	area_put(area_of(&l.g), 0, 0, STYLE_NORMAL, "ทำน้ำ สำนักงาน 9");
	line_send(&l);
	for (int col = 1; col < 40; col++)
		if (grid_cell(&l.g, 0, col - 1)->code[0] != 0x0E33)
			assert_int_equal(
			    emulator_cell(&l.emulator, 0, col)->code[0],
			    grid_cell(&l.g, 0, col)->code[0]);
	line_end(&l);
}

/* Marks of any script stand on what is before them; a sign that the terminal
   knows otherwise spoils its own cell. */
static void
scripts_of_neighbours_shift_nothing(void **state)
{
	static const char *const words[] = {"မြန်မာ 9", "ខ្មែរ 9", "اَلملايو 9",
					    "हिन्दी 9", "שָׁ 9"};
	struct line l;

	(void)state;
	if (!line_begin(&l, "xterm-256color", ARRAY_SIZE(words), 40))
		skip();
	for (int row = 0; row < (int)ARRAY_SIZE(words); row++)
		area_put(area_of(&l.g), row, 3, STYLE_NORMAL, words[row]);
	line_send(&l);
	assert_shown(&l);
	line_end(&l);
}

/* A page of the register, as full as pages are. */
static void
write_page(struct line *l, int from)
{
	for (int row = 1; row < l->g.rows - 1; row++) {
		struct area a = area_part(area_of(&l->g), row, 0, 1, COLS);

		area_fill(a, STYLE_NORMAL);
		area_printf(a, 0, 2, STYLE_STRONG, "%5d", from + row);
		area_put(a, 0, 10, STYLE_NORMAL,
			 "ที่ว่าการอำเภอบ้านลาด  การเลือกตั้งสมาชิกสภาท้องถิ่น");
	}
}

static void
one_row_more_is_scrolled_by_the_terminal(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(terminals); i++) {
		struct line l;

		if (!line_begin(&l, terminals[i], ROWS, COLS))
			continue;
		write_page(&l, 100);
		line_send(&l);
		write_page(&l, 101);
		assert_in_range(line_send(&l), 1, 250);
		assert_shown(&l);
		write_page(&l, 100);
		assert_in_range(line_send(&l), 1, 250);
		assert_shown(&l);
		line_end(&l);
	}
}

static void
two_single_cells_cost_what_two_cells_cost(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(terminals); i++) {
		struct line l;

		if (!line_begin(&l, terminals[i], ROWS, COLS))
			continue;
		write_page(&l, 1);
		area_put(area_of(&l.g), 5, 0, STYLE_NORMAL, ">");
		line_send(&l);
		area_put(area_of(&l.g), 5, 0, STYLE_NORMAL, " ");
		area_put(area_of(&l.g), 6, 0, STYLE_NORMAL, ">");
		line_send(&l);
		area_put(area_of(&l.g), 6, 0, STYLE_NORMAL, " ");
		area_put(area_of(&l.g), 7, 0, STYLE_NORMAL, ">");
		assert_in_range(line_send(&l), 1, 8);
		assert_shown(&l);
		line_end(&l);
	}
}

static void
a_letter_typed_costs_its_bytes(void **state)
{
	static const char *const typed[] = {"ท", "ที", "ที่", "ที่ว"};
	struct line l;

	(void)state;
	if (!line_begin(&l, "xterm-256color", ROWS, COLS))
		skip();
	for (size_t i = 0; i < ARRAY_SIZE(typed); i++) {
		int used =
		    area_put(area_of(&l.g), 3, 10, STYLE_FIELD, typed[i]);

		area_cursor(area_of(&l.g), 3, 10 + used);
		size_t n = line_send(&l);
		if (i > 0)
			assert_in_range(n, 3, 10);
		assert_shown(&l);
	}
	line_end(&l);
}

static void
a_text_for_the_clipboard_is_base64(void **state)
{
	struct text t = {0};

	(void)state;
	send_clipboard(&t, "ab", false);
	send_clipboard(&t, "abc", false);
	send_clipboard(&t, "abcd", false);
	assert_string_equal(text_str(&t), "\033]52;c;YWI=\a"
					  "\033]52;c;YWJj\a"
					  "\033]52;c;YWJjZA==\a");
	text_clear(&t);
	send_clipboard(&t, "abc", true);
	assert_string_equal(text_str(&t), "\033P\033]52;c;YWJj\a\033\\");
	text_done(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(any_change_is_shown_by_every_terminal),
	    cmocka_unit_test(sizes_from_one_cell_up_are_shown),
	    cmocka_unit_test(a_wrong_width_of_sara_am_spoils_one_cell),
	    cmocka_unit_test(scripts_of_neighbours_shift_nothing),
	    cmocka_unit_test(one_row_more_is_scrolled_by_the_terminal),
	    cmocka_unit_test(two_single_cells_cost_what_two_cells_cost),
	    cmocka_unit_test(a_letter_typed_costs_its_bytes),
	    cmocka_unit_test(a_text_for_the_clipboard_is_base64),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
