/* qr-code.c -- a text as QR: which modules are dark */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/qr-code.h"

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
qr_code_make(struct qr_code *q, const char *text)
{
	qr_code_done(q);
#ifdef HAVE_QRENCODE
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L);

	if (!code)
		return false;
	q->size = code->width;
	q->dark = xcalloc((size_t)q->size, (size_t)q->size);
	/* the lowest bit is the colour, the others tell what it is for */
	for (int i = 0; i < q->size * q->size; i++)
		q->dark[i] = code->data[i] & 1;
	QRcode_free(code);
	return true;
#else
	(void)text;
	return false;
#endif
}

void
qr_code_done(struct qr_code *q)
{
	free(q->dark);
	*q = (struct qr_code){0};
}

int
qr_code_edge(const struct qr_code *q)
{
	return q->size + 2 * QR_QUIET;
}

bool
qr_code_is_dark(const struct qr_code *q, int row, int col)
{
	row -= QR_QUIET;
	col -= QR_QUIET;
	return row >= 0 && row < q->size && col >= 0 && col < q->size &&
	       q->dark[row * q->size + col];
}

const char *
qr_half(const struct qr_code *q, int row, int col)
{
	static const char *const blocks[] = {" ", "▀", "▄", "█"};

	return blocks[qr_code_is_dark(q, row, col) +
		      2 * qr_code_is_dark(q, row + 1, col)];
}

void
text_add_qr_line(struct text *t, const struct qr_code *q, int line)
{
	for (int col = 0; col < qr_code_edge(q); col++)
		text_add(t, qr_half(q, 2 * line, col));
}
