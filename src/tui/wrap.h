/* wrap.h -- the lines that a text makes at a width */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_WRAP_H
#define TUI_WRAP_H

#include <stddef.h>

/* Lines point into the text, which must outlive them; at least one. */
struct wrapped_line {
	const char *s;
	size_t n; /* bytes */
};
struct wrapped {
	struct wrapped_line *at;
	size_t n;
};

void wrapped_init(struct wrapped *w, const char *s, int columns);
void wrapped_done(struct wrapped *w);

#endif
