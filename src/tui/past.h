/* past.h -- the command lines typed before, to be typed again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_PAST_H
#define TUI_PAST_H

#include <stddef.h>

/* The last so many of this session, oldest first.  Starts as { 0 }. */
enum { PAST_MAX = 50 };
struct past {
	char *at[PAST_MAX]; /* owned */
	size_t n;
};

void past_done(struct past *p);
/* The newest; the same line twice in a row is kept once, a blank one not. */
void past_add(struct past *p, const char *line);
/* The `back`th from the end, 1 the newest; NULL when there are not so many. */
const char *past_line(const struct past *p, size_t back);

#endif
