/* visible-fuzz.c -- any text on a screen: whole clusters, nothing obeyed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "base/escape.h"
#include "base/thai.h"

#include "tui/send.h"

#include "tests/fuzz/fuzz.h"
#include "tests/tui/emulator.h"

enum { ROWS = 4, COLS = 40 };

/* The terminal filter: what went in can be told from what came out. */
static void
check_visible(const char *s)
{
	struct text t = {0};

	text_add_visible(&t, s, false);
	if (!is_harmless(text_str(&t), false))
		bug("a terminal would obey it: %s", t.s);
	if (thai_columns(text_str(&t)) < 0)
		bug("narrower than nothing");
	if (is_harmless(s, false) && strcmp(s, text_str(&t)) != 0)
		bug("harmless, and changed: %s", s);
	text_done(&t);
}

/* Cut and padded to any width it has that width, and is whole. */
static void
check_padded(const char *s, int columns)
{
	struct text t = {0};
	int used;
	size_t fits = thai_fit(s, columns, &used);

	if (fits > strlen(s) || used > columns ||
	    thai_columns_n(s, fits) != used)
		bug("%zu bytes in %d columns", fits, columns);
	thai_add_padded(&t, s, columns, false);
	if (utf8_fault(s, strlen(s)) < 0 &&
	    (utf8_fault(text_str(&t), t.n) >= 0 ||
	     thai_columns(text_str(&t)) != columns))
		bug("%d columns are %d", columns, thai_columns(text_str(&t)));
	text_done(&t);
}

/* A field of a line comes back from it. */
static void
check_escape(const char *s)
{
	struct text t = {0};
	char *field;

	text_add_field(&t, s);
	if (!is_harmless(t.s, false) || strchr(t.s, '\t') != NULL)
		bug("not one harmless field: %s", t.s);
	field = t.s;
	if (!field_unescape(&field) || !text_is_same(field, s))
		bug("another text came back of %s", s);
	text_done(&t);
}

/* Every cell is a base with its marks; the second half of what is wide stands
   behind its first. */
static void
check_cells(const struct grid *g)
{
	for (int row = 0; row < g->rows; row++)
		for (int col = 0; col < g->cols; col++) {
			const struct cell *c = grid_cell(g, row, col);

			if (c->is_tail && col == 0)
				bug("half a character begins a row");
			for (int i = 0; i < CELL_CODES && c->code[i]; i++)
				if (is_obeyed(c->code[i]) ||
				    code_is_unsafe(c->code[i]) ||
				    (i > 0 && !code_is_mark(c->code[i])))
					bug("U+%04X in a cell",
					    (unsigned)c->code[i]);
		}
}

/* The terminal shows what the picture has. */
static void
check_sent(struct sender *s, struct emulator *e, const struct grid *g)
{
	struct text out = {0};

	send_picture(s, g, &out);
	emulator_write(e, text_str(&out), out.n);
	if (e->not_understood != 0 || e->n_held != 0)
		bug("the terminal does not understand it");
	for (int row = 0; row < g->rows; row++)
		for (int col = 0; col < g->cols; col++)
			if (memcmp(grid_cell(g, row, col)->code,
				   emulator_cell(e, row, col)->code,
				   sizeof(g->at->code)) != 0)
				bug("row %d, column %d shows another", row,
				    col);
	text_done(&out);
}

/* Terminals and Unicode do not agree about each sign; what is wrong then is
   that cell alone, and no picture to compare. */
static bool
is_agreed(const char *s)
{
	enum { SARA_AM = 0x0E33 };
	size_t n = strlen(s);
	uint32_t code;

	while (n > 0) {
		size_t length = utf8_next(s, n, &code);
		int width = code != UTF8_BAD ? wcwidth((wchar_t)code) : -1;

		if (width >= 0 && width != code_columns(code) &&
		    code != SARA_AM)
			return false;
		s += length;
		n -= length;
	}
	return true;
}

static struct caps caps;
static struct theme theme;

static void
check_picture(struct input *in, struct arena *a)
{
	struct sender sender;
	struct emulator terminal;
	struct grid g = {0};

	sender_init(&sender, &caps, &theme);
	emulator_init(&terminal, ROWS, COLS);
	terminal.erases_paper = caps.erases_paper;
	grid_resize(&g, ROWS, COLS);
	for (int i = 0; i < 6 && in->n > 0; i++) {
		int row = input_byte(in) % ROWS, col = input_byte(in) % COLS;
		enum style style = (enum style)(input_byte(in) % STYLE_COUNT);
		const char *s = input_text(in, a);

		if (!is_agreed(s))
			continue;
		if (area_put(area_of(&g), row, col, style, s) > COLS - col)
			bug("it goes beyond the edge");
		check_cells(&g);
		check_sent(&sender, &terminal, &g);
	}
	sender_done(&sender);
	emulator_done(&terminal);
	grid_done(&g);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct input in = {data, n};
	struct arena a = {0};
	int columns = input_byte(&in) % 100;
	struct input whole = in;
	const char *s = input_text(&in, &a);

	if (caps.colours == 0) {
		setlocale(LC_ALL, "C.UTF-8");
		if (!caps_read_named(&caps, "xterm-256color"))
			return 0;
		theme_own(&theme, "default");
	}
	check_visible(s);
	check_padded(s, columns);
	check_escape(s);
	check_picture(&whole, &a);
	arena_done(&a);
	return 0;
}
