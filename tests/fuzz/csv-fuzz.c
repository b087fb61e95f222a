/* csv-fuzz.c -- any spreadsheet: rows come back as written, none commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/csv.h"

#include "tests/fuzz/fuzz.h"

static const char separators[] = ",;\t|";

/* What a spreadsheet may take for a formula is one only where it is a text in
   quotes, and nothing behind it. */
static void
check_guarded(const char *written)
{
	static const char *const starts[] = {"+",  "-",  "@",  "\t", "\r",
					     "＝", "＋", "－", "＠"};
	size_t n = strlen(written);

	for (size_t i = 0; i < ARRAY_SIZE(starts); i++)
		if (strncmp(written, starts[i], strlen(starts[i])) == 0)
			bug("it may be a formula: %s", written);
	if (written[0] != '=')
		return;
	if (n < 3 || written[1] != '"' || written[n - 1] != '"')
		bug("it is a formula: %s", written);
	for (size_t i = 2; i < n - 1; i++)
		if (written[i] == '"' && (++i == n - 1 || written[i] != '"'))
			bug("it goes on behind its text: %s", written);
}

/* The one row of a text, its cells in the arena. */
static size_t
read_row(const struct text *t, char separator, const char *cells[],
	 struct arena *a)
{
	static struct csv_row row;
	FILE *in = fmemopen(t->s, t->n, "r");
	struct error err = {0};
	struct csv *c = csv_new(in, "UTF-8", separator, &err);
	bool more = false;

	if (c == NULL || !csv_next(c, &row, &more, &err) || !more)
		bug("no row of what was written");
	for (size_t i = 0; i < row.n; i++)
		cells[i] = arena_strdup(a, row.cells[i]);
	if (!csv_next(c, &row, &more, &err) || more)
		bug("one row became several");
	csv_free(c);
	fclose(in);
	return row.n;
}

/* The row as it is written, read again, is the row. */
static void
check_row(const struct csv_row *row, char separator)
{
	static const char *again[CSV_CELLS_MAX];
	struct arena a = {0};
	struct text t = {0};
	size_t n;

	text_add(&t, "\xEF\xBB\xBF");
	for (size_t i = 0; i < row->n; i++) {
		text_add_n(&t, &separator, i > 0);
		csv_add_cell(&t, row->cells[i], separator);
	}
	text_add(&t, "\r\n");
	n = read_row(&t, separator, again, &a);
	for (size_t i = 0; i < n; i++) {
		char *cell = arena_strdup(&a, again[i]);

		check_guarded(cell);
		csv_unguard(cell);
		if (strcmp(cell, row->cells[i]) != 0)
			bug("%s became %s", row->cells[i], cell);
	}
	text_done(&t);
	arena_done(&a);
}

static size_t
lines_of(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += *s == '\n';
	return n;
}

/* What is written is UTF-8, its lines end alike, and a row has its limits. */
static bool
can_be_written(const struct csv_row *row)
{
	size_t n = 0, lines = 0;

	for (size_t i = 0; i < row->n; i++) {
		const char *s = row->cells[i];

		n += strlen(s) + 4;
		lines += lines_of(s);
		if (utf8_fault(s, strlen(s)) >= 0 || strchr(s, '\r') != NULL)
			return false;
	}
	return row->n > 0 && n < CSV_ROW_MAX / 4 && lines <= CSV_LINES_MAX;
}

/* Cells that no reader has had in its hands: between the NULs. */
static void
check_cells(const uint8_t *data, size_t n, char separator)
{
	static struct csv_row row;
	struct input in = {data, n};
	struct arena a = {0};

	for (row.n = 0; in.n > 0 && row.n < CSV_CELLS_MAX;)
		row.cells[row.n++] = input_utf8(&in, &a);
	if (can_be_written(&row))
		check_row(&row, separator);
	arena_done(&a);
}

static void
check_sheet(const uint8_t *data, size_t n, char separator)
{
	static struct csv_row row;
	struct error err = {0};
	bool more = true;
	FILE *in = fmemopen((void *)(uintptr_t)data, n, "r");
	struct csv *c = csv_new(in, NULL, separator, &err);

	while (c != NULL && csv_next(c, &row, &more, &err) && more)
		if (can_be_written(&row))
			check_row(&row, separator);
	csv_free(c);
	fclose(in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char separator;

	if (n < 2)
		return 0;
	separator = separators[data[0] % 4];
	check_cells(data + 1, n - 1, separator);
	check_sheet(data + 1, n - 1, separator);
	return 0;
}
