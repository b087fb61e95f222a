/* help.c -- the keys of a screen, and every command: made from the tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/line.h"
#include "tui/loop.h"
#include "tui/paged.h"
#include "tui/screens/screens.h"

struct help {
	struct paged paged;
	const struct screen_ops *about;
};

enum { KEY_COL = 2, KEY_COLS = 16, NAME_COL = 20, HELP_COL = 36 };

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("Help"));
}

static const char *
help_of(const struct line *line)
{
	return line->move ? _(line->move->help) : _(line->request.action->help);
}

/* Whether another binding of the same command stood before this one. */
static bool
is_told(const struct keymap *k, const char *screen, const char *common,
	size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(k->at[j].command, k->at[i].command) == 0 &&
		    keymap_find(k, screen, k->at[j].key, common) == &k->at[j])
			return true;
	return false;
}

/* "F2 n": every key that runs the command of binding i. */
static void
add_keys(struct text *t, const struct keymap *k, const char *screen,
	 const char *common, size_t i)
{
	for (size_t j = i; j < k->n; j++) {
		const struct binding *b = &k->at[j];

		if (strcmp(b->command, k->at[i].command) != 0 ||
		    keymap_find(k, screen, b->key, common) != b)
			continue;
		text_add(t, t->n > 0 ? " " : "");
		text_add_key(t, b->key);
	}
}

static void
write_binding(struct help *h, size_t i)
{
	const struct keymap *k = &h->paged.screen.tui->keys;
	const char *screen = h->about->name;
	const char *common = keymap_common(h->about->is_typed);
	struct line line;
	struct arena arena;
	struct error err = {0};
	struct text keys = {0};

	if (keymap_find(k, screen, k->at[i].key, common) != &k->at[i] ||
	    is_told(k, screen, common, i))
		return;
	arena_init(&arena);
	add_keys(&keys, k, screen, common, i);
	if (line_read(k->at[i].command, &arena, &line, &err)) {
		int row = h->paged.pager.used;

		pager_text(&h->paged.pager, HELP_COL, STYLE_NORMAL,
			   help_of(&line));
		struct area page = area_of(&h->paged.pager.page);
		area_put_padded(page, row, KEY_COL, KEY_COLS, ALIGN_LEFT,
				STYLE_HEAD, text_str(&keys));
		area_put_padded(page, row, NAME_COL, HELP_COL - NAME_COL - 1,
				ALIGN_LEFT, STYLE_DIM, k->at[i].command);
	}
	text_done(&keys);
	arena_done(&arena);
}

/* The name and its operands; what it does wrapped beside it. */
static void
write_command(struct help *h, const char *name, const char *operands,
	      const char *help)
{
	int row = h->paged.pager.used;

	pager_text(&h->paged.pager, HELP_COL, STYLE_NORMAL, help);
	struct area page = area_of(&h->paged.pager.page);
	int col = KEY_COL + area_put(page, row, KEY_COL, STYLE_HEAD, name) + 1;
	area_put(area_part(page, 0, 0, page.rows, HELP_COL - 1), row, col,
		 STYLE_DIM, operands);
}

static void
write_commands(struct help *h)
{
	pager_section(&h->paged.pager, _("Commands, after “:”"));
	for (const struct action *a = actions; a->name; a++)
		if (!(a->needs & NEED_TERMINAL))
			write_command(h, a->name, a->operands, _(a->help));
	pager_section(&h->paged.pager, _("Moves"));
	for (const struct move *m = moves; m->name && !m->is_typing; m++)
		write_command(h, m->name, "", _(m->help));
}

static void
write_page(struct paged *p)
{
	struct help *h = (struct help *)p;

	pager_line(&p->pager, 1, STYLE_HEAD, _("Keys of this screen"));
	for (size_t i = 0; i < p->screen.tui->keys.n; i++)
		write_binding(h, i);
	write_commands(h);
}

const struct screen_ops help_ops = {
    .name = "help",
    .size = sizeof(struct help),
    .title = title,
    PAGED_OPS,
    .done = paged_done,
};

struct screen *
help_new(struct tui *t, const struct screen *about)
{
	struct screen *s = paged_new(t, &help_ops, write_page);

	((struct help *)s)->about = about->ops;
	return s;
}
