/* area.c -- drawing in a rectangle of a grid: text by clusters, boxes, lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "tui/grid.h"

enum { SARA_AM = 0x0E33, DOTTED_CIRCLE = 0x25CC };

struct area
area_of(struct grid *g)
{
	return (struct area){.grid = g, .rows = g->rows, .cols = g->cols};
}

static int
clamp(int n, int low, int high)
{
	return n < low ? low : n > high ? high : n;
}

struct area
area_part(struct area a, int row, int col, int rows, int cols)
{
	row = clamp(row, 0, a.rows);
	col = clamp(col, 0, a.cols);
	return (struct area){
	    .grid = a.grid,
	    .row = a.row + row,
	    .col = a.col + col,
	    .rows = clamp(rows, 0, a.rows - row),
	    .cols = clamp(cols, 0, a.cols - col),
	};
}

static bool
area_has(struct area a, int row, int col)
{
	return row >= 0 && row < a.rows && col >= 0 && col < a.cols;
}

static struct cell *
area_cell(struct area a, int row, int col)
{
	return grid_cell(a.grid, a.row + row, a.col + col);
}

/* Only its style is left of it. */
static void
cell_blank(struct cell *c)
{
	memset(c->code, 0, sizeof(c->code));
	c->code[0] = ' ';
	c->is_tail = false;
}

/* Nothing may be left of a cluster whose other half is drawn over. */
static void
break_clusters(struct area a, int row, int col, int columns)
{
	int first = a.col + col, end = first + columns;
	struct cell *line = grid_cell(a.grid, a.row + row, 0);

	if (line[first].is_tail && first > 0)
		cell_blank(&line[first - 1]);
	if (end < a.grid->cols && line[end].is_tail)
		cell_blank(&line[end]);
}

/* The code points of a cluster into the cells of its columns. */
static void
put_cluster(struct area a, int row, int col, enum style style,
	    const struct cluster *c)
{
	struct cell *cell = area_cell(a, row, col);
	struct cell empty = {.style = (uint8_t)style};
	size_t length, k = 0;
	uint32_t code;

	break_clusters(a, row, col, c->columns);
	for (int i = 0; i < c->columns; i++) {
		cell[i] = empty;
		cell[i].is_tail = i > 0;
	}
	if (c->loose_mark)
		cell->code[k++] = DOTTED_CIRCLE;
	for (size_t i = 0; i < c->n; i += length) {
		length = utf8_next(c->s + i, c->n - i, &code);
		if (code == SARA_AM && i > 0 && c->columns > 1) {
			cell += c->columns - 1;
			k = 0;
		}
		if (k < CELL_CODES)
			cell->code[k++] = code;
	}
}

static int
put_visible(struct area a, int row, int col, enum style style, const char *s)
{
	size_t left = strlen(s);
	int at = col;

	while (left > 0) {
		struct cluster c = cluster_next(s, left);

		if (!area_has(a, row, at) ||
		    !area_has(a, row, at + c.columns - 1))
			break;
		put_cluster(a, row, at, style, &c);
		at += c.columns;
		s += c.n;
		left -= c.n;
	}
	return at - col;
}

int
area_put_n(struct area a, int row, int col, enum style style, const char *s,
	   size_t n)
{
	struct text raw = {0}, seen = {0};

	text_add_n(&raw, s, n);
	text_add_visible(&seen, text_str(&raw), false);
	int used = put_visible(a, row, col, style, text_str(&seen));
	text_done(&raw);
	text_done(&seen);
	return used;
}

int
area_put(struct area a, int row, int col, enum style style, const char *s)
{
	return area_put_n(a, row, col, style, s, strlen(s));
}

int
area_printf(struct area a, int row, int col, enum style style, const char *fmt,
	    ...)
{
	va_list ap;

	va_start(ap, fmt);
	char *s = xvasprintf(fmt, ap);
	va_end(ap);
	int used = area_put(a, row, col, style, s);
	free(s);
	return used;
}

void
area_put_padded(struct area a, int row, int col, int columns, enum align align,
		enum style style, const char *s)
{
	struct text seen = {0}, line = {0};

	if (columns <= 0)
		return;
	text_add_visible(&seen, s, false);
	int spare = columns - thai_columns(text_str(&seen));
	if (align == ALIGN_CENTRE && spare > 1)
		text_printf(&line, "%*s", spare / 2, "");
	else
		spare = 0;
	thai_add_padded(&line, text_str(&seen), columns - spare / 2,
			align == ALIGN_RIGHT);
	put_visible(a, row, col, style, text_str(&line));
	text_done(&seen);
	text_done(&line);
}

void
area_fill(struct area a, enum style style)
{
	for (int row = 0; row < a.rows; row++) {
		if (a.cols > 0)
			break_clusters(a, row, 0, a.cols);
		for (int col = 0; col < a.cols; col++)
			*area_cell(a, row, col) = (struct cell){
			    .code = {' '}, .style = (uint8_t)style};
	}
}

static void
put_line(struct area a, int row, enum style style, const char *left,
	 const char *middle, const char *right)
{
	area_put(a, row, 0, style, left);
	for (int col = 1; col < a.cols - 1; col++)
		area_put(a, row, col, style, middle);
	area_put(a, row, a.cols - 1, style, right);
}

void
area_box(struct area a, enum style style, const char *title)
{
	put_line(a, 0, style, "┌", "─", "┐");
	for (int row = 1; row < a.rows - 1; row++) {
		area_put(a, row, 0, style, "│");
		area_put(a, row, a.cols - 1, style, "│");
	}
	put_line(a, a.rows - 1, style, "└", "─", "┘");
	if (title) {
		struct area line = area_part(a, 0, 2, 1, a.cols - 4);
		int used = area_put(line, 0, 1, STYLE_HEAD, title);

		area_put(line, 0, 0, style, " ");
		area_put(line, 0, used + 1, style, " ");
	}
}

void
area_rule(struct area a, int row, enum style style)
{
	put_line(a, row, style, "─", "─", "─");
}

void
area_select(struct area a)
{
	if (a.grid->marks_rows) {
		area_put(a, 0, 0, STYLE_NORMAL, ">");
		return;
	}
	for (int row = 0; row < a.rows; row++)
		for (int col = 0; col < a.cols; col++)
			area_cell(a, row, col)->is_selected = true;
}

void
area_note_list(struct area a)
{
	a.grid->list.row = a.row;
	a.grid->list.col = a.col;
	a.grid->list.rows = a.rows;
	a.grid->list.cols = a.cols;
	memset(a.grid->list.steps, 0, sizeof(a.grid->list.steps));
}

void
area_note_row(struct area a, int steps)
{
	int line = a.row - a.grid->list.row;

	for (int row = 0; row < a.rows; row++)
		if (line + row < LIST_LINES_MAX)
			a.grid->list.steps[line + row] = (short)steps;
}

void
area_cursor(struct area a, int row, int col)
{
	if (!area_has(a, row, col))
		return;
	a.grid->cursor_row = a.row + row;
	a.grid->cursor_col = a.col + col;
}

void
area_copy(struct area a, const struct grid *from, int top)
{
	int cols = a.cols < from->cols ? a.cols : from->cols;

	for (int row = 0; row < a.rows && top + row < from->rows; row++)
		if (cols > 0)
			memcpy(area_cell(a, row, 0),
			       grid_cell(from, top + row, 0),
			       (size_t)cols * sizeof(struct cell));
}
