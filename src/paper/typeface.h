/* typeface.h -- which of the installed fonts Thai is printed in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PAPER_TYPEFACE_H
#define PAPER_TYPEFACE_H

#include <stdbool.h>

#include "base/error.h"

#include "gen/pangocairo-late.h"

#include "paper/strip.h"

/* One font in the sizes and weights of the styles. */
struct typeface {
	PangoFontDescription *styles[PAPER_STYLES];
	double height[PAPER_STYLES];   /* of a line, points */
	double baseline[PAPER_STYLES]; /* from its top */
	double letter; /* how wide a Thai letter is by and large, plain */
};

/* `family` as maker_pdf_new() takes it.  Sizes are such that all fonts fill
   about the same room. */
bool typeface_find(struct typeface *t, PangoContext *c, const char *family,
		   struct error *err) MUST_CHECK;
void typeface_done(struct typeface *t);

#endif
