/* qr.c -- a text as QR, in cells that a telephone can read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/qr.h"

#include <stdlib.h>

#ifdef HAVE_QRENCODE
#include <qrencode.h>
#endif

bool
qr_is_there(void)
{
#ifdef HAVE_QRENCODE
	return true;
#else
	return false;
#endif
}

bool
qr_make(struct qr *q, const char *text, bool has_halves)
{
	qr_done(q);
#ifdef HAVE_QRENCODE
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L);

	if (!code)
		return false;
	q->size = code->width;
	q->has_halves = has_halves;
	q->dark = xcalloc((size_t)q->size, (size_t)q->size);
	/* the lowest bit is the colour, the others tell what it is for */
	for (int i = 0; i < q->size * q->size; i++)
		q->dark[i] = code->data[i] & 1;
	QRcode_free(code);
	return true;
#else
	(void)text;
	(void)has_halves;
	return false;
#endif
}

void
qr_done(struct qr *q)
{
	free(q->dark);
	*q = (struct qr){0};
}

static int
edge(const struct qr *q)
{
	return q->size + 2 * QR_QUIET;
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

/* Counted from the corner of the quiet zone. */
static bool
is_dark(const struct qr *q, int row, int col)
{
	row -= QR_QUIET;
	col -= QR_QUIET;
	return row >= 0 && row < q->size && col >= 0 && col < q->size &&
	       q->dark[row * q->size + col];
}

static void
draw_halves(const struct qr *q, struct area a)
{
	static const char *const blocks[] = {" ", "▀", "▄", "█"};

	for (int row = 0; row < qr_rows(q); row++)
		for (int col = 0; col < edge(q); col++)
			area_put(a, row, col, STYLE_QR,
				 blocks[is_dark(q, 2 * row, col) +
					2 * is_dark(q, 2 * row + 1, col)]);
}

/* By the ground alone: for terminals that have no blocks. */
static void
draw_whole(const struct qr *q, struct area a)
{
	for (int row = 0; row < edge(q); row++)
		for (int col = 0; col < edge(q); col++)
			area_put(a, row, 2 * col,
				 is_dark(q, row, col) ? STYLE_QR_DARK
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
