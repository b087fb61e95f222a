/* tell-draft.c -- drafts as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/tell.h"

/* So much of an id tells drafts apart. */
enum { ID_SHOWN = 8, INDENT = 2 };

static const char *
state_words(const json_t *draft)
{
	if (strcmp(answer_word(draft, "state"), "open") == 0)
		return _("open in a form now");
	return _("not done yet");
}

/* "3f2a91c0  Endorse a letter 144/2569, 20 Jan 2569 10:34: not done yet" */
static void
tell_head(const struct teller *to, const json_t *draft)
{
	const struct action *a = action_find(answer_word(draft, "action"));
	const char *done = answer_word(draft, "done");
	struct text t = {0};

	text_printf(&t, "%.*s  %s", ID_SHOWN, answer_word(draft, "id"),
		    a ? _(a->title) : "");
	if (*answer_word(draft, "number"))
		text_printf(&t, " %s", answer_word(draft, "number"));
	text_add(&t, ", ");
	tell_moment(to, answer_word(draft, "at"), &t);
	if (*done)
		text_printf(&t, ": %s %s", _("done:"), done);
	else
		text_printf(&t, ": %s", state_words(draft));
	tell_wrapped(to, t.s, 0);
	text_done(&t);
}

static void
tell_fields(const struct teller *to, const json_t *draft)
{
	const struct action *a = action_find(answer_word(draft, "action"));
	size_t i;
	json_t *field;

	json_array_foreach(json_object_get(draft, "fields"), i, field)
	{
		const struct option *o =
		    a ? action_option(a, answer_word(field, "name")) : NULL;
		struct text t = {0};

		if (!o)
			continue;
		text_printf(&t, "%*s%s: %s", INDENT, "", _(o->label),
			    answer_word(field, "value"));
		tell_wrapped(to, t.s, INDENT);
		text_done(&t);
	}
}

void
tell_drafts(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *draft;

	json_array_foreach(answer, i, draft)
	{
		tell_head(to, draft);
		tell_fields(to, draft);
	}
	if (json_array_size(answer) == 0)
		text_printf(to->out, "%s\n", _("no drafts"));
}

void
tell_discarded(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *id;

	json_array_foreach(answer, i, id)
	    text_printf(to->out, _("draft %.*s discarded\n"), ID_SHOWN,
			json_string_value(id));
}
