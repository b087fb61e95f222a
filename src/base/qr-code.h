/* qr-code.h -- a text as QR: which modules are dark */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_QR_CODE_H
#define BASE_QR_CODE_H

#include <stdbool.h>

#include "base/text.h"

/* Modules around the code that stay light (ISO/IEC 18004). */
enum { QR_QUIET = 4 };

struct qr_code {
	unsigned char *dark; /* size * size, row by row; owned */
	int size;            /* modules of an edge, 0: none */
};

/* False when the program was built without libqrencode. */
bool qr_is_there(void);
/* A code starts as { 0 }; false when the text is too long for any. */
bool qr_code_make(struct qr_code *q, const char *text);
void qr_code_done(struct qr_code *q);

/* With its quiet zone, from whose corner is counted. */
int qr_code_edge(const struct qr_code *q);
bool qr_code_is_dark(const struct qr_code *q, int row, int col);

/* Two modules in a character, one over the other: how they look. */
const char *qr_half(const struct qr_code *q, int row, int col);
/* One line of such characters, 0 .. (edge + 1) / 2 - 1, without its end. */
void text_add_qr_line(struct text *t, const struct qr_code *q, int line);

#endif
