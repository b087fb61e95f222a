/* pager.c -- a page taller than the window, and what is shown of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/pager.h"

#include <string.h>

#include "tui/wrap.h"

void
pager_done(struct pager *p)
{
	grid_done(&p->page);
}

void
pager_start(struct pager *p, int rows, int cols)
{
	grid_resize(&p->page, rows, cols);
	p->used = 0;
	p->rows = rows;
}

/* A page of another size that begins as this one. */
static void
change_size(struct pager *p, int rows, int cols)
{
	struct grid other = {0};

	grid_resize(&other, rows, cols);
	area_copy(area_of(&other), &p->page, 0);
	grid_done(&p->page);
	p->page = other;
}

void
pager_widen(struct pager *p, int cols)
{
	change_size(p, p->page.rows, cols);
}

struct area
pager_rows(struct pager *p, int n)
{
	if (p->used + n > p->page.rows)
		change_size(p, 2 * (p->used + n), p->page.cols);
	p->used += n;
	return area_part(area_of(&p->page), p->used - n, 0, n, p->page.cols);
}

static void
keep_inside(struct pager *p)
{
	if (p->top > p->used - p->rows)
		p->top = p->used - p->rows;
	if (p->top < 0)
		p->top = 0;
}

void
pager_end(struct pager *p)
{
	keep_inside(p);
}

void
pager_line(struct pager *p, int col, enum style style, const char *s)
{
	area_put(pager_rows(p, 1), 0, col, style, s);
}

void
pager_text(struct pager *p, int col, enum style style, const char *s)
{
	struct wrapped w;

	wrapped_init(&w, s, p->page.cols - col - 1);
	struct area a = pager_rows(p, (int)w.n);
	for (size_t i = 0; i < w.n; i++)
		area_put_n(a, (int)i, col, style, w.at[i].s, w.at[i].n);
	wrapped_done(&w);
}

void
pager_field(struct pager *p, int label_col, const char *label, int value_col,
	    enum style style, const char *value)
{
	int row = p->used;

	if (text_is_blank(value))
		return;
	pager_text(p, value_col, style, value);
	area_put(area_of(&p->page), row, label_col, STYLE_LABEL, label);
}

void
pager_section(struct pager *p, const char *title)
{
	struct area a = pager_rows(p, 2);
	int used = area_put(a, 1, 1, STYLE_HEAD, title);

	area_rule(area_part(a, 1, used + 2, 1, a.cols - used - 3), 0,
		  STYLE_DIM);
}

void
pager_move(struct pager *p, const struct move *m)
{
	size_t tops = p->used > p->rows ? (size_t)(p->used - p->rows) + 1 : 1;

	p->top = (int)move_apply(m, (size_t)p->top, tops, p->rows);
	keep_inside(p);
}

void
pager_draw(const struct pager *p, struct area a)
{
	struct grid written = p->page;

	written.rows = p->used < p->page.rows ? p->used : p->page.rows;
	area_copy(a, &written, p->top);
	if (p->top > 0)
		area_put(a, 0, a.cols - 1, STYLE_DIM, "↑");
	if (p->top + a.rows < p->used)
		area_put(a, a.rows - 1, a.cols - 1, STYLE_DIM, "↓");
}
