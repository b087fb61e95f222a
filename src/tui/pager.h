/* pager.h -- a page taller than the window, and what is shown of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_PAGER_H
#define TUI_PAGER_H

#include "tui/grid.h"
#include "tui/moves.h"

/* Starts as { 0 }.  Screens write the page in layout(), row by row. */
struct pager {
	struct grid page; /* grows downwards */
	int used;         /* rows written */
	int top;          /* first row shown */
	int rows;         /* rows shown */
};

void pager_done(struct pager *p);
/* An empty page of that width, to be shown in `rows`; the place stays. */
void pager_start(struct pager *p, int rows, int cols);
/* The rows to come are that wide; what is written stays. */
void pager_widen(struct pager *p, int cols);
/* The next n rows of the page, blank.  Valid until more are asked for. */
struct area pager_rows(struct pager *p, int n);
/* Everything is written: the place stays inside the page. */
void pager_end(struct pager *p);

/* One row of text at a column; an empty row when s is "". */
void pager_line(struct pager *p, int col, enum style style, const char *s);
/* As many rows as s takes, wrapped between `col` and the right edge. */
void pager_text(struct pager *p, int col, enum style style, const char *s);
/* A label in one column and the wrapped value beside it; nothing for a value
   that is NULL or blank. */
void pager_field(struct pager *p, int label_col, const char *label,
		 int value_col, enum style style, const char *value);
/* An empty row and a section's title with a line behind it. */
void pager_section(struct pager *p, const char *title);

void pager_move(struct pager *p, const struct move *m);
void pager_draw(const struct pager *p, struct area a);

#endif
