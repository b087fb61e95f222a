/* list.h -- rows of which one is chosen; it never knows what they show */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "tui/grid.h"
#include "tui/moves.h"

/* Starts as { 0 }. */
struct list {
	size_t n;
	size_t at;  /* the chosen row, 0 when there is none */
	size_t top; /* the first row shown */
	int rows;   /* rows shown */
};

/* Other rows came: the place stays as near as it can. */
void list_set_count(struct list *l, size_t n);
/* Another window: the chosen row stays in sight. */
void list_set_rows(struct list *l, int rows);
void list_choose(struct list *l, size_t at);
void list_move(struct list *l, const struct move *m);

/* Calls draw for each row in sight, each with an area of one row. */
typedef void (*list_draw_fn)(const void *ctx, size_t i, struct area row);
void list_draw(const struct list *l, struct area a, list_draw_fn draw,
	       const void *ctx);
/* "  12/144" for the end of a line, nothing when all rows are in sight. */
void list_add_place(const struct list *l, struct text *t, bool thai_digits);

#endif
