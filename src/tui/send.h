/* send.h -- what is sent to a terminal to turn one picture into the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SEND_H
#define TUI_SEND_H

#include "tui/caps.h"
#include "tui/grid.h"
#include "tui/theme.h"

/*
 * Knows what one terminal shows, where its cursor is and how it writes.  Only
 * cells that look different are sent, by the shortest way that the terminal
 * understands; rows that moved are scrolled where that is shorter.
 */
struct sender {
	const struct caps *caps;   /* borrowed */
	const struct theme *theme; /* ... */
	const char *charset;       /* ..., as charset_add() has it */
	bool is_forgotten;         /* nothing is known of what is shown */
	struct grid shown;
	int row, col;    /* of the cursor; -1: not known */
	bool is_at_edge; /* it waits after the last column */
	bool is_hidden;
	struct look look;
};

void sender_init(struct sender *s, const struct caps *caps,
		 const struct theme *theme);
void sender_done(struct sender *s);

/* Adds what is to be sent, as one piece.  Nothing when nothing changed. */
void send_picture(struct sender *s, const struct grid *g, struct text *out);
/* Attributes off and the cursor shown: before others write. */
void send_rest(struct sender *s, struct text *out);

/* Adds what puts a text into the clipboard of a terminal (OSC 52). */
void send_clipboard(struct text *out, const char *text, bool is_in_screen);

/* The parts: the cursor (send-move.c) ... */
void send_move(struct sender *s, struct text *out, int row, int col);
/* ... attributes and colours (send-look.c) ... */
void send_look(struct sender *s, struct text *out, struct look look);
/* ... and rows that moved (send-scroll.c): s->shown is as after it. */
void send_scroll(struct sender *s, struct text *out, const struct grid *g);

/* How a cell looks here. */
struct look sender_look(const struct sender *s, const struct cell *c);
/* Nobody could tell the two cells apart. */
bool sender_same(const struct sender *s, const struct cell *a,
		 const struct cell *b);

#endif
