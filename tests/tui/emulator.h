/* emulator.h -- a terminal in memory: takes bytes, shows cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TUI_EMULATOR_H
#define TESTS_TUI_EMULATOR_H

#include "tui/grid.h"
#include "tui/theme.h"

enum { EMULATOR_HELD_MAX = 64 };

struct emulated_cell {
	uint32_t code[CELL_CODES]; /* ' ' when blank, 0 after a wide one */
	struct look look;
};

/*
 * As much of a VT100 and its heirs as curses programs use.  What it does not
 * understand it counts, so that a test cannot pass by luck.
 */
struct emulator {
	int rows, cols;
	struct emulated_cell *at;
	int row, col;
	int top, bottom; /* the rows that scroll */
	struct look look;
	bool is_waiting; /* after the last column */
	bool is_hidden;  /* the cursor */
	bool erases_paper;
	bool has_screen;  /* the one for programs */
	bool has_keys;    /* application keys */
	bool takes_paste; /* between brackets */
	bool takes_mouse;
	bool is_thai;      /* eight bits: TIS-620, not UTF-8 */
	int sara_am_width; /* 1; 2 in terminals that get it wrong */
	int not_understood;
	char held[EMULATOR_HELD_MAX]; /* a sequence that is not complete */
	size_t n_held;
};

void emulator_init(struct emulator *e, int rows, int cols);
void emulator_done(struct emulator *e);
void emulator_resize(struct emulator *e, int rows, int cols);
void emulator_write(struct emulator *e, const char *s, size_t n);
const struct emulated_cell *emulator_cell(const struct emulator *e, int row,
					  int col);
/* One row as UTF-8, trailing spaces left out. */
void emulator_row(const struct emulator *e, int row, struct text *out);
/* The words stand somewhere in one of its rows. */
bool emulator_shows(const struct emulator *e, const char *words);

#endif
