/* register.c -- the register of one year: the columns of form 13 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/list.h"
#include "tui/loop.h"
#include "tui/screens/letter-row.h"
#include "tui/screens/screens.h"

struct book {
	struct screen screen;
	struct look_filter filter;
	char *state; /* what filter.state points to */
	struct letter_row *rows;
	struct list list;
	int widths[COLUMNS_MAX];
};

/* clang-format off */

/* ทะเบียนหนังสือรับ, แบบที่ 13: the eight columns in their order. */
static const struct column columns[] = {
	{ .heading = N_("Receipt number"), .brief = N_("No."),
	  .min = 6, .max = 13, .align = ALIGN_RIGHT,
	  .value = row_add_number, .style = row_strong_style },
	{ .heading = N_("Letter no."), .min = 14, .max = 16, .rank = 1,
	  .value = row_add_ref },
	{ .heading = N_("Dated"), .min = 10, .max = 11, .rank = 4,
	  .value = row_add_dated },
	{ .heading = N_("From"), .min = 11, .max = 16, .rank = 2,
	  .value = row_add_sender },
	{ .heading = N_("To"), .min = 11, .max = 12, .rank = 5,
	  .value = row_add_recipient },
	{ .heading = N_("Subject"), .min = 16,
	  .value = row_add_subject },
	{ .heading = N_("Action taken"), .min = 13, .max = 15,
	  .value = row_add_done, .style = row_done_style },
	{ .heading = N_("Remarks"), .min = 8, .max = 12, .rank = 3,
	  .value = row_add_remark, .style = row_class_style },
};

/* clang-format on */

enum { HEAD_ROWS = 1 };

static struct book *
book_of(struct screen *s)
{
	return (struct book *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct book *b = (const struct book *)s;

	text_printf(t, "%s ", _("Register of incoming letters"));
	text_add_number(t, b->filter.year, tui_is_thai(s->tui));
	if (b->filter.state)
		text_printf(t, " · %s",
			    choice_label(letter_states, b->filter.state));
	list_add_place(&b->list, t, tui_is_thai(s->tui));
}

static const struct letter *
chosen(const struct screen *s)
{
	const struct book *b = (const struct book *)s;

	return b->list.n > 0 ? b->rows[b->list.at].letter : NULL;
}

/* They come newest first; a register is read from the top. */
static void
turn_round(struct letter_list *letters)
{
	for (size_t i = 0; i < letters->n / 2; i++) {
		struct letter *other = &letters->at[letters->n - 1 - i];
		struct letter newer = letters->at[i];

		letters->at[i] = *other;
		*other = newer;
	}
}

/* At first, and after the last one was chosen, the newest is chosen. */
static void
take_rows(struct book *b, const struct letter_list *letters)
{
	const struct letter *before = chosen(&b->screen);
	bool was_at_end = !before || b->list.at + 1 == b->list.n;
	size_t at = letters->n > 0 ? letters->n - 1 : 0;

	b->rows = letter_rows(b->screen.tui, letters, &b->screen.arena);
	if (!was_at_end)
		at = letter_rows_find(b->rows, letters->n, before->id, at);
	list_set_count(&b->list, letters->n);
	list_choose(&b->list, at);
}

static bool
load(struct screen *s, struct error *err)
{
	struct book *b = book_of(s);
	struct letter_list letters = {0};

	if (!look_register(s->tui->session, &b->filter, &s->arena, &letters,
			   err))
		return false;
	turn_round(&letters);
	take_rows(b, &letters);
	return true;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct book *b = book_of(s);

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, b->widths);
	list_set_rows(&b->list, rows - HEAD_ROWS);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct book *b = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), b->widths, row,
			 &b->rows[i]);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct book *b = (const struct book *)s;

	columns_draw_heading(columns, ARRAY_SIZE(columns), b->widths, a);
	if (b->list.n == 0)
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG,
				_("There is no letter in this register."));
	list_draw(&b->list,
		  area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS, a.cols),
		  draw_row, b);
}

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&book_of(s)->list, m);
}

static unsigned
other_year(struct screen *s, const struct move *m)
{
	struct book *b = book_of(s);

	b->filter.year += m->by;
	b->list = (struct list){.rows = b->list.rows};
	return REACT_RELOAD;
}

static const struct screen_act register_acts[] = {
    {"year-before", other_year},
    {"year-after",             other_year},
    {0},
};

static void
done(struct screen *s)
{
	free(book_of(s)->state);
}

const struct screen_ops register_ops = {
    .name = "register",
    .size = sizeof(struct book),
    .acts = register_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .letter = chosen,
    .done = done,
};

struct screen *
register_new(struct tui *t, const struct look_filter *filter)
{
	struct screen *s = screen_new(t, &register_ops);
	struct book *b = book_of(s);

	b->filter = *filter;
	b->filter.state = b->state =
	    filter->state ? xstrdup(filter->state) : NULL;
	if (b->filter.year == 0)
		b->filter.year = session_year(t->session);
	return s;
}
