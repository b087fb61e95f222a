/* form-sheet-draw.c -- the marks of what was read, and the text of the sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/form-sheet.h"
#include "tui/loop.h"
#include "tui/wrap.h"

enum {
	GAP = 1,
	BESIDE_COLS = 120, /* from here on the text stands beside the form */
	TEXT_PART = 3,     /* else it takes a third of the rows */
};

/* A sign and a word: colour is never the only one.  The signs are in every
   character set. */
static const struct {
	const char *sign;
	const char *word; /* N_() */
	enum style style;
} marks[SHEET_MARKS] = {
    [MARK_NONE] = {"", "", STYLE_NORMAL},
    [MARK_READ] = {"+", N_("read"), STYLE_GOOD},
    [MARK_DOUBTFUL] = {"?", N_("doubtful"), STYLE_URGENT},
    [MARK_MISSING] = {"-", N_("missing"), STYLE_DIM},
    [MARK_DIFFERS] = {"!", N_("differs"), STYLE_URGENT},
};

/* All are as wide as the widest, so that they stand below each other. */
int
form_sheet_columns(const struct form *f, size_t at)
{
	int widest = 0;

	for (size_t i = 1; form_sheet_mark(f, at) && i < SHEET_MARKS; i++) {
		int columns = thai_columns(marks[i].sign) + 1 +
			      thai_columns(_(marks[i].word));

		widest = columns > widest ? columns : widest;
	}
	return widest > 0 ? widest + GAP : 0;
}

const char *
form_sheet_sign(const struct form *f, size_t at)
{
	return marks[form_sheet_mark(f, at)].sign;
}

void
form_sheet_draw_mark(const struct form *f, size_t at, struct area a)
{
	enum sheet_mark mark = form_sheet_mark(f, at);

	if (mark)
		area_printf(a, 0, GAP, marks[mark].style, "%s %s",
			    marks[mark].sign, _(marks[mark].word));
}

struct sheet_areas
form_sheet_areas(const struct form *f, struct area a)
{
	int part;

	if (!f->sheet || !f->sheet->is_shown)
		return (struct sheet_areas){a, area_part(a, 0, 0, 0, 0)};
	if (a.cols >= BESIDE_COLS) {
		part = a.cols / 2;
		return (struct sheet_areas){
		    area_part(a, 0, part, a.rows, a.cols - part),
		    area_part(a, 0, 0, a.rows, part)};
	}
	part = a.rows / TEXT_PART;
	return (struct sheet_areas){
	    area_part(a, part, 0, a.rows - part, a.cols),
	    area_part(a, 0, 0, part, a.cols)};
}

/* A line says what it is and where one is in it; the text below. */
void
form_sheet_draw_text(const struct form *f, struct area a)
{
	const struct form_sheet *sheet = f->sheet;
	struct area in = area_part(a, 1, 1, a.rows - 1, a.cols - 2);
	struct wrapped w;

	if (a.rows < 2)
		return;
	area_fill(a, STYLE_NORMAL);
	wrapped_init(&w, sheet->shown, in.cols);
	area_rule(a, 0, STYLE_DIM);
	area_printf(area_part(a, 0, 0, 1, a.cols), 0, 2, STYLE_HEAD, " %s ",
		    _("text of the sheet"));
	for (int row = 0; row < in.rows; row++) {
		size_t i = sheet->top + (size_t)row;

		if (i < w.n)
			area_put_n(in, row, 0, STYLE_NORMAL, w.at[i].s,
				   w.at[i].n);
	}
	if (sheet->top > 0)
		area_put(a, 1, a.cols - 1, STYLE_DIM, "↑");
	if (sheet->top + (size_t)in.rows < w.n)
		area_put(a, a.rows - 1, a.cols - 1, STYLE_DIM, "↓");
	wrapped_done(&w);
}
