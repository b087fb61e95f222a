/* preview.c -- the chosen letter of a list, with what its row cuts off */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/preview.h"

#include "base/i18n.h"

#include "tui/pager.h"

enum { VALUE_COL = 12 };

static void
add_source(struct text *t, const struct letter_row *row)
{
	const struct letter *l = row->letter;

	text_add(t, l->ref_no ? l->ref_no : "");
	if (*row->dated)
		text_printf(t, "  %s %s", _("dated"), row->dated);
	if (*row->classes)
		text_printf(t, "  %s", row->classes);
}

void
preview_draw(const struct letter_row *row, struct area a)
{
	struct pager p = {0};
	struct text source = {0};

	if (a.rows < 2)
		return;
	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	add_source(&source, row);
	pager_field(&p, 1, _("Letter no."), VALUE_COL, STYLE_NORMAL,
		    text_str(&source));
	pager_field(&p, 1, _("From"), VALUE_COL, STYLE_NORMAL,
		    row->letter->sender);
	pager_field(&p, 1, _("Subject"), VALUE_COL, STYLE_STRONG, row->subject);
	p.page.rows = p.used < p.page.rows ? p.used : p.page.rows;
	area_copy(area_part(a, 1, 0, a.rows - 1, a.cols), &p.page, 0);
	text_done(&source);
	pager_done(&p);
}
