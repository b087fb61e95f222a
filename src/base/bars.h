/* bars.h -- numbers as bars and curves made of characters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_BARS_H
#define BASE_BARS_H

#include "base/text.h"

/*
 * Blocks of Unicode; a terminal that has none shows "#" and what is less than
 * a block as "|" or ". : +" (tui/charset.h).  They are shapes, not colours:
 * readable in one colour, and on paper.
 */

/* A bar of `columns` for `most`, in halves of a column; what is not 0 is seen.
   The rest is blank. */
void text_add_bar(struct text *t, int64_t value, int64_t most, int columns);

/* A curve of n values, each some columns wide, and so many rows high.  One of
   its rows, the lowest is 0; eighths of a row, and what is not 0 is seen. */
struct curve {
	const int *values;
	size_t n;
	int most;
	int columns, rows;
};
void text_add_curve_row(struct text *t, const struct curve *c, int row);

#endif
