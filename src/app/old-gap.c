/* old-gap.c -- the numbers that an old register lacks, and the rows beside them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"

#include "app/old-import.h"

static void
tell_gap(void *ctx, const struct seen_gap *g)
{
	struct import *im = ctx;
	struct import_book *b;
	struct error none = {0};
	int column = im->head.column[OLD_NUMBER];
	size_t n = im->n_doubts;

	if (import_book_of(im, g->book, g->year, &b, &none))
		b->missing += g->to - g->from + 1;
	if (g->from == g->to)
		old_row_doubt(&im->reader, DOUBT_GAP, g->row, column,
			      _("number %s before it is missing"),
			      BOOK_NUMBER(g->book->code, g->year, g->from));
	else
		old_row_doubt(&im->reader, DOUBT_GAP, g->row, column,
			      _("numbers %s to %s before it are missing"),
			      BOOK_NUMBER(g->book->code, g->year, g->from),
			      BOOK_NUMBER(g->book->code, g->year, g->to));
	if (im->n_doubts > n)
		im->doubts[n].row_before = g->before;
}

void
import_tell_gaps(struct import *im)
{
	old_seen_gaps(&im->seen, tell_gap, im);
}

/* A row that is wanted again, and where its cells go. */
struct wanted {
	long row;
	const char *const **to;
};

static int
by_row(const void *a, const void *b)
{
	long x = ((const struct wanted *)a)->row;
	long y = ((const struct wanted *)b)->row;

	return (x > y) - (x < y);
}

static size_t
list_wanted(struct import *im, struct wanted *at)
{
	size_t n = 0;

	for (size_t i = 0; i < im->n_doubts; i++) {
		struct doubt *d = &im->doubts[i];

		if (d->row_before == 0)
			continue;
		at[n++] = (struct wanted){d->row, &d->cells};
		at[n++] = (struct wanted){d->row_before, &d->cells_before};
	}
	if (n > 0)
		qsort(at, n, sizeof(*at), by_row);
	return n;
}

/* Which numbers are missing is known at the end of the file alone. */
bool
import_keep_beside(struct import *im, struct error *err)
{
	struct wanted *at = xcalloc(2 * im->n_doubts + 1, sizeof(*at));
	struct csv_row *row = xmalloc(sizeof(*row));
	size_t n = list_wanted(im, at), i = 0;
	bool more = true;
	bool ok = n == 0 || csv_rewind(im->csv, csv_separator(im->csv), err);

	while (ok && i < n && more) {
		ok = csv_next(im->csv, row, &more, err);
		for (; ok && i < n && at[i].row == row->number; i++)
			*at[i].to = import_keep_cells(im, row);
	}
	free(row);
	free(at);
	return ok;
}
