/* complete.h -- what the last word of a command line may become */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_COMPLETE_H
#define APP_COMPLETE_H

#include "base/arena.h"

#include "app/session.h"

struct completion {
	const char *word; /* as it is put in: in quotes where it needs them */
	const char *help; /* what it stands for, in the language in force */
};
struct completion_list {
	struct completion *at;
	size_t n;
	size_t from; /* the byte of the line where the word begins */
};

/* More are not told. */
enum { COMPLETIONS_MAX = 60 };

/*
 * Names of actions that begin like the line; behind a name its options, and
 * the values of an option or operand: choices, posts, divisions, people,
 * drafts, letters (what waits for the asker, then the newest of the year),
 * stock phrases.  A value is found by its beginning or by that of its help.
 * In the arena.
 */
bool complete_line(struct session *s, const char *line, struct arena *a,
		   struct completion_list *list, struct error *err) MUST_CHECK;

#endif
