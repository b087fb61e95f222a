/* editor.h -- a text under the cursor, by clusters: one line or several */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include "tui/grid.h"
#include "tui/key.h"
#include "tui/moves.h"
#include "tui/undo.h"
#include "tui/wrap.h"

/* No text of a form is longer; what would be more is not taken. */
enum { EDITOR_MAX_BYTES = 64 * 1024 };

/*
 * The cursor stands between clusters, never inside one.  The text is kept in
 * the form in which it is stored (thai_normalise()), without controls and
 * other unsafe code points.  Starts as { 0 }, with has_lines set or not.
 */
struct editor {
	struct text text;
	size_t at;      /* byte offset of the cursor */
	bool has_lines; /* it may have several: Enter makes one */
	/* Where a line is broken between two words, the end of the upper one
	   and the beginning of the lower one are the same byte: the cursor
	   stands at the upper. */
	bool is_at_end;
	int columns; /* at which it was last laid out; 0: not yet */
	int top;     /* the first row shown */
	int goal;    /* 1 + the column that up and down keep; 0: none */
	struct undo undo;
};

void editor_done(struct editor *e);
/* Puts s there with the cursor behind it; what was there before cannot be
   brought back. */
void editor_set(struct editor *e, const char *s);
/* The same as one step that can be undone. */
void editor_replace(struct editor *e, const char *s);
/* Owned by e, never NULL. */
const char *editor_text(const struct editor *e);

/*
 * A code point typed, as it is, nothing is translated; Enter where there are
 * several lines.  False when it is not for an editor.
 */
bool editor_key(struct editor *e, uint32_t key);

/*
 * A move inside the text (tui/moves.h), false when it is not for an editor.
 * Backspace takes the last code point before the cursor, so that a wrong tone
 * mark costs one key; Delete takes the whole cluster behind it.  What is
 * killed in one go can be put in again in any editor.  A run of typing is one
 * step of undo.
 */
bool editor_move(struct editor *e, const struct move *m);

/* Changes of a kind that follow each other are one step of undo. */
enum edit { EDIT_ALONE, EDIT_TYPING, EDIT_ERASING, EDIT_KILLING };
/* n bytes of s, in the stored form, in place of [from, to), the cursor behind
   them.  Answers how many there was room for. */
size_t editor_splice(struct editor *e, enum edit kind, size_t from, size_t to,
		     const char *s, size_t n);

/* What became of a paste besides being put in. */
struct pasted {
	bool is_folded; /* line ends became spaces */
	size_t dropped; /* unsafe code points and wrong bytes left out */
	bool is_cut;    /* there was no room for all of it */
};
/* Puts s in at the cursor as one step. */
struct pasted editor_paste(struct editor *e, const char *s);

/* The window through which it is seen: where its lines wrap, and which are in
   sight. */
void editor_layout(struct editor *e, int rows, int columns);
/* One line scrolls sideways, several wrap.  With focus it sets the grid's
   cursor. */
void editor_draw(const struct editor *e, struct area a, bool has_focus);
/* Rows it takes when wrapped at `columns`, at least 1. */
int editor_rows(const struct editor *e, int columns);

/* The lines at a width, the last column left to the cursor; and the one in
   which the cursor stands. */
void editor_lines(const struct editor *e, int columns, struct wrapped *w);
size_t editor_line(const struct editor *e, const struct wrapped *w);
/* The border of clusters at or behind byte `at`. */
size_t editor_border(const struct editor *e, size_t at);

#endif
