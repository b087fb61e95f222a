/* tell-found.c -- what a search has found, and the searches that are kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/tell-table.h"

static const struct choice hit_fields[] = {{"ref_no", NULL, N_("their number")},
					   {"subject", NULL, N_("subject")},
					   {"from", NULL, N_("from")},
					   {"to", NULL, N_("to")},
					   {"note", NULL, N_("note")},
					   {"text", NULL, N_("text")},
					   {NULL, NULL, NULL}};

/* Where the words stood, unless the row shows it. */
static void
tell_hit(const struct teller *to, const json_t *hit)
{
	const char *field = answer_word(hit, "field");
	struct text t = {0};

	if (field[0] == '\0' || answer_word(hit, "text")[0] == '\0' ||
	    strcmp(field, "subject") == 0)
		return;
	text_printf(&t, "    %s: %s", choice_label(hit_fields, field),
		    answer_word(hit, "text"));
	tell_line(to, &t);
	text_done(&t);
}

void
tell_found(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *row;

	if (json_array_size(answer) == 0) {
		text_printf(to->out, "%s\n", _("no letters"));
		return;
	}
	tell_row(to, letter_columns, NULL);
	json_array_foreach(answer, i, row)
	{
		tell_row(to, letter_columns, row);
		tell_hit(to, json_object_get(row, "hit"));
	}
}

char *
answer_remark(const json_t *answer)
{
	const json_t *hit = json_object_get(json_array_get(answer, 0), "hit");
	const char *typed = answer_word(hit, "typed");

	return typed[0] == '\0'
		   ? NULL
		   : xasprintf(_("nothing was found as typed; this is what the "
				 "other keyboard layout types: %s"),
			       typed);
}

void
tell_searches(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *row;

	json_array_foreach(answer, i, row)
	{
		struct text t = {0};

		text_printf(&t, "@%s  %s", answer_word(row, "name"),
			    answer_word(row, "line"));
		tell_line(to, &t);
		text_done(&t);
	}
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n", _("no searches are kept"));
}
