/* log.c -- what happened in the office: every event, newest first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/log.h"

#include <string.h>

#include "base/i18n.h"

#include "tui/form.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/pager.h"
#include "tui/screens/log.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

struct row {
	const struct happening *event;
	struct letter letter; /* what an act on it needs to know */
};

struct log {
	struct screen screen;
	struct arena kept; /* the request */
	struct request request;
	struct row *rows;
	struct list list;
};

enum {
	LINES = 2, /* of a row: when and who, then what */
	HEAD_ROWS = 1,
	WORDS_COL = 3,
	PREVIEW_ROWS = 4,
	PREVIEW_FROM = 18
};

static struct log *
log_of(struct screen *s)
{
	return (struct log *)s;
}

static const struct happening *
chosen(const struct log *l)
{
	return l->list.n > 0 ? l->rows[l->list.at].event : NULL;
}

/* What it is narrowed to, as it was asked for. */
static void
title(const struct screen *s, struct text *t)
{
	const struct log *l = (const struct log *)s;

	text_add(t, _("Log of the office"));
	for (size_t i = 0; i < l->request.n; i++) {
		const struct argument *at = &l->request.at[i];
		const struct option *o =
		    action_option(l->request.action, at->name);

		text_printf(t, " · %s %s", _(o->label),
			    o->choices ? choice_label(o->choices, at->value)
				       : at->value);
	}
	list_add_place(&l->list, t, tui_is_thai(s->tui));
}

static void
fill_row(struct row *row, const struct happening *h)
{
	*row = (struct row){
	    .event = h,
	    .letter = {.id = h->letter,
		       .book = h->book,
		       .year = h->year,
		       .number = h->number},
	};
}

/* A new head where the day changes. */
static struct list_piece
piece_of(struct log *l, const struct happening_list *list)
{
	struct row_key *keys =
	    arena_array(&l->screen.arena, list->n, sizeof(*keys));
	bool *heads = arena_array(&l->screen.arena, list->n, sizeof(*heads));
	struct date day = {0};

	for (size_t i = 0; i < list->n; i++) {
		struct date next = moment_date(list->at[i].at);

		keys[i] = look_log_key(&list->at[i]);
		heads[i] = date_compare(day, next) != 0;
		day = next;
	}
	return (struct list_piece){.keys = keys, .heads = heads, .n = list->n};
}

static bool
load(struct screen *s, struct error *err)
{
	struct log *l = log_of(s);
	struct session *session = s->tui->session;
	struct row_span span = list_span(&l->list);
	struct happening_list list;
	struct log_filter filter;
	struct row *rows;

	if (!log_filter_read(session, &l->request, &filter, err) ||
	    !look_log(session, &filter, &span, &s->arena, &list, err))
		return false;
	rows = arena_array(&s->arena, list.n, sizeof(*rows));
	for (size_t i = 0; i < list.n; i++)
		fill_row(&rows[i], &list.at[i]);
	l->rows = rows;
	list_take(&l->list, &span, piece_of(l, &list));
	return true;
}

static int
preview_rows(int rows)
{
	return rows >= PREVIEW_FROM ? PREVIEW_ROWS : 0;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct log *l = log_of(s);

	(void)cols;
	l->list.lines = LINES;
	if (!list_set_rows(&l->list, rows - HEAD_ROWS - preview_rows(rows)))
		s->is_stale = true;
}

void
text_add_actor(struct text *t, const struct happening *h)
{
	text_add(t, h->actor);
	if (h->post_name)
		text_add(t, ", ");
	text_add_title(t, h->own_post_name, h->capacity, h->post_name, " / ");
}

static void
draw_row(const void *ctx, size_t i, struct area a)
{
	const struct log *l = ctx;
	const struct row *row = &l->rows[i];
	const bool thai = tui_is_thai(l->screen.tui);
	struct text t = {0};
	int col = WORDS_COL;

	text_add_time(&t, row->event->at, thai);
	int used = 1 + area_put(a, 0, 1, STYLE_LABEL, text_str(&t)) + 2;
	text_clear(&t);
	text_add_actor(&t, row->event);
	area_put_padded(a, 0, used, a.cols - used - 1, ALIGN_LEFT, STYLE_DIM,
			text_str(&t));
	text_clear(&t);
	if (row->letter.book != NULL) {
		text_add_letter_number(&t, &row->letter, thai);
		col += area_put(a, 1, col, STYLE_STRONG, text_str(&t)) + 2;
	}
	area_put_padded(a, 1, col, a.cols - col - 1, ALIGN_LEFT,
			row->event->is_veiled ? STYLE_DIM : STYLE_NORMAL,
			row->event->words);
	text_done(&t);
}

static void
draw_day(const void *ctx, size_t i, struct area a)
{
	const struct log *l = ctx;
	struct date day = moment_date(l->rows[i].event->at);
	struct text t = {0};

	text_add(&t, " ");
	text_add_weekday(&t, day);
	text_add(&t, " ");
	text_add_date(&t, day, DATE_LONG, tui_is_thai(l->screen.tui));
	text_add(&t, " ");
	area_rule(a, 0, STYLE_DIM);
	area_put(a, 0, 2, STYLE_LABEL, text_str(&t));
	text_done(&t);
}

static const struct list_look look = {.row = draw_row, .head = draw_day};

/* All the words of the chosen one, which its row may cut off. */
static void
draw_preview(const struct log *l, struct area a)
{
	struct pager p = {0};

	if (a.rows == 0)
		return;
	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	pager_text(&p, 1, STYLE_NORMAL, chosen(l)->words);
	pager_end(&p);
	pager_draw(&p, area_part(a, 1, 0, a.rows - 1, a.cols));
	pager_done(&p);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct log *l = (const struct log *)s;
	int preview = preview_rows(a.rows);

	if (l->list.n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG, _("Nothing of this happened."));
		return;
	}
	draw_day(l, l->list.top, area_part(a, 0, 0, HEAD_ROWS, a.cols));
	list_draw(
	    &l->list,
	    area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS - preview, a.cols),
	    &look, l);
	draw_preview(l, area_part(a, a.rows - preview, 0, preview, a.cols));
}

static void
scroll(struct screen *s, const struct move *m)
{
	if (!list_move(&log_of(s)->list, m))
		s->is_stale = true;
}

static const struct letter *
letter(const struct screen *s)
{
	const struct log *l = (const struct log *)s;

	return chosen(l) && chosen(l)->book ? &l->rows[l->list.at].letter
					    : NULL;
}

static unsigned
whole_event(struct screen *s, const struct move *m)
{
	const struct happening *h = chosen(log_of(s));

	(void)m;
	if (h)
		tui_push(s->tui, event_new(s->tui, h->seq));
	return REACT_DONE;
}

static unsigned
show_event(struct screen *s, const struct move *m)
{
	const struct letter *l = letter(s);

	if (!l)
		return whole_event(s, m);
	text_printf(&s->tui->pending, "show %s",
		    letter_operand(l, &log_of(s)->screen.arena));
	return REACT_DONE;
}

/* The form of `log', as it was asked for. */
static unsigned
narrow(struct screen *s, const struct move *m)
{
	struct error err = {0};
	struct screen *form = form_new(s->tui, &log_of(s)->request, NULL, &err);

	(void)m;
	if (form)
		tui_push(s->tui, form);
	else
		tui_fail(s->tui, &err);
	return REACT_DONE;
}

static unsigned
widen(struct screen *s, const struct move *m)
{
	(void)m;
	log_of(s)->request.n = 0;
	list_aim(&log_of(s)->list, ROW_KEY_TOP);
	s->is_stale = true;
	return REACT_DONE;
}

static bool
lacks(const struct screen *s, const struct move *m)
{
	return strcmp(m->name, "unfilter") == 0 &&
	       ((const struct log *)s)->request.n == 0;
}

static void
done(struct screen *s)
{
	arena_done(&log_of(s)->kept);
}

static const struct screen_act log_acts[] = {
    {"show-event", show_event},
    {"whole-event", whole_event},
    {"filter", narrow},
    {"unfilter", widen},
    {NULL, NULL},
};

const struct screen_ops log_ops = {
    .name = "log",
    .size = sizeof(struct log),
    .acts = log_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .lacks = lacks,
    .letter = letter,
    .done = done,
};

void
log_set(struct screen *s, const struct request *r)
{
	struct log *l = log_of(s);
	struct argument *at = arena_array(&l->kept, r->n, sizeof(*at));

	l->request = (struct request){.action = r->action, .at = at};
	/* It takes no operand: a word too many narrows nothing. */
	for (size_t i = 0; i < r->n; i++)
		if (r->at[i].name)
			at[l->request.n++] = (struct argument){
			    arena_strdup(&l->kept, r->at[i].name),
			    arena_strdup(&l->kept, r->at[i].value)};
	list_aim(&l->list, ROW_KEY_TOP);
	s->is_stale = true;
}

struct screen *
log_new(struct tui *t, const struct request *r)
{
	struct screen *s = screen_new(t, &log_ops);

	log_set(s, r);
	return s;
}
