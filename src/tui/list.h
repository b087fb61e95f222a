/* list.h -- rows of which one is chosen, seen through a window that moves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "base/span.h"

#include "tui/grid.h"
#include "tui/moves.h"

/*
 * A list may have any number of rows: it holds a piece of them, some pages
 * around the chosen one, and never knows what they show.  A screen that shows
 * one does the same three things, whatever its rows are:
 *
 *   load()    asks list_span() which piece, reads it, and gives its keys to
 *             list_take();
 *   layout()  says by list_set_rows() how many lines there are;
 *   moves     go to list_move() or list_aim(), and where these answer that the
 *             piece ends too near, the screen is stale: it is loaded anew
 *             around the chosen row.
 *
 * Rows that come and go meanwhile do not move the choice: it is a key.
 *
 * Starts as { 0 }, with the first row chosen where keys are not negative; else
 * by list_aim().
 */
struct list {
	/* The piece: in the arena of the screen. */
	size_t n;
	const struct row_key *keys; /* rising */
	const bool *heads; /* has a line above it, unless it is the first in
			      sight; NULL: none has */
	bool has_before;   /* there are rows before the piece */
	bool has_after;

	size_t at;          /* the chosen row, 0 when there is none */
	size_t top;         /* the first row in sight */
	struct row_key aim; /* of the chosen row, or where one wants to be */
	int rows;           /* lines in sight */
	int lines;          /* of one row; 0 is 1 */
};

/* Which rows are to be read now, and what was read: keys as in the list. */
struct row_span list_span(const struct list *l);
struct list_piece {
	const struct row_key *keys;
	const bool *heads;
	size_t n;
};
void list_take(struct list *l, const struct row_span *asked,
	       struct list_piece piece);

/* The same of a list that was read whole. */
void list_take_all(struct list *l, struct list_piece all);

/* All these answer whether there are rows enough to draw and to move on by a
   page; if not, the screen is to be loaded anew. */
bool list_set_rows(struct list *l, int rows);
bool list_move(struct list *l, const struct move *m);
/* The row of that key, or the next behind it, is chosen. */
bool list_aim(struct list *l, struct row_key key);
/* The row of the piece is chosen. */
bool list_choose(struct list *l, size_t at);

/* How many rows are in sight, whole, from .top on. */
size_t list_in_sight(const struct list *l);

/* Draws each row in sight in an area of its lines, and the line above it. */
struct list_look {
	void (*row)(const void *ctx, size_t i, struct area a);
	void (*head)(const void *ctx, size_t i, struct area a); /* or NULL */
};
void list_draw(const struct list *l, struct area a,
	       const struct list_look *look, const void *ctx);
/* "  12/144" for the end of a line; nothing when all rows are in sight, or
   when the piece is not all of them. */
void list_add_place(const struct list *l, struct text *t, bool thai_digits);

#endif
