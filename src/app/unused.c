/* unused.c -- a number that no letter has, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/unused.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

const char *
void_words(const char *reason)
{
	static const struct choice fixed[] = {
	    {"expired", NULL, N_("not used by its last day")},
	    {NULL, NULL, NULL}};

	return choice_label(fixed, reason);
}

static void
add_reserved(struct text *t, const struct unused *u, bool thai_digits)
{
	struct error none = {0};
	struct text day = {0};
	struct date d;

	if (date_parse(u->until, &d, &none))
		text_add_date(&day, d, DATE_SHORT, thai_digits);
	/* TRANSLATORS: a day, and what the number is reserved for. */
	text_printf(t, _("(reserved until %s: %s)"), text_str(&day),
		    u->purpose);
	text_done(&day);
}

void
text_add_unused(struct text *t, const struct unused *u, bool thai_digits)
{
	if (strcmp(u->state, STATE_RESERVED) == 0)
		add_reserved(t, u, thai_digits);
	else if (u->list_year != 0)
		/* TRANSLATORS: number and year of the list. */
		text_printf(t, _("(destroyed by list %s/%s)"),
			    DIGITS(u->list_number), DIGITS(u->list_year));
	else if (!text_is_blank(u->void_reason))
		text_printf(t, _("(void: %s)"), void_words(u->void_reason));
	else
		text_printf(t, "(%s)", choice_label(letter_states, u->state));
}
