/* send-move.c -- the shortest way for the cursor */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/send.h"

/* Two ways stand in t, one from start and one from middle: the shorter one
   that is possible stays.  False when none is. */
static bool
keep_shorter(struct text *t, size_t start, size_t middle, bool first,
	     bool second)
{
	bool is_first = first && (!second || middle - start <= t->n - middle);

	if (is_first || !second)
		text_remove(t, middle, t->n - middle);
	if (!is_first)
		text_remove(t, start, middle - start);
	return first || second;
}

static bool
add_steps(const struct caps *c, struct text *t, enum cap one, enum cap by,
	  int n)
{
	size_t start = t->n;
	bool first = true;

	for (int i = 0; i < n; i++)
		first = first && caps_add(c, t, one, 0, 0);
	size_t middle = t->n;
	return keep_shorter(t, start, middle, first,
			    n > 1 && caps_add(c, t, by, n, 0));
}

/* Within a row; from may be -1. */
static bool
add_across(const struct caps *c, struct text *t, int from, int to)
{
	size_t start = t->n;

	if (from == to)
		return true;
	bool first =
	    from >= 0 &&
	    (from < to ? add_steps(c, t, CAP_RIGHT, CAP_RIGHT_BY, to - from)
		       : add_steps(c, t, CAP_LEFT, CAP_LEFT_BY, from - to));
	size_t middle = t->n;
	return keep_shorter(t, start, middle, first,
			    caps_add(c, t, CAP_COLUMN, to, 0));
}

static bool
add_along(const struct caps *c, struct text *t, int from, int to)
{
	return from == to ||
	       (from < to ? add_steps(c, t, CAP_DOWN, CAP_DOWN_BY, to - from)
			  : add_steps(c, t, CAP_UP, CAP_UP_BY, from - to));
}

/* From where the cursor is, first to the row. */
static bool
add_relative(const struct sender *s, struct text *t, int row, int col)
{
	return s->row >= 0 && !s->is_at_edge &&
	       add_across(s->caps, t, s->col, col) &&
	       add_along(s->caps, t, s->row, row);
}

static bool
add_from_margin(const struct sender *s, struct text *t, int row, int col)
{
	return s->row >= 0 && caps_add(s->caps, t, CAP_RETURN, 0, 0) &&
	       add_along(s->caps, t, s->row, row) &&
	       add_across(s->caps, t, 0, col);
}

void
send_move(struct sender *s, struct text *out, int row, int col)
{
	if (s->row == row && s->col == col)
		return;
	if (!s->caps->moves_in_look)
		send_look(s, out, LOOK_PLAIN);
	size_t start = out->n;
	bool relative = add_relative(s, out, row, col);
	size_t middle = out->n;
	relative = keep_shorter(out, start, middle, relative,
				add_from_margin(s, out, row, col));
	middle = out->n;
	keep_shorter(out, start, middle, relative,
		     caps_add(s->caps, out, CAP_ADDRESS, row, col));
	s->row = row;
	s->col = col;
	s->is_at_edge = false;
}
