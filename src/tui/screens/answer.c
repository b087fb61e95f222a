/* answer.c -- what a looking act answered, in lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/tell.h"

#include "tui/loop.h"
#include "tui/pager.h"
#include "tui/screens/screens.h"

struct answer {
	struct screen screen;
	const struct action *action;
	json_t *json;
	struct pager pager;
};

enum { MARGIN = 1 };

static void
title(const struct screen *s, struct text *t)
{
	const struct answer *a = (const struct answer *)s;

	text_add(t, _(a->action->title));
}

/* The lines of the command line's answer, as wide as the screen. */
static void
layout(struct screen *s, int rows, int cols)
{
	struct answer *a = (struct answer *)s;
	struct text lines = {0};
	const struct teller to = {&lines, cols - 2 * MARGIN,
				  tui_is_thai(s->tui)};

	answer_tell(&to, a->action, a->json);
	pager_start(&a->pager, rows, cols);
	for (char *line = lines.s; line && *line;) {
		size_t n = strcspn(line, "\n");

		line[n] = '\0';
		pager_line(&a->pager, MARGIN, STYLE_NORMAL, line);
		line += n + 1;
	}
	pager_end(&a->pager);
	text_done(&lines);
}

static void
draw(const struct screen *s, struct area a)
{
	pager_draw(&((const struct answer *)s)->pager, a);
}

static void
scroll(struct screen *s, const struct move *m)
{
	pager_move(&((struct answer *)s)->pager, m);
}

static void
done(struct screen *s)
{
	struct answer *a = (struct answer *)s;

	json_decref(a->json);
	pager_done(&a->pager);
}

const struct screen_ops answer_ops = {
    .name = "pager",
    .size = sizeof(struct answer),
    .title = title,
    .layout = layout,
    .draw = draw,
    .scroll = scroll,
    .done = done,
};

struct screen *
answer_new(struct tui *t, const struct action *action, json_t *json)
{
	struct screen *s = screen_new(t, &answer_ops);
	struct answer *a = (struct answer *)s;

	a->action = action;
	a->json = json;
	return s;
}
