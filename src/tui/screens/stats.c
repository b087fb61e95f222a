/* stats.c -- the dashboard: how many letters come, lie and are open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/office.h"

#include "app/look.h"

#include "tui/loop.h"
#include "tui/screens/screens.h"
#include "tui/screens/stats-page.h"

struct stats_screen {
	struct screen screen;
	struct stats_wish wish;
	char *division; /* the wish's, owned */
	struct stats_view view;
	struct stats_page page;
	struct arena written; /* of the page */
	struct pager pager;
	size_t panel, row; /* what is chosen */
};

enum { FOOT_ROWS = 3 };

static struct stats_screen *
stats_of(struct screen *s)
{
	return (struct stats_screen *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct stats_screen *d = (const struct stats_screen *)s;

	text_printf(t, "%s  %s", _("Statistics"), d->view.period);
	if (d->view.of[0] != '\0')
		text_printf(t, "  %s", d->view.of);
}

static bool
load(struct screen *s, struct error *err)
{
	struct stats_screen *d = stats_of(s);
	json_t *answer = NULL;

	d->wish.now = session_now(s->tui->session);
	d->wish.division = d->division;
	if (!stats_answer(s->tui->session, &d->wish, &answer, err))
		return false;
	stats_view_make(answer, tui_is_thai(s->tui), &s->arena, &d->view);
	json_decref(answer);
	return true;
}

/* ------------------------------------------------------------ what is shown */

static void
keep_in_sight(struct stats_screen *d)
{
	const struct stats_spot *spot = &d->page.at[d->panel][d->row];
	struct pager *p = &d->pager;

	if (d->page.n[d->panel] == 0)
		return;
	/* with its title */
	if (spot->top - 1 < p->top)
		p->top = d->panel == PAGE_CURVES ? 0 : spot->top - 1;
	if (spot->top + spot->rows > p->top + p->rows)
		p->top = spot->top + spot->rows - p->rows;
	pager_end(p);
}

static void
keep_on_page(struct stats_screen *d)
{
	size_t n = d->page.n[d->panel];

	if (d->row >= n)
		d->row = n > 0 ? n - 1 : 0;
	keep_in_sight(d);
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct stats_screen *d = stats_of(s);
	bool is_new = d->page.view == NULL;

	arena_done(&d->written);
	pager_start(&d->pager, rows - FOOT_ROWS, cols);
	stats_page_write(&d->page, &d->view, &d->pager, &d->written);
	pager_end(&d->pager);
	/* Today is what one looks for first. */
	if (is_new && d->page.n[PAGE_CURVES] > 0)
		d->row = d->page.n[PAGE_CURVES] - 1;
	keep_on_page(d);
}

static const struct stats_row *
chosen_row(const struct stats_screen *d)
{
	return d->panel == PAGE_CURVES || d->page.n[d->panel] == 0
		   ? NULL
		   : &d->view.panels[d->panel - 1].rows[d->row];
}

/* "5 – 9 Jan 2569: received 46, finished 40, open 6". */
static void
add_days(const struct stats_screen *d, struct text *t)
{
	const struct stats_bins *b = &d->page.bins;
	const struct stats_day *first, *last;
	int ended = 0;

	if (b->n == 0)
		return;
	first = &d->view.days[b->first[d->row]];
	last = &d->view.days[b->last[d->row]];
	for (const struct stats_day *day = first; day <= last; day++)
		ended += day->ended;
	text_add_date(t, first->day, DATE_SHORT, d->view.thai);
	if (first != last) {
		text_add(t, " – ");
		text_add_date(t, last->day, DATE_SHORT, d->view.thai);
	}
	text_printf(t, _(": received %s, finished %s, open %s"),
		    DIGITS(b->came[d->row]), DIGITS(ended),
		    DIGITS(b->open[d->row]));
}

/* What is chosen, whole. */
static void
draw_foot(const struct stats_screen *d, struct area a)
{
	const struct stats_row *row = chosen_row(d);
	struct pager p = {0};
	struct text t = {0};

	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	if (d->panel == PAGE_CURVES)
		add_days(d, &t);
	else if (row != NULL)
		text_printf(&t, "%s: %s", row->label,
			    row->detail ? row->detail : row->told);
	pager_text(&p, 1, STYLE_NORMAL, text_str(&t));
	pager_end(&p);
	pager_draw(&p, area_part(a, 1, 0, a.rows - 1, a.cols));
	text_done(&t);
	pager_done(&p);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct stats_screen *d = (const struct stats_screen *)s;
	struct area body = area_part(a, 0, 0, a.rows - FOOT_ROWS, a.cols);

	pager_draw(&d->pager, body);
	if (d->page.n[d->panel] > 0) {
		const struct stats_spot *at = &d->page.at[d->panel][d->row];

		area_select(area_part(body, at->top - d->pager.top, at->col,
				      at->rows, at->cols));
	}
	draw_foot(d, area_part(a, a.rows - FOOT_ROWS, 0, FOOT_ROWS, a.cols));
}

/* -------------------------------------------------------------------- moves */

static unsigned
go_to(struct stats_screen *d, size_t panel, size_t row)
{
	d->panel = panel;
	d->row = row;
	keep_on_page(d);
	return REACT_DONE;
}

/* Panels that have nothing are passed over. */
static unsigned
to_panel(struct screen *s, const struct move *m)
{
	struct stats_screen *d = stats_of(s);
	size_t at = d->panel;

	do
		at = (at + PAGE_PANELS + (size_t)(m->by + PAGE_PANELS)) %
		     PAGE_PANELS;
	while (d->page.n[at] == 0 && at != d->panel);
	return go_to(d, at, at == PAGE_CURVES ? d->page.n[at] : 0);
}

static void
to_below(struct stats_screen *d, int by)
{
	size_t at = d->panel, next = stats_page_below(&d->page, at, by);

	while (next != at && d->page.n[next] == 0) {
		at = next;
		next = stats_page_below(&d->page, at, by);
	}
	if (d->page.n[next] > 0 && next != d->panel)
		go_to(d, next,
		      by < 0 || next == PAGE_CURVES ? d->page.n[next] : 0);
}

static void
scroll(struct screen *s, const struct move *m)
{
	struct stats_screen *d = stats_of(s);
	size_t rows = d->panel == PAGE_CURVES ? 1 : d->page.n[d->panel];
	size_t row = d->panel == PAGE_CURVES ? 0 : d->row;

	if (m->unit == UNIT_ALL)
		go_to(d, m->by > 0 ? PAGE_PANELS - 1 : PAGE_CURVES, SIZE_MAX);
	else if (m->unit == UNIT_PAGE ||
		 (m->by > 0 ? row + 1 >= rows : row == 0))
		to_below(d, m->by);
	else
		go_to(d, d->panel, m->by > 0 ? row + 1 : row - 1);
}

static unsigned
to_side(struct screen *s, const struct move *m)
{
	struct stats_screen *d = stats_of(s);
	size_t beside = stats_page_beside(&d->page, d->panel, m->by);

	if (d->panel != PAGE_CURVES)
		return d->page.n[beside] > 0 ? go_to(d, beside, d->row)
					     : REACT_DONE;
	if (m->by < 0 && d->row > 0)
		return go_to(d, PAGE_CURVES, d->row - 1);
	return go_to(d, PAGE_CURVES, d->row + (m->by > 0));
}

/* Another period or division: what is chosen stays where it can. */
static unsigned
look_again(struct stats_screen *d)
{
	d->page.view = NULL;
	d->panel = PAGE_CURVES;
	return REACT_RELOAD;
}

static unsigned
to_period(struct screen *s, const struct move *m)
{
	struct stats_screen *d = stats_of(s);

	stats_move(s->tui->session, &d->wish, m->by);
	return look_again(d);
}

/* The day that is chosen is in the month one changes to. */
static unsigned
other_span(struct screen *s, const struct move *m)
{
	struct stats_screen *d = stats_of(s);
	struct session *session = s->tui->session;
	bool is_year = stats_span_of(session, &d->wish) == STATS_YEAR;
	struct date day = d->wish.from;

	(void)m;
	if (d->panel == PAGE_CURVES && d->page.bins.n > 0)
		day = d->view.days[d->page.bins.last[d->row]].day;
	stats_set_span(session, &d->wish, is_year ? STATS_MONTH : STATS_YEAR,
		       day);
	return look_again(d);
}

/* All of the office, then one division after the other. */
static unsigned
other_division(struct screen *s, const struct move *m)
{
	struct stats_screen *d = stats_of(s);
	struct session *session = s->tui->session;
	struct division_list list;
	struct arena a = {0};
	struct error err = {0};
	size_t next = 0;

	(void)m;
	if (!office_divisions(session->store, session->office, &a, &list,
			      &err)) {
		tui_fail(s->tui, &err);
		arena_done(&a);
		return REACT_DONE;
	}
	for (size_t i = 0; d->division && i < list.n; i++)
		if (strcmp(list.at[i].code, d->division) == 0)
			next = i + 1;
	free(d->division);
	d->division = next < list.n ? xstrdup(list.at[next].code) : NULL;
	arena_done(&a);
	return look_again(d);
}

/* What a bar stands for. */
static unsigned
open_bar(struct screen *s, const struct move *m)
{
	struct stats_screen *d = stats_of(s);
	const struct stats_row *row = chosen_row(d);
	const struct stats_bins *b = &d->page.bins;
	struct search_wish wish = {.words = ""};

	(void)m;
	if (row == NULL && (d->panel != PAGE_CURVES || b->n == 0))
		return REACT_DONE;
	wish.filters = row ? row->search
			   : stats_days_search(&d->view, b->first[d->row],
					       b->last[d->row], &d->written);
	if (wish.filters != NULL)
		tui_push(s->tui, search_new(s->tui, &wish));
	else if (row->command != NULL)
		text_add(&s->tui->pending, row->command);
	return REACT_DONE;
}

static const struct screen_act stats_acts[] = {
    {"panel-before", to_panel},    {"panel-after", to_panel},
    {"to-left", to_side},          {"to-right", to_side},
    {"period-before", to_period},  {"period-after", to_period},
    {"year-or-month", other_span}, {"division-after", other_division},
    {"open-bar", open_bar},        {NULL, NULL},
};

static void
done(struct screen *s)
{
	struct stats_screen *d = stats_of(s);

	free(d->division);
	arena_done(&d->written);
	pager_done(&d->pager);
}

const struct screen_ops stats_ops = {
    .name = "stats",
    .size = sizeof(struct stats_screen),
    .acts = stats_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .done = done,
};

struct screen *
stats_new(struct tui *t, const struct stats_wish *wish)
{
	struct screen *s = screen_new(t, &stats_ops);
	struct stats_screen *d = stats_of(s);

	d->wish = *wish;
	d->division = wish->division ? xstrdup(wish->division) : NULL;
	return s;
}
