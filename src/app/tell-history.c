/* tell-history.c -- what happened to a letter, or in the office, in lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "app/answer.h"
#include "app/tell.h"

enum { SEQ_COLUMNS = 5 };

void
tell_happening(const struct teller *to, const json_t *h)
{
	struct text t = {0};

	thai_add_padded(&t, DIGITS(answer_whole(h, "seq")), SEQ_COLUMNS, true);
	text_add(&t, "  ");
	tell_moment(to, answer_word(h, "at"), &t);
	text_printf(&t, "  %s  ", answer_word(h, "actor"));
	text_add_title(&t, answer_word(h, "own_post_name"),
		       answer_word(h, "capacity"), answer_word(h, "post_name"),
		       "\n        ");
	tell_line(to, &t);
	tell_authority(to, h, SEQ_COLUMNS + 2);
	text_printf(to->out, "%*s", SEQ_COLUMNS + 2, "");
	text_clear(&t);
	if (answer_whole(h, "number") != 0) {
		text_add_answer_number(&t, h);
		text_add(&t, ": ");
	}
	text_add(&t, answer_word(h, "words"));
	tell_wrapped(to, text_str(&t), SEQ_COLUMNS + 2);
	text_done(&t);
}

void
tell_history(const struct teller *to, const json_t *answer)
{
	size_t i;
	json_t *h;

	json_array_foreach(answer, i, h) tell_happening(to, h);
}
