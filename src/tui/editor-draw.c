/* editor-draw.c -- how a text under the cursor is shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/thai.h"

#include "tui/editor.h"
#include "tui/wrap.h"

static int
cursor_columns(const struct editor *e)
{
	return wrapped_columns(editor_text(e), e->at);
}

/* The first column shown: whole half widths, so that the text stands still
   under most keys. */
static int
scroll_of(int cursor, int columns)
{
	int half = columns / 2;

	return cursor < columns || half == 0 ? 0 : (cursor / half - 1) * half;
}

static void
draw_scrolled(const struct editor *e, struct area a, enum style style,
	      bool has_focus)
{
	const char *s = editor_text(e);
	int cursor = cursor_columns(e);
	int left = has_focus ? scroll_of(cursor, a.cols) : 0;
	int column = 0;

	for (size_t at = 0; at < e->text.n;) {
		struct cluster c = cluster_next(s + at, e->text.n - at);

		if (column >= left &&
		    area_put_n(a, 0, column - left, style, c.s, c.n) == 0)
			break;
		column += c.columns;
		at += c.n;
	}
	if (has_focus)
		area_cursor(a, 0, cursor - left);
}

/* The line that holds the cursor: the last one that begins before it. */
static size_t
cursor_line(const struct wrapped *w, const char *cursor)
{
	size_t line = w->n - 1;

	while (line > 0 && w->at[line].s > cursor)
		line--;
	return line;
}

static void
draw_wrapped(const struct editor *e, struct area a, enum style style,
	     bool has_focus)
{
	const char *cursor = editor_text(e) + e->at;
	struct wrapped w;

	wrapped_init(&w, editor_text(e), a.cols - 1);
	size_t line = cursor_line(&w, cursor);
	int top = (int)line < a.rows || !has_focus ? 0 : (int)line - a.rows + 1;
	for (int row = 0; row < a.rows && top + row < (int)w.n; row++)
		area_put_n(a, row, 0, style, w.at[top + row].s,
			   w.at[top + row].n);
	if (has_focus) {
		const char *start = w.at[line].s;
		int column = wrapped_columns(start, (size_t)(cursor - start));

		area_cursor(a, (int)line - top,
			    column < a.cols ? column : a.cols - 1);
	}
	wrapped_done(&w);
}

void
editor_draw(const struct editor *e, struct area a, bool has_focus)
{
	enum style style = has_focus ? STYLE_FOCUS : STYLE_FIELD;

	area_fill(a, style);
	if (a.rows == 1)
		draw_scrolled(e, a, style, has_focus);
	else
		draw_wrapped(e, a, style, has_focus);
}

int
editor_rows(const struct editor *e, int columns)
{
	return thai_wrap(editor_text(e), columns > 2 ? columns - 1 : 1, NULL,
			 NULL);
}
