/* reserved.c -- the numbers that stand reserved, and what is done with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/digest.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "app/look.h"

#include "tui/column.h"
#include "tui/form.h"
#include "tui/list.h"
#include "tui/loop.h"
#include "tui/pager.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

/* One number as it is shown; the letter is what keys of letters act on. */
struct row {
	const struct kept_number *kept;
	struct letter letter;
	const char *number;
	const char *until;
	const char *left; /* how long until then */
	const char *page; /* "3/10" of emergency sheets */
};

struct reserved {
	struct screen screen;
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
add_number(const void *row, struct text *t)
{
	text_add(t, of(row)->number);
}

static void
add_until(const void *row, struct text *t)
{
	text_add(t, of(row)->until);
}

static void
add_left(const void *row, struct text *t)
{
	text_add(t, of(row)->left);
}

static void
add_page(const void *row, struct text *t)
{
	text_add(t, of(row)->page);
}

static void
add_purpose(const void *row, struct text *t)
{
	text_add(t, of(row)->kept->purpose);
}

static void
add_person(const void *row, struct text *t)
{
	text_add(t, of(row)->kept->person_name);
}

static enum style
strong(const void *row)
{
	(void)row;
	return STYLE_STRONG;
}

static enum style
dim(const void *row)
{
	(void)row;
	return STYLE_DIM;
}

/* clang-format off */

static const struct column columns[] = {
	{ .heading = N_("No."), .min = 6, .max = 10, .align = ALIGN_RIGHT,
	  .value = add_number, .style = strong },
	{ .heading = N_("Until"), .min = 10, .max = 11, .value = add_until },
	{ .heading = N_("Left"), .min = 6, .max = 9, .align = ALIGN_RIGHT,
	  .value = add_left, .style = dim },
	{ .heading = N_("Sheet"), .min = 6, .max = 8, .value = add_page },
	{ .heading = N_("Reserved for"), .min = 30, .value = add_purpose },
	{ .heading = N_("By"), .min = 12, .max = 20, .rank = 1,
	  .value = add_person, .style = dim },
};

/* clang-format on */

enum { HEAD_ROWS = 1, FOOT_ROWS = 5, VALUE_COL = 16 };

static struct reserved *
reserved_of(struct screen *s)
{
	return (struct reserved *)s;
}

static const struct row *
chosen(const struct screen *s)
{
	const struct reserved *r = (const struct reserved *)s;

	return r->list.n > 0 ? &r->rows[r->list.at] : NULL;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct reserved *r = (const struct reserved *)s;

	text_add(t, _("Reserved numbers"));
	list_add_place(&r->list, t, tui_is_thai(s->tui));
}

/* Until the end of the day. */
static moment
time_left(const struct tui *tui, struct date until)
{
	return moment_at(until, 24, 0, 0) - session_now(tui->session);
}

static void
fill_row(struct row *row, const struct kept_number *k, const struct tui *tui,
	 struct arena *a)
{
	bool thai = tui_is_thai(tui);
	struct text t = {0};

	*row = (struct row){
	    .kept = k,
	    .letter = {.id = k->id,
		       .book = k->book,
		       .year = k->year,
		       .number = k->number,
		       .state = STATE_RESERVED,
		       .purpose = k->purpose},
	};
	text_add_letter_number(&t, &row->letter, thai);
	row->number = text_keep(&t, a);
	text_add_date(&t, k->until, DATE_SHORT, thai);
	row->until = text_keep(&t, a);
	text_add_span(&t, time_left(tui, k->until), thai);
	row->left = text_keep(&t, a);
	if (k->is_sheet)
		text_printf(&t, "%s/%s", DIGITS(k->page), DIGITS(k->pages));
	row->page = text_keep(&t, a);
	text_done(&t);
}

static bool
load(struct screen *s, struct error *err)
{
	struct reserved *r = reserved_of(s);
	struct kept_list list = {0};
	struct row_key *keys;

	if (!look_reserved(s->tui->session, &s->arena, &list, err))
		return false;
	r->rows = arena_array(&s->arena, list.n + 1, sizeof(*r->rows));
	keys = arena_array(&s->arena, list.n + 1, sizeof(*keys));
	for (size_t i = 0; i < list.n; i++) {
		fill_row(&r->rows[i], &list.at[i], s->tui, &s->arena);
		keys[i] = (struct row_key){
		    {list.at[i].year, list.at[i].number, list.at[i].id}};
	}
	list_take_all(&r->list, (struct list_piece){.keys = keys, .n = list.n});
	return true;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct reserved *r = reserved_of(s);

	columns_fit(columns, ARRAY_SIZE(columns), cols, NULL, r->widths);
	list_set_rows(&r->list, rows - HEAD_ROWS - FOOT_ROWS);
}

static void
draw_row(const void *ctx, size_t i, struct area row)
{
	const struct reserved *r = ctx;

	columns_draw_row(columns, ARRAY_SIZE(columns), r->widths, row,
			 &r->rows[i]);
}

static void
draw_field(struct pager *p, const char *label, struct text *t)
{
	pager_field(p, 1, label, VALUE_COL, STYLE_NORMAL, text_str(t));
	text_clear(t);
}

/* The chosen number whole: for what, by whom and when, with which others. */
static void
draw_chosen(const struct row *row, const struct tui *tui, struct area a)
{
	const struct kept_number *k = row->kept;
	struct pager p = {0};
	struct text t = {0};

	area_rule(a, 0, STYLE_DIM);
	pager_start(&p, a.rows - 1, a.cols);
	pager_field(&p, 1, _("Reserved for"), VALUE_COL, STYLE_STRONG,
		    k->purpose);
	text_printf(&t, "%s%s%s  ", k->person_name, k->post_name ? ", " : "",
		    k->post_name ? k->post_name : "");
	text_add_moment(&t, k->at, tui_is_thai(tui));
	draw_field(&p, _("Reserved by"), &t);
	if (k->pages > 1) {
		text_add_book_place(&t, k->book, k->block, tui_is_thai(tui));
		text_printf(&t, "–%s/%s", DIGITS(k->block + k->pages - 1),
			    DIGITS(k->year));
		draw_field(&p, _("Block"), &t);
	}
	pager_end(&p);
	pager_draw(&p, area_part(a, 1, 0, a.rows - 1, a.cols));
	text_done(&t);
	pager_done(&p);
}

static void
draw(const struct screen *s, struct area a)
{
	const struct reserved *r = (const struct reserved *)s;

	if (r->list.n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG, _("No number is reserved."));
		return;
	}
	columns_draw_heading(columns, ARRAY_SIZE(columns), r->widths, a);
	list_draw(
	    &r->list,
	    area_part(a, HEAD_ROWS, 0, a.rows - HEAD_ROWS - FOOT_ROWS, a.cols),
	    &(const struct list_look){.row = draw_row}, r);
	draw_chosen(chosen(s), s->tui,
		    area_part(a, a.rows - FOOT_ROWS, 0, FOOT_ROWS, a.cols));
}

static void
scroll(struct screen *s, const struct move *m)
{
	list_move(&reserved_of(s)->list, m);
}

/* The form of a receipt, or of a letter that goes out, with the fields that
   this number needs. */
static unsigned
enter_letter(struct screen *s, const struct move *m)
{
	static const struct argument circular = {"circular", "circular"};
	const struct row *row = chosen(s);
	const struct book *book = row ? book_find(row->kept->book) : NULL;
	struct tui *t = s->tui;
	struct request r = {.at = &circular};
	struct error err = {0};

	(void)m;
	if (row == NULL)
		return REACT_DONE;
	r.action = action_find(book->way == BOOK_IN ? "receive" : "send");
	r.n = book->way == BOOK_OUT && book->class == BOOK_CIRCULAR;
	random_bytes(r.act_id, sizeof(r.act_id));
	struct screen *form = action_may(t->session, r.action, NULL, &err)
				  ? form_new(t, &r, NULL, &err)
				  : NULL;
	if (form == NULL) {
		tui_fail(t, &err);
		return REACT_DONE;
	}
	form_ask((struct form *)form,
		 row->kept->is_sheet ? "sheet" : "reserved", row->number);
	if (row->kept->is_sheet) {
		form_ask((struct form *)form, "written-by", NULL);
		form_ask((struct form *)form, "reason", NULL);
	}
	tui_push(t, form);
	return REACT_DONE;
}

/* What is done with the block of the number. */
static unsigned
run_on_block(struct screen *s, const struct move *m)
{
	const struct row *row = chosen(s);
	struct arena a = {0};

	if (row != NULL)
		text_printf(&s->tui->pending,
			    strcmp(m->name, "print-block") == 0
				? "print emergency %s --file"
				: "emergency close %s",
			    letter_operand(&row->letter, &a));
	arena_done(&a);
	return REACT_DONE;
}

static const struct screen_act reserved_acts[] = {
    {"enter-letter", enter_letter},
    {"print-block", run_on_block},
    {"close-block", run_on_block},
    {NULL, NULL},
};

static bool
lacks(const struct screen *s, const struct move *m)
{
	const struct row *row = chosen(s);
	bool of_sheets = strcmp(m->name, "print-block") == 0 ||
			 strcmp(m->name, "close-block") == 0;

	return of_sheets && (row == NULL || !row->kept->is_sheet);
}

static const struct letter *
letter(const struct screen *s)
{
	const struct row *row = chosen(s);

	return row ? &row->letter : NULL;
}

const struct screen_ops reserved_ops = {
    .name = "reserved",
    .size = sizeof(struct reserved),
    .acts = reserved_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .letter = letter,
    .lacks = lacks,
};

struct screen *
reserved_new(struct tui *t)
{
	return screen_new(t, &reserved_ops);
}
