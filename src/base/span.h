/* span.h -- a place in an ordered list, and how many rows to read by it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdint.h>

/* What orders the rows of a list: three numbers, the first that differs
   decides.  Which they are is said by what gives the rows. */
enum { ROW_KEY_PARTS = 3 };
struct row_key {
	int64_t part[ROW_KEY_PARTS];
};

/* Before every row, and behind every row. */
static const struct row_key ROW_KEY_TOP = {{INT64_MIN, INT64_MIN, INT64_MIN}};
static const struct row_key ROW_KEY_END = {{INT64_MAX, INT64_MAX, INT64_MAX}};

static inline int
row_key_compare(struct row_key a, struct row_key b)
{
	for (int i = 0; i < ROW_KEY_PARTS; i++)
		if (a.part[i] != b.part[i])
			return a.part[i] < b.part[i] ? -1 : 1;
	return 0;
}

/* A piece of a list however long: the rows next to a place, which need not
   be a row's own. */
struct row_span {
	struct row_key from;
	int before; /* at most so many rows that stand before it */
	int after;  /* and so many from it on */
};

#endif
