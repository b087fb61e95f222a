/* tell-round.c -- to whom a letter circulates, and who has noted it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "model/circulation.h"

#include "app/tell.h"

enum { NAME_COLUMNS = 22 };

/* "กองคลัง  noted 20 Jan 2569 10:34 (name)", or since when reminded. */
static void
tell_circulated(const struct teller *to, const json_t *c)
{
	struct text name = {0}, t = {0};

	thai_add_padded(&name, answer_word(c, "name"), NAME_COLUMNS, false);
	if (answer_word(c, "noted_at")[0] != '\0') {
		text_add(&t, _("noted "));
		tell_moment(to, answer_word(c, "noted_at"), &t);
		text_printf(&t, " (%s)", answer_word(c, "noted_by"));
	} else if (!json_is_true(json_object_get(c, "waited_for"))) {
		text_add(&t, _("no longer waited for"));
	} else {
		text_add(&t, _("not noted yet"));
		text_add(&t, answer_whole(c, "nudges") ? _(", reminded ") : "");
		tell_moment(to, answer_word(c, "nudged_at"), &t);
	}
	text_printf(to->out, "  %s ", name.s);
	tell_wrapped(to, t.s, NAME_COLUMNS + 3);
	text_done(&name);
	text_done(&t);
}

void
tell_round(const struct teller *to, const json_t *r)
{
	const json_t *all = json_object_get(r, "to");
	struct text t = {0};
	size_t i;
	json_t *c;

	text_printf(
	    &t, "%s, %s ",
	    choice_label(circulation_purposes, answer_word(r, "purpose")),
	    answer_word(r, "person"));
	tell_moment(to, answer_word(r, "at"), &t);
	tell_line(to, &t);
	json_array_foreach(all, i, c) tell_circulated(to, c);
	text_done(&t);
}
