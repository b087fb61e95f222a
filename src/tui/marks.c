/* marks.c -- letters of a list that are marked, to be acted on at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/many.h"

#include "tui/loop.h"
#include "tui/wording.h"

#define MARK_SIGN "●"

static const struct error_kind ONE_BY_ONE = {
    "one-by-one", EXIT_USAGE,
    N_("this is done letter by letter: take the marks off first")};

static struct letter_mark *
find(const struct marks *m, const struct letter *l)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->at[i].letter == l->id)
			return &m->at[i];
	return NULL;
}

bool
marks_has(const struct marks *m, const struct letter *l)
{
	return find(m, l) != NULL;
}

void
marks_put(struct marks *m, const struct letter *l)
{
	struct arena a = {0};

	if (marks_has(m, l))
		return;
	m->at = xreallocarray(m->at, m->n + 1, sizeof(*m->at));
	m->at[m->n++] =
	    (struct letter_mark){l->id, xstrdup(letter_operand(l, &a))};
	arena_done(&a);
}

static void
take_off(struct marks *m, struct letter_mark *mark)
{
	size_t behind = (size_t)(m->at + m->n - mark) - 1;

	free(mark->number);
	memmove(mark, mark + 1, behind * sizeof(*mark));
	m->n--;
}

void
marks_take_off(struct marks *m, const char *number)
{
	for (size_t i = m->n; i-- > 0;)
		if (strcmp(m->at[i].number, number) == 0)
			take_off(m, &m->at[i]);
}

void
marks_clear(struct marks *m)
{
	for (size_t i = 0; i < m->n; i++)
		free(m->at[i].number);
	free(m->at);
	*m = (struct marks){0};
}

void
marks_draw(const struct marks *m, const struct letter *l, struct area a)
{
	if (marks_has(m, l))
		area_put(a, 0, 0, STYLE_KEY, MARK_SIGN);
}

void
marks_tell(const struct tui *t, struct text *told)
{
	const struct screen *s = tui_top(t);
	const struct binding *b =
	    keymap_find_command(&t->keys, s->ops->name, "unmark");

	if (s->marks.n == 0)
		return;
	text_printf(told, "%s ", MARK_SIGN);
	text_printf(told,
		    P_("%s letter is marked: an act is done to it",
		       "%s letters are marked: an act is done to all",
		       s->marks.n),
		    DIGITS((long)s->marks.n));
	if (b != NULL) {
		struct text key = {0};

		text_add_key(&key, b->key);
		text_printf(told, _("  %s: no marks"), text_str(&key));
		text_done(&key);
	}
}

/* -------------------------------------------------------------------- moves */

/* To the next row, so that a key held down marks a run. */
unsigned
marks_mark(struct tui *t, const struct move *m)
{
	struct screen *s = tui_top(t);
	const struct letter *l = s->ops->letter ? s->ops->letter(s) : NULL;
	struct letter_mark *mark;

	(void)m;
	if (s->ops->in_sight == NULL || l == NULL)
		return REACT_NOTHING;
	mark = find(&s->marks, l);
	if (mark != NULL)
		take_off(&s->marks, mark);
	else
		marks_put(&s->marks, l);
	s->ops->scroll(s, move_find("down"));
	return REACT_DONE;
}

/* Only what one sees: nobody marks a year of letters by a key. */
unsigned
marks_mark_all(struct tui *t, const struct move *m)
{
	struct screen *s = tui_top(t);
	const struct letter *l;

	(void)m;
	if (s->ops->in_sight == NULL)
		return REACT_NOTHING;
	for (size_t i = 0; (l = s->ops->in_sight(s, i)) != NULL; i++)
		marks_put(&s->marks, l);
	return REACT_DONE;
}

unsigned
marks_unmark(struct tui *t, const struct move *m)
{
	(void)m;
	marks_clear(&tui_top(t)->marks);
	return REACT_DONE;
}

/* --------------------------------------------------------------------- acts */

bool
marks_name(const struct tui *t, struct arena *a, struct request *r,
	   struct error *err)
{
	const struct marks *m = &tui_top(t)->marks;
	struct argument *at;

	if (m->n == 0 || r->action->look || !(r->action->needs & NEED_LETTER) ||
	    request_operand(r, 0))
		return true;
	if (r->action->many == NULL)
		return error_set(err, &ONE_BY_ONE, NULL);
	at = arena_array(a, r->n + m->n, sizeof(*at));
	for (size_t i = 0; i < m->n; i++)
		at[i].value = arena_strdup(a, m->at[i].number);
	if (r->n > 0)
		memcpy(at + m->n, r->at, r->n * sizeof(*at));
	r->at = at;
	r->n += m->n;
	return true;
}

void
marks_drop(struct tui *t, const struct request *r)
{
	struct arena a = {0};
	struct letters_asked asked = {0};
	struct error ignored = {0};

	if (r->action->many != NULL &&
	    letters_asked(r, session_year(t->session), &a, &asked, &ignored))
		for (size_t i = 0; i < asked.n; i++)
			for (size_t k = 0; k < t->n_screens; k++)
				marks_take_off(&t->screens[k]->marks,
					       letter_of(&asked.at[i], &a));
	arena_done(&a);
}
