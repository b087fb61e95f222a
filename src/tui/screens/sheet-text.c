/* sheet-text.c -- the text of a letter is pasted or typed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "tui/key.h"
#include "tui/loop.h"
#include "tui/screens/sheet.h"

static void
draw(const struct sheet_screen *s, struct area a)
{
	editor_draw(&s->text, a, true);
}

static unsigned
enter(struct sheet_screen *s)
{
	editor_key(&s->text, K_ENTER);
	return REACT_DONE;
}

static unsigned
read_it(struct sheet_screen *s)
{
	const char *text = editor_text(&s->text);

	if (!text_is_blank(text))
		return sheet_read_text(s, text);
	tui_say(s->screen.tui, STYLE_ERROR,
		_("Paste or type the letter's text first."));
	return REACT_DONE;
}

static struct editor *
editor(struct sheet_screen *s)
{
	return &s->text;
}

const struct sheet_page text_page = {
    .title = N_("From a text"),
    .hint = N_("paste or type the letter's text, then have it read"),
    .draw = draw,
    .enter = enter,
    .read = read_it,
    .editor = editor,
};
