/* csv-fuzz.c -- libFuzzer writes spreadsheets: no input may do harm */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* What is written as a cell is read again as it was. */
static void
check(const char *cell)
{
	struct text t = {0};
	char *back;
	size_t end;

	csv_add_cell(&t, cell, ',');
	text_add(&t, "");
	end = t.n;
	if (t.n > 0 && t.s[0] == '"') {
		end = 0;
		for (size_t i = 1; i + 1 < t.n; i++) {
			t.s[end++] = t.s[i];
			i += t.s[i] == '"';
		}
	}
	back = xstrndup(t.n > 0 ? t.s : "", end);
	csv_unguard(back);
	if (strcmp(back, cell) != 0)
		bug("not as it was: %s", cell);
	free(back);
	text_done(&t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct csv_row row;
	static const char separators[] = ",;\t|";
	struct error err = {0};
	bool more = true;
	struct csv *c;
	FILE *in;

	if (n < 2)
		return 0;
	in = fmemopen((void *)(uintptr_t)(data + 1), n - 1, "r");
	c = csv_new(in, NULL, separators[data[0] % 4], &err);
	while (c != NULL && csv_next(c, &row, &more, &err) && more)
		for (size_t i = 0; i < row.n; i++)
			check(row.cells[i]);
	csv_free(c);
	fclose(in);
	return 0;
}
