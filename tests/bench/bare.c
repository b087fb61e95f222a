/* bare.c -- pictures by curses alone: what a screen costs without us */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/tui/emulator.h"

enum { PAIRS_MAX = 256 };

static struct look pairs[PAIRS_MAX];
static short n_pairs = 1;

static short
pair_of(struct look look)
{
	if (look.ink < 0 && look.paper < 0)
		return 0;
	for (short i = 1; i < n_pairs; i++)
		if (pairs[i].ink == look.ink && pairs[i].paper == look.paper)
			return i;
	if (n_pairs == PAIRS_MAX)
		return 0;
	pairs[n_pairs] = look;
	init_pair(n_pairs, (short)look.ink, (short)look.paper);
	return n_pairs++;
}

static attr_t
attributes_of(unsigned bits)
{
	return (bits & LOOK_BOLD ? A_BOLD : 0) | (bits & LOOK_DIM ? A_DIM : 0) |
	       (bits & LOOK_REVERSE ? A_REVERSE : 0) |
	       (bits & LOOK_UNDERLINE ? A_UNDERLINE : 0);
}

static void
put(int row, int col, const struct emulated_cell *c)
{
	wchar_t codes[CELL_CODES + 1] = {0};
	cchar_t glyph;

	for (int i = 0; i < CELL_CODES; i++)
		codes[i] = (wchar_t)c->code[i];
	if (c->code[0] && setcchar(&glyph, codes, attributes_of(c->look.bits),
				   pair_of(c->look), NULL) == OK)
		mvadd_wch(row, col, &glyph);
}

/* FILE: rows and columns, then picture after picture, one for each key. */
int
main(int argc, char **argv)
{
	FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
	struct emulated_cell c;
	int size[2];

	setlocale(LC_ALL, "");
	if (!f || fread(size, sizeof(size), 1, f) != 1)
		return EXIT_FAILURE;
	initscr();
	raw();
	noecho();
	nonl();
	curs_set(0);
	idlok(stdscr, TRUE);
	if (has_colors() && start_color() == OK)
		use_default_colors();
	while (fread(&c, sizeof(c), 1, f) == 1) {
		put(0, 0, &c);
		for (int i = 1; i < size[0] * size[1]; i++)
			if (fread(&c, sizeof(c), 1, f) == 1)
				put(i / size[1], i % size[1], &c);
		refresh();
		getch();
	}
	endwin();
	fclose(f);
	return EXIT_SUCCESS;
}
