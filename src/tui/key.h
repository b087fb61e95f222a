/* key.h -- what a terminal sends, as one number, and how it is written */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* A key is a code point as typed, or one of these.  Ctrl-letters are the
   control characters, but Enter, Esc, Tab and Backspace have names. */
enum key {
	K_NONE = 0,
	K_ENTER = 0x110000,
	K_ESC,
	K_TAB,
	K_BACKTAB,
	K_BACKSPACE,
	K_DELETE,
	K_INSERT,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_C_LEFT, /* with Ctrl */
	K_C_RIGHT,
	K_C_HOME,
	K_C_END,
	K_F1,
	K_F12 = K_F1 + 11,
	K_MOUSE,  /* struct point of the terminal */
	K_PASTE,  /* a text was pasted: term_ops.pasted */
	K_RESIZE, /* the window has another size */
	K_TICK,   /* nobody typed for a while */
	K_CLOSED, /* the terminal is gone, or the script is at its end */
};

/* With Alt: added to the code point of the key, "M-f". */
enum { K_META = 0x200000 };

/* A code point that may be put into a text: no control, nothing unsafe. */
bool key_is_text(uint32_t key);

/* "q", "Enter", "C-s", "C-_", "M-f", "C-Left", "F10", "Space", "S-Tab"; K_NONE
   when it is no name. */
uint32_t key_parse(const char *name);
void text_add_key(struct text *t, uint32_t key);

/* The key meant as a command: a Thai character is the US key that lies under
   it on a Kedmanee keyboard, also with Alt; ASCII and named keys are
   themselves. */
uint32_t key_command(uint32_t key);

#endif
