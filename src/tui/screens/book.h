/* book.h -- the page of a register as the book has it: forms 13 and 14 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_BOOK_H
#define TUI_SCREENS_BOOK_H

#include "tui/screens/letter-row.h"

/*
 * ทะเบียนหนังสือรับ, แบบที่ 13 of the regulation of 2526: above, the day of
 * registering; then the eight columns in their order.  Where one line is too
 * short for all, an entry takes two, as on paper: the first five columns, and
 * below them subject, action taken and remarks.
 */
struct book_layout {
	int lines; /* of an entry */
	int widths[COLUMNS_MAX];
	int lower_widths[COLUMNS_MAX];
	int indent; /* of the second line */
};

/* The day, and the headings of the columns. */
#define BOOK_HEAD_ROWS(layout) (1 + (layout).lines)

void book_lay_out(struct book_layout *l, int cols);
/* The head of the page whose first entry is `first`. */
void book_draw_head(const struct book_layout *l, struct area a,
		    const struct letter_row *first, bool thai_digits);
/* The line between two days, above the first entry of the later. */
void book_draw_day(struct area a, const struct letter_row *row,
		   bool thai_digits);
void book_draw_row(const struct book_layout *l, struct area a,
		   const struct letter_row *row);

#endif
