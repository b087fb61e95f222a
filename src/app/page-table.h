/* page-table.h -- the eight columns of form 13 in lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_PAGE_TABLE_H
#define APP_PAGE_TABLE_H

#include "model/day-page.h"

enum { PAGE_COLUMNS = 8, PAGE_NARROWEST = 76 };

/* Where the columns stand in lines of a width. */
struct page_table {
	int widths[PAGE_COLUMNS];
	int width;
	bool thai; /* Thai digits and months */
};

void page_table_lay_out(struct page_table *t, int width, bool thai);
/* Each adds whole lines, and returns how many. */
int page_table_rule(const struct page_table *t, struct text *out);
int page_table_head(const struct page_table *t, struct text *out);
int page_table_entry(const struct page_table *t, const struct day_entry *e,
		     struct text *out);

#endif
