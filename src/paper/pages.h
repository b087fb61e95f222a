/* pages.h -- strips are put on pages, one under the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PAPER_PAGES_H
#define PAPER_PAGES_H

#include "paper/maker.h"

/* The same going twice: first to count the pages, then to draw them. */
struct pages {
	struct maker *maker;     /* draws; NULL while they are counted */
	double bottom;           /* of what strips may fill; 0: there is none */
	const struct strip *top; /* at the top of each page */
	size_t n_top;
	/* Called at the bottom of each page, where that is to be drawn. */
	void (*foot)(void *ctx, int page, double y);
	void *ctx;
	struct strip head; /* of the table that is open; figures owned */
	double y;
	int page; /* from 1; 0: none has begun */
};

/* Puts it behind the others, on a new page where this one is too full.  False
   when a page that was full could not be made. */
bool pages_put(struct pages *p, const struct strip *s,
	       struct error *err) MUST_CHECK;
/* The last page is as full as it gets. */
bool pages_end(struct pages *p, struct error *err) MUST_CHECK;
void pages_done(struct pages *p);

#endif
