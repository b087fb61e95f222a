/* list.c -- rows of which one is chosen; it never knows what they show */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/list.h"

#include "base/thai.h"

static void
keep_in_sight(struct list *l)
{
	size_t rows = l->rows > 0 ? (size_t)l->rows : 1;

	if (l->at >= l->n)
		l->at = l->n > 0 ? l->n - 1 : 0;
	if (l->top > l->at)
		l->top = l->at;
	if (l->at >= l->top + rows)
		l->top = l->at - rows + 1;
	if (l->top + rows > l->n)
		l->top = l->n > rows ? l->n - rows : 0;
}

void
list_set_count(struct list *l, size_t n)
{
	l->n = n;
	keep_in_sight(l);
}

void
list_set_rows(struct list *l, int rows)
{
	l->rows = rows;
	keep_in_sight(l);
}

void
list_choose(struct list *l, size_t at)
{
	l->at = at;
	keep_in_sight(l);
}

void
list_move(struct list *l, const struct move *m)
{
	list_choose(l, move_apply(m, l->at, l->n, l->rows));
}

void
list_draw(const struct list *l, struct area a, list_draw_fn draw,
	  const void *ctx)
{
	for (int row = 0; row < l->rows && l->top + (size_t)row < l->n; row++) {
		size_t i = l->top + (size_t)row;

		draw(ctx, i, area_part(a, row, 0, 1, a.cols));
		if (i == l->at)
			area_select(a, row);
	}
}

void
list_add_place(const struct list *l, struct text *t, bool thai_digits)
{
	if (l->rows < 0 || l->n <= (size_t)l->rows)
		return;
	text_add(t, "  ");
	text_add_number(t, (long)l->at + 1, thai_digits);
	text_add(t, "/");
	text_add_number(t, (long)l->n, thai_digits);
}
