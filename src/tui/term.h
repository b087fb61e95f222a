/* term.h -- a terminal: keys come from it, pictures go to it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#include "tui/grid.h"
#include "tui/key.h"
#include "tui/theme.h"

struct terminal;

/* What every terminal can do.  The ones below begin with a struct terminal. */
struct term_ops {
	void (*size)(struct terminal *t, int *rows, int *cols);
	/* Waits for a key; K_TICK after t->tick_ms without one. */
	uint32_t (*read)(struct terminal *t);
	/* Whether a key waits to be read. */
	bool (*has_key)(const struct terminal *t);
	/* The text of the K_PASTE read last, as it came, UTF-8 without NUL;
	   owned by t, good until the next read. */
	const char *(*pasted)(const struct terminal *t);
	/* Keys pressed so far and not read are dropped: nobody saw what they
	   would do.  A script has none such. */
	void (*drop_keys)(struct terminal *t);
	/* Shows the grid: only the cells that changed since the last one. */
	void (*flush)(struct terminal *t, const struct grid *g);
	/* Everything is to be shown anew by the next flush. */
	void (*forget)(struct terminal *t);
	/* Puts a text into its clipboard (OSC 52), as far as it takes it;
	   goes out with the next picture. */
	void (*copy)(struct terminal *t, const char *text);
	/* Gives the terminal to the shell until the program is continued. */
	void (*suspend)(struct terminal *t);
	/* Gives the terminal back as it was and frees t. */
	void (*done)(struct terminal *t);
};

enum { TERM_TICK_MS = 1000 };

/* What the mouse did, and in which cell. */
enum point_what { POINT_PRESS, POINT_UP, POINT_DOWN };
struct point {
	enum point_what what;
	int row, col;
};

struct terminal {
	const struct term_ops *ops;
	int tick_ms;        /* 0: TERM_TICK_MS */
	struct point point; /* of the last K_MOUSE */
	bool has_blocks;    /* it can write half blocks and their like */
};

extern const struct error_kind TERM_UNUSABLE; /* "term-unusable", 2 */

/* How it looks, with colours and where there are none, and whether it tells of
   the mouse. */
struct term_wish {
	struct theme colour;
	struct theme mono;
	bool has_mouse;
	bool is_in_screen; /* GNU screen passes on only what it is told to */
};

/* The terminal of standard input and output, by ncursesw.  One at a time; the
   wish is borrowed.  SIGHUP and SIGTERM become K_CLOSED.  NULL and err
   when it cannot be used. */
struct terminal *term_curses_new(const struct term_wish *wish,
				 struct error *err) MUST_CHECK;
/* Gives back what another process had that was killed: all that
   term_curses_new() may switch on is switched off, and the line is as
   give_back_note() found it. */
void term_curses_give_back(void);

/* A terminal for tests: keeps the last picture, gives the keys it was fed
   and K_CLOSED when there are none left. */
struct terminal *term_test_new(int rows, int cols);
void term_test_feed(struct terminal *t, uint32_t key);
/* ... and a K_PASTE with this text. */
void term_test_paste(struct terminal *t, const char *text);
/* What was copied last, or "". */
const char *term_test_copied(const struct terminal *t);
/* The next key read is K_MOUSE. */
void term_test_point(struct terminal *t, struct point point);
/* The next key read is K_RESIZE. */
void term_test_resize(struct terminal *t, int rows, int cols);
const struct grid *term_test_grid(const struct terminal *t);
/* How many cells the last flush changed. */
int term_test_changed(const struct terminal *t);

#endif
