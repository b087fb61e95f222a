/* wording.c -- numbers, dates and people as screens write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/wording.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

void
text_add_moment(struct text *t, moment m, bool thai_digits)
{
	text_add_date(t, moment_date(m), DATE_SHORT, thai_digits);
	text_add(t, " ");
	text_add_time(t, m, thai_digits);
}

void
text_add_letter_number(struct text *t, const struct letter *l, bool thai_digits)
{
	text_add_book_number(t, l->book, l->year, l->number, thai_digits);
}

void
text_add_operand(struct text *t, const char *operand, bool thai_digits)
{
	char *thai = thai_digits_to_thai(operand);

	text_add(t, thai_digits ? thai : operand);
	free(thai);
}

const char *
letter_operand(const struct letter *l, struct arena *a)
{
	return book_operand(l->book, l->year, l->number, a);
}

void
text_add_classes(struct text *t, const struct letter *l)
{
	if (l->urgency)
		text_add(t, choice_label(letter_urgencies, l->urgency));
	if (l->urgency && l->secrecy)
		text_add(t, " · ");
	if (l->secrecy)
		text_add(t, choice_label(letter_secrecies, l->secrecy));
	if (l->n_unnoted > 0)
		text_printf(t, "%s%s", l->urgency || l->secrecy ? " · " : "",
			    _("circulating"));
	if (l->is_on_way)
		text_printf(t, "%s%s",
			    l->urgency || l->secrecy || l->n_unnoted > 0 ? " · "
									 : "",
			    _("paper on its way"));
}

enum style
letter_style(const struct letter *l)
{
	if (l->urgency &&
	    choice_find(letter_urgencies, l->urgency) == letter_urgencies)
		return STYLE_MOST;
	if (l->urgency)
		return STYLE_URGENT;
	return l->secrecy ? STYLE_SECRET : STYLE_NORMAL;
}
