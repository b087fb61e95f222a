/* page-row.c -- an entry as a row of form 13 or 14 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/page-row.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "model/book.h"
#include "model/choices.h"

typedef void (*cell_fn)(bool thai, const struct day_entry *e, struct text *out);

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
number_cell(bool thai, const struct day_entry *e, struct text *out)
{
	text_add_book_place(out, e->book, e->number, thai);
}

static void
ref_cell(bool thai, const struct day_entry *e, struct text *out)
{
	(void)thai;
	add(out, e->ref_no);
}

static void
dated_cell(bool thai, const struct day_entry *e, struct text *out)
{
	struct error none = {0};
	struct date d;

	if (e->dated != NULL && date_parse(e->dated, &d, &none))
		text_add_date(out, d, DATE_SHORT, thai);
}

static void
from_cell(bool thai, const struct day_entry *e, struct text *out)
{
	(void)thai;
	add(out, e->sender);
}

static void
to_cell(bool thai, const struct day_entry *e, struct text *out)
{
	(void)thai;
	add(out, e->recipient);
}

/* A line through Thai can be drawn by few: the word says it. */
static void
subject_cell(bool thai, const struct day_entry *e, struct text *out)
{
	(void)thai;
	if (e->cancelled != NULL)
		text_printf(out, "[%s] ", _("cancelled"));
	if (e->secrecy != NULL)
		text_printf(out, "(%s)",
			    choice_label(letter_secrecies, e->secrecy));
	add(out, e->subject);
}

static void
done_cell(bool thai, const struct day_entry *e, struct text *out)
{
	(void)thai;
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
add_replaced(bool thai, const struct day_entry *e, struct text *out)
{
	add_remark(out, true, _("in place of"), NULL);
	text_add(out, " ");
	text_add_book_number(out, e->book, e->replaces_year, e->replaces_number,
			     thai);
}

static void
remark_cell(bool thai, const struct day_entry *e, struct text *out)
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
		add_replaced(thai, e, out);
}

/* ระเบียบงานสารบรรณ 2526, forms 13 and 14: the columns in their order. */
#define ENTRY_COLUMNS(first)                                                   \
	{                                                                      \
		{first, 6, 0, 6, PAPER_LEFT},                                  \
		    {N_("their number"), 10, 2, 20, PAPER_LEFT},               \
		    {N_("dated"), 7, 1, 10, PAPER_LEFT},                       \
		    {N_("from"), 10, 4, 40, PAPER_LEFT},                       \
		    {N_("to"), 8, 2, 24, PAPER_LEFT},                          \
		    {N_("subject"), 13, 8, 90, PAPER_LEFT},                    \
		    {N_("action taken"), 8, 2, 24, PAPER_LEFT},                \
		    {N_("remark"), 7, 3, 40, PAPER_LEFT},                      \
		    {NULL, 0, 0, 0, PAPER_LEFT},                               \
	}

const struct paper_column entry_columns[] = ENTRY_COLUMNS(N_("no."));
const struct paper_column sent_columns[] = ENTRY_COLUMNS(N_("sent no."));

void
doc_entry(struct document *p, const struct day_entry *e, bool thai)
{
	static const cell_fn cells[PAGE_COLUMNS] = {
	    number_cell, ref_cell,     dated_cell, from_cell,
	    to_cell,     subject_cell, done_cell,  remark_cell,
	};
	struct text words[PAGE_COLUMNS] = {{0}};
	const char *row[PAGE_COLUMNS];

	for (int i = 0; i < PAGE_COLUMNS; i++) {
		cells[i](thai, e, &words[i]);
		row[i] = text_str(&words[i]);
	}
	doc_row(p, row);
	for (int i = 0; i < PAGE_COLUMNS; i++)
		text_done(&words[i]);
}
