/* moves.h -- what the screen can do besides acts on the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_MOVES_H
#define TUI_MOVES_H

#include <stdbool.h>
#include <stddef.h>

/* How far a scrolling move goes: `by` times this. */
enum unit { UNIT_NONE, UNIT_LINE, UNIT_PAGE, UNIT_ALL };

struct move {
	const char *name; /* as in keys.conf and after ":" */
	const char *help; /* N_(), one sentence */
	enum unit unit;
	int by;
	bool is_typing; /* only where one types: forms, the palette */
};

extern const struct move moves[]; /* ended by { 0 } */
const struct move *move_find(const char *name);

/* Where `at` of `n` lies after the move with `page` rows shown: 0..n-1. */
size_t move_apply(const struct move *m, size_t at, size_t n, int page);

#endif
