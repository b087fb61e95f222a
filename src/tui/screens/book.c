/* book.c -- the page of a register as the book has it: forms 13 and 14 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/book.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

/* From so many columns on all eight stand in one line. */
enum { ONE_LINE_FROM = 120 };

/* clang-format off */

static const struct column wide[] = {
	{ .heading = N_("Receipt number"), .brief = N_("No."),
	  .min = 6, .max = 7, .align = ALIGN_RIGHT,
	  .value = row_add_book_number, .style = row_number_style },
	{ .heading = N_("Letter no."), .min = 14, .max = 16,
	  .value = row_add_ref },
	{ .heading = N_("Dated"), .min = 10, .max = 11,
	  .value = row_add_dated },
	{ .heading = N_("From"), .min = 14, .max = 18,
	  .value = row_add_sender },
	{ .heading = N_("To"), .min = 11, .max = 12,
	  .value = row_add_recipient },
	{ .heading = N_("Subject"), .min = 20,
	  .value = row_add_subject, .style = row_subject_style },
	{ .heading = N_("Action taken"), .min = 13, .max = 15,
	  .value = row_add_done, .style = row_done_style },
	{ .heading = N_("Remarks"), .min = 8, .max = 12,
	  .value = row_add_remark, .style = row_class_style },
};

static const struct column upper[] = {
	{ .heading = N_("Receipt number"), .brief = N_("No."),
	  .min = 6, .max = 7, .align = ALIGN_RIGHT,
	  .value = row_add_book_number, .style = row_number_style },
	{ .heading = N_("Letter no."), .min = 12, .max = 18,
	  .value = row_add_ref },
	{ .heading = N_("Dated"), .min = 9, .max = 11,
	  .value = row_add_dated },
	{ .heading = N_("From"), .min = 11,
	  .value = row_add_sender },
	{ .heading = N_("To"), .min = 8, .max = 18,
	  .value = row_add_recipient },
};

static const struct column lower[] = {
	{ .heading = N_("Subject"), .min = 20,
	  .value = row_add_subject, .style = row_subject_style },
	{ .heading = N_("Action taken"), .min = 12, .max = 15,
	  .value = row_add_done, .style = row_done_style },
	{ .heading = N_("Remarks"), .min = 8, .max = 12,
	  .value = row_add_remark, .style = row_class_style },
};

/* clang-format on */

void
book_lay_out(struct book_layout *l, int cols)
{
	*l = (struct book_layout){.lines = cols >= ONE_LINE_FROM ? 1 : 2};
	if (l->lines == 1) {
		columns_fit(wide, ARRAY_SIZE(wide), cols, NULL, l->widths);
		return;
	}
	columns_fit(upper, ARRAY_SIZE(upper), cols, NULL, l->widths);
	l->indent = l->widths[0] + COLUMN_GAP;
	columns_fit(lower, ARRAY_SIZE(lower), cols - l->indent, NULL,
		    l->lower_widths);
}

static struct area
lower_part(const struct book_layout *l, struct area a)
{
	return area_part(a, 1, l->indent, 1, a.cols - l->indent);
}

/* Forms 13 and 14 have the same columns but for the name of the first. */
static void
draw_numbered(const struct column *columns, size_t n,
	      const struct book_layout *l, struct area a, enum book_way way)
{
	struct column named[COLUMNS_MAX];

	memcpy(named, columns, n * sizeof(*named));
	if (way == BOOK_OUT) {
		named[0].heading = N_("Sending number");
		named[0].brief = N_("Sent no.");
	}
	columns_draw_heading(named, n, l->widths, a);
}

static void
draw_headings(const struct book_layout *l, struct area a, enum book_way way)
{
	if (l->lines == 1) {
		draw_numbered(wide, ARRAY_SIZE(wide), l, a, way);
		return;
	}
	draw_numbered(upper, ARRAY_SIZE(upper), l, a, way);
	columns_draw_heading(lower, ARRAY_SIZE(lower), l->lower_widths,
			     lower_part(l, a));
}

void
book_draw_row(const struct book_layout *l, struct area a,
	      const struct letter_row *row)
{
	if (l->lines == 1) {
		columns_draw_row(wide, ARRAY_SIZE(wide), l->widths, a, row);
		return;
	}
	columns_draw_row(upper, ARRAY_SIZE(upper), l->widths, a, row);
	columns_draw_row(lower, ARRAY_SIZE(lower), l->lower_widths,
			 lower_part(l, a), row);
}

void
book_draw_day(struct area a, const struct letter_row *row, bool thai_digits)
{
	struct text t = {0};

	text_add_book_day(&t, book_find(row->letter->book),
			  moment_date(row->letter->numbered_at), thai_digits);
	area_rule(a, 0, STYLE_DIM);
	int used = area_put(a, 0, 2, STYLE_NORMAL, " ");
	used += area_put(a, 0, 2 + used, STYLE_LABEL, text_str(&t));
	area_put(a, 0, 2 + used, STYLE_NORMAL, " ");
	text_done(&t);
}

void
book_draw_head(const struct book_layout *l, struct area a,
	       const struct letter_row *first, bool thai_digits)
{
	book_draw_day(a, first, thai_digits);
	draw_headings(l, area_part(a, 1, 0, l->lines, a.cols),
		      book_find(first->letter->book)->way);
}
