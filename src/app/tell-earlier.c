/* tell-earlier.c -- what other hands wrote of a letter before it came here */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/json.h"
#include "app/tell.h"

/* "10 Jan 2569 9.30  office, name, post", and below it the words. */
void
tell_earlier_note(const struct teller *to, const json_t *n)
{
	struct text t = {0};

	text_add(&t, "  ");
	tell_moment(to, answer_word(n, "at"), &t);
	text_printf(&t, "  %s, %s  %s", answer_word(n, "office"),
		    answer_word(n, "person"), answer_word(n, "post_name"));
	tell_line(to, &t);
	text_add(to->out, "    ");
	tell_wrapped(to, answer_word(n, "text"), 4);
	text_done(&t);
}

/* What an old register says beside what its columns have. */
void
tell_old_register(const struct teller *to, const json_t *old)
{
	struct text t = {0};

	if (!json_is_object(old))
		return;
	text_printf(&t, _("%s, row %s"), answer_word(old, "file"),
		    DIGITS(answer_whole(old, "row")));
	tell_field(to, _("Old register"), text_str(&t));
	tell_field(to, _("Order"), answer_word(old, "ordered"));
	tell_field(to, _("Doer"), answer_word(old, "doer"));
	tell_field(to, _("Due"), answer_word(old, "due"));
	tell_field(to, _("Action taken"), answer_word(old, "done"));
	tell_field(to, _("Remarks"), answer_word(old, "remark"));
	text_done(&t);
}
