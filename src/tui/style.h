/* style.h -- what a cell means to the eye: names of styles */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

#include <stdbool.h>
#include <stdint.h>

/* A cell says what it is; the theme says how that looks (tui/theme.h). */
enum style {
	STYLE_NORMAL,
	STYLE_DIM,      /* beside the matter: units, hints, rules */
	STYLE_BAR,      /* title line and function bar */
	STYLE_KEY,      /* a key's name in a bar */
	STYLE_HEAD,     /* column headings and section titles */
	STYLE_LABEL,    /* before a value */
	STYLE_STRONG,   /* the value that is looked for first */
	STYLE_URGENT,   /* ด่วน, ด่วนมาก */
	STYLE_MOST,     /* ด่วนที่สุด */
	STYLE_SECRET,   /* ลับ and above */
	STYLE_STAMP,    /* the office's stamp */
	STYLE_GOOD,     /* done */
	STYLE_ERROR,    /* refused, wrong */
	STYLE_FIELD,    /* where one may type */
	STYLE_FOCUS,    /* ... and where one types now */
	STYLE_FOUND,    /* the words that were looked for */
	STYLE_PRACTICE, /* the mark of a practice register */
	STYLE_QR,       /* a QR code: dark on a light ground */
	STYLE_QR_DARK,  /* ... and its dark ground, where that is drawn */
	STYLE_COUNT
};

struct style_row {
	const char *name; /* in themes.conf */
	char letter;      /* in the style plane of a test picture */
};
extern const struct style_row styles[STYLE_COUNT];

#endif
