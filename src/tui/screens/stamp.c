/* stamp.c -- the receipt stamp as it looks on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/stamp.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/wrap.h"

enum { NAME_ROWS = 2 };

static void
draw_name(const char *office, struct area a)
{
	struct wrapped w;

	wrapped_init(&w, office, a.cols);
	for (size_t i = 0; i < w.n && i < NAME_ROWS; i++) {
		int columns = thai_columns_n(w.at[i].s, w.at[i].n);

		area_put_n(a, (int)i, (a.cols - columns) / 2, STYLE_STAMP,
			   w.at[i].s, w.at[i].n);
	}
	wrapped_done(&w);
}

/* "เลขรับ ……… ๑๔๔ ………" */
static void
draw_line(struct area a, int row, const char *label, const char *value)
{
	int col = area_put(a, row, 0, STYLE_STAMP, label) + 1;
	struct area dots = area_part(a, row, col, 1, a.cols - col);
	int at = (dots.cols - thai_columns(value)) / 2;

	for (int i = 0; i < dots.cols; i++)
		area_put(dots, 0, i, STYLE_DIM, ".");
	int used = area_put(dots, 0, at, STYLE_STRONG, value);
	if (at > 0) {
		area_put(dots, 0, at - 1, STYLE_DIM, " ");
		area_put(dots, 0, at + used, STYLE_DIM, " ");
	}
}

void
stamp_draw(const struct letter *l, const char *office, bool thai_digits,
	   struct area a)
{
	struct area in = area_part(a, 1, 2, a.rows - 2, a.cols - 4);
	struct text t = {0};

	area_box(a, STYLE_STAMP, NULL);
	draw_name(office, in);
	text_add_book_place(&t, l->book, l->number, thai_digits);
	draw_line(in, NAME_ROWS, _("Receipt no."), text_str(&t));
	text_clear(&t);
	text_add_date(&t, moment_date(l->received_at), DATE_SHORT, thai_digits);
	draw_line(in, NAME_ROWS + 1, _("Date"), text_str(&t));
	text_clear(&t);
	text_add_time(&t, l->received_at, thai_digits);
	draw_line(in, NAME_ROWS + 2, _("Time"), text_str(&t));
	text_done(&t);
}
