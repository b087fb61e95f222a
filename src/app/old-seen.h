/* old-seen.h -- which numbers a file has, on which row, and which it lacks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_OLD_SEEN_H
#define APP_OLD_SEEN_H

#include <stdint.h>

#include "model/book.h"

/* One number of a book and year; 16 bytes for each row of a file. */
struct seen_number {
	uint64_t key; /* rises with book, year, number; 0 = no entry */
	uint32_t row;
};

/* Starts as { 0 }. */
struct seen {
	struct seen_number *at;
	size_t n, max;
};

void old_seen_done(struct seen *s);
/* The row that had this number before, or 0. */
long old_seen_add(struct seen *s, const struct book *b, int year, int number,
		  long row);

/* The numbers that a book lacks between those it has: from `from` to `to`,
   missed between the rows `before` and `row`. */
struct seen_gap {
	const struct book *book;
	int year, from, to;
	long before, row;
};
typedef void (*seen_gap_fn)(void *ctx, const struct seen_gap *gap);
/* Each gap, by book, year and number.  Nothing can be added after it. */
void old_seen_gaps(struct seen *s, seen_gap_fn gap, void *ctx);

#endif
