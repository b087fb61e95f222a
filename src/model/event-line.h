/* event-line.h -- one event as one line of text, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_EVENT_LINE_H
#define MODEL_EVENT_LINE_H

#include "model/event.h"

/* What stands for words that were destroyed by the rules. */
extern const char event_line_destroyed[]; /* "destroyed" */

/*
 * Adds the event as fields between tabs, without the line's end; in order:
 * time in Bangkok, office, seq, kind, book, number, year, login, post,
 * capacity, acting order, words, letter, person, how known, act id, nonce,
 * salt, commitment, hash.  What is absent is "-"; the words are JSON as in the
 * register or event_line_destroyed, other texts as base/escape.h has them,
 * bytes in hexadecimal.  The same event is always the same line.
 */
void event_line_add(struct text *t, const struct event *e);

/*
 * The event of a line, which is cut up; texts point into it or lie in the
 * arena.  False, with what is wrong in *why (in the language in force), unless
 * event_line_add() writes this event exactly so.
 */
bool event_line_read(char *line, struct arena *a, struct event *e,
		     const char **why) MUST_CHECK;

#endif
