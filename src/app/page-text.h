/* page-text.h -- the page of a day as text, on as many sheets as it takes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_PAGE_TEXT_H
#define APP_PAGE_TEXT_H

#include "base/qr-code.h"

#include "model/day-page.h"
#include "paper/document.h"

/* How it is to look. */
struct page_look {
	int width; /* columns of a line */
	int lines; /* of a sheet; 0: one sheet, as long as it takes */
	bool thai; /* Thai digits and months */
	bool has_qr;
	const char *folder; /* for what is long */
};

/* Adds the sheets, a form feed between them: each with the head of form 13
   and "page x of y"; the last with what was counted, the line to sign on, the
   codes and the QR of all 256 bits, which are never cut apart. */
void text_add_page(struct text *t, const struct day_page *p,
		   const struct page_look *look);

/* The same on any paper: what stands on each page, and what is written. */
void page_look_of(const struct day_page *p, bool thai, struct arena *a,
		  struct paper_look *look);
void doc_page(struct document *doc, const struct day_page *p, bool thai,
	      bool has_qr);

/* What the QR of a page says: its day and its digest. */
bool page_qr(const struct day_page *p, struct qr_code *q);

#endif
