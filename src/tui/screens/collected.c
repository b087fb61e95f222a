/* collected.c -- a collected report: who gave what, the sums, who is missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/collect.h"
#include "app/tell.h"

#include "tui/column.h"
#include "tui/form.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

/* One of those asked as it is shown. */
struct row {
	const struct collect_line *line;
	const char *figure, *total, *target, *percent, *when, *note;
};

struct collected_screen {
	struct screen screen;
	const char *number; /* of the letter */
	const char *duty;   /* which; NULL: the one handed down */
	char period[8]; /* number of the one shown; "" = the earliest open */
	bool by_period;
	struct collect_view v;
	struct row *rows;
	struct list list;
	int widths[COLUMNS_MAX];
	struct arena own; /* number, duty */
};

enum { HEAD_ROWS = 4, FOOT_ROWS = 1, NAME_MIN = 12, PERIOD_COLUMNS = 9 };

static struct collected_screen *
collected_of(struct screen *s)
{
	return (struct collected_screen *)s;
}

static const struct row *
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

/* ------------------------------------------------------------------- load */

static const char *
keep(struct text *t, struct arena *a)
{
	const char *kept = arena_strdup(a, text_str(t));

	text_clear(t);
	return kept;
}

/* The day it came, or that it has not. */
static void
add_state(const struct collect_line *l, struct text *t, bool thai)
{
	if (l->given != NULL) {
		text_add_date(t, moment_date(l->given->at), DATE_SHORT, thai);
		text_add(t, l->is_late ? _(" late") : "");
		return;
	}
	text_add(t, l->is_asked ? _("no report") : "-");
}

/* What it was before, why it is another now; then its own words. */
static void
add_words(const struct collected_screen *c, const struct collect_line *l,
	  struct text *t, bool thai)
{
	if (l->given == NULL) {
		if (l->nudged != NULL)
			text_printf(t, _("nudged %s"),
				    DIGITS(l->nudged->nudges));
		return;
	}
	for (size_t i = 0; i < c->v.c.n_before; i++) {
		const struct collected_before *b = &c->v.c.before[i];

		if (b->period != l->given->period ||
		    b->position != l->given->position)
			continue;
		text_add(t, _("corrected from "));
		text_add_figure(t, b->has_figure, b->figure, thai);
		text_add(t, "; ");
	}
	if (l->given->is_after)
		text_printf(t, "%s; ", _("after the whole was sent up"));
	text_add(t, l->given->note ? l->given->note : "");
}

static void
fill_row(const struct collected_screen *c, const struct collect_line *l,
	 struct row *row, struct arena *a)
{
	bool thai = tui_is_thai(c->screen.tui);
	bool has = l->given != NULL && l->given->has_figure;
	struct text t = {0};

	row->line = l;
	text_add_figure(&t, has, has ? l->given->figure : 0, thai);
	row->figure = keep(&t, a);
	text_add_figure(&t, l->has_total, l->total, thai);
	row->total = keep(&t, a);
	text_add_figure(&t, l->from->share != 0, l->from->share, thai);
	row->target = keep(&t, a);
	if (l->percent >= 0 && l->has_total)
		text_printf(&t, "%s%%", DIGITS(l->percent));
	row->percent = keep(&t, a);
	add_state(l, &t, thai);
	row->when = keep(&t, a);
	add_words(c, l, &t, thai);
	row->note = keep(&t, a);
	text_done(&t);
}

static bool
load(struct screen *screen, struct error *err)
{
	struct collected_screen *c = collected_of(screen);
	const struct collect_wish wish = {c->duty,
					  c->period[0] ? c->period : NULL};
	struct row_span all = {c->list.aim, INT_MAX, INT_MAX};
	struct collect_view v;
	struct row_key *keys;
	struct row *rows;

	if (!look_collected(screen->tui->session, c->number, &wish,
			    &screen->arena, &v, err))
		return false;
	c->v = v;
	rows = arena_array(&screen->arena, v.n + 1, sizeof(*rows));
	keys = arena_array(&screen->arena, v.n + 1, sizeof(*keys));
	for (size_t i = 0; i < v.n; i++) {
		fill_row(c, &c->v.lines[i], &rows[i], &screen->arena);
		keys[i] = (struct row_key){{v.lines[i].from->position}};
	}
	c->rows = rows;
	list_take(&c->list, &all, (struct list_piece){.keys = keys, .n = v.n});
	return true;
}

static void
layout(struct screen *screen, int rows, int cols)
{
	struct collected_screen *c = collected_of(screen);

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, c->widths);
	list_set_rows(&c->list, rows - HEAD_ROWS - FOOT_ROWS);
}

/* ------------------------------------------------------------------- draw */

static void
title(const struct screen *s, struct text *t)
{
	const struct collected_screen *c = (const struct collected_screen *)s;

	text_printf(t, "%s ", _("Collected for"));
	text_add_letter_number(t, &c->v.letter, tui_is_thai(s->tui));
}

/* "2567-04" as people write it. */
static void
add_period(struct text *t, const char *name, bool thai)
{
	char *own =
	    thai ? thai_digits_to_thai(name) : thai_digits_to_arabic(name);

	text_add(t, own);
	free(own);
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
	add_period(&t, c->v.row->name, thai);
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
		add_period(&t, c->v.rows[i].name, thai);
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

static void
draw(const struct screen *screen, struct area a)
{
	const struct collected_screen *c =
	    (const struct collected_screen *)screen;
	struct area heading = area_part(a, HEAD_ROWS - 1, 0, 1, a.cols);
	struct area foot = area_part(a, a.rows - FOOT_ROWS, 0, 1, a.cols);
	struct area body =
	    area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS - FOOT_ROWS, a.cols);

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

/* ------------------------------------------------------------------ moves */

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&collected_of(s)->list, m);
}

static unsigned
step_period(struct screen *s, const struct move *m)
{
	struct collected_screen *c = collected_of(s);
	const struct duty_row *row = c->v.row + m->by;

	if (row < c->v.rows || row >= c->v.rows + c->v.n_rows)
		return REACT_DONE;
	snprintf(c->period, sizeof(c->period), "%d", row->period);
	return REACT_RELOAD;
}

static unsigned
switch_view(struct screen *s, const struct move *m)
{
	struct collected_screen *c = collected_of(s);

	(void)m;
	c->by_period = !c->by_period;
	return REACT_DONE;
}

/* The form of an act on the duty and the period that are shown: its letter is
   the operand, or the value of an option. */
static unsigned
open_form(struct collected_screen *c, const char *action, const char *letter,
	  const struct argument *more, const char *ask)
{
	struct tui *t = c->screen.tui;
	struct screen *form = NULL;
	struct error err = {0};
	char nth[16];
	struct argument at[] = {
	    {letter,   c->number     },
	    {"duty",   nth           },
	    {"period", c->v.row->name},
	    *more,
	};
	struct request r = {
	    .action = action_find(action), .at = at, .n = more->name ? 4 : 3};

	snprintf(nth, sizeof(nth), "%d", c->v.duty->nth);
	random_bytes(r.act_id, sizeof(r.act_id));
	if (action_may(t->session, r.action, letter ? NULL : c->number, &err))
		form = form_new(t, &r, letter ? NULL : &c->v.letter, &err);
	if (form == NULL) {
		tui_fail(t, &err);
		return REACT_DONE;
	}
	if (ask != NULL)
		form_ask((struct form *)form, ask, NULL);
	tui_push(t, form);
	return REACT_DONE;
}

/* For the chosen one; where he has given, it is a correction. */
static unsigned
report_it(struct screen *s, const struct move *m)
{
	struct collected_screen *c = collected_of(s);
	const struct collect_line *l;

	(void)m;
	if (c->list.n == 0)
		return REACT_DONE;
	l = c->rows[c->list.at].line;
	return open_form(c, "duty report", NULL,
			 &(struct argument){"for", l->from->name},
			 l->given ? "reason" : NULL);
}

static unsigned
nudge_them(struct screen *s, const struct move *m)
{
	const struct collected_screen *c = collected_of(s);

	(void)m;
	text_printf(&s->tui->pending, "duty nudge %s --duty %d --period %d",
		    c->number, c->v.duty->nth, c->v.row->period);
	return REACT_DONE;
}

static unsigned
send_them_up(struct screen *s, const struct move *m)
{
	struct collected_screen *c = collected_of(s);
	bool is_whole = c->v.sum.given == c->v.sum.asked;

	(void)m;
	return open_form(c, "send", "reply-to", &(struct argument){NULL, NULL},
			 is_whole ? NULL : "missing-ok");
}

static const struct screen_act collected_acts[] = {
    {"period-before", step_period },
    {"period-after",  step_period },
    {"by-period",     switch_view },
    {"report-it",     report_it   },
    {"nudge-them",    nudge_them  },
    {"send-up",       send_them_up},
    {NULL,	    NULL        },
};

static const struct letter *
shown(const struct screen *s)
{
	return &((const struct collected_screen *)s)->v.letter;
}

static void
done(struct screen *s)
{
	arena_done(&collected_of(s)->own);
}

const struct screen_ops collected_ops = {
    .name = "collected",
    .size = sizeof(struct collected_screen),
    .acts = collected_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .letter = shown,
    .done = done,
};

struct screen *
collected_new(struct tui *t, const char *number, const char *duty)
{
	struct screen *s = screen_new(t, &collected_ops);
	struct collected_screen *c = collected_of(s);

	c->number = arena_strdup(&c->own, number);
	c->duty = duty ? arena_strdup(&c->own, duty) : NULL;
	list_aim(&c->list, ROW_KEY_TOP);
	return s;
}
