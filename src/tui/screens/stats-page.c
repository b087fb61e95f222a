/* stats-page.c -- the dashboard as a page of panels, and where each bar is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/stats-page.h"

#include <string.h>

#include "base/bars.h"
#include "base/i18n.h"
#include "base/thai.h"

enum {
	DOUBLE_FROM = 72, /* columns, from which panels stand side by side */
	OPEN_ROWS = 5,
	CAME_ROWS = 3,
	EDGE = 6, /* columns left of a curve */
	BAR_LEAST = 4,
};

/* ----------------------------------------------------------------- curves */

static void
draw_figures(const struct stats_view *v, struct area a)
{
	int col = 1;

	for (size_t i = 0; i < ARRAY_SIZE(v->figures); i++)
		col += area_put(a, 0, col, STYLE_STRONG, v->figures[i]) + 3;
}

static void
draw_title(struct area a, const char *title, const char *note)
{
	int col = 1 + area_put(a, 0, 1, STYLE_HEAD, title) + 1;

	if (!text_is_blank(note))
		col += area_put(a, 0, col, STYLE_DIM, note) + 1;
	if (col < a.cols - 1)
		area_rule(area_part(a, 0, col, 1, a.cols - col - 1), 0,
			  STYLE_DIM);
}

static void
draw_curve(struct area a, enum style style, const struct curve *c)
{
	for (int row = 0; row < a.rows; row++) {
		struct text t = {0};

		text_add_curve_row(&t, c, a.rows - 1 - row);
		area_put(a, row, EDGE, style, text_str(&t));
		text_done(&t);
	}
	area_put_padded(a, 0, 0, EDGE - 1, ALIGN_RIGHT, STYLE_DIM,
			DIGITS(c->most));
	area_put_padded(a, a.rows - 1, 0, EDGE - 1, ALIGN_RIGHT, STYLE_DIM,
			DIGITS(0));
}

static void
draw_axis(const struct stats_page *p, struct area a)
{
	const struct stats_view *v = p->view;
	struct text t = {0};

	if (v->n_days == 0)
		return;
	text_add_date(&t, v->days[0].day, DATE_SHORT, v->thai);
	area_put(a, 0, EDGE, STYLE_DIM, text_str(&t));
	text_clear(&t);
	text_add_date(&t, v->days[v->n_days - 1].day, DATE_SHORT, v->thai);
	int columns = thai_columns(text_str(&t));
	int col = EDGE + (int)(p->bins.n * p->bins.columns) - columns;
	if (col > EDGE + columns + 1)
		area_put(a, 0, col, STYLE_DIM, text_str(&t));
	text_done(&t);
}

/* A bar of both curves is chosen as one. */
static void
mark_curves(struct stats_page *p, int top, struct arena *arena)
{
	const struct stats_bins *b = &p->bins;

	p->n[PAGE_CURVES] = b->n;
	p->at[PAGE_CURVES] = arena_array(arena, b->n + 1, sizeof(**p->at));
	for (size_t i = 0; i < b->n; i++)
		p->at[PAGE_CURVES][i] =
		    (struct stats_spot){.top = top,
					.rows = OPEN_ROWS + 1 + CAME_ROWS,
					.col = EDGE + (int)(i * b->columns),
					.cols = (int)b->columns};
}

static void
write_curves(struct stats_page *p, struct pager *pager, struct arena *arena)
{
	struct area a = pager_rows(pager, 1 + OPEN_ROWS + 1 + CAME_ROWS + 1);
	struct stats_bins *b = &p->bins;

	stats_bins_make(p->view, (size_t)(a.cols - EDGE - 1), arena, b);
	draw_title(a, _("Open at the end of the day"), "");
	draw_curve(area_part(a, 1, 0, OPEN_ROWS, a.cols), STYLE_STRONG,
		   &(struct curve){b->open, b->n, b->most_open, (int)b->columns,
				   OPEN_ROWS});
	draw_title(area_part(a, 1 + OPEN_ROWS, 0, 1, a.cols),
		   _("Received by day"), stats_bins_note(p->view, b, arena));
	draw_curve(area_part(a, 2 + OPEN_ROWS, 0, CAME_ROWS, a.cols),
		   STYLE_LABEL,
		   &(struct curve){b->came, b->n, b->most_came, (int)b->columns,
				   CAME_ROWS});
	draw_axis(p, area_part(a, a.rows - 1, 0, 1, a.cols));
	mark_curves(p, pager->used - a.rows + 1, arena);
}

/* ----------------------------------------------------------------- panels */

/* Columns that the labels and the words beside the bars take. */
struct widths {
	int label, bar, told;
};

static int
at_most(int n, int most)
{
	return n < most ? n : most;
}

static struct widths
widths_of(const struct stats_panel *panel, int cols)
{
	struct widths w = {0};

	for (size_t i = 0; i < panel->n; i++) {
		int label = thai_columns(panel->rows[i].label),
		    told = thai_columns(panel->rows[i].told);

		w.label = label > w.label ? label : w.label;
		w.told = told > w.told ? told : w.told;
	}
	if (panel->is_wide) {
		w.label = at_most(w.label, cols / 3);
		w.told = cols - w.label - 4;
		return w;
	}
	w.told = at_most(w.told, cols / 2);
	w.label = at_most(w.label, cols - w.told - BAR_LEAST - 5);
	w.bar = cols - w.label - w.told - 5;
	return w;
}

static void
draw_row(const struct stats_panel *panel, const struct stats_row *row,
	 const struct widths *w, struct area a)
{
	bool is_alarm = strcmp(panel->code, "reports") == 0;
	struct text bar = {0};
	int col = 1;

	area_put_padded(a, 0, col, w->label, ALIGN_LEFT, STYLE_NORMAL,
			row->label);
	col += w->label + 1;
	if (!panel->is_wide) {
		text_add_bar(&bar, row->value, panel->most, w->bar);
		area_put(a, 0, col, is_alarm ? STYLE_MOST : STYLE_LABEL,
			 text_str(&bar));
		col += w->bar + 1;
	}
	area_put_padded(a, 0, col, w->told, ALIGN_LEFT, STYLE_NORMAL,
			row->told);
	text_done(&bar);
}

/* Title, rows, and a blank one behind them. */
static int
height_of(const struct stats_panel *panel)
{
	return 2 + (panel->n > 0 ? (int)panel->n : 1);
}

/* At a place of the page whose first row is `top`. */
static void
draw_panel(struct stats_page *p, size_t i, struct area a, int top, int left,
	   struct arena *arena)
{
	const struct stats_panel *panel = &p->view->panels[i - 1];
	struct widths w = widths_of(panel, a.cols);

	p->n[i] = panel->n;
	p->at[i] = arena_array(arena, panel->n + 1, sizeof(**p->at));
	draw_title(a, panel->title, panel->note);
	if (panel->n == 0)
		area_put(a, 1, 1, STYLE_DIM, _("nothing"));
	for (size_t k = 0; k < panel->n; k++) {
		draw_row(panel, &panel->rows[k], &w,
			 area_part(a, (int)k + 1, 0, 1, a.cols));
		p->at[i][k] = (struct stats_spot){.top = top + 1 + (int)k,
						  .rows = 1,
						  .col = left,
						  .cols = a.cols};
	}
}

/* The panels before the wide ones: one by one, or by turns left and right. */
static void
write_panels(struct stats_page *p, struct pager *pager, size_t n,
	     struct arena *arena)
{
	int heights[2] = {0};
	int columns = p->is_double ? 2 : 1;
	int width = pager->page.cols / columns;

	for (size_t i = 0; i < n; i++)
		heights[i % (size_t)columns] += height_of(&p->view->panels[i]);
	int top = pager->used,
	    all = heights[0] > heights[1] ? heights[0] : heights[1];
	struct area a = pager_rows(pager, all);
	int at[2] = {0};

	for (size_t i = 0; i < n; i++) {
		int c = (int)i % columns, rows = height_of(&p->view->panels[i]);

		draw_panel(p, 1 + i,
			   area_part(a, at[c], c * width, rows, width),
			   top + at[c], c * width, arena);
		at[c] += rows;
	}
}

static size_t
count_narrow(const struct stats_view *v)
{
	size_t n = 0;

	while (n < STATS_PANELS && !v->panels[n].is_wide)
		n++;
	return n;
}

void
stats_page_write(struct stats_page *p, const struct stats_view *v,
		 struct pager *pager, struct arena *arena)
{
	size_t narrow = count_narrow(v);

	*p = (struct stats_page){.view = v,
				 .is_double = pager->page.cols >= DOUBLE_FROM};
	draw_figures(v, pager_rows(pager, 1));
	write_curves(p, pager, arena);
	write_panels(p, pager, narrow, arena);
	for (size_t i = narrow; i < STATS_PANELS; i++) {
		int top = pager->used;

		draw_panel(p, 1 + i,
			   pager_rows(pager, height_of(&v->panels[i])), top, 0,
			   arena);
	}
}

/* ------------------------------------------------------------ neighbours */

size_t
stats_page_beside(const struct stats_page *p, size_t panel, int by)
{
	size_t narrow = count_narrow(p->view), place = panel - 1;

	if (!p->is_double || panel == PAGE_CURVES || place >= narrow ||
	    (place % 2 == 0) != (by > 0) || place + 1 == narrow + (by < 0))
		return panel;
	return by > 0 ? panel + 1 : panel - 1;
}

size_t
stats_page_below(const struct stats_page *p, size_t panel, int by)
{
	size_t narrow = count_narrow(p->view), step = p->is_double ? 2 : 1;

	if (panel == PAGE_CURVES)
		return by > 0 ? 1 : panel;
	if (by > 0 && panel <= narrow)
		return panel + step <= narrow ? panel + step : narrow + 1;
	if (by < 0 && panel <= narrow)
		return panel > step ? panel - step : PAGE_CURVES;
	if (by > 0)
		return panel < STATS_PANELS ? panel + 1 : panel;
	return panel - 1;
}
