/* month.c -- the picture of a month: weeks, and the chosen day below */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/month.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/answer.h"

#include "tui/wording.h"

enum {
	WEEK = 7,
	HEAD = 1,
	CLOSE = 9, /* columns of a day in which signs stand close together */
	TALL = 3,  /* lines of a week where there is room for them */
	NUMBER_COL = 1 /* column 0 is for the mark of the chosen day */
};

/* A month in an area. */
struct layout {
	const struct calendar_month *m;
	bool thai;
	int before; /* days of the first week that are of the month before */
	int weeks;
	int width;  /* columns of a day */
	int height; /* lines of a week */
};

enum style
month_mark_style(enum duty_mark mark)
{
	static const enum style styles_of[DUTY_MARKS] = {
	    [MARK_OVERDUE] = STYLE_MOST,
	    [MARK_OPEN] = STYLE_STRONG,
	    [MARK_DONE] = STYLE_GOOD,
	    [MARK_WAIVED] = STYLE_DIM,
	};

	return styles_of[mark];
}

static struct layout
layout_of(const struct calendar_month *m, bool thai, struct area a)
{
	/* the lines for the chosen day are worth more than wider weeks */
	static const int below[TALL] = {0, 4, 14};
	struct layout l = {.m = m, .thai = thai, .width = a.cols / WEEK};

	l.before = date_weekday(m->at[0].day);
	l.weeks = (l.before + m->n + WEEK - 1) / WEEK;
	l.height = 1;
	while (l.height < TALL &&
	       HEAD + l.weeks * (l.height + 1) + below[l.height] <= a.rows)
		l.height++;
	return l;
}

static void
draw_heading(const struct layout *l, struct area a)
{
	const struct date sunday = {2023, 1, 1};

	for (int i = 0; i < WEEK; i++) {
		struct text t = {0};

		text_add_weekday(&t, date_after(sunday, i));
		area_put_n(area_part(a, 0, i * l->width, 1, l->width), 0,
			   NUMBER_COL, STYLE_HEAD, t.s, t.n);
		text_done(&t);
	}
}

static bool
is_today(const struct layout *l, const struct calendar_day *d)
{
	return date_compare(d->day, l->m->today) == 0;
}

static enum style
day_style(const struct layout *l, const struct calendar_day *d)
{
	if (d->holiday)
		return STYLE_URGENT;
	if (is_today(l, d))
		return STYLE_STRONG;
	return d->is_working ? STYLE_NORMAL : STYLE_DIM;
}

/* "20", and "*" behind a holiday, "<" behind today. */
static int
draw_number(const struct layout *l, const struct calendar_day *d, struct area a)
{
	char number[16], *thai;
	int col;

	snprintf(number, sizeof(number), "%2d", d->day.day);
	thai = thai_digits_to_thai(number);
	col = NUMBER_COL + area_put(a, 0, NUMBER_COL, day_style(l, d),
				    l->thai ? thai : number);
	free(thai);
	if (d->holiday)
		col += area_put(a, 0, col, STYLE_URGENT, "*");
	if (is_today(l, d))
		col += area_put(a, 0, col, STYLE_STRONG, "◄");
	return col;
}

static void
draw_marks(const struct layout *l, const struct calendar_day *d, struct area a,
	   int row, int col)
{
	int gap = l->width > CLOSE;

	for (int i = 0; i < DUTY_MARKS; i++) {
		int n[DUTY_MARKS] = {0};
		struct text t = {0};

		n[i] = d->n[i];
		text_add_marks(&t, n, l->thai);
		if (t.n > 0 && col + thai_columns(t.s) <= l->width)
			col += gap +
			       area_put(a, row, col, month_mark_style(i), t.s);
		text_done(&t);
	}
}

static void
draw_day(const struct layout *l, const struct calendar_day *d, struct area a)
{
	int col = draw_number(l, d, a);

	draw_marks(l, d, a, 0, col + 1);
	if (l->height > 1 && d->holiday)
		area_put_padded(a, 1, NUMBER_COL, l->width - NUMBER_COL - 1,
				ALIGN_LEFT, STYLE_URGENT,
				holiday_name(d->holiday));
}

static void
draw_weeks(const struct layout *l, int chosen, struct area a)
{
	for (int i = 0; i < l->m->n; i++) {
		int at = l->before + i;
		struct area day =
		    area_part(a, HEAD + at / WEEK * l->height,
			      at % WEEK * l->width, l->height, l->width);

		draw_day(l, &l->m->at[i], day);
		if (i + 1 == chosen)
			area_select(area_part(day, 0, 0, 1, l->width));
	}
}

/* ---------------------------------------------------------- the chosen day */

static void
draw_day_head(const struct layout *l, const struct calendar_day *d,
	      struct area a)
{
	struct text t = {0};
	int col;

	text_add_weekday(&t, d->day);
	text_add(&t, " ");
	text_add_date(&t, d->day, DATE_LONG, l->thai);
	col = 1 + area_put(a, 0, 1, STYLE_HEAD, t.s);
	if (d->holiday) {
		col += area_put(a, 0, col, STYLE_URGENT, "  * ");
		col +=
		    area_put(a, 0, col, STYLE_URGENT, holiday_name(d->holiday));
	}
	if (!d->is_known) {
		text_clear(&t);
		text_printf(&t, _("No holidays are known for %s."),
			    DIGITS(d->day.year + BUDDHIST_ERA));
		area_put(a, 0, col + 2, STYLE_DIM, t.s);
	}
	text_done(&t);
}

/* "! 144/2569 รายงาน · กองช่าง (ตามหนังสือ 15 ก.พ. 69)" */
static void
draw_duty(const struct layout *l, const struct duty_day *d, struct area a,
	  int row)
{
	enum duty_mark mark = duty_day_mark(d, l->m->today);
	struct text t = {0};

	area_put(a, row, 1, month_mark_style(mark), duty_mark_signs[mark]);
	text_add_book_number(&t, d->book, d->year, d->number, l->thai);
	text_printf(&t, " %s", d->what);
	if (d->owner_name)
		text_printf(&t, " · %s", d->owner_name);
	if (date_compare(d->due, d->last_day) != 0) {
		struct text day = {0};

		text_add_date(&day, d->due, DATE_SHORT, l->thai);
		text_printf(&t, _(" (written: %s)"), text_str(&day));
		text_done(&day);
	}
	area_put_padded(a, row, 3, a.cols - 4, ALIGN_LEFT, STYLE_NORMAL, t.s);
	text_done(&t);
}

static void
draw_more(struct area a, int row, int n)
{
	struct text t = {0};

	text_printf(&t, P_("... and %s more", "... and %s more", n), DIGITS(n));
	area_put(a, row, 3, STYLE_DIM, t.s);
	text_done(&t);
}

static void
draw_chosen(const struct layout *l, const struct calendar_day *d, struct area a)
{
	int n = calendar_duties(d), room = a.rows - 1;
	int shown = n <= room ? n : room - 1;

	draw_day_head(l, d, a);
	for (int i = 0; i < shown; i++)
		draw_duty(l, &l->m->duties.at[d->first + (size_t)i], a, 1 + i);
	if (shown < n && room > 0)
		draw_more(a, 1 + shown, n - shown);
}

void
month_draw(const struct calendar_month *m, int day, bool thai, struct area a)
{
	struct layout l = layout_of(m, thai, a);
	int below = HEAD + l.weeks * l.height;

	draw_heading(&l, a);
	draw_weeks(&l, day, a);
	if (a.rows - below < 2)
		return;
	area_rule(a, below, STYLE_DIM);
	draw_chosen(&l, &m->at[day - 1],
		    area_part(a, below + 1, 0, a.rows - below - 1, a.cols));
}
