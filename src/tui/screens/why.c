/* why.c -- every act on a letter: whether it can be done, and who may */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/why.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/loop.h"
#include "tui/paged.h"
#include "tui/screens/screens.h"
#include "tui/wording.h"

struct why {
	struct paged paged;
	char *number; /* NULL: no letter is meant */
	char *action; /* NULL: every act */
	struct reason_list list;
};

enum {
	FRAME = 2,
	EDGE = 2,
	MARK_COL = 0,
	KEY_COL = 2,
	TITLE_COL = 6,
	WORDS_COL = 28
};

static struct why *
why_of(struct screen *s)
{
	return (struct why *)s;
}

static bool
load(struct screen *s, struct error *err)
{
	struct why *w = why_of(s);
	struct reason_list list;

	if (!why_read(s->tui->session, w->number, w->action, &s->arena, &list,
		      err))
		return false;
	w->list = list;
	paged_forget(&w->paged);
	return true;
}

/* The rule, and who may instead; wrapped in its column. */
static void
write_words(struct pager *p, const struct reason *r)
{
	char *rule = reason_rule(r), *who = reason_who(r);
	struct text t = {0};

	text_printf(&t, "%s%s%s", rule ? rule : "", rule && who ? " · " : "",
		    who ? who : "");
	pager_text(p, WORDS_COL, r->may ? STYLE_GOOD : STYLE_NORMAL,
		   r->may ? _("can be done now") : text_str(&t));
	text_done(&t);
	free(who);
	free(rule);
}

static void
write_key(struct why *w, const struct reason *r, int row)
{
	const struct screen *s = &w->paged.screen;
	const struct binding *b =
	    keymap_find_command(&s->tui->keys, "letter", r->action->name);
	struct text key = {0};

	if (b)
		text_add_key(&key, b->key);
	area_put(area_of(&w->paged.pager.page), row, KEY_COL, STYLE_KEY,
		 text_str(&key));
	text_done(&key);
}

static void
write_reason(struct why *w, const struct reason *r)
{
	struct pager *p = &w->paged.pager;
	int row = p->used;

	write_words(p, r);
	struct area page = area_of(&p->page);
	area_put(page, row, MARK_COL, r->may ? STYLE_GOOD : STYLE_ERROR,
		 r->may ? "✓" : "✗");
	write_key(w, r, row);
	area_put_padded(page, row, TITLE_COL, WORDS_COL - TITLE_COL - 1,
			ALIGN_LEFT, r->may ? STYLE_STRONG : STYLE_DIM,
			_(r->action->title));
}

static void
write_page(struct paged *p)
{
	struct why *w = (struct why *)p;

	for (size_t i = 0; i < w->list.n; i++)
		write_reason(w, &w->list.at[i]);
}

static void
layout(struct screen *s, int rows, int cols)
{
	paged_layout(s, rows - FRAME, cols - 2 * EDGE);
}

/* As high as it needs, at the lower edge. */
static void
draw(const struct screen *s, struct area a)
{
	const struct why *w = (const struct why *)s;
	int used = w->paged.pager.used + FRAME;
	int rows = used < a.rows ? used : a.rows;
	struct area box = area_part(a, a.rows - rows, 0, rows, a.cols);
	struct text title = {0};

	text_add(&title, _("What can be done"));
	if (w->number) {
		text_add(&title, " · ");
		text_add_operand(&title, w->number, tui_is_thai(s->tui));
	}
	area_fill(box, STYLE_NORMAL);
	area_box(box, STYLE_DIM, text_str(&title));
	pager_draw(&w->paged.pager,
		   area_part(box, 1, EDGE, rows - FRAME, box.cols - 2 * EDGE));
	text_done(&title);
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("What can be done"));
}

static void
done(struct screen *s)
{
	free(why_of(s)->number);
	free(why_of(s)->action);
	paged_done(s);
}

const struct screen_ops why_ops = {
    .name = "why",
    .size = sizeof(struct why),
    .is_overlay = true,
    .title = title,
    .load = load,
    .layout = layout,
    .draw = draw,
    .scroll = paged_scroll,
    .done = done,
};

struct screen *
why_new(struct tui *t, const char *number, const char *action)
{
	struct screen *s = paged_new(t, &why_ops, write_page);

	why_of(s)->number = number ? xstrdup(number) : NULL;
	why_of(s)->action = action ? xstrdup(action) : NULL;
	return s;
}
