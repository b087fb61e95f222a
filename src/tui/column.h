/* column.h -- the columns of a list: how wide, what stands in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_COLUMN_H
#define TUI_COLUMN_H

#include "tui/grid.h"

struct column {
	const char *heading; /* N_() */
	const char *brief;   /* N_(), where that is too wide; may be NULL */
	int min;             /* columns of text; below that it is left out */
	int max;             /* 0: takes what is left over */
	int rank;            /* the highest rank is left out first; 0 never */
	enum align align;
	/* What stands in the column for a row. */
	void (*value)(const void *row, struct text *t);
	/* How it looks; NULL is STYLE_NORMAL. */
	enum style (*style)(const void *row);
};

/* Two columns of space between columns, one at each end of the row. */
enum { COLUMN_GAP = 2, COLUMNS_MAX = 16 };

/* The columns that the widest value of each row, or the heading, takes:
   wanted[] starts with zeros (the first row measured adds the headings). */
void columns_measure(const struct column *columns, size_t n, const void *row,
		     int wanted[COLUMNS_MAX]);

/*
 * Widths for a row of `width`: columns are left out (width 0) by rank until
 * the minima fit, then grow in turn to their max, then those with max 0 share
 * the rest.  With `wanted` (may be NULL) none is wider than that, but those
 * with max 0.  Draws nothing.
 */
void columns_fit(const struct column *columns, size_t n, int width,
		 const int *wanted, int widths[COLUMNS_MAX]);

void columns_draw_heading(const struct column *columns, size_t n,
			  const int *widths, struct area a);
void columns_draw_row(const struct column *columns, size_t n, const int *widths,
		      struct area a, const void *row);

#endif
