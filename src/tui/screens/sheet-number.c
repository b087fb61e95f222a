/* sheet-number.c -- a sheet has several numbers: the clerk says which is ours
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/loop.h"
#include "tui/screens/sheet.h"

enum { REF_COLS = 22, DATE_COLS = 13, FROM_COLS = 20, GAP = 1 };

static const struct read_candidate *
candidate(const struct sheet_screen *s, size_t i)
{
	return &s->form->sheet->file.reading.candidates[i];
}

/* Of the letter that the number stands on; a stamped one has none, but says
   what it is for. */
static const char *
subject(const struct sheet_screen *s, const struct read_candidate *c)
{
	const struct reading *r = &s->form->sheet->file.reading;
	const struct read_letter *l = &r->letters[c->letter];
	const char *words = l->field[READ_SUBJECT].s;

	if (!words)
		words = l->field[READ_PURPOSE].s;
	return words ? words : "";
}

static void
add_ref(const struct sheet_screen *s, const struct read_candidate *c,
	struct text *t)
{
	char *ref = tui_is_thai(s->screen.tui) ? thai_digits_to_thai(c->ref_no)
					       : xstrdup(c->ref_no);

	text_add(t, ref);
	free(ref);
}

static void
add_date(const struct sheet_screen *s, const struct read_candidate *c,
	 struct text *t)
{
	if (c->dated.year != 0)
		text_add_date(t, c->dated, DATE_SHORT,
			      tui_is_thai(s->screen.tui));
}

static void
draw_number(const struct sheet_screen *s, size_t i, struct area row)
{
	const struct read_candidate *c = candidate(s, i);
	struct text t = {0};
	int col = 0;

	add_ref(s, c, &t);
	area_put_padded(row, 0, col, REF_COLS, ALIGN_LEFT, STYLE_STRONG,
			text_str(&t));
	col += REF_COLS + GAP;
	text_clear(&t);
	add_date(s, c, &t);
	area_put_padded(row, 0, col, DATE_COLS, ALIGN_LEFT, STYLE_NORMAL,
			text_str(&t));
	col += DATE_COLS + GAP;
	area_put_padded(row, 0, col, FROM_COLS, ALIGN_LEFT, STYLE_NORMAL,
			c->from ? c->from : "");
	col += FROM_COLS + GAP;
	area_put_padded(row, 0, col, row.cols - col, ALIGN_LEFT, STYLE_NORMAL,
			subject(s, c));
	text_done(&t);
}

/* The chosen one in full, and how it came to stand there. */
static void
draw_chosen(const struct sheet_screen *s, struct area a)
{
	const struct read_candidate *c = candidate(s, s->numbers.at);

	area_put_padded(a, 0, 0, a.cols, ALIGN_LEFT, STYLE_LABEL,
			c->is_endorsement
			    ? _("of the office that passed the letter on")
			    : _("of the letter itself"));
	area_put_padded(a, 1, 0, a.cols, ALIGN_LEFT, STYLE_NORMAL,
			c->from ? c->from : "");
	area_put_padded(a, 2, 0, a.cols, ALIGN_LEFT, STYLE_NORMAL,
			subject(s, c));
}

static void
draw(const struct sheet_screen *s, struct area a)
{
	sheet_draw_rows(s, &s->numbers, area_part(a, 0, 0, s->rows, a.cols),
			draw_number);
	draw_chosen(s, area_part(a, s->rows + 1, 0, 3, a.cols));
}

static unsigned
enter(struct sheet_screen *s)
{
	struct error err = {0};

	if (!form_sheet_fill(s->form, candidate(s, s->numbers.at), &err))
		tui_fail(s->screen.tui, &err);
	return REACT_CLOSE;
}

static struct rows *
rows(struct sheet_screen *s)
{
	return &s->numbers;
}

const struct sheet_page number_page = {
    .title = N_("Several numbers: which one is ours?"),
    .hint = N_("the number under which it is registered; outermost first"),
    .draw = draw,
    .enter = enter,
    .read = enter,
    .rows = rows,
};
