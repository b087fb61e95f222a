/* qr.h -- a text as QR, in cells that a telephone can read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_QR_H
#define TUI_QR_H

#include "base/qr-code.h"

#include "tui/grid.h"

struct qr {
	struct qr_code code;
	bool has_halves; /* two modules in a cell, one over the other */
};

/* A qr starts as { 0 }; false when the text is too long for any.  With
   has_halves the terminal can write half blocks; else a module takes two
   cells. */
bool qr_make(struct qr *q, const char *text, bool has_halves);
void qr_done(struct qr *q);

/* What it takes with its quiet zone. */
int qr_rows(const struct qr *q);
int qr_cols(const struct qr *q);
/* In the upper left of an area that has room for it. */
void qr_draw(const struct qr *q, struct area a);

#endif
