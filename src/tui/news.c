/* news.c -- what came meanwhile, in the status line for a moment */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/news.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/book.h"
#include "model/parcel.h"

#include "tui/loop.h"

/* A sentence that was said stays at least so long, and news no longer than
   that. */
static const moment SAID_FOR = 5 * (moment)1000000;
static const moment NEWS_FOR = 10 * (moment)1000000;

void
news_start(struct tui *t)
{
	struct error ignored = {0};

	/* A register that cannot be read says so on the desk. */
	if (!news_begin(t->session, &t->news.seen, &ignored))
		t->news.seen = 0;
}

/* The last that came, and how many before it. */
static void
write_news(struct text *t, const struct news_list *list)
{
	const struct news *last = &list->at[list->n - 1];

	text_clear(t);
	text_printf(t, _("new: %s from %s"),
		    BOOK_NUMBER(last->book, last->year, last->number),
		    last->by_name);
	if (list->n > 1)
		text_printf(t,
			    P_(", and %s more", ", and %s more", list->n - 1),
			    DIGITS(list->n - 1));
}

/* The last of them. */
static void
write_office_news(struct text *t, const struct news_list *list)
{
	const struct office_news *last = &list->offices[list->n_offices - 1];

	text_clear(t);
	if (strcmp(last->state, PARCEL_WAITING) == 0)
		text_printf(t, _("to be received: %s from %s"), last->number,
			    last->name);
	else
		text_printf(t, "%s: %s %s", last->name,
			    choice_label(sending_states, last->state),
			    last->number ? last->number : "");
	if (list->n_offices > 1)
		text_printf(
		    t,
		    P_(", and %s more", ", and %s more", list->n_offices - 1),
		    DIGITS(list->n_offices - 1));
}

void
news_look_for(struct tui *t)
{
	struct arena arena;
	struct news_list list = {0};
	struct error err = {0};

	arena_init(&arena);
	if (!news_look(t->session, &t->news.seen, &arena, &list, &err))
		tui_fail(t, &err);
	else if (list.n > 0)
		write_news(&t->news.waiting, &list);
	else if (list.n_offices > 0)
		write_office_news(&t->news.waiting, &list);
	arena_done(&arena);
}

/* What is wrong stays until a key is pressed; what was done makes room. */
static bool
has_room(const struct tui *t, moment now)
{
	if (t->status.n == 0)
		return true;
	return (t->status_style == STYLE_GOOD || t->news.is_shown) &&
	       now - t->said_at >= SAID_FOR;
}

void
news_show(struct tui *t)
{
	moment now = session_now(t->session);

	if (t->news.waiting.n > 0 && has_room(t, now)) {
		tui_say(t, STYLE_GOOD, text_str(&t->news.waiting));
		text_clear(&t->news.waiting);
		t->news.is_shown = true;
	} else if (t->news.is_shown && now - t->said_at >= NEWS_FOR) {
		text_clear(&t->status);
		t->news.is_shown = false;
	}
}
