/* desk-keeping.h -- the desk tells of backups, and asks what paper knows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_DESK_KEEPING_H
#define TUI_SCREENS_DESK_KEEPING_H

#include "app/keeping.h"

#include "tui/grid.h"
#include "tui/loop.h"

/* True when paper is asked: the row is full then. */
bool desk_draw_asked(const struct tui *t, const struct keeping *k,
		     struct area a, int row);
/* At the right end of the row, where it fits behind `col`. */
void desk_draw_backup(const struct tui *t, const struct keeping *k,
		      struct area a, int row, int col);

/* An act that takes a number is asked for: while paper is asked, the form for
   its last number opens in its place.  False when it is not asked, or on
   failure (told): then the act itself is refused. */
bool desk_ask_paper(struct tui *t, const struct action *act);

#endif
