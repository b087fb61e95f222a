/* repeat.h -- what the letter before said, as options for the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_REPEAT_H
#define APP_REPEAT_H

#include "app/action.h"

/* Options of `receive` and their values, as one would type them. */
struct repeats {
	const struct argument *at;
	size_t n;
};

/*
 * Those of the letter that the person registered last this year, among the
 * newest 500; none when there is no such letter, or when it is secret and may
 * no longer be read.  In the arena.
 */
bool repeats_load(struct session *s, struct arena *a, struct repeats *r,
		  struct error *err) MUST_CHECK;
/* The i-th value of an option, or NULL. */
const char *repeats_value(const struct repeats *r, const char *option,
			  size_t i);

#endif
