/* csv.h -- rows of cells from a spreadsheet's text, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdio.h>

#include "base/error.h"
#include "base/text.h"

enum {
	CSV_CELLS_MAX = 256,
	CSV_ROW_MAX = 256 << 10, /* bytes in UTF-8 */
	/* A quote that is not closed within so many lines is a sign like any
	   other: it must not swallow the rows behind it. */
	CSV_LINES_MAX = 60,
};

/* A row as it stands in the file: RFC 4180, with any end of line, and quotes
   that are not closed as far as they make sense. */
struct csv_row {
	long number; /* from 1, as a spreadsheet counts; empty lines count */
	size_t n;
	const char *cells[CSV_CELLS_MAX]; /* UTF-8 but for wrong bytes; good
					     until the next row is read */
	bool is_cut;  /* longer than it may be: the rest is left out */
	bool is_open; /* a quote is not closed */
	bool has_nul; /* NUL bytes, which became "^@" */
};

struct csv;

/*
 * Reads `in`, which stays the caller's and must be seekable.  charset: one of
 * base/encoding.h, "UTF-8" or NULL, which guesses from the beginning.  A byte
 * order mark is no text.  ERROR_USAGE for an unknown charset.
 */
struct csv *csv_new(FILE *in, const char *charset, char separator,
		    struct error *err) MUST_CHECK;
void csv_free(struct csv *c);
/* Begins anew, perhaps with another separator. */
bool csv_rewind(struct csv *c, char separator, struct error *err) MUST_CHECK;
/* *more is false behind the last row; ERROR_IO. */
bool csv_next(struct csv *c, struct csv_row *row, bool *more,
	      struct error *err) MUST_CHECK;
const char *csv_charset(const struct csv *c);
char csv_separator(const struct csv *c);

/*
 * Adds one cell, quoted where it must be, and guarded: what a spreadsheet
 * would take for a formula, a date or a number with other digits than it is
 * written with stands as ="..." or, where that cannot be, behind an
 * apostrophe.  csv_unguard() gives the text back.
 */
void csv_add_cell(struct text *t, const char *cell, char separator);
/* Takes the guard off, in place; true when there was one. */
bool csv_unguard(char *cell);
/* Would a spreadsheet make something else of it than text? */
bool csv_needs_guard(const char *cell);

/* "A", "Z", "AA": the column of that index, from 0. */
void text_add_column(struct text *t, size_t column);

#endif
