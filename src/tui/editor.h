/* editor.h -- one line of text under the cursor, by clusters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include "tui/grid.h"
#include "tui/key.h"

/* The cursor stands between clusters, never inside one.  The text is kept in
   the form in which it is stored (thai_normalise()).  Starts as { 0 }. */
struct editor {
	struct text text;
	size_t at; /* byte offset of the cursor */
};

void editor_done(struct editor *e);
/* Puts s there with the cursor behind it. */
void editor_set(struct editor *e, const char *s);
/* Owned by e, never NULL. */
const char *editor_text(const struct editor *e);

/*
 * A key while typing; false when it is not for an editor.  A code point is
 * put in as typed, nothing is translated.  Left, Right, Home, End (C-a, C-e);
 * Backspace takes the last code point before the cursor, so that a wrong tone
 * mark costs one key; Delete takes the whole cluster behind it; C-u to the
 * beginning, C-k to the end, C-w the word before.
 */
bool editor_key(struct editor *e, uint32_t key);

/* In one row it scrolls sideways, in several it wraps.  With focus it sets
   the grid's cursor. */
void editor_draw(const struct editor *e, struct area a, bool has_focus);
/* Rows it takes when wrapped at `columns`, at least 1. */
int editor_rows(const struct editor *e, int columns);

#endif
