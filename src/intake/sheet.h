/* sheet.h -- the lines of a sheet, without what the paper added */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_SHEET_H
#define INTAKE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"

/* White space is folded to one space; where two columns stand side by side
   (a tab or three spaces), to one tab.  No bullet, never empty. */
struct line {
	const char *s;
	bool after_blank; /* begins a paragraph */
	bool has_bullet;  /* stood behind one */
	bool is_mended;   /* marks of a word in it were put back */
	bool used;        /* a reader has understood it */
};

struct sheet {
	struct line *at;
	size_t n;
};

/* Cuts the text into lines; page numbers and the catchwords at page turns
   ("/ขยายผล...") are dropped, and the paragraph goes on behind them. */
void sheet_cut(const char *text, struct arena *a, struct sheet *sheet);
/* Lines [from, to) as running text: a space between lines, '\n' between
   paragraphs; used lines are left out. */
const char *sheet_text(const struct sheet *sheet, size_t from, size_t to,
		       struct arena *a);

/* What stands between two lines that are one text: a space, or nothing where
   the end of the line cut a word in two. */
const char *line_join(const char *above, const char *line);

#endif
