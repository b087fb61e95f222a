/* collect-csv.c -- a collected report for a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv.h"
#include "base/i18n.h"

#include "app/collect.h"

static void
add_cell(struct text *t, bool is_first, const char *words)
{
	struct text visible = {0};

	text_add(t, is_first ? "" : ",");
	text_add_visible(&visible, words ? words : "", true);
	csv_add_cell(t, text_str(&visible), ',');
	text_done(&visible);
}

static void
add_number(struct text *t, bool has, int64_t n)
{
	if (has)
		text_printf(t, ",%lld", (long long)n);
	else
		text_add(t, ",");
}

static void
add_headings(struct text *t, const struct collect_view *v)
{
	add_cell(t, true, _("who"));
	add_cell(t, false, _("target"));
	for (size_t i = 0; i < v->n_shown; i++)
		add_cell(t, false, v->rows[i].name);
	add_cell(t, false, _("so far"));
	add_cell(t, false, _("when"));
	add_cell(t, false, _("by"));
	add_cell(t, false, _("note"));
	text_add(t, "\r\n");
}

static void
add_line(struct text *t, const struct collect_view *v,
	 const struct collect_line *l)
{
	struct text day = {0};

	add_cell(t, true, l->from->name);
	add_number(t, l->from->share != 0, l->from->share);
	for (size_t i = 0; i < v->n_shown; i++) {
		const struct collected *g = collect_cell(v, l, &v->rows[i]);

		add_number(t, g != NULL && g->has_figure, g ? g->figure : 0);
	}
	add_number(t, l->has_total, l->total);
	if (l->given != NULL)
		text_add_iso_date(&day, moment_date(l->given->at));
	add_cell(t, false, text_str(&day));
	add_cell(t, false, l->given ? l->given->by_name : NULL);
	add_cell(t, false, l->given ? l->given->note : NULL);
	text_add(t, "\r\n");
	text_done(&day);
}

static void
add_sums(struct text *t, const struct collect_view *v)
{
	add_cell(t, true, _("in all"));
	add_number(t, v->sum.target != 0, v->sum.target);
	for (size_t i = 0; i < v->n_shown; i++)
		add_number(t, true,
			   collect_sum(&v->c, v->rows[i].period).figure);
	add_number(t, true, v->sum.total);
	text_add(t, ",,,\r\n");
}

void
text_add_collected_csv(struct text *t, const struct collect_view *v)
{
	add_headings(t, v);
	for (size_t i = 0; i < v->n; i++)
		add_line(t, v, &v->lines[i]);
	add_sums(t, v);
}
