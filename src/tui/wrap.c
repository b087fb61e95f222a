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
