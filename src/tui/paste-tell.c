/* paste-tell.c -- what became of a paste, for the status line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "tui/loop.h"

void
tui_say_paste(struct tui *t, const struct pasted *got)
{
	bool is_whole = !got->is_cut && got->dropped == 0;
	struct text s = {0};

	if (got->is_cut)
		text_add(&s, _("The text is too long: its end was left out."));
	else if (got->dropped > 0)
		text_printf(&s,
			    _("Characters that cannot be shown were left out: "
			      "%s."),
			    DIGITS(got->dropped));
	else if (got->is_folded)
		text_add(&s, _("The line ends became spaces; no text is "
			       "lost."));
	if (s.n > 0)
		tui_say(t, is_whole ? STYLE_GOOD : STYLE_ERROR, s.s);
	text_done(&s);
}

void
tui_refuse_paste(struct tui *t)
{
	tui_say(t, STYLE_ERROR,
		_("What is pasted is for a field; here it does nothing."));
}
