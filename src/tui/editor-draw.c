/* editor-draw.c -- how a text under the cursor is shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/thai.h"

#include "tui/editor.h"

/* Lines of a text that was never laid out are as long as they are written. */
enum { COLUMNS_MAX = 1 << 20 };

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
	int cursor = thai_columns_n(s, e->at);
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

void
editor_lines(const struct editor *e, int columns, struct wrapped *w)
{
	if (!e->has_lines || columns <= 0)
		columns = COLUMNS_MAX;
	wrapped_init(w, editor_text(e), columns - 1);
}

size_t
editor_line(const struct editor *e, const struct wrapped *w)
{
	const char *cursor = editor_text(e) + e->at;
	size_t line = w->n - 1;

	while (line > 0 && w->at[line].s > cursor)
		line--;
	if (e->is_at_end && line > 0 && w->at[line].s == cursor &&
	    w->at[line - 1].s + w->at[line - 1].n == cursor)
		line--;
	return line;
}

/* The top row nearest to the one before that has the line in sight, with no
   more empty rows than there must be. */
static int
top_of(int top, int line, int n, int rows)
{
	if (top > n - rows)
		top = n - rows;
	if (top < line - rows + 1)
		top = line - rows + 1;
	if (top > line)
		top = line;
	return top > 0 ? top : 0;
}

void
editor_layout(struct editor *e, int rows, int columns)
{
	struct wrapped w;

	e->columns = columns;
	if (!e->has_lines)
		return;
	editor_lines(e, columns, &w);
	e->top = top_of(e->top, (int)editor_line(e, &w), (int)w.n, rows);
	wrapped_done(&w);
}

/* More lies above or below: said in the column left to the cursor. */
static void
draw_more(struct area a, enum style style, int top, int n)
{
	if (top > 0)
		area_put(a, 0, a.cols - 1, style, "↑");
	if (top + a.rows < n)
		area_put(a, a.rows - 1, a.cols - 1, style, "↓");
}

static void
draw_cursor(const struct editor *e, struct area a, const struct wrapped *w,
	    int top)
{
	size_t line = editor_line(e, w);
	const char *start = w->at[line].s;
	size_t n = (size_t)(editor_text(e) + e->at - start);
	int column = thai_columns_n(start, n);

	area_cursor(a, (int)line - top, column < a.cols ? column : a.cols - 1);
}

static void
draw_wrapped(const struct editor *e, struct area a, enum style style,
	     bool has_focus)
{
	struct wrapped w;
	int top = 0;

	editor_lines(e, a.cols, &w);
	if (has_focus)
		top = top_of(e->top, (int)editor_line(e, &w), (int)w.n, a.rows);
	for (int row = 0; row < a.rows && top + row < (int)w.n; row++)
		area_put_n(a, row, 0, style, w.at[top + row].s,
			   w.at[top + row].n);
	draw_more(a, style, top, (int)w.n);
	if (has_focus)
		draw_cursor(e, a, &w, top);
	wrapped_done(&w);
}

void
editor_draw(const struct editor *e, struct area a, bool has_focus)
{
	enum style style = has_focus ? STYLE_FOCUS : STYLE_FIELD;

	area_fill(a, style);
	if (e->has_lines)
		draw_wrapped(e, a, style, has_focus);
	else
		draw_scrolled(e, a, style, has_focus);
}

int
editor_rows(const struct editor *e, int columns)
{
	struct wrapped w;

	editor_lines(e, columns > 2 ? columns : 2, &w);
	int rows = (int)w.n;
	wrapped_done(&w);
	return rows;
}
