/* search.c -- searching while one types, and going through what was found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "tui/line.h"
#include "tui/loop.h"
#include "tui/perform.h"
#include "tui/screens/chips.h"
#include "tui/screens/filter.h"
#include "tui/screens/finder.h"
#include "tui/screens/screens.h"

static struct finder *
finder_of(struct screen *s)
{
	return (struct finder *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("Search"));
}

static const struct letter *
chosen(const struct screen *s)
{
	return hits_chosen(&((const struct finder *)s)->hits);
}

static const struct letter *
in_sight(const struct screen *s, size_t i)
{
	return hits_in_sight(&((const struct finder *)s)->hits, i);
}

/* ------------------------------------------------------------- searching */

static void
say_wrong(struct finder *f, const struct error *err)
{
	free(f->wrong);
	f->wrong = err ? error_sentence(err) : NULL;
}

/* A part right away: most searches need no other, and the picture comes with
   the key. */
static void
work(struct finder *f)
{
	struct error err = {0};

	if (hits_are_wanted(&f->hits) &&
	    !hits_work(&f->hits, f->screen.tui, &err)) {
		hits_clear(&f->hits);
		say_wrong(f, &err);
	}
}

static void
search(struct finder *f, bool is_again)
{
	const struct wanted wanted = {f->searched, f->mine};
	struct error err = {0};

	say_wrong(f, NULL);
	if (text_is_blank(f->searched) && !f->mine)
		hits_clear(&f->hits);
	else if (hits_search(&f->hits, f->screen.tui, &wanted, is_again, &err))
		work(f);
	else
		say_wrong(f, &err);
}

/* All filters of the line, those that were typed among the words too. */
static void
read_chips(struct finder *f)
{
	struct arena arena = {0};
	struct query q;
	struct text t = {0};
	struct error ignored = {0};

	const char *line = kept_expand(&f->kept, f->searched, &arena);

	if (query_read(line, &arena, &q, &ignored)) {
		q.mine = q.mine || f->mine;
		text_add_chips(&t, &q, tui_is_thai(f->screen.tui));
	}
	free(f->chips);
	f->chips = xstrdup(text_str(&t));
	text_done(&t);
	arena_done(&arena);
}

/* After a key: only another line is another search. */
static void
search_changed(struct finder *f)
{
	char *line = xasprintf("%s %s", editor_text(&f->editor), f->filters);

	if (f->searched && strcmp(f->searched, line) == 0) {
		free(line);
		return;
	}
	free(f->searched);
	f->searched = line;
	read_chips(f);
	search(f, false);
}

/* What others did may have changed what is found. */
static bool
load(struct screen *s, struct error *err)
{
	struct finder *f = finder_of(s);

	if (!kept_load(&f->kept, s->tui, err))
		return false;
	if (f->searched)
		search(f, true);
	else
		search_changed(f);
	return true;
}

static bool
go_on(struct screen *s)
{
	struct finder *f = finder_of(s);

	if (!hits_are_wanted(&f->hits))
		return false;
	work(f);
	return true;
}

/* ------------------------------------------------------------------ keys */

static unsigned
type(struct screen *s, uint32_t key)
{
	struct finder *f = finder_of(s);

	if (editor_key(&f->editor, key))
		search_changed(f);
	return REACT_DONE;
}

static unsigned
paste(struct screen *s, const char *text)
{
	struct finder *f = finder_of(s);
	struct pasted got = editor_paste(&f->editor, text);

	tui_say_paste(s->tui, &got);
	search_changed(f);
	return REACT_DONE;
}

static unsigned
edit(struct screen *s, const struct move *m)
{
	struct finder *f = finder_of(s);

	if (!editor_move(&f->editor, m))
		return REACT_NOTHING;
	search_changed(f);
	return REACT_DONE;
}

static void
scroll(struct screen *s, const struct move *m)
{
	struct finder *f = finder_of(s);

	list_move(f->hits.has_shown ? &f->hits.list : &f->kept.list, m);
}

static unsigned
open_chosen(struct screen *s, const struct move *m)
{
	struct finder *f = finder_of(s);
	const char *name = f->hits.has_shown ? NULL : kept_chosen(&f->kept);

	(void)m;
	if (chosen(s))
		text_add(&s->tui->pending, "show");
	if (!name)
		return REACT_DONE;
	char *word = xasprintf("@%s", name);
	editor_replace(&f->editor, word);
	free(word);
	search_changed(f);
	return REACT_DONE;
}

static unsigned
set_filters(struct screen *s, const struct move *m)
{
	(void)m;
	filter_open(s->tui, finder_of(s)->filters, finder_of(s)->mine);
	return REACT_DONE;
}

static unsigned
clear_filters(struct screen *s, const struct move *m)
{
	(void)m;
	search_set(s, &(struct search_wish){.words = "", .filters = ""});
	return REACT_DONE;
}

/* Kept by the act of the command line, under the name that was said. */
static void
keep_as(struct finder *f, const char *name)
{
	struct arena arena = {0};
	struct line line;
	struct error err = {0};
	const char *act =
	    arena_printf(&arena, "search save %s %s", name, f->searched);

	if (!line_read(act, &arena, &line, &err))
		tui_fail(f->screen.tui, &err);
	else if (perform_request(f->screen.tui, &line.request, false))
		f->screen.is_stale = true;
	arena_done(&arena);
}

static unsigned
keep_search(struct screen *s, const struct move *m)
{
	if (*s->tui->operand)
		keep_as(finder_of(s), s->tui->operand);
	else
		text_printf(&s->tui->pending, "ask %s", m->name);
	return REACT_DONE;
}

static const struct screen_act search_acts[] = {
    {"enter", open_chosen},
    {"filter", set_filters},
    {"unfilter", clear_filters},
    {"keep", keep_search},
    {0},
};

static void
done(struct screen *s)
{
	struct finder *f = finder_of(s);

	hits_done(&f->hits);
	kept_done(&f->kept);
	editor_done(&f->editor);
	free(f->filters);
	free(f->searched);
	free(f->wrong);
	free(f->chips);
}

const struct screen_ops search_ops = {
    .name = "search",
    .size = sizeof(struct finder),
    .is_typed = true,
    .acts = search_acts,
    .title = title,
    .load = load,
    .layout = finder_layout,
    .draw = finder_draw,
    .scroll = scroll,
    .work = go_on,
    .type = type,
    .paste = paste,
    .edit = edit,
    .letter = chosen,
    .gives_whole = true,
    .in_sight = in_sight,
    .done = done,
};

struct screen *
search_new(struct tui *t, const struct search_wish *wish)
{
	struct screen *s = screen_new(t, &search_ops);
	struct finder *f = finder_of(s);

	editor_set(&f->editor, wish->words);
	f->filters = xstrdup(wish->filters);
	f->mine = wish->mine;
	f->chips = xstrdup("");
	return s;
}

void
search_set(struct screen *s, const struct search_wish *wish)
{
	struct finder *f = finder_of(s);

	if (*wish->words)
		editor_replace(&f->editor, wish->words);
	free(f->filters);
	f->filters = xstrdup(wish->filters);
	f->mine = wish->mine;
	free(f->searched);
	f->searched = NULL;
	search_changed(f);
}

/* ------------------------------------------------------- from other screens */

/* The search that lies nearest below. */
static struct screen *
search_below(const struct tui *t)
{
	for (size_t i = t->n_screens; i-- > 0;)
		if (t->screens[i]->ops == &search_ops)
			return t->screens[i];
	return NULL;
}

/* At the end of what was found the search goes on for a second at most. */
static bool
step(struct finder *f, int by)
{
	enum { PARTS_MAX = 20 };
	struct list *l = &f->hits.list;
	size_t before = l->at;

	for (int i = 0; i < PARTS_MAX && by > 0 && before + 1 >= l->n &&
			hits_are_wanted(&f->hits);
	     i++)
		work(f);
	list_move(l, &(struct move){.unit = UNIT_LINE, .by = by});
	return l->at != before;
}

bool
search_step(struct tui *t, const struct move *m)
{
	struct screen *s = search_below(t);

	if (!s)
		return false;
	if (!step(finder_of(s), m->by)) {
		tui_say(t, STYLE_DIM,
			m->by < 0 ? _("This is the first one found.")
			: hits_are_wanted(&finder_of(s)->hits)
			    ? _("Still searching; once more to go on.")
			    : _("This is the last one found."));
		return true;
	}
	text_add(&t->pending,
		 tui_top(t)->ops == &history_ops ? "history" : "show");
	while (tui_top(t) != s)
		tui_pop(t);
	return true;
}
