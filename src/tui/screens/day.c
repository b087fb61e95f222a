/* day.c -- what is due on one day: a list, from which letters are opened */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "tui/column.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/screens/month.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

struct row {
	struct letter letter; /* what an act on it needs to know */
	const struct duty_day *duty;
	enum duty_mark mark;
	bool thai;
};

struct day {
	struct screen screen;
	struct date day;
	bool mine;
	const struct holiday *holiday;
	struct row *rows;
	struct list list;
	int widths[COLUMNS_MAX];
};

static const struct row *
of(const void *row)
{
	return row;
}

static void
add_mark(const void *row, struct text *t)
{
	text_add(t, duty_mark_signs[of(row)->mark]);
}

static enum style
mark_style(const void *row)
{
	return month_mark_style(of(row)->mark);
}

static void
add_number(const void *row, struct text *t)
{
	text_add_letter_number(t, &of(row)->letter, of(row)->thai);
}

static void
add_what(const void *row, struct text *t)
{
	text_add(t, of(row)->duty->what);
}

static void
add_state(const void *row, struct text *t)
{
	text_add(t, _(duty_marks[of(row)->mark].label));
}

static void
add_owner(const void *row, struct text *t)
{
	if (of(row)->duty->owner_name)
		text_add(t, of(row)->duty->owner_name);
}

static void
add_written(const void *row, struct text *t)
{
	text_add_date(t, of(row)->duty->due, DATE_SHORT, of(row)->thai);
}

/* clang-format off */
static const struct column columns[] = {
	{ .heading = N_(" "), .min = 1, .max = 1, .value = add_mark,
	  .style = mark_style },
	{ .heading = N_("No."), .min = 8, .max = 12, .value = add_number },
	{ .heading = N_("What to do"), .min = 24, .value = add_what },
	{ .heading = N_("State"), .min = 8, .max = 12, .rank = 2,
	  .value = add_state, .style = mark_style },
	{ .heading = N_("Whose"), .min = 12, .max = 20, .rank = 3,
	  .value = add_owner },
	{ .heading = N_("Written"), .min = 10, .max = 12, .rank = 1,
	  .value = add_written },
};
/* clang-format on */

enum { HEAD_ROWS = 1 };

static struct day *
day_of(struct screen *s)
{
	return (struct day *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct day *d = (const struct day *)s;

	text_printf(t, "%s ", _("Due on"));
	text_add_weekday(t, d->day);
	text_add(t, " ");
	text_add_date(t, d->day, DATE_LONG, tui_is_thai(s->tui));
	list_add_place(&d->list, t, tui_is_thai(s->tui));
}

static void
fill_row(struct day *d, const struct duty_day *duty, struct row *row)
{
	*row = (struct row){
	    .letter = {.id = duty->letter,
		       .book = duty->book,
		       .year = duty->year,
		       .number = duty->number},
	    .duty = duty,
	    .mark = duty_day_mark(duty, session_today(d->screen.tui->session)),
	    .thai = tui_is_thai(d->screen.tui),
	};
}

static bool
load(struct screen *s, struct error *err)
{
	struct day *d = day_of(s);
	struct calendar_month *m = arena_alloc(&s->arena, sizeof(*m));
	const struct calendar_day *at;
	struct row_key *keys;
	size_t n;

	if (!look_month(s->tui->session, d->day.year, d->day.month, d->mine,
			&s->arena, m, err))
		return false;
	at = &m->at[d->day.day - 1];
	n = (size_t)calendar_duties(at);
	d->rows = arena_array(&s->arena, n + 1, sizeof(*d->rows));
	keys = arena_array(&s->arena, n + 1, sizeof(*keys));
	for (size_t i = 0; i < n; i++) {
		fill_row(d, &m->duties.at[at->first + i], &d->rows[i]);
		keys[i] = (struct row_key){{(int64_t)i, 0, 0}};
	}
	list_take_all(&d->list, (struct list_piece){.keys = keys, .n = n});
	return true;
}

static void
layout(struct screen *s, int rows, int cols)
{
	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL,
		    day_of(s)->widths);
	list_set_rows(&day_of(s)->list, rows - HEAD_ROWS);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct day *d = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), d->widths, row,
			 &d->rows[i]);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct day *d = (const struct day *)s;

	if (d->list.n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG, _("Nothing is due on this day."));
		return;
	}
	columns_draw_heading(columns, ARRAY_SIZE(columns), d->widths, a);
	list_draw(&d->list,
		  area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS, a.cols),
		  &(const struct list_look){.row = draw_row}, d);
}

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&day_of(s)->list, m);
}

static const struct letter *
letter(const struct screen *s)
{
	const struct day *d = (const struct day *)s;

	return d->list.n > 0 ? &d->rows[d->list.at].letter : NULL;
}

const struct screen_ops day_ops = {
    .name = "day",
    .size = sizeof(struct day),
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .letter = letter,
};

struct screen *
day_new(struct tui *t, struct date day, bool mine)
{
	struct screen *s = screen_new(t, &day_ops);

	day_of(s)->day = day;
	day_of(s)->mine = mine;
	return s;
}
