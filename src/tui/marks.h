/* marks.h -- letters of a list that are marked, to be acted on at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_MARKS_H
#define TUI_MARKS_H

#include "model/letter.h"

#include "app/action.h"

#include "tui/grid.h"
#include "tui/moves.h"

struct tui;

/* A screen's marks are by letter, not by row: they stay while rows come, go
   and are read again.  Starts as { 0 }. */
struct letter_mark {
	int64_t letter;
	char *number; /* as a command line has it */
};
struct marks {
	struct letter_mark *at; /* in the order of marking */
	size_t n;
};

bool marks_has(const struct marks *m, const struct letter *l);
void marks_put(struct marks *m, const struct letter *l);
void marks_take_off(struct marks *m, const char *number);
void marks_clear(struct marks *m);

/* In the column before the first of a row. */
void marks_draw(const struct marks *m, const struct letter *l, struct area a);
/* How many are marked on the top screen, for the status line; nothing where
   none is. */
void marks_tell(const struct tui *t, struct text *told);

/* The moves "mark", "mark-all" and "unmark" (moves.h). */
unsigned marks_mark(struct tui *t, const struct move *m);
unsigned marks_mark_all(struct tui *t, const struct move *m);
unsigned marks_unmark(struct tui *t, const struct move *m);

/* What is marked on the top screen becomes the operands of an act that named
   no letter.  False, and err, when the act is done letter by letter. */
bool marks_name(const struct tui *t, struct arena *a, struct request *r,
		struct error *err) MUST_CHECK;
/* The act was done: its letters are marked nowhere any more. */
void marks_drop(struct tui *t, const struct request *r);

#endif
