/* grid.c -- a picture made of cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/grid.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct cell blank = {.code = {' '}};

void
grid_clear(struct grid *g)
{
	for (int i = 0; i < g->rows * g->cols; i++)
		g->at[i] = blank;
	g->cursor_row = g->cursor_col = -1;
	g->list.rows = 0;
}

void
grid_resize(struct grid *g, int rows, int cols)
{
	free(g->at);
	g->rows = rows;
	g->cols = cols;
	g->at = rows > 0 && cols > 0
		    ? xcalloc((size_t)rows * (size_t)cols, sizeof(*g->at))
		    : NULL;
	grid_clear(g);
}

void
grid_done(struct grid *g)
{
	free(g->at);
	*g = (struct grid){0};
}

struct cell *
grid_cell(const struct grid *g, int row, int col)
{
	return &g->at[row * g->cols + col];
}

bool
cell_equal(const struct cell *a, const struct cell *b)
{
	return memcmp(a->code, b->code, sizeof(a->code)) == 0 &&
	       a->style == b->style && a->is_selected == b->is_selected;
}

void
grid_row_text(const struct grid *g, int row, struct text *out)
{
	size_t start = out->n;

	for (int col = 0; col < g->cols; col++) {
		const struct cell *c = grid_cell(g, row, col);

		for (int i = 0; i < CELL_CODES && c->code[i]; i++)
			text_add_code(out, c->code[i]);
	}
	while (out->n > start && out->s[out->n - 1] == ' ')
		text_remove(out, out->n - 1, 1);
}

void
grid_row_styles(const struct grid *g, int row, struct text *out)
{
	for (int col = 0; col < g->cols; col++) {
		const struct cell *c = grid_cell(g, row, col);
		int letter = styles[c->style].letter;

		if (c->is_selected)
			letter = letter == '.' ? '#' : toupper(letter);
		text_add_code(out, (uint32_t)letter);
	}
}
