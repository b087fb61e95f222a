/* emulator.c -- a terminal in memory: takes bytes, shows cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/tui/emulator.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/thai.h"

enum { SARA_AM = 0x0E33, NUMBERS_MAX = 16 };

/* "ESC [ ? 1 ; 2 h" taken apart. */
struct sequence {
	char private;
	int number[NUMBERS_MAX];
	int n;
	char final;
};

static struct emulated_cell *
cell_at(const struct emulator *e, int row, int col)
{
	return &e->at[row * e->cols + col];
}

static void
erase(struct emulator *e, int row, int col, int n)
{
	struct emulated_cell blank = {{' '}, LOOK_PLAIN};

	if (e->erases_paper)
		blank.look.paper = e->look.paper;
	for (int i = col; i < e->cols && i < col + n; i++)
		*cell_at(e, row, i) = blank;
}

static void
erase_rows(struct emulator *e, int first, int last)
{
	for (int row = first; row <= last; row++)
		erase(e, row, 0, e->cols);
}

void
emulator_resize(struct emulator *e, int rows, int cols)
{
	free(e->at);
	e->at = xcalloc((size_t)rows * (size_t)cols, sizeof(*e->at));
	e->rows = rows;
	e->cols = cols;
	e->row = e->col = e->top = 0;
	e->bottom = rows - 1;
	erase_rows(e, 0, rows - 1);
}

void
emulator_init(struct emulator *e, int rows, int cols)
{
	*e = (struct emulator){.look = LOOK_PLAIN, .sara_am_width = 1};
	emulator_resize(e, rows, cols);
}

void
emulator_done(struct emulator *e)
{
	free(e->at);
	*e = (struct emulator){0};
}

const struct emulated_cell *
emulator_cell(const struct emulator *e, int row, int col)
{
	return cell_at(e, row, col);
}

void
emulator_row(const struct emulator *e, int row, struct text *out)
{
	size_t start = out->n;

	for (int col = 0; col < e->cols; col++)
		for (int i = 0; i < CELL_CODES; i++)
			if (cell_at(e, row, col)->code[i])
				text_add_code(out,
					      cell_at(e, row, col)->code[i]);
	while (out->n > start && out->s[out->n - 1] == ' ')
		text_remove(out, out->n - 1, 1);
}

bool
emulator_shows(const struct emulator *e, const char *words)
{
	struct text t = {0};
	bool found = false;

	for (int row = 0; row < e->rows; row++) {
		text_clear(&t);
		emulator_row(e, row, &t);
		found = found || strstr(text_str(&t), words);
	}
	text_done(&t);
	return found;
}

/* by > 0: up. */
static void
scroll(struct emulator *e, int by)
{
	size_t row_size = (size_t)e->cols * sizeof(*e->at);

	for (; by > 0; by--) {
		memmove(cell_at(e, e->top, 0), cell_at(e, e->top + 1, 0),
			(size_t)(e->bottom - e->top) * row_size);
		erase(e, e->bottom, 0, e->cols);
	}
	for (; by < 0; by++) {
		memmove(cell_at(e, e->top + 1, 0), cell_at(e, e->top, 0),
			(size_t)(e->bottom - e->top) * row_size);
		erase(e, e->top, 0, e->cols);
	}
}

static int
clamp(int n, int high)
{
	return n < 0 ? 0 : n > high ? high : n;
}

static void
go(struct emulator *e, int row, int col)
{
	e->row = clamp(row, e->rows - 1);
	e->col = clamp(col, e->cols - 1);
	e->is_waiting = false;
}

static void
line_down(struct emulator *e)
{
	if (e->row == e->bottom)
		scroll(e, 1);
	else
		go(e, e->row + 1, e->col);
}

static void
line_up(struct emulator *e)
{
	if (e->row == e->top)
		scroll(e, -1);
	else
		go(e, e->row - 1, e->col);
}

/* A mark joins the cell before the cursor. */
static void
add_mark(struct emulator *e, uint32_t code)
{
	int col = e->is_waiting || e->col == 0 ? e->col : e->col - 1;
	struct emulated_cell *cell = cell_at(e, e->row, col);

	if (cell->code[0] == 0 && col > 0)
		cell--;
	for (int i = 1; i < CELL_CODES; i++)
		if (cell->code[i] == 0) {
			cell->code[i] = code;
			return;
		}
	e->not_understood++;
}

static void
put(struct emulator *e, uint32_t code)
{
	int width = code == SARA_AM ? e->sara_am_width : wcwidth((wchar_t)code);

	/* It knows more signs than the library. */
	if (width < 0)
		width = code_columns(code);
	if (width == 0) {
		add_mark(e, code);
		return;
	}
	if (e->is_waiting) {
		e->col = 0;
		line_down(e);
	}
	for (int i = 0; i < width && e->col + i < e->cols; i++)
		*cell_at(e, e->row, e->col + i) =
		    (struct emulated_cell){{i == 0 ? code : 0}, e->look};
	e->is_waiting = e->col + width >= e->cols;
	e->col = e->is_waiting ? e->cols - 1 : e->col + width;
}

/* Answers how many numbers were used. */
static int
take_colour(const int *number, int n, int *colour)
{
	if (n < 3 || number[1] != 5)
		return 1;
	*colour = number[2];
	return 3;
}

static int
switch_look(struct emulator *e, const int *number, int n)
{
	static const struct {
		int number;
		unsigned bit;
	} on[] = {{1, LOOK_BOLD},
		  {2, LOOK_DIM},
		  {4, LOOK_UNDERLINE},
		  {7, LOOK_REVERSE}};
	int what = number[0];

	for (size_t i = 0; i < ARRAY_SIZE(on); i++)
		if (on[i].number == what)
			e->look.bits |= on[i].bit;
	if (what == 0)
		e->look = LOOK_PLAIN;
	if (what >= 30 && what <= 37)
		e->look.ink = what - 30;
	if (what >= 40 && what <= 47)
		e->look.paper = what - 40;
	if (what >= 90 && what <= 97)
		e->look.ink = what - 90 + 8;
	if (what >= 100 && what <= 107)
		e->look.paper = what - 100 + 8;
	if (what == 38)
		return take_colour(number, n, &e->look.ink);
	if (what == 48)
		return take_colour(number, n, &e->look.paper);
	return 1;
}

static void
do_look(struct emulator *e, const struct sequence *s)
{
	for (int i = 0; i < s->n;)
		i += switch_look(e, s->number + i, s->n - i);
}

static void
do_mode(struct emulator *e, const struct sequence *s)
{
	bool on = s->final == 'h';

	for (int i = 0; i < s->n && s->private == '?'; i++) {
		if (s->number[i] == 25)
			e->is_hidden = !on;
		if (s->number[i] == 1)
			e->has_keys = on;
		if (s->number[i] == 1000)
			e->takes_mouse = on;
		if (s->number[i] == 2004)
			e->takes_paste = on;
		if (s->number[i] != 1049)
			continue;
		e->has_screen = on;
		erase_rows(e, 0, e->rows - 1);
	}
}

static int
count(const struct sequence *s)
{
	return s->number[0] > 0 ? s->number[0] : 1;
}

static void
do_address(struct emulator *e, const struct sequence *s)
{
	go(e, count(s) - 1, s->n > 1 && s->number[1] ? s->number[1] - 1 : 0);
}

static void
do_column(struct emulator *e, const struct sequence *s)
{
	go(e, e->row, count(s) - 1);
}

static void
do_row(struct emulator *e, const struct sequence *s)
{
	go(e, count(s) - 1, e->col);
}

static void
do_step(struct emulator *e, const struct sequence *s)
{
	int by = count(s);

	if (s->final == 'A' || s->final == 'B')
		go(e, e->row + (s->final == 'A' ? -by : by), e->col);
	else
		go(e, e->row, e->col + (s->final == 'D' ? -by : by));
}

static void
do_region(struct emulator *e, const struct sequence *s)
{
	e->top = count(s) - 1;
	e->bottom = s->n > 1 && s->number[1] ? s->number[1] - 1 : e->rows - 1;
	go(e, 0, 0);
}

static void
do_scroll(struct emulator *e, const struct sequence *s)
{
	scroll(e, s->final == 'S' ? count(s) : -count(s));
}

static void
do_erase_row(struct emulator *e, const struct sequence *s)
{
	if (s->number[0] != 0)
		e->not_understood++;
	erase(e, e->row, e->col, e->cols);
}

static void
do_erase_screen(struct emulator *e, const struct sequence *s)
{
	if (s->number[0] == 0)
		erase(e, e->row, e->col, e->cols);
	erase_rows(e, s->number[0] == 2 ? 0 : e->row + 1, e->rows - 1);
}

static void
do_erase(struct emulator *e, const struct sequence *s)
{
	erase(e, e->row, e->col, count(s));
}

static void
do_nothing(struct emulator *e, const struct sequence *s)
{
	(void)e;
	(void)s;
}

static const struct {
	char final;
	void (*run)(struct emulator *e, const struct sequence *s);
} sequences[] = {
    {'m', do_look},    {'h', do_mode},      {'l', do_mode},
    {'H', do_address}, {'G', do_column},    {'d', do_row},
    {'A', do_step},    {'B', do_step},      {'C', do_step},
    {'D', do_step},    {'r', do_region},    {'S', do_scroll},
    {'T', do_scroll},  {'K', do_erase_row}, {'J', do_erase_screen},
    {'X', do_erase},   {'t', do_nothing},   {'c', do_nothing},
};

static void
run_sequence(struct emulator *e, const char *s, size_t n)
{
	struct sequence q = {.n = 1, .final = s[n - 1]};

	for (size_t i = 0; i + 1 < n; i++) {
		if (s[i] >= '0' && s[i] <= '9')
			q.number[q.n - 1] = q.number[q.n - 1] * 10 + s[i] - '0';
		else if (s[i] == ';' && q.n < NUMBERS_MAX)
			q.n++;
		else
			q.private = s[i];
	}
	for (size_t i = 0; i < ARRAY_SIZE(sequences); i++)
		if (sequences[i].final == q.final) {
			sequences[i].run(e, &q);
			return;
		}
	e->not_understood++;
}

/* Length of the sequence at s, 0 when it is not complete. */
static size_t
escape(struct emulator *e, const char *s, size_t n)
{
	size_t end = 2;

	if (n < 2)
		return 0;
	if (s[1] == 'M')
		line_up(e);
	if (strchr("(#", s[1]))
		return n < 3 ? 0 : 3;
	if (strchr("M=>", s[1]))
		return 2;
	if (s[1] != '[') {
		e->not_understood++;
		return 2;
	}
	while (end < n && (s[end] < '@' || s[end] > '~'))
		end++;
	if (end == n)
		return 0;
	run_sequence(e, s + 2, end - 1);
	return end + 1;
}

static size_t
control(struct emulator *e, const char *s, size_t n)
{
	switch (*s) {
	case 0x1b:
		return escape(e, s, n);
	case '\r':
		go(e, e->row, 0);
		break;
	case '\n':
		line_down(e);
		break;
	case '\b':
		go(e, e->row, e->col - 1);
		break;
	case 0x0e:
	case 0x0f:
	case 0x07:
		break;
	default:
		e->not_understood++;
	}
	return 1;
}

static size_t
take(struct emulator *e, const char *s, size_t n)
{
	uint32_t code;

	if ((unsigned char)*s < ' ')
		return control(e, s, n);
	size_t length = utf8_next(s, n, &code);
	if (e->is_thai) {
		unsigned char byte = (unsigned char)*s;

		put(e, byte < 0x80 ? byte : byte - 0xA1u + 0x0E01u);
		return 1;
	}
	if (code == UTF8_BAD && n < 4)
		return 0;
	put(e, code);
	return length;
}

void
emulator_write(struct emulator *e, const char *s, size_t n)
{
	struct text all = {0};
	size_t used = 0, length = 1;

	text_add_n(&all, e->held, e->n_held);
	text_add_n(&all, s, n);
	while (used < all.n && length > 0) {
		length = take(e, all.s + used, all.n - used);
		used += length;
	}
	e->n_held = all.n - used;
	if (e->n_held > EMULATOR_HELD_MAX)
		bug("a sequence without an end");
	memcpy(e->held, text_str(&all) + used, e->n_held);
	text_done(&all);
}
