/* bars.c -- numbers as bars and curves made of characters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/bars.h"

#define FULL "█"
#define HALF "▌"

void
text_add_bar(struct text *t, int64_t value, int64_t most, int columns)
{
	int64_t halves = most > 0 ? value * 2 * columns / most : 0;

	if (value > 0 && halves < 1)
		halves = 1;
	for (int i = 0; i < columns; i++)
		text_add(t, halves >= 2 * i + 2   ? FULL
			    : halves == 2 * i + 1 ? HALF
						  : " ");
}

static int64_t
eighths(const struct curve *c, size_t i)
{
	int64_t e =
	    c->most > 0 ? (int64_t)c->values[i] * 8 * c->rows / c->most : 0;

	return c->values[i] > 0 && e < 1 ? 1 : e;
}

void
text_add_curve_row(struct text *t, const struct curve *c, int row)
{
	static const char *const blocks[] = {" ", "▁", "▂", "▃", "▄",
					     "▅", "▆", "▇", FULL};

	for (size_t i = 0; i < c->n; i++) {
		int64_t e = eighths(c, i) - 8 * (int64_t)row;

		for (int k = 0; k < c->columns; k++)
			text_add(t, blocks[e < 0 ? 0 : e > 8 ? 8 : e]);
	}
}
