/* maker.h -- what makes pages of strips: PDF, or text for a line printer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PAPER_MAKER_H
#define PAPER_MAKER_H

#include <stdbool.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/thai.h"

#include "paper/strip.h"

/* Pages as PDF cannot be made: "no-pdf", 2. */
extern const struct error_kind PAPER_NO_PDF;

/* Where what is made goes, piece by piece. */
struct paper_sink {
	bool (*add)(void *ctx, const char *bytes, size_t n, struct error *err);
	void *ctx;
};

/*
 * Units are its own: points, or columns and lines.  A column is as wide as a
 * Thai letter is by and large, so that tables are laid out alike.
 */
struct maker {
	const struct maker_ops *ops;
	double width;  /* inside the margins */
	double height; /* likewise; 0: one page, as long as it takes */
	double column;
	double rule;    /* what a line across takes of the height */
	double stroke;  /* what a line down takes of the width */
	double pad;     /* between such a line and the words beside it */
	double qr;      /* the edge of a QR code; 0: one column a module */
	bool has_frame; /* tables are closed at their sides */
};

struct maker_ops {
	double (*line_height)(const struct maker *m, enum paper_style s);
	double (*measure)(struct maker *m, enum paper_style s,
			  const char *words);
	/* Lines no wider than width, broken between words; returns how many. */
	int (*wrap)(struct maker *m, enum paper_style s, const char *words,
		    double width, thai_line_fn line, void *ctx);
	/* At a place of the page, from its left upper corner in the margins. */
	void (*draw)(struct maker *m, const struct figure *i, double x,
		     double y);
	/* The page is full. */
	bool (*turn)(struct maker *m, bool is_last, struct error *err);
	/* Before the first page: where it goes, and what it is. */
	bool (*begin)(struct maker *m, const struct paper_sink *to,
		      const char *title, moment at,
		      const unsigned char digest[DIGEST_SIZE],
		      struct error *err);
	bool (*end)(struct maker *m, struct error *err);
	void (*free)(struct maker *m);
};

/* Text of so many columns; a form feed between pages of so many lines, or, 0,
   one page. */
struct maker *maker_text_new(int columns, int lines);

/*
 * PDF, A4.  `family` is an installed font that has Thai, or "auto": the first
 * of the official ones that is there, else any that has it.  Bytes follow from
 * what is drawn and the moment of begin() alone.  PAPER_NO_PDF when the program
 * was built without pango and cairo, and when there is no such font.
 */
struct maker *maker_pdf_new(const char *family, bool is_landscape,
			    struct error *err) MUST_CHECK;
bool maker_pdf_is_there(void);

/* SVG, one page of A4, upright; for figures that somebody places, not for
   documents.  Valid XML, and the same bytes for the same figures. */
struct maker *maker_svg_new(void);

void maker_free(struct maker *m);

#endif
