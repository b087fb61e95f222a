/* perform.h -- a command line becomes work: moves, looks, acts, forms */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_PERFORM_H
#define TUI_PERFORM_H

#include "tui/line.h"
#include "tui/loop.h"

/* Runs a line as if its key had been pressed on the top screen; answers
   what must happen to that screen. */
unsigned perform_line(struct tui *t, const struct line *line);
/* The part of it for moves (perform-move.c). */
unsigned perform_move(struct tui *t, const struct move *m);

/* Does a writing act and says its answer or its error in the status line;
   true when it is done.  `show` opens the letter that it registered. */
bool perform_request(struct tui *t, const struct request *r, bool show);

#endif
