/* pages.c -- strips are put on pages, one under the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paper/pages.h"

#include <stdlib.h>
#include <string.h>

static void
draw(struct pages *p, const struct strip *s)
{
	for (size_t i = 0; p->maker != NULL && i < s->n; i++)
		p->maker->ops->draw(p->maker, &s->figures[i], s->figures[i].x,
				    p->y + s->figures[i].y);
	p->y += s->height;
}

static bool
end_page(struct pages *p, bool is_last, struct error *err)
{
	if (p->page == 0 || p->maker == NULL)
		return true;
	if (p->foot != NULL)
		p->foot(p->ctx, p->page, p->y);
	return p->maker->ops->turn(p->maker, is_last, err);
}

static bool
begin_page(struct pages *p, struct error *err)
{
	if (!end_page(p, false, err))
		return false;
	p->page++;
	p->y = 0;
	for (size_t i = 0; i < p->n_top; i++)
		draw(p, &p->top[i]);
	return true;
}

static void
forget_head(struct pages *p)
{
	for (size_t i = 0; i < p->head.n; i++) {
		char *words;

		memcpy(&words, &p->head.figures[i].words, sizeof(words));
		free(words);
	}
	if (p->head.n > 0) {
		struct figure *figures;

		memcpy(&figures, &p->head.figures, sizeof(figures));
		free(figures);
	}
	p->head = (struct strip){0};
}

static void
keep_head(struct pages *p, const struct strip *s)
{
	struct figure *figures = xcalloc(s->n, sizeof(*figures));

	forget_head(p);
	for (size_t i = 0; i < s->n; i++) {
		figures[i] = s->figures[i];
		if (figures[i].words != NULL)
			figures[i].words = xstrdup(figures[i].words);
	}
	p->head = *s;
	p->head.figures = figures;
}

/* A group that no page can hold begins where it stands, and goes on. */
static bool
is_too_full(const struct pages *p, const struct strip *s)
{
	double needs = s->flags & STRIP_GLUED ? s->height : s->group;

	if (p->page == 0 || s->flags & STRIP_TURN)
		return true;
	return p->bottom > 0 && p->y + needs > p->bottom + 0.01 &&
	       s->height > 0;
}

bool
pages_put(struct pages *p, const struct strip *s, struct error *err)
{
	if (is_too_full(p, s)) {
		if (!begin_page(p, err))
			return false;
		draw(p, &p->head);
	}
	draw(p, s);
	if (s->flags & STRIP_END)
		forget_head(p);
	if (s->flags & STRIP_HEAD)
		keep_head(p, s);
	return true;
}

bool
pages_end(struct pages *p, struct error *err)
{
	return (p->page > 0 || begin_page(p, err)) && end_page(p, true, err);
}

void
pages_done(struct pages *p)
{
	forget_head(p);
}
