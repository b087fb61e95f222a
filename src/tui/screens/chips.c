/* chips.c -- the filters of a search, in words, one beside the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/screens/chips.h"

#include "base/i18n.h"

static void
add_chip(struct text *t, const char *what, const char *value)
{
	text_printf(t, "%s[%s", t->n > 0 ? " " : "", what);
	if (value)
		text_printf(t, ": %s", value);
	text_add(t, "]");
}

static void
add_choice(struct text *t, const char *what, const struct choice *from,
	   const char *value)
{
	if (value)
		add_chip(t, what, choice_label(from, value));
}

static void
add_days(struct text *t, const char *what, struct date since, struct date until,
	 bool thai_digits)
{
	struct text days = {0};

	if (since.year == 0 && until.year == 0)
		return;
	text_add_date(&days, since, DATE_SHORT, thai_digits);
	if (date_compare(since, until) != 0) {
		text_add(&days, "–");
		text_add_date(&days, until, DATE_SHORT, thai_digits);
	}
	add_chip(t, what, text_str(&days));
	text_done(&days);
}

void
text_add_chips(struct text *t, const struct query *q, bool thai_digits)
{
	struct text chips = {0};

	if (q->mine)
		add_chip(&chips, _("Waits for me"), NULL);
	add_choice(&chips, _("State"), letter_states, q->state);
	if (q->post)
		add_chip(&chips, _("Lies with"), q->post);
	add_choice(&chips, _("Urgency"), letter_urgencies, q->urgency);
	add_choice(&chips, _("Secrecy"), letter_secrecies, q->secrecy);
	if (q->book)
		add_chip(&chips, _(book_find(q->book)->name), NULL);
	if (q->year)
		add_chip(&chips, _("Year"), DIGITS(q->year));
	add_days(&chips, _("Received"), q->since, q->until, thai_digits);
	add_days(&chips, _("Dated"), q->dated_since, q->dated_until,
		 thai_digits);
	if (q->waiting)
		add_chip(&chips, _("Lying for days"), DIGITS(q->waiting));
	text_add(t, text_str(&chips));
	text_done(&chips);
}
