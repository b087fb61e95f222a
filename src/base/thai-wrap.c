/* thai-wrap.c -- lines of a given width, broken between Thai words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/thai-break.h"
#include "base/thai.h"

/* The line being filled: [begin, end) is what it shows, columns is the width
   of everything from begin, spaces after the last word included. */
struct wrap {
	int max;
	thai_line_fn line;
	void *ctx;
	int lines;
	const char *begin, *end;
	int columns;
};

static void
line_emit(struct wrap *w)
{
	if (w->line)
		w->line(w->ctx, w->begin, (size_t)(w->end - w->begin));
	w->lines++;
}

static void
line_start(struct wrap *w, const char *s)
{
	w->begin = w->end = s;
	w->columns = 0;
}

/* A word wider than a line: as many clusters in each as fit. */
static void
add_wide_word(struct wrap *w, const char *s, size_t n)
{
	for (size_t at = 0; at < n;) {
		struct cluster c = cluster_next(s + at, n - at);

		if (w->columns + c.columns > w->max && w->end > w->begin) {
			line_emit(w);
			line_start(w, c.s);
		}
		w->columns += c.columns;
		at += c.n;
		w->end = s + at;
	}
}

static void
add_word(void *ctx, const char *s, size_t n)
{
	struct wrap *w = ctx;
	int columns = thai_columns_n(s, n);

	if (w->columns + columns > w->max) {
		if (w->end > w->begin)
			line_emit(w);
		line_start(w, s);
	}
	if (columns > w->max) {
		add_wide_word(w, s, n);
		return;
	}
	w->columns += columns;
	w->end = s + n;
}

/* Where all of it fits nobody has to know its words, and the dictionary, which
   takes longer to read than the program to start, is left alone. */
static void
add_run(struct wrap *w, const char *s, size_t n)
{
	if (w->columns + thai_columns_n(s, n) <= w->max)
		add_word(w, s, n);
	else
		thai_break(s, n, add_word, w);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A line of the text as written, [s, s + n), without its end. */
static void
add_paragraph(struct wrap *w, const char *s, size_t n)
{
	size_t at = 0;

	line_start(w, s);
	while (at < n) {
		size_t run = at;

		while (run < n && is_blank(s[run]))
			run++;
		w->columns += (int)(run - at);
		at = run;
		while (run < n && !is_blank(s[run]))
			run++;
		if (run > at)
			add_run(w, s + at, run - at);
		at = run;
	}
	line_emit(w);
}

int
thai_wrap(const char *s, int columns, thai_line_fn line, void *ctx)
{
	struct wrap w = {
	    .max = columns < 1 ? 1 : columns, .line = line, .ctx = ctx};

	for (;;) {
		size_t n = strcspn(s, "\n");

		add_paragraph(&w, s, n);
		if (s[n] == '\0')
			return w.lines;
		s += n + 1;
	}
}
