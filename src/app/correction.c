/* correction.c -- a mended field in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/correction.h"

#include <string.h>

#include "base/date.h"
#include "base/i18n.h"

/* The choices that a field's words are one of; NULL for free words. */
static const struct choice *
choices_of(const char *field)
{
	static const struct {
		const char *field;
		const struct choice *choices;
	} rows[] = {
	    {"urgency", letter_urgencies},
	    {"secrecy", letter_secrecies},
	    {"kind", letter_kinds},
	    {"channel", letter_channels},
	};

	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (strcmp(rows[i].field, field) == 0)
			return rows[i].choices;
	return NULL;
}

static void
add_value(struct text *t, const char *field, const char *value)
{
	const struct choice *choices = choices_of(field);
	struct error none = {0};
	struct date d;

	if (text_is_blank(value))
		text_add(t, "–");
	else if (choices != NULL)
		text_add(t, choice_label(choices, value));
	else if (strcmp(field, "dated") == 0 && date_parse(value, &d, &none))
		text_add_date(t, d, DATE_LONG, digits_are_thai());
	else
		text_add(t, value);
}

void
text_add_correction(struct text *t, const char *field, const char *was,
		    const char *now)
{
	text_printf(t, "%s: [%s ", choice_label(entry_fields, field),
		    _("struck through:"));
	add_value(t, field, was);
	text_add(t, "] ");
	add_value(t, field, now);
}
