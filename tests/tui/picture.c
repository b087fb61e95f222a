/* picture.c -- a grid as text in a frame, and what is seen of its cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/tui/picture.h"

#include <stdio.h>
#include <string.h>

#include "base/encoding.h"
#include "base/mem.h"
#include "base/thai.h"

#include "tui/charset.h"
#include "tui/theme.h"

struct plane {
	const char *name;
	void (*write)(FILE *f, const struct grid *g);
	const char *legend;
};

static void
write_edge(FILE *f, int cols)
{
	fputc('+', f);
	for (int i = 0; i < cols; i++)
		fputc('-', f);
	fputs("+\n", f);
}

static void
write_rows(FILE *f, const struct grid *g)
{
	struct text t = {0};

	for (int row = 0; row < g->rows; row++) {
		text_clear(&t);
		grid_row_text(g, row, &t);
		fprintf(f, "|%s%*s|\n", text_str(&t),
			g->cols - thai_columns(text_str(&t)), "");
	}
	text_done(&t);
}

static void
write_styles(FILE *f, const struct grid *g)
{
	struct text t = {0};

	for (int row = 0; row < g->rows; row++) {
		text_clear(&t);
		grid_row_styles(g, row, &t);
		fprintf(f, "|%s|\n", text_str(&t));
	}
	text_done(&t);
}

/* A letter for each cell that tells what is seen without colours. */
static char
letter_of(unsigned bits)
{
	static const struct {
		unsigned bits;
		char letter;
	} letters[] = {
	    {0, '.'},
	    {LOOK_BOLD, 'b'},
	    {LOOK_REVERSE, 'r'},
	    {LOOK_BOLD | LOOK_REVERSE, 'R'},
	    {LOOK_UNDERLINE, 'u'},
	    {LOOK_BOLD | LOOK_UNDERLINE, 'B'},
	    {LOOK_REVERSE | LOOK_UNDERLINE, 'U'},
	};

	for (size_t i = 0; i < ARRAY_SIZE(letters); i++)
		if (letters[i].bits == bits)
			return letters[i].letter;
	return '*';
}

static void
write_looks(FILE *f, const struct grid *g)
{
	struct theme mono;

	theme_own(&mono, "mono");
	for (int row = 0; row < g->rows; row++) {
		fputc('|', f);
		for (int col = 0; col < g->cols; col++) {
			const struct cell *c = grid_cell(g, row, col);

			fputc(letter_of(
				  theme_look(&mono, c->style, c->is_selected)
				      .bits),
			      f);
		}
		fputs("|\n", f);
	}
}

static size_t
count_codes(const struct cell *c)
{
	size_t n = 0;

	while (n < CELL_CODES && c->code[n] != 0)
		n++;
	return n;
}

/* Each row as its bytes would be, read again. */
static void
write_eight_bits(FILE *f, const struct grid *g)
{
	struct error err = {0};

	for (int row = 0; row < g->rows; row++) {
		struct text bytes = {0}, t = {0};

		for (int col = 0; col < g->cols; col++) {
			const struct cell *c = grid_cell(g, row, col);

			charset_add("TIS-620", &bytes, c->code, count_codes(c));
		}
		if (!encoding_to_utf8("TIS-620", text_str(&bytes), bytes.n, &t,
				      &err))
			bug("row %d: %s", row, err.detail);
		fprintf(f, "|%s|\n", text_str(&t));
		text_done(&bytes);
		text_done(&t);
	}
}

/* What may stand behind the name of a picture. */
static const struct plane planes[] = {
    {"tis-620", write_eight_bits, NULL},
    {"style", write_styles, NULL},
    {"mono", write_looks,
     "b bold, r reverse, R both, u underlined, B bold and underlined, * all"},
};

const struct plane *
plane_cut(char *rest)
{
	char *space = strrchr(rest, ' ');

	for (size_t i = 0; space && i < ARRAY_SIZE(planes); i++)
		if (strcmp(space + 1, planes[i].name) == 0) {
			*space = '\0';
			return &planes[i];
		}
	return NULL;
}

bool
picture_write(const char *path, const struct grid *g, const struct plane *plane)
{
	FILE *f = fopen(path, "w");

	if (!f)
		return false;
	write_edge(f, g->cols);
	write_rows(f, g);
	write_edge(f, g->cols);
	if (plane) {
		plane->write(f, g);
		write_edge(f, g->cols);
	}
	if (plane && plane->legend)
		fprintf(f, "%s\n", plane->legend);
	if (g->cursor_row >= 0)
		fprintf(f, "cursor in row %d, column %d\n", g->cursor_row + 1,
			g->cursor_col + 1);
	return fclose(f) == 0;
}
