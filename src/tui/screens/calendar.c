/* calendar.c -- a month: its holidays, and what is due on each day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "tui/loop.h"
#include "tui/screens/month.h"
#include "tui/screens/screens.h"

struct calendar {
	struct screen screen;
	struct date at; /* the chosen day */
	bool mine;
	struct calendar_month *m; /* in the arena */
};

static struct calendar *
calendar_of(struct screen *s)
{
	return (struct calendar *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct calendar *c = (const struct calendar *)s;

	text_printf(t, "%s ", c->mine ? _("My calendar") : _("Calendar"));
	text_add_month(t, c->at.month, DATE_LONG);
	text_printf(t, " %s", DIGITS(c->at.year + BUDDHIST_ERA));
}

static bool
load(struct screen *s, struct error *err)
{
	struct calendar *c = calendar_of(s);
	struct calendar_month *m = arena_alloc(&s->arena, sizeof(*m));

	if (!look_month(s->tui->session, c->at.year, c->at.month, c->mine,
			&s->arena, m, err))
		return false;
	c->m = m;
	return true;
}

static void
draw(const struct screen *s, struct area a)
{
	const struct calendar *c = (const struct calendar *)s;

	month_draw(c->m, c->at.day, tui_is_thai(s->tui), a);
}

/* The month that is shown is that of the chosen day. */
static void
go(struct calendar *c, struct date to)
{
	if (!date_is_valid(to))
		return;
	c->screen.is_stale = c->screen.is_stale || to.month != c->at.month ||
			     to.year != c->at.year;
	c->at = to;
}

/* The same day of another month, or its last. */
static struct date
months_on(struct date d, int n)
{
	int month = d.year * 12 + d.month - 1 + n;
	struct date to = {month / 12, month % 12 + 1, d.day};

	if (to.day > date_month_days(to.year, to.month))
		to.day = date_month_days(to.year, to.month);
	return to;
}

/* A line is a week, a page a month. */
static void
scroll(struct screen *s, const struct move *m)
{
	struct calendar *c = calendar_of(s);
	struct date to = c->at;

	if (m->unit == UNIT_LINE)
		to = date_after(c->at, 7 * m->by);
	else if (m->unit == UNIT_PAGE)
		to = months_on(c->at, m->by);
	else if (m->unit == UNIT_ALL)
		to.day = m->by < 0 ? 1 : date_month_days(to.year, to.month);
	go(c, to);
}

static unsigned
other_day(struct screen *s, const struct move *m)
{
	go(calendar_of(s), date_after(calendar_of(s)->at, m->by));
	return REACT_DONE;
}

static unsigned
today(struct screen *s, const struct move *m)
{
	(void)m;
	go(calendar_of(s), session_today(s->tui->session));
	return REACT_DONE;
}

static unsigned
whose(struct screen *s, const struct move *m)
{
	(void)m;
	calendar_of(s)->mine = !calendar_of(s)->mine;
	return REACT_RELOAD;
}

static unsigned
open_day(struct screen *s, const struct move *m)
{
	const struct calendar *c = calendar_of(s);

	(void)m;
	if (calendar_duties(&c->m->at[c->at.day - 1]) > 0)
		tui_push(s->tui, day_new(s->tui, c->at, c->mine));
	return REACT_DONE;
}

static bool
lacks(const struct screen *s, const struct move *m)
{
	const struct calendar *c = (const struct calendar *)s;

	return strcmp(m->name, "open-day") == 0 &&
	       calendar_duties(&c->m->at[c->at.day - 1]) == 0;
}

static const struct screen_act calendar_acts[] = {
    {"earlier-day", other_day}, {"later-day", other_day}, {"today", today},
    {"whose", whose},           {"open-day", open_day},   {NULL, NULL},
};

const struct screen_ops calendar_ops = {
    .name = "calendar",
    .size = sizeof(struct calendar),
    .acts = calendar_acts,
    .title = title,
    .load = load,
    .draw = draw,
    .scroll = scroll,
    .lacks = lacks,
};

struct screen *
calendar_new(struct tui *t, struct date day, bool mine)
{
	struct screen *s = screen_new(t, &calendar_ops);

	calendar_of(s)->at = day;
	calendar_of(s)->mine = mine;
	return s;
}
