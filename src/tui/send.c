/* send.c -- what is sent to a terminal to turn one picture into the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/send.h"

#include <string.h>

#include "base/thai.h"

#include "tui/charset.h"

enum { SARA_AM = 0x0E33, ERASE_MIN = 4 };

void
sender_init(struct sender *s, const struct caps *caps,
	    const struct theme *theme)
{
	*s = (struct sender){
	    .caps = caps,
	    .theme = theme,
	    .charset = "UTF-8",
	    .is_forgotten = true,
	};
}

void
sender_done(struct sender *s)
{
	grid_done(&s->shown);
}

struct look
sender_look(const struct sender *s, const struct cell *c)
{
	return theme_look(s->theme, c->style, c->is_selected);
}

static bool
is_blank(const struct cell *c)
{
	return c->code[0] == ' ' && !c->code[1];
}

/* On a space only the ground and a line below it can be seen. */
static bool
same_on_blank(struct look a, struct look b)
{
	unsigned seen = LOOK_REVERSE | LOOK_UNDERLINE;

	if ((a.bits & seen) != (b.bits & seen) || a.paper != b.paper)
		return false;
	return !(a.bits & seen) || (a.ink == b.ink && a.bits == b.bits);
}

bool
sender_same(const struct sender *s, const struct cell *a, const struct cell *b)
{
	struct look x = sender_look(s, a), y = sender_look(s, b);

	return memcmp(a->code, b->code, sizeof(a->code)) == 0 &&
	       (is_blank(a) ? same_on_blank(x, y) : look_equal(x, y));
}

static void
put_codes(const struct sender *s, struct text *out, const struct cell *c)
{
	size_t n = 0;

	while (n < CELL_CODES && c->code[n])
		n++;
	charset_add(s->charset, out, c->code, n);
}

/*
 * Terminals disagree about the width of SARA AM, and about that of signs newer
 * or rarer than they are; no query tells.  So the column after one is not
 * known: what follows is put there by address, and a wrong width spoils one
 * cell, not the rest of the row.  Sure are the letters of Latin, Greek and
 * Cyrillic, Thai, and the lines and signs of screens.
 */
static bool
has_sure_width(const struct cell *c)
{
	uint32_t code = c->code[0];

	return code < 0x0483 ||
	       (code >= 0x0E00 && code < 0x0E80 && code != SARA_AM) ||
	       (code >= 0x2010 && code < 0x2800 && code_columns(code) == 1);
}

static void
step_on(struct sender *s, const struct grid *g, const struct cell *c)
{
	bool is_wide = s->col + 1 < g->cols && !c[1].code[0];

	s->col += is_wide ? 2 : 1;
	if (s->col >= g->cols) {
		s->is_at_edge = s->caps->wraps_late;
		s->row = s->is_at_edge ? s->row : -1;
		s->col = -1;
	} else if (!has_sure_width(c)) {
		s->col = -1;
	}
}

/* A wide character of which an eight bit terminal shows a sign: the sign is
   one column, so it is written twice. */
static bool
is_halved(const struct sender *s, const struct grid *g, const struct cell *c)
{
	return s->col + 1 < g->cols && !c[1].code[0] &&
	       strcmp(s->charset, "UTF-8") != 0;
}

static void
put_cell(struct sender *s, struct text *out, const struct grid *g, int row,
	 int col)
{
	const struct cell *c = grid_cell(g, row, col);
	struct look look = sender_look(s, c);

	*grid_cell(&s->shown, row, col) = *c;
	if (!c->code[0])
		return; /* shown by the wide character before it */
	if (!is_blank(c) || !same_on_blank(look, s->look))
		send_look(s, out, look);
	put_codes(s, out, c);
	if (is_halved(s, g, c))
		text_add(out, "?");
	step_on(s, g, c);
}

/* Cells between the cursor and a change may be shorter than a move. */
static bool
write_over(struct sender *s, struct text *out, const struct grid *g, int row,
	   int col)
{
	size_t start = out->n;

	if (s->row != row || s->col < 0 || s->col >= col || col - s->col > 8)
		return false;
	for (int i = s->col; i < col; i++) {
		const struct cell *c = grid_cell(g, row, i);
		struct look look = sender_look(s, c);

		if (!c->code[0] || !has_sure_width(c) || c[1].is_tail ||
		    !(is_blank(c) ? same_on_blank(look, s->look)
				  : look_equal(look, s->look))) {
			text_remove(out, start, out->n - start);
			return false;
		}
		put_codes(s, out, c);
	}
	return true;
}

static void
approach(struct sender *s, struct text *out, const struct grid *g, int row,
	 int col)
{
	struct sender before = *s;
	size_t start = out->n;

	if (!write_over(s, out, g, row, col)) {
		send_move(s, out, row, col);
		return;
	}
	size_t middle = out->n;
	send_move(s, out, row, col);
	if (out->n - middle >= middle - start) {
		text_remove(out, middle, out->n - middle);
		s->look = before.look;
	} else {
		text_remove(out, start, middle - start);
	}
}

/* Blank to the end of the row, on one ground, and not yet so. */
static bool
may_erase(const struct sender *s, const struct grid *g, int row, int col)
{
	const struct cell *first = grid_cell(g, row, col);
	struct look look = sender_look(s, first);
	int changed = 0;

	if (look.bits & (LOOK_REVERSE | LOOK_UNDERLINE) ||
	    (look.paper >= 0 && !s->caps->erases_paper) ||
	    !s->caps->at[CAP_ERASE_END])
		return false;
	for (int i = col; i < g->cols; i++) {
		const struct cell *c = grid_cell(g, row, i);

		if (!is_blank(c) || !sender_same(s, c, first))
			return false;
		changed += !sender_same(s, c, grid_cell(&s->shown, row, i));
	}
	return changed >= ERASE_MIN;
}

static void
erase_end(struct sender *s, struct text *out, const struct grid *g, int row,
	  int col)
{
	send_move(s, out, row, col);
	struct look look = sender_look(s, grid_cell(g, row, col));
	if (!same_on_blank(look, s->look))
		send_look(s, out, look);
	caps_add(s->caps, out, CAP_ERASE_END, 0, 0);
	for (int i = col; i < g->cols; i++)
		*grid_cell(&s->shown, row, i) = *grid_cell(g, row, i);
}

/* Where a terminal would scroll when its last cell is written. */
static bool
is_corner(const struct sender *s, const struct grid *g, int row, int col)
{
	return !s->caps->wraps_late && row == g->rows - 1 && col == g->cols - 1;
}

static void
send_row(struct sender *s, struct text *out, const struct grid *g, int row)
{
	for (int col = 0; col < g->cols; col++) {
		const struct cell *c = grid_cell(g, row, col);
		struct cell *shown = grid_cell(&s->shown, row, col);

		if (is_corner(s, g, row, col))
			continue;
		if (sender_same(s, c, shown)) {
			*shown = *c;
			continue;
		}
		if (may_erase(s, g, row, col)) {
			erase_end(s, out, g, row, col);
			return;
		}
		if (c->code[0])
			approach(s, out, g, row, col);
		put_cell(s, out, g, row, col);
	}
}

/* The terminal is cleared, and then it is known. */
static void
begin_anew(struct sender *s, struct text *out, const struct grid *g)
{
	grid_resize(&s->shown, g->rows, g->cols);
	caps_add(s->caps, out, CAP_PLAIN, 0, 0);
	s->look = LOOK_PLAIN;
	caps_add(s->caps, out, CAP_REGION, 0, g->rows - 1);
	caps_add(s->caps, out, CAP_CLEAR, 0, 0);
	caps_add(s->caps, out, CAP_HIDE, 0, 0);
	s->is_hidden = true;
	s->row = s->col = 0;
	s->is_at_edge = s->is_forgotten = false;
}

static void
send_cursor(struct sender *s, struct text *out, const struct grid *g)
{
	bool is_hidden = g->cursor_row < 0;

	if (!is_hidden && (s->row != g->cursor_row || s->col != g->cursor_col))
		send_move(s, out, g->cursor_row, g->cursor_col);
	if (is_hidden != s->is_hidden)
		caps_add(s->caps, out, is_hidden ? CAP_HIDE : CAP_SHOW, 0, 0);
	s->is_hidden = is_hidden;
}

void
send_picture(struct sender *s, const struct grid *g, struct text *out)
{
	if (s->is_forgotten || g->rows != s->shown.rows ||
	    g->cols != s->shown.cols)
		begin_anew(s, out, g);
	else
		send_scroll(s, out, g);
	for (int row = 0; row < g->rows; row++)
		send_row(s, out, g, row);
	send_cursor(s, out, g);
}

void
send_rest(struct sender *s, struct text *out)
{
	caps_add(s->caps, out, CAP_PLAIN, 0, 0);
	caps_add(s->caps, out, CAP_SHOW, 0, 0);
	s->is_forgotten = true;
}
