/* wrap.c -- the lines that a text makes at a width */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/wrap.h"

#include <stdlib.h>

#include "base/thai.h"

static void
take_line(void *ctx, const char *s, size_t n)
{
	struct wrapped *w = ctx;

	w->at[w->n++] = (struct wrapped_line){s, n};
}

void
wrapped_init(struct wrapped *w, const char *s, int columns)
{
	int width = columns > 1 ? columns : 1;
	int lines = thai_wrap(s, width, NULL, NULL);

	*w = (struct wrapped){
	    .at = xcalloc(lines > 0 ? (size_t)lines : 1, sizeof(*w->at))};
	thai_wrap(s, width, take_line, w);
}

void
wrapped_done(struct wrapped *w)
{
	free(w->at);
	*w = (struct wrapped){0};
}

int
wrapped_columns(const char *s, size_t n)
{
	int columns = 0;

	for (size_t at = 0; at < n;) {
		struct cluster c = cluster_next(s + at, n - at);

		columns += c.columns;
		at += c.n;
	}
	return columns;
}
