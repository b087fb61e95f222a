/* collected.c -- a collected report: who gave what, the sums, who is missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/collected.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/tell.h"

#include "tui/form.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

static struct collected_screen *
collected_of(struct screen *s)
{
	return (struct collected_screen *)s;
}

/* ------------------------------------------------------------------- load */

/* The day it came, or that it has not. */
static void
add_state(const struct collect_line *l, struct text *t, bool thai)
{
	if (l->given != NULL) {
		text_add_date(t, moment_date(l->given->at), DATE_SHORT, thai);
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
	if (l->is_late)
		text_printf(t, "%s; ", _("behind time"));
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
	while (t->n > 0 && strchr("; ", t->s[t->n - 1]) != NULL)
		text_remove(t, t->n - 1, 1);
}

static void
fill_row(const struct collected_screen *c, const struct collect_line *l,
	 struct collected_row *row, struct arena *a)
{
	bool thai = tui_is_thai(c->screen.tui);
	bool has = l->given != NULL && l->given->has_figure;
	struct text t = {0};

	row->line = l;
	text_add_figure(&t, has, has ? l->given->figure : 0, thai);
	row->figure = text_keep(&t, a);
	text_add_figure(&t, l->has_total, l->total, thai);
	row->total = text_keep(&t, a);
	text_add_figure(&t, l->from->share != 0, l->from->share, thai);
	row->target = text_keep(&t, a);
	if (l->percent >= 0 && l->has_total)
		text_printf(&t, "%s%%", DIGITS(l->percent));
	row->percent = text_keep(&t, a);
	add_state(l, &t, thai);
	row->when = text_keep(&t, a);
	add_words(c, l, &t, thai);
	row->note = text_keep(&t, a);
	text_done(&t);
}

static bool
load(struct screen *screen, struct error *err)
{
	struct collected_screen *c = collected_of(screen);
	const struct collect_wish wish = {c->duty,
					  c->period[0] ? c->period : NULL};
	struct collect_view v;
	struct row_key *keys;
	struct collected_row *rows;

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
	list_take_all(&c->list, (struct list_piece){.keys = keys, .n = v.n});
	return true;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct collected_screen *c = (const struct collected_screen *)s;

	text_printf(t, "%s ", _("Collected for"));
	text_add_letter_number(t, &c->v.letter, tui_is_thai(s->tui));
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
	    {letter, c->number},
	    {"duty", nth},
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
    {"period-before", step_period},
    {"period-after", step_period},
    {"by-period", switch_view},
    {"report-it", report_it},
    {"nudge-them", nudge_them},
    {"send-up", send_them_up},
    {NULL, NULL},
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
    .layout = collected_layout,
    .draw = collected_draw,
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
