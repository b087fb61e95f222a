/* style.h -- what a cell means to the eye: names, colours, and none */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_STYLE_H
#define TUI_STYLE_H

#include <stdbool.h>
#include <stdint.h>

/* A cell says what it is; the theme says how that looks. */
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
	STYLE_PRACTICE, /* the mark of a practice register */
	STYLE_COUNT
};

enum look_bit {
	LOOK_BOLD = 1,
	LOOK_DIM = 2,
	LOOK_REVERSE = 4,
	LOOK_UNDERLINE = 8
};

/* Colours are the terminal's eight, in ANSI order; -1 is its own. */
struct style_row {
	const char *name;
	char letter; /* in the style plane of a test picture */
	int ink;
	int paper;
	unsigned look;       /* with colours, enum look */
	unsigned plain_look; /* without */
};

extern const struct style_row styles[STYLE_COUNT];

/* Attributes and colours together. */
struct look {
	unsigned bits; /* enum look_bit */
	int ink;       /* -1: the terminal's own */
	int paper;
};
#define LOOK_PLAIN ((struct look){0, -1, -1})
bool look_equal(struct look a, struct look b);

/* How a cell looks: its row, and reversed where the row is selected. */
struct look style_look(enum style style, bool is_selected, bool has_colour);

#endif
