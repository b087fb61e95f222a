/* strip.h -- a piece of a page that is never cut */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PAPER_STRIP_H
#define PAPER_STRIP_H

#include <stddef.h>

enum paper_style {
	PAPER_PLAIN,
	PAPER_SMALL,
	PAPER_STRONG,
	PAPER_TITLE,
	PAPER_HUGE,
	PAPER_STYLES
};

/* What can be drawn.  Every form is made of these. */
enum figure_kind {
	FIGURE_WORDS,  /* one line */
	FIGURE_RULE,   /* a line across, of width w */
	FIGURE_STROKE, /* a line down, of height h */
	FIGURE_DOTS,   /* to write on, of width w */
	FIGURE_BOX,    /* a frame around w, h */
	FIGURE_QR,     /* words as QR, w wide and high */
	FIGURE_BAR,    /* w, h, filled with the ink of its style */
	FIGURE_KINDS
};

/* Red, green, blue of filled figures, chosen so that they differ in grey, too:
   pale for a ground, plain, dark, and one that warns. */
extern const unsigned char paper_inks[PAPER_STYLES][3];

/* Where it stands is measured from the strip's left upper corner, in the
   units of the maker (paper/maker.h). */
struct figure {
	enum figure_kind kind;
	enum paper_style style;
	double x, y, w, h;
	const char *words; /* NULL for lines */
};

enum strip_flag {
	STRIP_GLUED = 1, /* stays on the page of the one before */
	STRIP_HEAD = 2,  /* of a table: again on each page, until its end */
	STRIP_END = 4,   /* of a table */
	STRIP_TURN = 8,  /* begins a page */
};

struct strip {
	unsigned flags; /* enum strip_flag */
	double height;
	double group; /* with all that is glued to it; of the first */
	const struct figure *figures;
	size_t n;
};

#endif
