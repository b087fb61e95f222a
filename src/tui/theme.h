/* theme.h -- how styles look: attributes and colours, from a table of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_THEME_H
#define TUI_THEME_H

#include "base/error.h"

#include "app/setting.h"

#include "tui/style.h"

extern const struct error_kind THEME_WRONG; /* "theme-wrong", 2 */

enum look_bit {
	LOOK_BOLD = 1,
	LOOK_DIM = 2,
	LOOK_REVERSE = 4,
	LOOK_UNDERLINE = 8,
};

/* Colours are those of the terminal, 0 to 255, the first eight in ANSI order;
   -1 is its own. */
struct look {
	unsigned bits; /* enum look_bit */
	int ink;
	int paper;
};
#define LOOK_PLAIN ((struct look){0, -1, -1})
bool look_equal(struct look a, struct look b);

struct theme {
	struct look at[STYLE_COUNT];
};

/*
 * The theme of that name from data/themes.conf and the files over it, ended
 * by {NULL, NULL}.  On failure, THEME_WRONG with the place: a theme nobody
 * knows, a line that is wrong; then it is what the program has of its own,
 * `default' where it has none.
 */
bool theme_read(struct theme *t, const char *name,
		const struct conf_file *files, struct error *err) MUST_CHECK;
/* The one the program carries; a bug when there is none. */
void theme_own(struct theme *t, const char *name);

/* How a cell looks: its style, and reversed where the row is selected. */
struct look theme_look(const struct theme *t, enum style style,
		       bool is_selected);

#endif
