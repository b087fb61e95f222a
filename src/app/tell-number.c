/* tell-number.c -- how a number was kept, and the clock, as lines of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/tell.h"
#include "app/unused.h"

void
tell_reservation(const struct teller *to, const json_t *l)
{
	const json_t *r = json_object_get(l, "reserved");
	const char *reason = answer_word(l, "void");
	struct text t = {0};

	if (!json_is_object(r))
		return;
	text_printf(&t, "%s · %s %s ", answer_word(r, "purpose"),
		    answer_word(r, "by"), answer_word(r, "post_name"));
	tell_moment(to, answer_word(r, "at"), &t);
	tell_field(to, _("reserved for"), t.s);
	tell_field(to, _("sheet written by"), answer_word(r, "written_by"));
	tell_field(to, _("why on a sheet"), answer_word(r, "why"));
	text_clear(&t);
	if (reason[0] != '\0')
		text_printf(&t, "%s · %s", void_words(reason),
			    answer_word(r, "void_by"));
	tell_field(to, _("void"), text_str(&t));
	text_done(&t);
}

void
tell_clock(const struct teller *to, const json_t *answer)
{
	struct text t = {0};

	tell_moment(to, answer_word(answer, "now"), &t);
	tell_field(to, _("the clock"), text_str(&t));
	text_clear(&t);
	tell_moment(to, answer_word(answer, "last"), &t);
	tell_field(to, _("last entry"), text_str(&t));
	tell_field(to, _("in doubt"), answer_word(answer, "text"));
	text_done(&t);
}
