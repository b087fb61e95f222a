/* collected-draw.c -- the picture of a collected report: sums, rows, periods */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/duty.h"
#include "app/tell.h"

#include "tui/loop.h"
#include "tui/screens/collected.h"
#include "tui/wording.h"

enum { NAME_MIN = 12, PERIOD_COLUMNS = 9 };

static const struct collected_row *
row_of(const void *row)
{
	return row;
}

/* ---------------------------------------------------------------- columns */

static void
add_name(const void *row, struct text *t)
{
	text_add(t, row_of(row)->line->from->name);
}

static void
add_figure(const void *row, struct text *t)
{
	text_add(t, row_of(row)->figure);
}

static void
add_total(const void *row, struct text *t)
{
	text_add(t, row_of(row)->total);
}

static void
add_target(const void *row, struct text *t)
{
	text_add(t, row_of(row)->target);
}

static void
add_percent(const void *row, struct text *t)
{
	text_add(t, row_of(row)->percent);
}

static void
add_when(const void *row, struct text *t)
{
	text_add(t, row_of(row)->when);
}

static void
add_note(const void *row, struct text *t)
{
	text_add(t, row_of(row)->note);
}

static enum style
strong(const void *row)
{
	(void)row;
	return STYLE_STRONG;
}

static enum style
when_style(const void *row)
{
	const struct collect_line *l = row_of(row)->line;

	if (l->given == NULL)
		return l->is_asked ? STYLE_URGENT : STYLE_DIM;
	return l->is_late ? STYLE_URGENT : STYLE_GOOD;
}

static enum style
dim(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_("Who"), .min = 14, .max = 24, .value = add_name },
	{ .heading = N_("Figure"), .min = 6, .max = 8, .align = ALIGN_RIGHT,
	  .value = add_figure, .style = strong },
	{ .heading = N_("So far"), .min = 6, .max = 8, .rank = 2,
	  .align = ALIGN_RIGHT, .value = add_total },
	{ .heading = N_("Target"), .min = 6, .max = 8, .rank = 3,
	  .align = ALIGN_RIGHT, .value = add_target, .style = dim },
	{ .heading = N_("%"), .min = 4, .max = 5, .rank = 4,
	  .align = ALIGN_RIGHT, .value = add_percent },
	{ .heading = N_("When"), .min = 11, .max = 16, .rank = 1,
	  .value = add_when, .style = when_style },
	{ .heading = N_("Note"), .min = 13, .rank = 5, .value = add_note,
	  .style = dim },
};

/* clang-format on */

void
collected_layout(struct screen *screen, int rows, int cols)
{
	struct collected_screen *c = (struct collected_screen *)screen;

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, c->widths);
	list_set_rows(&c->list, rows - COLLECTED_HEAD - COLLECTED_FOOT);
}

/* The period, its day, and whether it went up. */
static void
draw_period(const struct collected_screen *c, struct area a)
{
	const struct collection_sent *sent =
	    collect_sent(&c->v.c, c->v.row->period);
	bool thai = tui_is_thai(c->screen.tui);
	struct text t = {0};

	text_printf(&t, "%s ", _("Period"));
	text_add_duty_period(&t, c->v.row->name, thai);
	text_printf(&t, " · %s ", _("due"));
	text_add_date(&t, c->v.row->last_day, DATE_SHORT, thai);
	if (sent != NULL) {
		text_printf(&t, " · %s ", _("sent up as"));
		text_add_book_number(&t, sent->book, sent->year, sent->number,
				     thai);
	}
	area_put_padded(a, 1, 1, a.cols - 2, ALIGN_LEFT,
			sent ? STYLE_GOOD : STYLE_NORMAL, text_str(&t));
	text_done(&t);
}

/* "12/13  1,250/2,000 ครัวเรือน 62% ████░░░" */
static void
draw_sum(const struct collected_screen *c, struct area a)
{
	const struct collect_sum *s = &c->v.sum;
	bool thai = tui_is_thai(c->screen.tui);
	int percent = collect_percent(s->total, s->target);
	struct text t = {0};
	int col, width, full;

	text_printf(&t, _("%s of %s"), DIGITS(s->given), DIGITS(s->asked));
	if (c->v.c.it.unit != NULL) {
		text_add(&t, " · ");
		text_add_figure(&t, true, s->total, thai);
		if (s->target != 0) {
			text_add(&t, "/");
			text_add_figure(&t, true, s->target, thai);
		}
		text_printf(&t, " %s", c->v.c.it.unit);
	}
	if (percent >= 0)
		text_printf(&t, " %s%%", DIGITS(percent));
	col = 1 + area_put(a, 2, 1, STYLE_STRONG, text_str(&t)) + 1;
	text_done(&t);
	if (percent < 0)
		percent = s->asked > 0 ? s->given * 100 / s->asked : 0;
	width = a.cols - col - 1;
	full = width * (percent < 100 ? percent : 100) / 100;
	for (int i = 0; i < width; i++)
		area_put(a, 2, col + i, i < full ? STYLE_GOOD : STYLE_DIM,
			 i < full ? "█" : "░");
}

static void
draw_missing(const struct collected_screen *c, struct area a)
{
	struct text names = {0}, t = {0};

	text_add_missing(&names, &c->v);
	if (names.n > 0)
		text_printf(&t, "%s: %s", _("Missing"), names.s);
	else
		text_add(&t, _("Nobody is missing."));
	area_put_padded(a, 0, 1, a.cols - 2, ALIGN_LEFT,
			names.n > 0 ? STYLE_URGENT : STYLE_GOOD, t.s);
	text_done(&names);
	text_done(&t);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct collected_screen *c = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), c->widths, row,
			 &c->rows[i]);
}

/* ------------------------------------------------------- period by period */

/* The newest that fit; what they come to stands behind them. */
static size_t
first_period(const struct collected_screen *c, int cols)
{
	int fit = (cols - NAME_MIN - 2) / PERIOD_COLUMNS - 1;
	size_t n = c->v.n_shown;

	if (fit < 1)
		fit = 1;
	return n > (size_t)fit ? n - (size_t)fit : 0;
}

static int
name_columns(const struct collected_screen *c, int cols)
{
	size_t n = c->v.n_shown - first_period(c, cols) + 1;
	int left = cols - 2 - (int)n * PERIOD_COLUMNS;

	return left > NAME_MIN ? left : NAME_MIN;
}

static void
draw_period_heading(const struct collected_screen *c, struct area a)
{
	bool thai = tui_is_thai(c->screen.tui);
	int col = 1 + name_columns(c, a.cols);
	struct text t = {0};

	area_put(a, 0, 1, STYLE_HEAD, _("Who"));
	for (size_t i = first_period(c, a.cols); i < c->v.n_shown; i++) {
		text_add_duty_period(&t, c->v.rows[i].name, thai);
		area_put_padded(a, 0, col, PERIOD_COLUMNS, ALIGN_RIGHT,
				STYLE_HEAD, text_str(&t));
		col += PERIOD_COLUMNS;
		text_clear(&t);
	}
	area_put_padded(a, 0, col, PERIOD_COLUMNS, ALIGN_RIGHT, STYLE_HEAD,
			_("So far"));
	text_done(&t);
}

static void
draw_cells(const void *ctx, size_t i, struct area a)
{
	const struct collected_screen *c = ctx;
	const struct collect_line *l = c->rows[i].line;
	bool thai = tui_is_thai(c->screen.tui);
	int width = name_columns(c, a.cols), col = 1 + width;
	struct text t = {0};

	area_put_padded(a, 0, 1, width, ALIGN_LEFT, STYLE_NORMAL,
			l->from->name);
	for (size_t k = first_period(c, a.cols); k < c->v.n_shown; k++) {
		const struct collected *g =
		    collect_cell(&c->v, l, &c->v.rows[k]);

		text_add_figure(&t, g && g->has_figure, g ? g->figure : 0,
				thai);
		area_put_padded(a, 0, col, PERIOD_COLUMNS, ALIGN_RIGHT,
				g ? STYLE_NORMAL : STYLE_URGENT, text_str(&t));
		col += PERIOD_COLUMNS;
		text_clear(&t);
	}
	area_put_padded(a, 0, col, PERIOD_COLUMNS, ALIGN_RIGHT, STYLE_STRONG,
			c->rows[i].total);
	text_done(&t);
}

/* Below the rows: what each period came to. */
static void
draw_period_sums(const struct collected_screen *c, struct area a)
{
	bool thai = tui_is_thai(c->screen.tui);
	int col = 1 + name_columns(c, a.cols);
	struct text t = {0};

	area_put(a, 0, 1, STYLE_STRONG, _("In all"));
	for (size_t i = first_period(c, a.cols); i < c->v.n_shown; i++) {
		const struct collect_sum s =
		    collect_sum(&c->v.c, c->v.rows[i].period);

		text_add_figure(&t, true, s.figure, thai);
		area_put_padded(a, 0, col, PERIOD_COLUMNS, ALIGN_RIGHT,
				STYLE_STRONG, text_str(&t));
		col += PERIOD_COLUMNS;
		text_clear(&t);
	}
	text_add_figure(&t, true, c->v.sum.total, thai);
	area_put_padded(a, 0, col, PERIOD_COLUMNS, ALIGN_RIGHT, STYLE_STRONG,
			text_str(&t));
	text_done(&t);
}

void
collected_draw(const struct screen *screen, struct area a)
{
	const struct collected_screen *c =
	    (const struct collected_screen *)screen;
	struct area heading = area_part(a, COLLECTED_HEAD - 1, 0, 1, a.cols);
	struct area foot = area_part(a, a.rows - COLLECTED_FOOT, 0, 1, a.cols);
	struct area body =
	    area_part(a, COLLECTED_HEAD, 0,
		      a.rows - COLLECTED_HEAD - COLLECTED_FOOT, a.cols);

	area_put_padded(a, 0, 1, a.cols - 2, ALIGN_LEFT, STYLE_STRONG,
			c->v.duty->what);
	draw_period(c, a);
	draw_sum(c, a);
	if (c->by_period)
		draw_period_heading(c, heading);
	else
		columns_draw_heading(columns, ARRAY_SIZE(columns), c->widths,
				     heading);
	list_draw(&c->list, body,
		  &(const struct list_look){.row = c->by_period ? draw_cells
								: draw_row},
		  c);
	if (c->by_period)
		draw_period_sums(c, foot);
	else
		draw_missing(c, foot);
}
