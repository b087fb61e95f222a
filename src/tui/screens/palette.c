/* palette.c -- the line after ":", and what it may be completed to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "tui/editor.h"
#include "tui/line.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"

enum { MATCHES_MAX = 8, HELP_COL = 20, EDGE = 2 };

/* What the word under the cursor may become. */
struct match {
	const char *word;
	const char *help;
};

struct palette {
	struct screen screen;
	struct editor editor;
	struct match matches[MATCHES_MAX];
	size_t n_matches;
	size_t at;
};

static struct palette *
palette_of(struct screen *s)
{
	return (struct palette *)s;
}

static void
title(const struct screen *s, struct text *t)
{
	(void)s;
	text_add(t, _("Command"));
}

/* The word that is being typed: an act's name may be of two words, so until
   an option begins, everything is the name. */
static const char *
word_of(const struct palette *p)
{
	const char *s = editor_text(&p->editor);
	const char *option = strstr(s, "--");

	for (const char *next = option; next; next = strstr(next + 2, "--"))
		option = next;
	return option ? option : s;
}

static void
add_match(struct palette *p, const char *word, const char *help)
{
	if (p->n_matches < MATCHES_MAX)
		p->matches[p->n_matches++] = (struct match){word, help};
}

static void
match_names(struct palette *p, const char *word)
{
	size_t n = strlen(word);

	for (const struct action *a = actions; a->name; a++)
		if (!(a->needs & NEED_TERMINAL) &&
		    strncmp(a->name, word, n) == 0)
			add_match(p, a->name, a->help);
	for (const struct move *m = moves; m->name; m++)
		if (!m->is_typing && strncmp(m->name, word, n) == 0)
			add_match(p, m->name, m->help);
}

static void
match_options(struct palette *p, const char *word)
{
	struct arena arena;
	struct line c;
	struct error err = {0};
	const char *line = editor_text(&p->editor);

	arena_init(&arena);
	const char *before = arena_strndup(&arena, line, (size_t)(word - line));
	if (line_read(before, &arena, &c, &err) && c.request.action)
		for (const struct option *o = c.request.action->options;
		     o && o->name; o++)
			if (strncmp(o->name, word + 2, strlen(word + 2)) == 0)
				add_match(p, o->name, o->help);
	arena_done(&arena);
}

static void
find_matches(struct palette *p)
{
	const char *word = word_of(p);

	p->n_matches = 0;
	p->at = 0;
	if (strncmp(word, "--", 2) == 0)
		match_options(p, word);
	else
		match_names(p, word);
}

/* Names of acts and options are ASCII: typed with the Thai layout on, they
   are the keys that were meant.  Values are taken as they are. */
static uint32_t
meant(const struct palette *p, uint32_t key)
{
	const char *word = word_of(p);
	bool is_option = strncmp(word, "--", 2) == 0;
	bool is_name = is_option ? !strpbrk(word, " =") : !strpbrk(word, " ");

	return is_name ? key_command(key) : key;
}

static unsigned
type(struct screen *s, uint32_t key)
{
	struct palette *p = palette_of(s);

	if (editor_key(&p->editor, meant(p, key)))
		find_matches(p);
	return REACT_DONE;
}

static unsigned
paste(struct screen *s, const char *text)
{
	struct palette *p = palette_of(s);
	struct pasted got = editor_paste(&p->editor, text);

	tui_say_paste(s->tui, &got);
	find_matches(p);
	return REACT_DONE;
}

static unsigned
edit(struct screen *s, const struct move *m)
{
	struct palette *p = palette_of(s);

	if (editor_move(&p->editor, m))
		find_matches(p);
	return REACT_DONE;
}

static unsigned
choose(struct screen *s, const struct move *m)
{
	struct palette *p = palette_of(s);

	p->at = move_apply(m, p->at, p->n_matches, MATCHES_MAX);
	return REACT_DONE;
}

static unsigned
complete(struct screen *s, const struct move *m)
{
	struct palette *p = palette_of(s);
	const char *word = word_of(p);
	struct text t = {0};

	(void)m;
	if (p->n_matches == 0)
		return REACT_DONE;
	text_add_n(&t, editor_text(&p->editor),
		   (size_t)(word - editor_text(&p->editor)));
	text_printf(&t, "%s%s ", strncmp(word, "--", 2) == 0 ? "--" : "",
		    p->matches[p->at].word);
	editor_replace(&p->editor, text_str(&t));
	text_done(&t);
	find_matches(p);
	return REACT_DONE;
}

/* A name that is only begun means the match under the cursor. */
static unsigned
enter(struct screen *s, const struct move *m)
{
	struct palette *p = palette_of(s);
	const char *line = editor_text(&p->editor);
	struct arena arena;
	struct line c;
	struct error err = {0};

	arena_init(&arena);
	if (!line_read(line, &arena, &c, &err) && word_of(p) == line &&
	    p->n_matches > 0)
		complete(s, m);
	arena_done(&arena);
	text_add(&s->tui->pending, editor_text(&p->editor));
	return REACT_CLOSE;
}

static const struct screen_act palette_acts[] = {
    {"enter",   enter},
    {"complete",         complete},
    {"up",choose},
    {"down",      choose},
    {0	},
};

static void
draw_match(const struct match *m, struct area row)
{
	area_put(row, 0, 1, STYLE_HEAD, m->word);
	area_put_padded(row, 0, HELP_COL, row.cols - HELP_COL, ALIGN_LEFT,
			STYLE_NORMAL, _(m->help));
}

/* What the command does whose rest is being typed. */
static const char *
heading(const struct palette *p)
{
	const char *line = editor_text(&p->editor);
	char *name = xstrndup(line, strcspn(line, " "));
	const struct move *m = strchr(line, ' ') ? move_find(name) : NULL;

	free(name);
	return m ? _(m->help) : _("Command");
}

/* At the lower edge: the matches above the line one types in. */
static void
draw(const struct screen *s, struct area a)
{
	const struct palette *p = (const struct palette *)s;
	int rows = (int)p->n_matches + 3;
	struct area box = area_part(a, a.rows - rows, 0, rows, a.cols);
	struct area in = area_part(box, 1, EDGE, rows - 2, box.cols - 2 * EDGE);

	area_fill(box, STYLE_NORMAL);
	area_box(box, STYLE_DIM, heading(p));
	for (size_t i = 0; i < p->n_matches; i++) {
		struct area row = area_part(in, (int)i, 0, 1, in.cols);

		draw_match(&p->matches[i], row);
		if (i == p->at)
			area_select(row);
	}
	area_put(in, rows - 3, 0, STYLE_KEY, ":");
	editor_draw(&p->editor, area_part(in, rows - 3, 1, 1, in.cols - 1),
		    true);
}

static void
done(struct screen *s)
{
	editor_done(&palette_of(s)->editor);
}

const struct screen_ops palette_ops = {
    .name = "palette",
    .size = sizeof(struct palette),
    .is_typed = true,
    .is_overlay = true,
    .acts = palette_acts,
    .title = title,
    .draw = draw,
    .type = type,
    .paste = paste,
    .edit = edit,
    .done = done,
};

struct screen *
palette_new(struct tui *t, const char *begun)
{
	struct screen *s = screen_new(t, &palette_ops);

	editor_set(&palette_of(s)->editor, begun);
	find_matches(palette_of(s));
	return s;
}
