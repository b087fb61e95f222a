/* past.c -- the command lines typed before, to be typed again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/past.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

void
past_done(struct past *p)
{
	for (size_t i = 0; i < p->n; i++)
		free(p->at[i]);
	*p = (struct past){0};
}

void
past_add(struct past *p, const char *line)
{
	const char *last = past_line(p, 1);

	if (text_is_blank(line) || (last && strcmp(last, line) == 0))
		return;
	if (p->n == PAST_MAX) {
		free(p->at[0]);
		memmove(p->at, p->at + 1, (PAST_MAX - 1) * sizeof(*p->at));
		p->n--;
	}
	p->at[p->n++] = xstrdup(line);
}

const char *
past_line(const struct past *p, size_t back)
{
	return back > 0 && back <= p->n ? p->at[p->n - back] : NULL;
}
