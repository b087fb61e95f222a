/* history.c -- every event of one letter in words, oldest first */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/event-words.h"
#include "app/look.h"

#include "tui/loop.h"
#include "tui/paged.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

struct history {
	struct paged paged;
	char *number; /* as asked for */
	struct letter_file file;
	struct happening_list list;
};

enum { WORDS_COL = 3 };

static struct history *
history_of(struct screen *s)
{
	return (struct history *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	const struct history *h = (const struct history *)s;

	text_printf(t, "%s ", _("History of letter"));
	text_add_letter_number(t, &h->file.letter, tui_is_thai(s->tui));
}

static bool
load(struct screen *s, struct error *err)
{
	struct history *h = history_of(s);
	struct letter_file file = {0};
	struct happening_list list = {0};

	if (!look_letter(s->tui->session, h->number, &s->arena, &file, err) ||
	    !look_history(s->tui->session, h->number, &s->arena, &list, err))
		return false;
	h->file = file;
	h->list = list;
	paged_forget(&h->paged);
	return true;
}

/* When and who, then what in words. */
static void
write_happening(struct history *h, const struct happening *e)
{
	struct pager *page = &h->paged.pager;
	struct area a = pager_rows(page, 1);
	struct text t = {0};

	text_add_moment(&t, e->at, tui_is_thai(h->paged.screen.tui));
	int col = 1 + area_put(a, 0, 1, STYLE_LABEL, text_str(&t)) + 2;
	text_clear(&t);
	text_add(&t, e->actor ? e->actor : "");
	if (e->post_name)
		text_add(&t, ", ");
	text_add_title(&t, e->own_post_name, e->capacity, e->post_name, " / ");
	area_put(a, 0, col, STYLE_DIM, text_str(&t));
	if (e->is_own_proposal)
		pager_line(page, WORDS_COL, STYLE_URGENT,
			   _("on one's own proposal, in another post"));
	pager_text(page, WORDS_COL, STYLE_NORMAL, e->words);
	text_done(&t);
}

static void
write_page(struct paged *p)
{
	struct history *h = (struct history *)p;

	for (size_t i = 0; i < h->list.n; i++)
		write_happening(h, &h->list.at[i]);
}

static const struct letter *
shown(const struct screen *s)
{
	return &((const struct history *)s)->file.letter;
}

static void
done(struct screen *s)
{
	free(history_of(s)->number);
	paged_done(s);
}

const struct screen_ops history_ops = {
    .name = "history",
    .size = sizeof(struct history),
    .title = title,
    .load = load,
    PAGED_OPS,
    .letter = shown,
    .done = done,
};

struct screen *
history_new(struct tui *t, const char *number)
{
	struct screen *s = paged_new(t, &history_ops, write_page);

	history_of(s)->number = xstrdup(number);
	return s;
}
