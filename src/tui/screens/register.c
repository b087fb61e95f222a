/* register.c -- the register of one year: the book, form 13 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/kedmanee.h"
#include "base/thai.h"

#include "model/number.h"

#include "app/look.h"

#include "tui/loop.h"
#include "tui/screens/book.h"
#include "tui/screens/filter.h"
#include "tui/screens/letters.h"
#include "tui/screens/preview.h"
#include "tui/screens/screens.h"

struct register_screen {
	struct screen screen;
	struct look_filter filter;
	char *state; /* what filter.state points to */
	struct letters letters;
	struct book_layout layout;
	int last; /* number of the year */
};

/* Where there is room, the chosen letter with what its row cuts off. */
enum { PREVIEW_ROWS = 6, PREVIEW_FROM = 30 };

static struct register_screen *
register_of(struct screen *s)
{
	return (struct register_screen *)s;
}

static const struct letter *
chosen(const struct screen *s)
{
	return letters_chosen(&((const struct register_screen *)s)->letters);
}

static const struct letter *
in_sight(const struct screen *s, size_t i)
{
	return letters_in_sight(&((const struct register_screen *)s)->letters,
				i);
}

/* In the whole register a row is known by its number. */
static void
add_place(const struct register_screen *b, struct text *t)
{
	const struct letter *letter = chosen(&b->screen);

	text_add(t, "  ");
	if (b->filter.state || !letter)
		list_add_place(&b->letters.list, t, tui_is_thai(b->screen.tui));
	else
		/* TRANSLATORS: a number, and the last number of the year. */
		text_printf(t, _("%s of %s"), DIGITS(letter->number),
			    DIGITS(b->last));
}

static void
title(const struct screen *s, struct text *t)
{
	const struct register_screen *b = (const struct register_screen *)s;

	text_printf(t, "%s ", _(b->filter.book->name));
	text_add_number(t, b->filter.year, tui_is_thai(s->tui));
	if (b->filter.state)
		text_printf(t, " · %s",
			    choice_label(letter_states, b->filter.state));
	add_place(b, t);
}

static bool
load(struct screen *s, struct error *err)
{
	struct register_screen *b = register_of(s);
	int first, last;

	if (!look_ends(s->tui->session, &b->filter, &first, &last, err) ||
	    !letters_load(&b->letters, s, &b->filter, err))
		return false;
	b->last = last;
	return true;
}

static int
preview_rows(int rows)
{
	return rows >= PREVIEW_FROM ? PREVIEW_ROWS : 0;
}

static void
stale_unless(struct screen *s, bool has_enough)
{
	if (!has_enough)
		s->is_stale = true;
}

static void
layout(struct screen *s, int rows, int cols)
{
	struct register_screen *b = register_of(s);

	book_lay_out(&b->layout, cols);
	b->letters.list.lines = b->layout.lines;
	stale_unless(s, list_set_rows(&b->letters.list,
				      rows - BOOK_HEAD_ROWS(b->layout) -
					  preview_rows(rows)));
}

static void
draw_row(const void *ctx, size_t i, struct area a)
{
	const struct register_screen *b = ctx;

	book_draw_row(&b->layout, a, &b->letters.rows[i]);
	letters_draw_mark(&b->letters, &b->screen, i, a);
}

static void
draw_day(const void *ctx, size_t i, struct area a)
{
	const struct register_screen *b = ctx;

	book_draw_day(a, &b->letters.rows[i], tui_is_thai(b->screen.tui));
}

static const struct list_look look = {.row = draw_row, .head = draw_day};

static void
draw(const struct screen *s, struct area a)
{
	const struct register_screen *b = (const struct register_screen *)s;
	const struct list *l = &b->letters.list;
	int head = BOOK_HEAD_ROWS(b->layout), preview = preview_rows(a.rows);

	if (l->n == 0) {
		area_put_padded(a, a.rows / 3, 0, a.cols, ALIGN_CENTRE,
				STYLE_STRONG,
				_("There is no letter in this register."));
		return;
	}
	book_draw_head(&b->layout, area_part(a, 0, 0, head, a.cols),
		       &b->letters.rows[l->top], tui_is_thai(s->tui));
	list_draw(l, area_part(a, head, 0, a.rows - head - preview, a.cols),
		  &look, b);
	preview_draw(&b->letters.rows[l->at],
		     area_part(a, a.rows - preview, 0, preview, a.cols));
}

static void
scroll(struct screen *s, const struct move *m)
{
	stale_unless(s, list_move(&register_of(s)->letters.list, m));
}

static unsigned
other_year(struct screen *s, const struct move *m)
{
	struct register_screen *b = register_of(s);

	b->filter.year += m->by;
	stale_unless(s, list_aim(&b->letters.list, ROW_KEY_END));
	return REACT_DONE;
}

static unsigned
other_book(struct screen *s, const struct move *m)
{
	struct register_screen *b = register_of(s);
	struct error err = {0};

	if (look_book_beside(s->tui->session, &b->filter, m->by,
			     &b->filter.book, &err))
		stale_unless(s, list_aim(&b->letters.list, ROW_KEY_END));
	else
		tui_fail(s->tui, &err);
	return REACT_DONE;
}

/* Digits typed with the Thai layout on. */
static const char *
as_digits(const char *typed, struct arena *a)
{
	struct text t = {0};
	uint32_t code;

	for (size_t n = strlen(typed), at = 0; at < n;) {
		at += utf8_next(typed + at, n - at, &code);
		text_add_code(&t, code == '/'   ? '2'
				  : code == '-' ? '3'
						: kedmanee_to_us(code));
	}
	const char *kept = arena_strdup(a, text_str(&t));
	text_done(&t);
	return kept;
}

static bool
go_number(struct register_screen *b, const struct book_number *n,
	  struct error *err)
{
	struct look_filter there = {.book = n->book, .year = n->year};
	int first, last;

	if (!look_ends(b->screen.tui->session, &there, &first, &last, err))
		return false;
	if (n->number < first || n->number > last)
		return error_set(
		    err, &LETTER_UNKNOWN, "%s",
		    BOOK_NUMBER(n->book->code, n->year, n->number));
	b->filter.book = n->book;
	b->filter.year = n->year;
	list_aim(&b->letters.list, (struct row_key){{n->number}});
	return true;
}

static bool
go_day(struct register_screen *b, struct date day, struct error *err)
{
	struct session *session = b->screen.tui->session;
	struct look_filter there = {.book = b->filter.book};
	int number;

	there.year = year_at(&session->years, moment_at(day, 0, 0, 0));
	if (!look_number_since(session, &there, day, &number, err))
		return false;
	b->filter.year = there.year;
	list_aim(&b->letters.list, (struct row_key){{number}});
	return true;
}

/* A number without a prefix is of the book that is open. */
static bool
read_number(const struct register_screen *b, const char *typed,
	    struct book_number *n)
{
	struct error ignored = {0};

	if (number_parse(typed, b->filter.year, &n->year, &n->number,
			 &ignored)) {
		n->book = b->filter.book;
		return true;
	}
	return book_parse(typed, b->filter.year, n, &ignored);
}

/* "144", "144/2568", "ว 12", "๑๙ ม.ค. ๖๙". */
static bool
go_to(struct register_screen *b, const char *where, struct arena *a,
      struct error *err)
{
	const struct session *session = b->screen.tui->session;
	const char *digits = as_digits(where, a);
	struct date day;
	struct book_number n;

	if (read_number(b, where, &n))
		return go_number(b, &n, err);
	if (date_parse_near(where, session_today(session), &day, err))
		return go_day(b, day, err);
	return read_number(b, digits, &n) && go_number(b, &n, err);
}

static unsigned
go(struct screen *s, const struct move *m)
{
	struct arena arena = {0};
	struct error err = {0};

	if (!*s->tui->operand)
		text_printf(&s->tui->pending, "ask %s", m->name);
	else if (!go_to(register_of(s), s->tui->operand, &arena, &err))
		tui_fail(s->tui, &err);
	else
		s->is_stale = true;
	arena_done(&arena);
	return REACT_DONE;
}

/* The book that is open says whether one comes in or goes out. */
static unsigned
new_entry(struct screen *s, const struct move *m)
{
	const struct book *book = register_of(s)->filter.book;

	(void)m;
	text_add(&s->tui->pending, book->way == BOOK_IN ? "receive" : "send");
	return REACT_DONE;
}

/* The same letters, narrowed by more than the year. */
static unsigned
narrow(struct screen *s, const struct move *m)
{
	const struct look_filter *f = &register_of(s)->filter;
	struct text filters = {0};

	(void)m;
	text_printf(&filters, "book:%s year:%d", f->book->code, f->year);
	if (f->state)
		text_printf(&filters, " state:%s", f->state);
	filter_open(s->tui, text_str(&filters), false);
	text_done(&filters);
	return REACT_DONE;
}

static unsigned
print_book(struct screen *s, const struct move *m)
{
	const struct look_filter *f = &register_of(s)->filter;

	(void)m;
	text_printf(&s->tui->pending, "print register --file --book %s",
		    (f->book != NULL ? f->book : book_general)->code);
	if (f->year != 0)
		text_printf(&s->tui->pending, " --year %d", f->year);
	return REACT_DONE;
}

static const struct screen_act register_acts[] = {
    {"filter", narrow},
    {"new-entry", new_entry},
    {"year-before", other_year},
    {"year-after", other_year},
    {"book-before", other_book},
    {"book-after", other_book},
    {"go", go},
    {"print-book", print_book},
    {0},
};

static void
done(struct screen *s)
{
	free(register_of(s)->state);
}

const struct screen_ops register_ops = {
    .name = "register",
    .size = sizeof(struct register_screen),
    .only_looks = true,
    .acts = register_acts,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .letter = chosen,
    .gives_whole = true,
    .in_sight = in_sight,
    .done = done,
};

struct screen *
register_new(struct tui *t, const struct look_filter *filter)
{
	struct screen *s = screen_new(t, &register_ops);
	struct register_screen *b = register_of(s);

	b->filter = *filter;
	b->filter.state = b->state =
	    filter->state ? xstrdup(filter->state) : NULL;
	if (b->filter.year == 0)
		b->filter.year = session_year(t->session);
	if (!b->filter.book)
		b->filter.book = book_general;
	b->letters.has_days = true;
	list_aim(&b->letters.list, ROW_KEY_END);
	return s;
}
