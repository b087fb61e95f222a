/* tell-out.c -- what a letter answers and replaces, and how it went out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/book.h"

#include "app/answer.h"
#include "app/tell.h"

bool
tells_of_outgoing(const json_t *l)
{
	const struct book *b = book_find(answer_word(l, "book"));

	return b != NULL && b->way == BOOK_OUT;
}

/* "ส 12/2569  ชย 73501/12", one below the other. */
static void
tell_replies(const struct teller *to, const char *label, const json_t *list)
{
	size_t i;
	json_t *r;

	json_array_foreach(list, i, r)
	{
		struct text t = {0};

		text_add_answer_number(&t, r);
		if (answer_word(r, "ref_no")[0] != '\0')
			text_printf(&t, "  %s", answer_word(r, "ref_no"));
		if (strcmp(answer_word(r, "state"), STATE_CANCELLED) == 0)
			text_printf(&t, "  (%s)", _("cancelled"));
		tell_field(to, i == 0 ? label : "", t.s);
		text_done(&t);
	}
}

static void
tell_dispatch(const struct teller *to, const json_t *d, bool is_first)
{
	struct text t = {0};

	text_printf(&t, "%s  ",
		    choice_label(letter_channels, answer_word(d, "how")));
	tell_moment(to, answer_word(d, "sent_at"), &t);
	if (answer_word(d, "receiver")[0] != '\0')
		text_printf(&t, _("  received by %s"),
			    answer_word(d, "receiver"));
	tell_field(to, is_first ? _("went out") : "", t.s);
	text_done(&t);
}

static void
tell_link(const struct teller *to, const char *label, const json_t *link)
{
	struct text t = {0};

	if (!json_is_object(link))
		return;
	text_add_answer_number(&t, link);
	tell_field(to, label, t.s);
	text_done(&t);
}

void
tell_out(const struct teller *to, const json_t *l)
{
	const json_t *list = json_object_get(l, "dispatches");
	size_t i;
	json_t *d;

	tell_replies(to, _("in reply to"), json_object_get(l, "reply_to"));
	tell_replies(to, _("answered by"), json_object_get(l, "replies"));
	json_array_foreach(list, i, d) tell_dispatch(to, d, i == 0);
	tell_link(to, _("replaces"), json_object_get(l, "replaces"));
	tell_link(to, _("replaced by"), json_object_get(l, "replaced_by"));
}
