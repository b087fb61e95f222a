/* paste.c -- text that a terminal marks as pasted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/paste.h"

static const char end_mark[] = "\033[201~";

void
paste_done(struct paste *p)
{
	text_done(&p->text);
	*p = (struct paste){0};
}

void
paste_start(struct paste *p)
{
	text_clear(&p->text);
	p->matched = 0;
}

/* The beginning of a mark that did not become one is text like the rest. */
static void
keep(struct paste *p, const char *s, size_t n)
{
	if (p->text.n + n <= PASTE_MAX_BYTES)
		text_add_n(&p->text, s, n);
}

bool
paste_add(struct paste *p, uint32_t code)
{
	char s[4];

	if (code != (unsigned char)end_mark[p->matched]) {
		keep(p, end_mark, p->matched);
		p->matched = 0;
	}
	if (code == (unsigned char)end_mark[p->matched])
		return !end_mark[++p->matched];
	if (code != 0)
		keep(p, s, utf8_put(code, s));
	return false;
}
