/* finder.h -- the screen of a search, for the files it is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_FINDER_H
#define TUI_SCREENS_FINDER_H

#include "tui/editor.h"
#include "tui/screens/hits.h"
#include "tui/screens/kept.h"

struct finder {
	struct screen screen;
	struct editor editor; /* the words */
	char *filters;        /* what stays while the words change */
	bool mine;            /* a filter, too */
	char *searched;       /* the line that was searched last, or NULL */
	char *wrong;          /* why it could not be, or NULL */
	char *chips;          /* its filters in words, "" */
	struct hits hits;
	struct kept kept; /* shown while nothing is looked for */
};

/* search-draw.c */
void finder_layout(struct screen *s, int rows, int cols);
void finder_draw(const struct screen *s, struct area a);

#endif
