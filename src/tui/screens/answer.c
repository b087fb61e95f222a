/* answer.c -- what a looking act answered, in lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/tell.h"

#include "tui/loop.h"
#include "tui/paged.h"
#include "tui/screens/screens.h"

struct answer {
	struct paged paged;
	const struct action *action;
	json_t *json;
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
write_page(struct paged *p)
{
	struct answer *a = (struct answer *)p;
	struct text lines = {0};
	const struct teller to = {&lines, p->cols - 2 * MARGIN,
				  tui_is_thai(p->screen.tui)};
	char *rest;

	answer_tell(&to, a->action, a->json);
	if (lines.n == 0)
		text_add(&lines, _("there is nothing"));
	rest = lines.s;
	while (rest != NULL && *rest != '\0')
		pager_line(&p->pager, MARGIN, STYLE_NORMAL,
			   strsep(&rest, "\n"));
	text_done(&lines);
}

static void
done(struct screen *s)
{
	json_decref(((struct answer *)s)->json);
	paged_done(s);
}

const struct screen_ops answer_ops = {
    .name = "pager",
    .size = sizeof(struct answer),
    .title = title,
    PAGED_OPS,
    .done = done,
};

struct screen *
answer_new(struct tui *t, const struct action *action, json_t *json)
{
	struct screen *s = paged_new(t, &answer_ops, write_page);
	struct answer *a = (struct answer *)s;

	a->action = action;
	a->json = json;
	return s;
}
