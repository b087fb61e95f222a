/* page-row.h -- an entry as a row of form 13 or 14 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_PAGE_ROW_H
#define APP_PAGE_ROW_H

#include "model/day-page.h"
#include "paper/document.h"

enum { PAGE_COLUMNS = 8, PAGE_NARROWEST = 76 };

/* The columns of form 13, and of form 14. */
extern const struct paper_column entry_columns[];
extern const struct paper_column sent_columns[];

/* A row of the table that is open. */
void doc_entry(struct document *p, const struct day_entry *e, bool thai);

#endif
