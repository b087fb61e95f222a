/* paged.h -- a screen that is one page, taller than the window or not */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_PAGED_H
#define TUI_PAGED_H

#include "tui/pager.h"
#include "tui/screen.h"

/*
 * What a screen begins with whose picture is a page: the page is written once
 * for each load and each size, and scrolled as it is.  Its screen_ops have
 * PAGED_OPS; what has a done() of its own ends it with paged_done().
 */
struct paged {
	struct screen screen;
	struct pager pager;
	/* Writes all rows of the page, between pager_start() and pager_end();
	   set when the screen is made. */
	void (*write)(struct paged *p);
	int rows, cols;  /* of the window */
	bool is_written; /* as loaded, at that size */
};

/* Zeroed, as screen_new() makes it. */
struct screen *paged_new(struct tui *tui, const struct screen_ops *ops,
			 void (*write)(struct paged *p));
/* Other data came, or the size changed what is written: for load(). */
void paged_forget(struct paged *p);

void paged_layout(struct screen *s, int rows, int cols);
void paged_draw(const struct screen *s, struct area a);
void paged_scroll(struct screen *s, const struct move *m);
void paged_done(struct screen *s);

#define PAGED_OPS                                                              \
	.layout = paged_layout, .draw = paged_draw, .scroll = paged_scroll

#endif
