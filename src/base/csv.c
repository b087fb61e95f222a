/* csv.c -- rows of cells from a spreadsheet's text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/csv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/encoding.h"

enum {
	SAMPLE = 1 << 20, /* by which the encoding is guessed */
	PIECE = 64 << 10, /* read at a time */
};

struct csv {
	FILE *in;
	const char *charset;
	char separator;
	long rows;
	bool is_at_end; /* of the file: all of it is in `text` */
	char rest[4];   /* the beginning of a character */
	size_t n_rest;
	struct text text; /* read and decoded, */
	size_t at;        /* of which so much was given as rows */
	struct text cells;
	size_t starts[CSV_CELLS_MAX];
};

static bool
io_error(struct error *err)
{
	return error_set(err, &ERROR_IO, "%s", error_words(errno));
}

static bool
guess(struct csv *c, struct error *err)
{
	char *sample = xmalloc(SAMPLE);
	size_t n = fread(sample, 1, SAMPLE, c->in);

	c->charset = encoding_guess(sample, n);
	free(sample);
	return !ferror(c->in) || io_error(err);
}

struct csv *
csv_new(FILE *in, const char *charset, char separator, struct error *err)
{
	struct csv *c = xcalloc(1, sizeof(*c));
	bool ok = true;

	c->in = in;
	if (charset == NULL)
		ok = guess(c, err);
	else
		ok = (c->charset = encoding_named(charset, err)) != NULL;
	if (ok && csv_rewind(c, separator, err))
		return c;
	csv_free(c);
	return NULL;
}

void
csv_free(struct csv *c)
{
	if (c == NULL)
		return;
	text_done(&c->text);
	text_done(&c->cells);
	free(c);
}

const char *
csv_charset(const struct csv *c)
{
	return c->charset;
}

char
csv_separator(const struct csv *c)
{
	return c->separator;
}

bool
csv_rewind(struct csv *c, char separator, struct error *err)
{
	c->separator = separator;
	c->rows = 0;
	c->is_at_end = false;
	c->n_rest = 0;
	c->at = 0;
	text_clear(&c->text);
	clearerr(c->in);
	return fseeko(c->in, 0, SEEK_SET) == 0 || io_error(err);
}

/* ----------------------------------------------------------------- decoding */

/* How many bytes at the end of a piece are the beginning of a character. */
static size_t
unfinished(const struct csv *c, const char *s, size_t n)
{
	bool is_big = strcmp(c->charset, "UTF-16BE") == 0;
	size_t odd = n % 2;
	unsigned char high;

	if (strncmp(c->charset, "UTF-16", 6) != 0)
		return 0;
	if (n - odd < 2)
		return n;
	high = (unsigned char)s[n - odd - (is_big ? 2 : 1)];
	return high >= 0xD8 && high <= 0xDB ? odd + 2 : odd;
}

static void
decode(struct csv *c, const char *s, size_t n)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t before = c->text.n;

	if (strcmp(c->charset, "UTF-8") == 0)
		text_add_n(&c->text, s, n);
	else
		encoding_decode(c->charset, s, n, &c->text);
	if (before == 0 && c->rows == 0 && c->text.n >= strlen(mark) &&
	    memcmp(c->text.s, mark, strlen(mark)) == 0)
		text_remove(&c->text, 0, strlen(mark));
}

static bool
read_piece(struct csv *c, struct error *err)
{
	char piece[PIECE];
	size_t keep, n = c->n_rest;

	memcpy(piece, c->rest, n);
	n += fread(piece + n, 1, sizeof(piece) - n, c->in);
	c->is_at_end = feof(c->in) != 0;
	if (ferror(c->in))
		return io_error(err);
	keep = c->is_at_end ? 0 : unfinished(c, piece, n);
	decode(c, piece, n - keep);
	memcpy(c->rest, piece + n - keep, keep);
	c->n_rest = keep;
	return true;
}

/* The longest row there may be is in memory, or all that is left. */
static bool
fill(struct csv *c, struct error *err)
{
	if (c->text.n - c->at > CSV_ROW_MAX || c->is_at_end)
		return true;
	text_remove(&c->text, 0, c->at);
	c->at = 0;
	while (c->text.n < 4 * (size_t)CSV_ROW_MAX && !c->is_at_end)
		if (!read_piece(c, err))
			return false;
	return true;
}

/* --------------------------------------------------------------------- rows */

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* A row under way: what is left of the text, and what was made of it. */
struct reader {
	struct csv *c;
	struct csv_row *row;
	const char *s;
	size_t at, n;
	int lines;
	bool takes_quotes;
};

static void
add_char(struct reader *r, char c)
{
	struct text *cells = &r->c->cells;

	if (c == '\0') {
		text_add_n(cells, "^@", 2);
		r->row->has_nul = true;
	} else {
		text_add_n(cells, &c, 1);
	}
}

static void
end_line(struct reader *r)
{
	r->at +=
	    r->s[r->at] == '\r' && r->at + 1 < r->n && r->s[r->at + 1] == '\n';
	r->at++;
}

/* Behind the opening quote; false when there is no closing one. */
static bool
read_quoted(struct reader *r)
{
	while (r->at < r->n) {
		char c = r->s[r->at];

		if (c == '"' && r->at + 1 < r->n && r->s[r->at + 1] == '"') {
			r->at++;
		} else if (c == '"') {
			r->at++;
			return true;
		} else if (is_line_end(c)) {
			if (++r->lines > CSV_LINES_MAX)
				return false;
			add_char(r, '\n');
			end_line(r);
			continue;
		}
		add_char(r, c);
		r->at++;
	}
	return false;
}

static bool
read_cell(struct reader *r)
{
	if (r->takes_quotes && r->at < r->n && r->s[r->at] == '"') {
		r->at++;
		if (!read_quoted(r))
			return false;
	}
	while (r->at < r->n && r->s[r->at] != r->c->separator &&
	       !is_line_end(r->s[r->at]))
		add_char(r, r->s[r->at++]);
	return true;
}

/* Cells as far as the end of the row; false at a quote that is not closed. */
static bool
read_cells(struct reader *r)
{
	struct csv *c = r->c;

	text_clear(&c->cells);
	for (r->row->n = 0;; r->at++) {
		size_t start = c->cells.n;

		if (!read_cell(r))
			return false;
		text_add_n(&c->cells, "", 1);
		if (r->row->n < CSV_CELLS_MAX)
			c->starts[r->row->n++] = start;
		else
			r->row->is_cut = true;
		if (r->at >= r->n || is_line_end(r->s[r->at]))
			return true;
	}
}

/* What is too long for one row goes as far as the next end of line. */
static bool
skip_rest(struct csv *c, struct error *err)
{
	for (;;) {
		while (c->at < c->text.n && !is_line_end(c->text.s[c->at]))
			c->at++;
		if (c->at < c->text.n || c->is_at_end)
			return true;
		if (!fill(c, err))
			return false;
	}
}

static bool
end_row(struct csv *c, struct reader *r, struct error *err)
{
	c->at += r->at;
	if (r->at >= r->n && r->n == CSV_ROW_MAX) {
		r->row->is_cut = true;
		if (!skip_rest(c, err))
			return false;
	}
	if (c->at < c->text.n) {
		*r = (struct reader){
		    .s = c->text.s, .at = c->at, .n = c->text.n};
		end_line(r);
		c->at = r->at;
	}
	return true;
}

bool
csv_next(struct csv *c, struct csv_row *row, bool *more, struct error *err)
{
	struct reader r;

	if (!fill(c, err))
		return false;
	*more = c->at < c->text.n;
	if (!*more)
		return true;
	*row = (struct csv_row){.number = ++c->rows};
	r = (struct reader){.c = c, .row = row, .s = c->text.s + c->at};
	r.n = c->text.n - c->at;
	if (r.n > CSV_ROW_MAX)
		r.n = CSV_ROW_MAX;
	r.takes_quotes = true;
	if (!read_cells(&r)) {
		r.at = 0;
		r.takes_quotes = false;
		row->is_open = true;
		read_cells(&r);
	}
	for (size_t i = 0; i < row->n; i++)
		row->cells[i] = c->cells.s + c->starts[i];
	return end_row(c, &r, err);
}
