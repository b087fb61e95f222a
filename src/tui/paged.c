/* paged.c -- a screen that is one page, taller than the window or not */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/paged.h"

static struct paged *
paged_of(struct screen *s)
{
	return (struct paged *)s;
}

struct screen *
paged_new(struct tui *tui, const struct screen_ops *ops,
	  void (*write)(struct paged *p))
{
	struct screen *s = screen_new(tui, ops);

	paged_of(s)->write = write;
	return s;
}

void
paged_forget(struct paged *p)
{
	p->is_written = false;
}

void
paged_layout(struct screen *s, int rows, int cols)
{
	struct paged *p = paged_of(s);

	if (p->is_written && p->rows == rows && p->cols == cols)
		return;
	p->rows = rows;
	p->cols = cols;
	pager_start(&p->pager, rows, cols);
	p->write(p);
	pager_end(&p->pager);
	p->is_written = true;
}

void
paged_draw(const struct screen *s, struct area a)
{
	pager_draw(&((const struct paged *)s)->pager, a);
}

void
paged_scroll(struct screen *s, const struct move *m)
{
	pager_move(&paged_of(s)->pager, m);
}

void
paged_done(struct screen *s)
{
	pager_done(&paged_of(s)->pager);
}
