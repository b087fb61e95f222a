/* page-table.c -- the eight columns of form 13 in lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/page-table.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/book.h"
#include "model/choices.h"

#define BORDER "│"

typedef void (*cell_fn)(const struct page_table *t, const struct day_entry *e,
			struct text *out);

static bool
has_letter(const struct day_entry *e)
{
	return e->purpose == NULL && e->voided == NULL && !e->is_lost;
}

static void
add(struct text *out, const char *s)
{
	if (s != NULL)
		text_add_visible(out, s, false);
}

static void
number_cell(const struct page_table *t, const struct day_entry *e,
	    struct text *out)
{
	text_add_book_place(out, e->book, e->number, t->thai);
}

static void
ref_cell(const struct page_table *t, const struct day_entry *e,
	 struct text *out)
{
	(void)t;
	add(out, e->ref_no);
}

static void
dated_cell(const struct page_table *t, const struct day_entry *e,
	   struct text *out)
{
	struct error none = {0};
	struct date d;

	if (e->dated != NULL && date_parse(e->dated, &d, &none))
		text_add_date(out, d, DATE_SHORT, t->thai);
}

static void
from_cell(const struct page_table *t, const struct day_entry *e,
	  struct text *out)
{
	(void)t;
	add(out, e->sender);
}

static void
to_cell(const struct page_table *t, const struct day_entry *e, struct text *out)
{
	(void)t;
	add(out, e->recipient);
}

/* A line through Thai can be drawn by few: the word says it. */
static void
subject_cell(const struct page_table *t, const struct day_entry *e,
	     struct text *out)
{
	(void)t;
	if (e->cancelled != NULL)
		text_printf(out, "[%s] ", _("cancelled"));
	if (e->secrecy != NULL)
		text_printf(out, "(%s)",
			    choice_label(letter_secrecies, e->secrecy));
	add(out, e->subject);
}

static void
done_cell(const struct page_table *t, const struct day_entry *e,
	  struct text *out)
{
	(void)t;
	if (!has_letter(e))
		return;
	if (e->ordered != NULL)
		text_printf(out, _("ordered: %s"), e->ordered);
	else
		add(out, e->lies_with);
}

static void
add_remark(struct text *out, bool is_so, const char *what, const char *words)
{
	if (!is_so)
		return;
	if (out->n > 0)
		text_add(out, "; ");
	text_add(out, what);
	if (!text_is_blank(words)) {
		text_add(out, " ");
		add(out, words);
	}
}

static void
add_replaced(const struct page_table *t, const struct day_entry *e,
	     struct text *out)
{
	add_remark(out, true, _("in place of"), NULL);
	text_add(out, " ");
	text_add_book_number(out, e->book, e->replaces_year, e->replaces_number,
			     t->thai);
}

static void
remark_cell(const struct page_table *t, const struct day_entry *e,
	    struct text *out)
{
	add_remark(out, e->cancelled != NULL, _("cancelled"), e->cancelled);
	add_remark(out, e->voided != NULL, _("void"), e->voided);
	add_remark(out, e->purpose != NULL, _("reserved"), e->purpose);
	add_remark(out, e->is_lost, _("its record is lost"), NULL);
	add_remark(out, e->late != NULL, _("late"), e->late);
	add_remark(out, e->is_sheet && has_letter(e),
		   _("from an emergency sheet"), NULL);
	if (e->urgency != NULL)
		add_remark(out, true,
			   choice_label(letter_urgencies, e->urgency), NULL);
	if (e->replaces_number != 0)
		add_replaced(t, e, out);
}

/* Narrowest, and what share of the room beyond that it gets. */
static const struct column {
	const char *heading; /* N_() */
	int narrowest, share, widest;
	cell_fn cell;
} columns[PAGE_COLUMNS] = {
    {N_("no."),          6,  0, 6,  number_cell },
    {N_("their number"), 10, 2, 20, ref_cell    },
    {N_("dated"),        7,  1, 10, dated_cell  },
    {N_("from"),         10, 4, 40, from_cell   },
    {N_("to"),           8,  2, 24, to_cell     },
    {N_("subject"),      13, 8, 90, subject_cell},
    {N_("action taken"), 8,  2, 24, done_cell   },
    {N_("remark"),       7,  3, 40, remark_cell },
};

static int
total(const struct page_table *t)
{
	int n = PAGE_COLUMNS - 1;

	for (int i = 0; i < PAGE_COLUMNS; i++)
		n += t->widths[i];
	return n;
}

/* The room that is left goes round by shares, a column at a time. */
void
page_table_lay_out(struct page_table *t, int width, bool thai)
{
	bool grows = true;

	*t = (struct page_table){.width = width, .thai = thai};
	for (int i = 0; i < PAGE_COLUMNS; i++)
		t->widths[i] = columns[i].narrowest;
	while (grows && total(t) < width) {
		grows = false;
		for (int i = 0; i < PAGE_COLUMNS; i++)
			for (int k = 0;
			     k < columns[i].share && total(t) < width &&
			     t->widths[i] < columns[i].widest;
			     k++, grows = true)
				t->widths[i]++;
	}
	t->width = total(t);
}

int
page_table_rule(const struct page_table *t, struct text *out)
{
	for (int i = 0; i < t->width; i++)
		text_add(out, "─");
	text_add(out, "\n");
	return 1;
}

/* One line of a cell that has been asked for, among those that wrapping
   gives. */
struct wanted {
	struct text *out;
	int line, at;
};

static void
take_line(void *ctx, const char *s, size_t n)
{
	struct wanted *w = ctx;

	if (w->at++ == w->line)
		text_add_n(w->out, s, n);
}

static void
add_cell_line(const char *cell, int line, int columns_of, struct text *out)
{
	struct text piece = {0};
	struct wanted w = {&piece, line, 0};

	thai_wrap(cell, columns_of, take_line, &w);
	thai_add_padded(out, text_str(&piece), columns_of, false);
	text_done(&piece);
}

/* Cells beside each other, as many lines as the tallest takes. */
static int
add_row(const struct page_table *t, struct text cells[PAGE_COLUMNS],
	struct text *out)
{
	int tallest = 1;

	for (int i = 0; i < PAGE_COLUMNS; i++) {
		int n =
		    thai_wrap(text_str(&cells[i]), t->widths[i], NULL, NULL);

		tallest = n > tallest ? n : tallest;
	}
	for (int line = 0; line < tallest; line++) {
		for (int i = 0; i < PAGE_COLUMNS; i++) {
			if (i > 0)
				text_add(out, BORDER);
			add_cell_line(text_str(&cells[i]), line, t->widths[i],
				      out);
		}
		text_add(out, "\n");
	}
	for (int i = 0; i < PAGE_COLUMNS; i++)
		text_done(&cells[i]);
	return tallest;
}

int
page_table_head(const struct page_table *t, struct text *out)
{
	struct text cells[PAGE_COLUMNS] = {{0}};
	int n;

	for (int i = 0; i < PAGE_COLUMNS; i++)
		text_add(&cells[i], _(columns[i].heading));
	n = page_table_rule(t, out);
	n += add_row(t, cells, out);
	return n + page_table_rule(t, out);
}

int
page_table_entry(const struct page_table *t, const struct day_entry *e,
		 struct text *out)
{
	struct text cells[PAGE_COLUMNS] = {{0}};

	for (int i = 0; i < PAGE_COLUMNS; i++)
		columns[i].cell(t, e, &cells[i]);
	return add_row(t, cells, out);
}
