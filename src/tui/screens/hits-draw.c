/* hits-draw.c -- what was found, with the words around it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/screens/hits.h"

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_("Receipt number"), .brief = N_("No."),
	  .min = 7, .max = 9, .align = ALIGN_RIGHT,
	  .value = row_add_number, .style = row_strong_style },
	{ .heading = N_("Letter no."), .min = 12, .max = 18,
	  .value = row_add_ref },
	{ .heading = N_("From"), .min = 12,
	  .value = row_add_sender },
	{ .heading = N_("Action taken"), .min = 12, .max = 15, .rank = 2,
	  .value = row_add_done, .style = row_done_style },
	{ .heading = N_("Class"), .min = 6, .max = 14, .rank = 1,
	  .value = row_add_classes, .style = row_class_style },
};

/* The field in which the words stood. */
static const char *const fields[] = {
	[SEARCH_NUMBER] = N_("Subject"),
	[SEARCH_REF] = N_("Letter no."),
	[SEARCH_SUBJECT] = N_("Subject"),
	[SEARCH_SENDER] = N_("From"),
	[SEARCH_RECIPIENT] = N_("To"),
	[SEARCH_NOTE] = N_("Endorsement"),
	[SEARCH_TEXT] = N_("Text"),
	[SEARCH_NOTHING] = N_("Subject"),
};

/* clang-format on */

enum { FIELD_COLS = 12 };

static void
fit(int cols, int widths[COLUMNS_MAX])
{
	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, widths);
}

void
hits_draw_heading(const struct hits *h, struct area a)
{
	int widths[COLUMNS_MAX];

	(void)h;
	fit(a.cols, widths);
	columns_draw_heading(columns, ARRAY_SIZE(columns), widths, a);
}

/* The words that were found stand out from what is around them. */
static void
draw_excerpt(const struct search_hit *hit, struct area a)
{
	struct text t = {0};
	size_t from, to;
	int col;

	look_search_excerpt(hit, a.cols, &t, &from, &to);
	col = area_put_n(a, 0, 0, STYLE_NORMAL, t.s, from);
	col += area_put_n(a, 0, col, STYLE_FOUND, t.s + from, to - from);
	area_put(a, 0, col, STYLE_NORMAL, t.s + to);
	text_done(&t);
}

static void
draw_where(const struct search_hit *hit, const struct letter_row *row,
	   struct area a)
{
	struct area words =
	    area_part(a, 0, FIELD_COLS, 1, a.cols - FIELD_COLS - 1);

	area_put_padded(a, 0, 0, FIELD_COLS - 1, ALIGN_LEFT, STYLE_LABEL,
			_(fields[hit->field]));
	if (hit->text)
		draw_excerpt(hit, words);
	else
		area_put_padded(words, 0, 0, words.cols, ALIGN_LEFT,
				STYLE_NORMAL, row->subject);
}

struct marked_hits {
	const struct hits *hits;
	const struct marks *marks;
};

static void
draw_row(const void *ctx, size_t i, struct area a)
{
	const struct hits *h = ((const struct marked_hits *)ctx)->hits;
	int widths[COLUMNS_MAX];

	fit(a.cols, widths);
	columns_draw_row(columns, ARRAY_SIZE(columns), widths, a, &h->rows[i]);
	marks_draw(((const struct marked_hits *)ctx)->marks,
		   &h->shown.at[i].letter, a);
	int indent = 1 + widths[0] + COLUMN_GAP;
	draw_where(&h->shown.at[i], &h->rows[i],
		   area_part(a, 1, indent, 1, a.cols - indent));
}

static const struct list_look look = {.row = draw_row};

void
hits_draw(const struct hits *h, const struct marks *marks, struct area a)
{
	const struct marked_hits marked = {h, marks};

	if (h->has_shown)
		list_draw(&h->list, a, &look, &marked);
}
