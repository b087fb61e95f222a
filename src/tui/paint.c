/* paint.c -- the frame around every screen: title, status, function bar */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/loop.h"
#include "tui/wrap.h"

enum { FRAME_ROWS = 3, STATUS_ROWS_MAX = 3 };

/* The person and the post first held, as they sign. */
static void
add_actor(const struct session *s, struct text *t)
{
	text_add(t, s->actor.name ? s->actor.name : s->actor.login);
	if (s->actor.n_posts > 0)
		text_printf(t, " (%s)", s->actor.posts[0].name);
	else if (s->actor.is_owner)
		text_printf(t, " (%s)", _("administrator"));
}

size_t
tui_first_seen(const struct tui *t)
{
	size_t i = t->n_screens - 1;

	while (i > 0 && t->screens[i]->ops->is_overlay)
		i--;
	return i;
}

static void
paint_title(const struct tui *t, struct area a)
{
	const struct session *s = t->session;
	const struct screen *top = t->screens[tui_first_seen(t)];
	struct text who = {0}, what = {0};
	int col = a.cols;

	area_fill(a, STYLE_BAR);
	add_actor(s, &who);
	text_add(&who, " ");
	int width = thai_columns(text_str(&who));
	if (width > a.cols / 2)
		width = a.cols / 2;
	col -= width;
	area_put_padded(a, 0, col, width, ALIGN_LEFT, STYLE_BAR,
			text_str(&who));
	if (s->is_practice) {
		struct text mark = {0};

		text_printf(&mark, " %s ", _("PRACTICE"));
		col -= thai_columns(text_str(&mark)) + 1;
		area_put(a, 0, col, STYLE_PRACTICE, text_str(&mark));
		text_done(&mark);
	}
	top->ops->title(top, &what);
	text_printf(&what, " · %s", s->office_name);
	area_put_padded(a, 0, 1, col - 2, ALIGN_LEFT, STYLE_BAR,
			text_str(&what));
	text_done(&who);
	text_done(&what);
}

static bool
is_too_small(int rows, int cols)
{
	return rows < TUI_ROWS_MIN || cols < TUI_COLS_MIN;
}

/* The last whole screen and what lies over it. */
static void
lay_out_screens(const struct tui *t, int rows, int cols)
{
	for (size_t i = tui_first_seen(t); i < t->n_screens; i++) {
		struct screen *s = t->screens[i];

		if (s->ops->layout)
			s->ops->layout(s, rows, cols);
	}
}

void
tui_lay_out(struct tui *t)
{
	int rows, cols;

	t->term->ops->size(t->term, &rows, &cols);
	if (!is_too_small(rows, cols))
		lay_out_screens(t, rows - FRAME_ROWS, cols);
}

static void
paint_screens(const struct tui *t, struct area body)
{
	lay_out_screens(t, body.rows, body.cols);
	for (size_t i = tui_first_seen(t); i < t->n_screens; i++)
		t->screens[i]->ops->draw(t->screens[i], body);
}

/* One row above the function bar; a long sentence also takes rows of the
   body. */
static void
paint_sentence(const struct text *t, enum style style, struct area a)
{
	struct wrapped w;

	wrapped_init(&w, text_str(t), a.cols - 2);
	int n = (int)w.n < STATUS_ROWS_MAX ? (int)w.n : STATUS_ROWS_MAX;
	for (int i = 0; i < n && t->n > 0; i++) {
		struct area row = area_part(a, a.rows - n + i, 0, 1, a.cols);

		area_fill(row, style);
		area_put_n(row, 0, 1, style, w.at[i].s, w.at[i].n);
	}
	wrapped_done(&w);
}

/* What was said last; when that is gone, how many letters are marked. */
static void
paint_status(const struct tui *t, struct area a)
{
	struct text marked = {0};

	if (t->status.n == 0)
		marks_tell(t, &marked);
	paint_sentence(&t->status, t->status_style, a);
	paint_sentence(&marked, STYLE_LABEL, a);
	text_done(&marked);
}

/* Said whole where there is room, whatever the size. */
static void
paint_too_small(struct area a)
{
	struct wrapped w;
	struct text t = {0};

	text_printf(&t,
		    _("The window is too small: %s×%s.  The screen needs "
		      "%s×%s."),
		    DIGITS(a.cols), DIGITS(a.rows), DIGITS(TUI_COLS_MIN),
		    DIGITS(TUI_ROWS_MIN));
	wrapped_init(&w, text_str(&t), a.cols);
	for (size_t i = 0; i < w.n; i++)
		area_put_n(a, (int)i, 0, STYLE_NORMAL, w.at[i].s, w.at[i].n);
	wrapped_done(&w);
	text_done(&t);
}

/* The picture before is kept beside the new one. */
static void
begin_picture(struct tui *t)
{
	struct grid before = t->grid;
	int rows, cols;

	t->term->ops->size(t->term, &rows, &cols);
	t->grid = t->before;
	t->before = before;
	t->grid.marks_rows = before.marks_rows;
	if (rows == t->grid.rows && cols == t->grid.cols)
		grid_clear(&t->grid);
	else
		grid_resize(&t->grid, rows, cols);
}

/* Beside the list everything stays as it is until the person rests: on a slow
   line a step costs its mark, not the preview of each letter passed by. */
static void
keep_beside_list(struct grid *g, const struct grid *before)
{
	if (g->list.rows == 0 || g->rows != before->rows ||
	    g->cols != before->cols)
		return;
	for (int row = 0; row < g->rows; row++)
		for (int col = 0; col < g->cols; col++)
			if (row < g->list.row || col < g->list.col ||
			    row >= g->list.row + g->list.rows ||
			    col >= g->list.col + g->list.cols)
				*grid_cell(g, row, col) =
				    *grid_cell(before, row, col);
}

void
tui_paint(struct tui *t)
{
	begin_picture(t);
	int rows = t->grid.rows, cols = t->grid.cols;
	struct area a = area_of(&t->grid);
	if (t->lock.is_on) {
		lock_paint(t, a);
	} else if (is_too_small(rows, cols)) {
		paint_too_small(a);
	} else {
		paint_screens(t, area_part(a, 1, 0, rows - FRAME_ROWS, cols));
		paint_title(t, area_part(a, 0, 0, 1, cols));
		paint_status(t, area_part(a, 0, 0, rows - 1, cols));
		bar_paint(&t->bar, area_part(a, rows - 1, 0, 1, cols));
	}
	if (t->is_moving)
		keep_beside_list(&t->grid, &t->before);
	t->term->ops->flush(t->term, &t->grid);
}
