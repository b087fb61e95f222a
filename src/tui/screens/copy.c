/* copy.c -- the fields of a letter, to be copied or scanned */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/look.h"

#include "tui/loop.h"
#include "tui/qr.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"
#include "tui/wrap.h"

/* In the arena of the screen. */
struct item {
	const char *label;
	const char *value;
	bool is_link;
};

struct copy {
	struct screen screen;
	char *number;
	struct item *items;
	size_t n, at;
	struct qr qr;
	const struct item *scanned; /* what qr is of */
	int rows, cols;             /* of the window */
};

enum { FIELDS = 6, VALUE_COL = 15, LIST_COLS = 34, FRAME_ROWS = 3 };

static struct copy *
copy_of(struct screen *s)
{
	return (struct copy *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("Copy or scan"));
}

/* What is not there, or not to be read by this person, is left out. */
static void
add(struct copy *c, const char *label, const char *value, bool is_link)
{
	if (!text_is_blank(value))
		c->items[c->n++] = (struct item){
		    label, arena_strdup(&c->screen.arena, value), is_link};
}

/* The office's stamp as one line. */
static void
add_stamp(struct copy *c, const struct letter *l)
{
	bool thai = tui_is_thai(c->screen.tui);
	struct text t = {0};

	text_printf(&t, "%s %s ", c->screen.tui->session->office_name,
		    _("Receipt no."));
	text_add_number(&t, l->number, thai);
	text_printf(&t, " %s ", _("Date"));
	text_add_date(&t, moment_date(l->received_at), DATE_SHORT, thai);
	text_printf(&t, " %s ", _("Time"));
	text_add_time(&t, l->received_at, thai);
	add(c, _("Stamp"), text_str(&t), false);
	text_done(&t);
}

static void
take_file(struct copy *c, const struct letter_file *file)
{
	const struct letter *l = &file->letter;
	struct text number = {0};

	c->items = arena_array(&c->screen.arena,
			       FIELDS + file->n_addresses + file->n_duty_where,
			       sizeof(*c->items));
	c->n = 0;
	c->scanned = NULL;
	for (size_t i = 0; i < file->n_addresses; i++)
		add(c, i == 0 ? _("Links") : "", file->addresses[i].link, true);
	for (size_t i = 0; i < file->n_duty_where; i++)
		add(c, i == 0 ? _("Report to") : "", file->duty_where[i].link,
		    true);
	text_add_letter_number(&number, l, tui_is_thai(c->screen.tui));
	add(c, _("Receipt no."), text_str(&number), false);
	add(c, _("Letter no."), l->ref_no, false);
	add(c, _("From"), l->sender, false);
	add(c, _("To"), l->recipient, false);
	add(c, _("Subject"), l->subject, false);
	add_stamp(c, l);
	text_done(&number);
	if (c->at >= c->n)
		c->at = 0;
}

static bool
load(struct screen *s, struct error *err)
{
	struct copy *c = copy_of(s);
	struct letter_file file = {0};

	if (!look_letter(s->tui->session, c->number, &s->arena, &file, err))
		return false;
	take_file(c, &file);
	return true;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct copy *c = copy_of(s);
	const struct item *chosen = &c->items[c->at];

	c->rows = rows;
	c->cols = cols;
	if (c->scanned == chosen)
		return;
	c->scanned = chosen;
	if (!chosen->is_link ||
	    !qr_make(&c->qr, chosen->value, s->tui->term->has_blocks))
		qr_done(&c->qr);
}

/* Beside the list, or why it is not there. */
static bool
has_room(const struct copy *c)
{
	return c->qr.code.size > 0 && qr_rows(&c->qr) <= c->rows &&
	       LIST_COLS + qr_cols(&c->qr) <= c->cols;
}

static void
add_reason(const struct copy *c, struct text *t)
{
	if (!qr_is_there())
		text_add(t, _("This program was built without QR codes "
			      "(libqrencode)."));
	else if (c->qr.code.size == 0)
		text_add(t, _("The link is too long for a QR code."));
	else
		text_printf(t, _("The QR code needs a window of %s×%s."),
			    DIGITS(LIST_COLS + qr_cols(&c->qr)),
			    DIGITS(qr_rows(&c->qr) + FRAME_ROWS));
}

static int
draw_words(struct area a, int row, enum style style, const char *words)
{
	struct wrapped w;

	wrapped_init(&w, words, a.cols - 2);
	for (size_t i = 0; i < w.n && row < a.rows; i++)
		area_put_n(a, row++, 1, style, w.at[i].s, w.at[i].n);
	wrapped_done(&w);
	return row;
}

static void
draw_items(const struct copy *c, struct area a)
{
	area_note_list(area_part(a, 0, 0, (int)c->n, a.cols));
	for (size_t i = 0; i < c->n; i++) {
		struct area row = area_part(a, (int)i, 0, 1, a.cols);

		area_put_padded(row, 0, 1, VALUE_COL - 2, ALIGN_LEFT,
				STYLE_LABEL, c->items[i].label);
		area_put_padded(row, 0, VALUE_COL, a.cols - VALUE_COL - 1,
				ALIGN_LEFT, STYLE_NORMAL, c->items[i].value);
		area_note_row(row, (int)i - (int)c->at);
		if (i == c->at)
			area_select(row);
	}
}

/* Below the list the chosen one stands whole, and what there is to do. */
static void
draw(const struct screen *s, struct area a)
{
	const struct copy *c = (const struct copy *)s;
	const struct item *chosen = &c->items[c->at];
	int qr_width = has_room(c) ? qr_cols(&c->qr) : 0;
	struct area left = area_part(a, 0, 0, a.rows, a.cols - qr_width);
	struct text why = {0};

	draw_items(c, left);
	int row = draw_words(left, (int)c->n + 1, STYLE_STRONG, chosen->value);
	if (qr_width > 0)
		qr_draw(&c->qr, area_part(a, 0, left.cols, a.rows, qr_width));
	else if (chosen->is_link)
		add_reason(c, &why);
	draw_words(left, row + 1, STYLE_DIM, text_str(&why));
	text_done(&why);
}

static void
scroll(struct screen *s, const struct move *m)
{
	struct copy *c = copy_of(s);

	c->at = move_apply(m, c->at, c->n, (int)c->n);
}

/* Nobody tells whether a terminal takes it. */
static unsigned
copy_chosen(struct screen *s, const struct move *m)
{
	struct copy *c = copy_of(s);
	struct text said = {0};

	(void)m;
	s->tui->term->ops->copy(s->tui->term, c->items[c->at].value);
	text_printf(&said, _("Sent to the clipboard of the terminal: %s"),
		    c->items[c->at].value);
	tui_say(s->tui, STYLE_GOOD, text_str(&said));
	text_done(&said);
	return REACT_DONE;
}

static const struct screen_act copy_acts[] = {
    {"copy", copy_chosen},
    {0},
};

static void
done(struct screen *s)
{
	free(copy_of(s)->number);
	qr_done(&copy_of(s)->qr);
}

const struct screen_ops copy_ops = {
    .name = "copy",
    .size = sizeof(struct copy),
    .acts = copy_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .done = done,
};

struct screen *
copy_new(struct tui *t, const char *number)
{
	struct screen *s = screen_new(t, &copy_ops);

	copy_of(s)->number = xstrdup(number);
	return s;
}
