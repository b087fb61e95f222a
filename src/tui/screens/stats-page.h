/* stats-page.h -- the dashboard as a page of panels, and where each bar is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_STATS_PAGE_H
#define TUI_SCREENS_STATS_PAGE_H

#include "app/stats.h"

#include "tui/pager.h"

/* The curves are the panel before the others. */
enum { PAGE_CURVES, PAGE_PANELS = 1 + STATS_PANELS };

/* Where a bar stands on the page: what is chosen is marked there. */
struct stats_spot {
	int top, rows;
	int col, cols;
};

struct stats_page {
	const struct stats_view *view;
	bool is_double;         /* panels stand in two columns */
	struct stats_bins bins; /* of the curves */
	size_t n[PAGE_PANELS];  /* rows of each; of the curves, columns */
	struct stats_spot *at[PAGE_PANELS];
};

/* Writes all of it, between pager_start() and pager_end(); spots in the
   arena. */
void stats_page_write(struct stats_page *p, const struct stats_view *v,
		      struct pager *pager, struct arena *a);

/* The panel that stands to the left (-1) or right (1) of one, or above or
   below it; itself where there is none. */
size_t stats_page_beside(const struct stats_page *p, size_t panel, int by);
size_t stats_page_below(const struct stats_page *p, size_t panel, int by);

#endif
