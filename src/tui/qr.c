/* qr.c -- a text as QR, in cells that a telephone can read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/qr.h"

bool
qr_make(struct qr *q, const char *text, bool has_halves)
{
	q->has_halves = has_halves;
	return qr_code_make(&q->code, text);
}

void
qr_done(struct qr *q)
{
	qr_code_done(&q->code);
}

static int
edge(const struct qr *q)
{
	return qr_code_edge(&q->code);
}

int
qr_rows(const struct qr *q)
{
	return q->has_halves ? (edge(q) + 1) / 2 : edge(q);
}

int
qr_cols(const struct qr *q)
{
	return q->has_halves ? edge(q) : 2 * edge(q);
}

static void
draw_halves(const struct qr *q, struct area a)
{
	for (int row = 0; row < qr_rows(q); row++)
		for (int col = 0; col < edge(q); col++)
			area_put(a, row, col, STYLE_QR,
				 qr_half(&q->code, 2 * row, col));
}

/* By the ground alone: for terminals that have no blocks. */
static void
draw_whole(const struct qr *q, struct area a)
{
	for (int row = 0; row < edge(q); row++)
		for (int col = 0; col < edge(q); col++)
			area_put(a, row, 2 * col,
				 qr_code_is_dark(&q->code, row, col)
				     ? STYLE_QR_DARK
				     : STYLE_QR,
				 "  ");
}

void
qr_draw(const struct qr *q, struct area a)
{
	if (q->has_halves)
		draw_halves(q, a);
	else
		draw_whole(q, a);
}
