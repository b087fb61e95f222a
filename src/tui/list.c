/* list.c -- rows of which one is chosen, seen through a window that moves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/list.h"

#include <limits.h>

#include "base/thai.h"

enum { ROWS_MIN = 16 };

/* Lines of a row when `top` is the first in sight. */
static int
lines_of(const struct list *l, size_t top, size_t i)
{
	int lines = l->lines > 0 ? l->lines : 1;

	return lines + (l->heads && l->heads[i] && i != top);
}

/* Rows from `top` on that are seen whole; at least one. */
static size_t
rows_seen(const struct list *l, size_t top)
{
	size_t i = top;

	for (int left = l->rows; i < l->n; i++) {
		left -= lines_of(l, top, i);
		if (left < 0)
			break;
	}
	return i > top ? i - top : 1;
}

size_t
list_in_sight(const struct list *l)
{
	size_t n = rows_seen(l, l->top);

	return n < l->n - l->top ? n : l->n - l->top;
}

static void
keep_in_sight(struct list *l)
{
	if (l->at >= l->n)
		l->at = l->n > 0 ? l->n - 1 : 0;
	if (l->top > l->at)
		l->top = l->at;
	while (l->top + rows_seen(l, l->top) <= l->at)
		l->top++;
	while (!l->has_after && l->top > 0 &&
	       l->top - 1 + rows_seen(l, l->top - 1) >= l->n)
		l->top--;
}

/* A page, in rows: no row is lower than a line. */
static int
page_of(const struct list *l)
{
	return l->rows > ROWS_MIN ? l->rows : ROWS_MIN;
}

static bool
has_enough(const struct list *l)
{
	size_t page = (size_t)page_of(l);

	return (!l->has_before || l->top >= page) &&
	       (!l->has_after || l->n - l->top >= 2 * page);
}

struct row_span
list_span(const struct list *l)
{
	int some = 2 * page_of(l);

	return (struct row_span){.from = l->aim, .before = some, .after = some};
}

void
list_take(struct list *l, const struct row_span *asked, struct list_piece piece)
{
	size_t before = 0, offset = l->at - l->top;

	while (before < piece.n &&
	       row_key_compare(piece.keys[before], asked->from) < 0)
		before++;
	l->n = piece.n;
	l->keys = piece.keys;
	l->heads = piece.heads;
	l->has_before = before >= (size_t)asked->before;
	l->has_after = piece.n - before >= (size_t)asked->after;
	l->at = before;
	l->top = before > offset ? before - offset : 0;
	keep_in_sight(l);
	if (l->n > 0)
		l->aim = l->keys[l->at];
}

void
list_take_all(struct list *l, struct list_piece all)
{
	list_take(l, &(struct row_span){l->aim, INT_MAX, INT_MAX}, all);
}

bool
list_set_rows(struct list *l, int rows)
{
	l->rows = rows;
	keep_in_sight(l);
	return has_enough(l);
}

bool
list_choose(struct list *l, size_t at)
{
	l->at = at;
	keep_in_sight(l);
	if (l->n > 0)
		l->aim = l->keys[l->at];
	return has_enough(l);
}

bool
list_aim(struct list *l, struct row_key key)
{
	l->aim = key;
	return false;
}

bool
list_move(struct list *l, const struct move *m)
{
	if (m->unit == UNIT_ALL && m->by < 0 && l->has_before)
		return list_aim(l, ROW_KEY_TOP);
	if (m->unit == UNIT_ALL && m->by > 0 && l->has_after)
		return list_aim(l, ROW_KEY_END);
	return list_choose(
	    l, move_apply(m, l->at, l->n, (int)rows_seen(l, l->top)));
}

static int
draw_row(const struct list *l, size_t i, struct area a,
	 const struct list_look *look, const void *ctx)
{
	int lines = lines_of(l, l->top, i);
	int head = lines - lines_of(l, i, i);

	if (head > 0 && look->head)
		look->head(ctx, i, area_part(a, 0, 0, head, a.cols));
	a = area_part(a, head, 0, lines - head, a.cols);
	look->row(ctx, i, a);
	area_note_row(a, (int)i - (int)l->at);
	if (i == l->at)
		area_select(a);
	return lines;
}

void
list_draw(const struct list *l, struct area a, const struct list_look *look,
	  const void *ctx)
{
	int line = 0;

	area_note_list(a);
	for (size_t i = l->top; line < a.rows && i < l->n; i++)
		line +=
		    draw_row(l, i, area_part(a, line, 0, a.rows - line, a.cols),
			     look, ctx);
}

void
list_add_place(const struct list *l, struct text *t, bool thai_digits)
{
	if (l->has_before || l->has_after || l->n <= rows_seen(l, l->top))
		return;
	text_add(t, "  ");
	text_add_number(t, (long)l->at + 1, thai_digits);
	text_add(t, "/");
	text_add_number(t, (long)l->n, thai_digits);
}
