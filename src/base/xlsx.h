/* xlsx.h -- a sheet of a workbook (.xlsx), written row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_XLSX_H
#define BASE_XLSX_H

#include "base/date.h"
#include "base/error.h"

extern const struct error_kind XLSX_NONE; /* "no-xlsx", 2 */
extern const struct error_kind XLSX_FULL; /* "xlsx-full", 2 */

enum xlsx_kind {
	XLSX_TEXT,  /* as it is: no number, day or formula */
	XLSX_WHOLE, /* a whole number */
	XLSX_DAY,   /* a day, shown with its Buddhist year */
};

struct xlsx_column {
	const char *heading; /* copied */
	int width;           /* in letters */
	enum xlsx_kind kind;
};

struct xlsx_look {
	const char *path;      /* is made; one that is there is written over */
	const char *temporary; /* folder for what is not finished */
	const char *sheet;     /* its name, up to 31 letters */
	moment at;             /* when it is made, for its properties */
	const struct xlsx_column *columns;
	size_t n;
};

struct xlsx;

/*
 * Begins with a row of headings, which stays in sight; what is behind it is in
 * a file, not in memory.  Each cell of a row is put at most once, by rising
 * column, before the next begins.  What goes wrong is kept until the end.
 * NULL and XLSX_NONE where it was built without libxlsxwriter.
 */
struct xlsx *xlsx_new(const struct xlsx_look *look,
		      struct error *err) MUST_CHECK;
void xlsx_text(struct xlsx *w, size_t column, const char *s);
void xlsx_whole(struct xlsx *w, size_t column, long n);
void xlsx_day(struct xlsx *w, size_t column, struct date d);
void xlsx_next_row(struct xlsx *w);
/* Finishes and frees it, in any case: XLSX_FULL when a sheet has not so
   many rows, ERROR_IO. */
bool xlsx_end(struct xlsx *w, struct error *err) MUST_CHECK;

#endif
