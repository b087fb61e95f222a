/* grid.h -- a picture made of cells, and the areas one draws in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_GRID_H
#define TUI_GRID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

#include "tui/style.h"

/*
 * A cell holds what a terminal shows in one column: a base with its marks
 * (five code points are what curses takes), 0 after the last.  A cluster of
 * two columns has a second cell that belongs to the first (is_tail): empty
 * after a wide character, the SARA AM after its consonant.
 */
enum { CELL_CODES = 5 };
struct cell {
	uint32_t code[CELL_CODES];
	uint8_t style; /* enum style */
	bool is_selected;
	bool is_tail;
};

enum { LIST_LINES_MAX = 200 };

struct grid {
	int rows;
	int cols;
	struct cell *at; /* rows * cols */
	int cursor_row;  /* -1: no cursor */
	int cursor_col;
	bool marks_rows; /* the chosen row has a mark, not a bar */
	/* Where the list lies whose rows are chosen; no rows: nowhere.  How
	   far each of its lines is from the chosen row. */
	struct {
		int row, col;
		int rows, cols;
		short steps[LIST_LINES_MAX];
	} list;
};

/* A grid starts as { 0 }.  Blank afterwards, without a cursor. */
void grid_resize(struct grid *g, int rows, int cols);
void grid_clear(struct grid *g);
void grid_done(struct grid *g);
struct cell *grid_cell(const struct grid *g, int row, int col);
bool cell_equal(const struct cell *a, const struct cell *b);

/* One row as UTF-8, trailing spaces left out; its styles, a letter a cell,
   in upper case where selected. */
void grid_row_text(const struct grid *g, int row, struct text *out);
void grid_row_styles(const struct grid *g, int row, struct text *out);

/* A rectangle of a grid.  Everything drawn is clipped to it; rows and columns
   count from its corner.  Passed by value. */
struct area {
	struct grid *grid;
	int row, col;
	int rows, cols;
};
struct area area_of(struct grid *g);
/* The part of it that lies inside `a`; may be empty. */
struct area area_part(struct area a, int row, int col, int rows, int cols);

/*
 * Puts the clusters of s that fit whole; answers the columns used.  A loose
 * mark is drawn on U+25CC, what may not reach a terminal as a visible mark.
 * Overwriting half a cluster blanks its other half.
 */
int area_put(struct area a, int row, int col, enum style style, const char *s);
int area_put_n(struct area a, int row, int col, enum style style, const char *s,
	       size_t n);
int area_printf(struct area a, int row, int col, enum style style,
		const char *fmt, ...) PRINTF_LIKE(5, 6);
/* Exactly `columns`: padded, or cut with "…" in the last column. */
enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };
void area_put_padded(struct area a, int row, int col, int columns,
		     enum align align, enum style style, const char *s);

/* Blanks the whole area in a style. */
void area_fill(struct area a, enum style style);
/* A box along the edge of the area, with a title in its upper line (may be
   NULL); a line across one row. */
void area_box(struct area a, enum style style, const char *title);
void area_rule(struct area a, int row, enum style style);
/* The area is the chosen one: a bar over it, or ">" in its corner. */
void area_select(struct area a);
/* The area is a list; these of its lines are so many rows from the chosen
   one. */
void area_note_list(struct area a);
void area_note_row(struct area a, int steps);
/* Where the terminal's cursor stands. */
void area_cursor(struct area a, int row, int col);
/* Copies the rows of a grid from `top` on, as many as there are room. */
void area_copy(struct area a, const struct grid *from, int top);

#endif
