/* tell-why.c -- what can be done and what not, as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "app/tell.h"

enum { TITLE_COLUMNS = 24, INDENT = 2 };

static void
tell_words(const struct teller *to, const char *words)
{
	struct text t = {0};

	if (*words) {
		text_printf(&t, "%*s%s", INDENT, "", words);
		tell_wrapped(to, t.s, INDENT);
	}
	text_done(&t);
}

void
tell_why(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *reason;

	json_array_foreach(answer, i, reason)
	{
		const char *name = answer_word(reason, "action");
		const struct action *a = action_find(name);
		bool may = json_is_true(json_object_get(reason, "may"));
		struct text t = {0};

		thai_add_padded(&t, name, TITLE_COLUMNS / 2, false);
		text_printf(&t, "%s: %s", a ? _(a->title) : "",
			    may ? _("can be done now")
				: _("cannot be done now"));
		tell_line(to, &t);
		tell_words(to, answer_word(reason, "why"));
		tell_words(to, answer_word(reason, "instead"));
		text_done(&t);
	}
}
