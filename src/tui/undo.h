/* undo.h -- what was changed in a text, to take it back and do it again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_UNDO_H
#define TUI_UNDO_H

#include "base/text.h"

/* So many steps are kept; the oldest are forgotten. */
enum { UNDO_STEPS_MAX = 200 };

/* One step: `was` became `now`, whole code points. */
struct undo_step {
	size_t at; /* byte offset of both */
	char *was, *now;
	size_t cursor; /* before it */
};

/* Starts as { 0 }. */
struct undo {
	struct undo_step *steps; /* UNDO_STEPS_MAX, or NULL */
	size_t n;                /* done: the next one taken back is n - 1 */
	size_t n_undone;         /* taken back: they follow */
	int run;                 /* the kind of the open step, 0 = none open */
	bool is_run_over;        /* the next change is another step */
	char *before;            /* the text when the open step began */
	size_t cursor_before;
};

void undo_done(struct undo *u);

/* The text is about to be changed.  A change of the same kind as the one
   before goes on with its step, one of kind 0 stands alone. */
void undo_begin(struct undo *u, int kind, const char *text, size_t cursor);
/* Whatever comes next is another step: the cursor was moved. */
void undo_pause(struct undo *u);
/* The kind of step that a change would go on with now, or 0. */
int undo_run(const struct undo *u);

/* Takes the last step back, or does again what was taken back; false when
   there is nothing.  The cursor stands where it stood before, or behind what
   was done again: between code points, perhaps inside a cluster. */
bool undo_back(struct undo *u, struct text *text, size_t *cursor);
bool undo_again(struct undo *u, struct text *text, size_t *cursor);

#endif
