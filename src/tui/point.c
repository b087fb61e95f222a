/* point.c -- what the mouse means: a row, a key of the bar, a few lines on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/loop.h"

enum { WHEEL_ROWS = 3 };

/* Two presses within this are one that opens. */
static const moment DOUBLE_CLICK = 500 * (moment)1000;

static void
scroll_by(struct tui *t, int rows)
{
	struct screen *s = tui_top(t);
	struct move m = *move_find("down");

	m.by = rows;
	if (rows != 0 && s->ops->scroll) {
		s->ops->scroll(s, &m);
		t->is_moving = t->grid.marks_rows;
	}
}

static bool
is_in_list(const struct tui *t, const struct point *p)
{
	int row = p->row - t->grid.list.row, col = p->col - t->grid.list.col;

	return row >= 0 && row < t->grid.list.rows && col >= 0 &&
	       col < t->grid.list.cols;
}

/* The first press chooses, the second opens. */
static uint32_t
press_row(struct tui *t, const struct point *p)
{
	int line = p->row - t->grid.list.row;
	int steps = line < LIST_LINES_MAX ? t->grid.list.steps[line] : 0;
	moment now = session_now(t->session);
	bool is_second = steps == 0 && now - t->pressed_at <= DOUBLE_CLICK;

	t->pressed_at = is_second ? 0 : now;
	scroll_by(t, steps);
	return is_second ? K_ENTER : K_NONE;
}

uint32_t
tui_point(struct tui *t)
{
	const struct point *p = &t->term->point;

	if (p->what != POINT_PRESS)
		scroll_by(t, p->what == POINT_UP ? -WHEEL_ROWS : WHEEL_ROWS);
	else if (p->row == t->grid.rows - 1)
		return bar_key_at(&t->bar, p->col, t->grid.cols);
	else if (is_in_list(t, p))
		return press_row(t, p);
	return K_NONE;
}
