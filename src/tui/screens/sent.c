/* sent.c -- what was sent on: who has received it, and under which number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "tui/column.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

/* One office as it is shown. */
struct row {
	const struct sending *sending;
	const char *at;       /* when it was received, or when it was sent */
	const char *heads;    /* the number it went out under; "" as above */
	struct letter letter; /* ours: by its number only */
};

struct sent {
	struct screen screen;
	const char *number; /* of the letter, or NULL */
	struct row *rows;
	struct list list;
	size_t n_received;
	int widths[COLUMNS_MAX];
	struct arena own; /* number */
};

static const struct sending *
sending_of(const void *row)
{
	return ((const struct row *)row)->sending;
}

static void
add_ref(const void *row, struct text *t)
{
	text_add(t, ((const struct row *)row)->heads);
}

static void
add_office(const void *row, struct text *t)
{
	text_add(t, sending_of(row)->target_name);
}

static void
add_state(const void *row, struct text *t)
{
	const struct sending *s = sending_of(row);

	text_add(t, sending_is_open(s) && s->recalled_at
			? _("asked back")
			: choice_label(sending_states, s->state));
}

static void
add_number(const void *row, struct text *t)
{
	const struct sending *s = sending_of(row);

	if (s->accept_id)
		text_add(t, s->accept_id);
	else if (s->reason)
		text_add(t, s->reason);
}

static void
add_at(const void *row, struct text *t)
{
	text_add(t, ((const struct row *)row)->at);
}

static enum style
strong(const void *row)
{
	(void)row;
	return STYLE_STRONG;
}

static enum style
state_style(const void *row)
{
	const struct sending *s = sending_of(row);

	if (strcmp(s->state, SENDING_ACCEPTED) == 0)
		return STYLE_GOOD;
	return sending_is_open(s) ? STYLE_NORMAL : STYLE_URGENT;
}

static enum style
dim(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_("Sent as"), .min = 16, .max = 20, .value = add_ref,
	  .style = strong },
	{ .heading = N_("To"), .min = 20, .value = add_office },
	{ .heading = N_("State"), .min = 12, .max = 16, .value = add_state,
	  .style = state_style },
	{ .heading = N_("Their number"), .min = 10, .max = 16,
	  .value = add_number, .style = strong },
	{ .heading = N_("When"), .min = 14, .max = 20, .rank = 1,
	  .value = add_at, .style = dim },
};

/* clang-format on */

enum { HEAD_ROWS = 3 };

static struct sent *
sent_of(struct screen *s)
{
	return (struct sent *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("Sent on"));
}

static bool
begins_anew(const struct sending_list *list, size_t i)
{
	return i == 0 || list->at[i].sending != list->at[i - 1].sending;
}

static void
fill_row(struct sent *s, struct row *row, const struct sending_list *list,
	 size_t i)
{
	const struct sending *one = &list->at[i];
	struct text at = {0};

	text_add_moment(&at,
			one->accepted_at ? one->accepted_at : one->state_at,
			tui_is_thai(s->screen.tui));
	*row = (struct row){
	    .sending = one,
	    .at = arena_strdup(&s->screen.arena, text_str(&at)),
	    .heads = begins_anew(list, i) ? one->ref_no : "",
	    .letter = {.id = one->letter,
		       .book = one->book,
		       .year = one->year,
		       .number = one->number},
	};
	text_done(&at);
}

static bool
load(struct screen *screen, struct error *err)
{
	struct sent *s = sent_of(screen);
	struct sending_list list = {0};
	struct row_key *keys;
	struct row *rows;
	size_t received = 0;

	if (!look_sendings(screen->tui->session, s->number, &screen->arena,
			   &list, err))
		return false;
	rows = arena_array(&screen->arena, list.n, sizeof(*rows));
	keys = arena_array(&screen->arena, list.n, sizeof(*keys));
	for (size_t i = 0; i < list.n; i++) {
		fill_row(s, &rows[i], &list, i);
		keys[i] = (struct row_key){{-list.at[i].sending, (int64_t)i}};
		received += list.at[i].accept_id != NULL;
	}
	s->rows = rows;
	s->n_received = received;
	list_take_all(&s->list, (struct list_piece){.keys = keys, .n = list.n});
	return true;
}

static void
layout(struct screen *screen, int rows, int cols)
{
	struct sent *s = sent_of(screen);

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, s->widths);
	list_set_rows(&s->list, rows - HEAD_ROWS);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct sent *s = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), s->widths, row,
			 &s->rows[i]);
}

/* The subject of the chosen one, and how many have it. */
static void
draw_head(const struct sent *s, struct area a)
{
	const struct sending *one = s->rows[s->list.at].sending;
	struct text t = {0};

	text_printf(&t, _("received by %s of %s"), DIGITS(s->n_received),
		    DIGITS(s->list.n));
	area_put(a, 0, 1, STYLE_STRONG, text_str(&t));
	area_put_padded(a, 1, 1, a.cols - 2, ALIGN_LEFT, STYLE_DIM,
			one->subject ? one->subject : "");
	text_done(&t);
}

static void
draw(const struct screen *screen, struct area a)
{
	const struct sent *s = (const struct sent *)screen;

	if (s->list.n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG, _("Nothing was sent on."));
		return;
	}
	draw_head(s, a);
	columns_draw_heading(columns, ARRAY_SIZE(columns), s->widths,
			     area_part(a, 2, 0, 1, a.cols));
	list_draw(&s->list,
		  area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS, a.cols),
		  &(const struct list_look){.row = draw_row}, s);
}

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&sent_of(s)->list, m);
}

static void
done(struct screen *s)
{
	arena_done(&sent_of(s)->own);
}

/* The letter of ours that was sent. */
static const struct letter *
chosen(const struct screen *screen)
{
	const struct sent *s = (const struct sent *)screen;

	return s->list.n > 0 ? &s->rows[s->list.at].letter : NULL;
}

const struct screen_ops sent_ops = {
    .name = "forwarded",
    .size = sizeof(struct sent),
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .letter = chosen,
    .done = done,
};

struct screen *
sent_new(struct tui *t, const char *number)
{
	struct screen *s = screen_new(t, &sent_ops);

	sent_of(s)->number = arena_strdup(&sent_of(s)->own, number);
	list_aim(&sent_of(s)->list, ROW_KEY_TOP);
	return s;
}
