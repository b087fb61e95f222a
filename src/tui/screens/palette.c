/* palette.c -- the line after ":", and what it may be completed to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/complete.h"

#include "tui/editor.h"
#include "tui/line.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"

enum {
	MATCHES_SHOWN = 8,
	MATCHES_MAX = 2 * COMPLETIONS_MAX,
	HELP_COL = 20,
	EDGE = 2
};

struct palette {
	struct screen screen;
	struct editor editor;
	struct arena found; /* of the matches */
	/* What the word under the cursor may become. */
	struct completion matches[MATCHES_MAX];
	size_t n_matches;
	size_t from; /* where in the line that word begins */
	size_t at, top;
	size_t back; /* which of the lines typed before it is; 0: none */
	char *typed; /* what was typed before Up */
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
add_match(struct palette *p, struct completion match)
{
	if (p->n_matches < MATCHES_MAX)
		p->matches[p->n_matches++] = match;
}

static void
match_moves(struct palette *p, const char *line)
{
	for (const struct move *m = moves; m->name; m++)
		if (!m->is_typing && strncmp(m->name, line, strlen(line)) == 0)
			add_match(p, (struct completion){m->name, _(m->help)});
}

static void
find_matches(struct palette *p)
{
	const char *line = editor_text(&p->editor);
	struct completion_list list = {0};
	struct error err = {0};

	arena_done(&p->found);
	p->n_matches = p->at = p->top = 0;
	if (!complete_line(p->screen.tui->session, line, &p->found, &list,
			   &err))
		tui_fail(p->screen.tui, &err);
	p->from = list.from;
	for (size_t i = 0; i < list.n; i++)
		add_match(p, list.at[i]);
	if (p->from == 0)
		match_moves(p, line);
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

	if (editor_key(&p->editor, meant(p, key))) {
		p->back = 0;
		find_matches(p);
	}
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

/* Another line in place of the one that is typed, which comes back behind the
   newest. */
static void
recall(struct palette *p, size_t back)
{
	const char *line = past_line(&p->screen.tui->past, back);

	if (back > 0 && !line)
		return;
	if (p->back == 0) {
		free(p->typed);
		p->typed = xstrdup(editor_text(&p->editor));
	}
	p->back = back;
	editor_replace(&p->editor, back > 0 ? line : p->typed);
	find_matches(p);
}

/* Among the matches; above the first are the lines typed before. */
static unsigned
choose(struct screen *s, const struct move *m)
{
	struct palette *p = palette_of(s);

	if (m->by < 0 && p->at == 0)
		recall(p, p->back + 1);
	else if (m->by > 0 && p->back > 0)
		recall(p, p->back - 1);
	else
		p->at = move_apply(m, p->at, p->n_matches, MATCHES_SHOWN);
	if (p->top > p->at)
		p->top = p->at;
	if (p->at >= p->top + MATCHES_SHOWN)
		p->top = p->at + 1 - MATCHES_SHOWN;
	return REACT_DONE;
}

static unsigned
complete(struct screen *s, const struct move *m)
{
	struct palette *p = palette_of(s);
	struct text t = {0};

	(void)m;
	if (p->n_matches == 0)
		return REACT_DONE;
	text_add_n(&t, editor_text(&p->editor), p->from);
	text_printf(&t, "%s ", p->matches[p->at].word);
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
	if (!line_read(line, &arena, &c, &err) && p->from == 0 &&
	    p->n_matches > 0)
		complete(s, m);
	arena_done(&arena);
	past_add(&s->tui->past, editor_text(&p->editor));
	text_add(&s->tui->pending, editor_text(&p->editor));
	return REACT_CLOSE;
}

static const struct screen_act palette_acts[] = {
    {"enter", enter},
    {"complete", complete},
    {"up", choose},
    {"down", choose},
    {0},
};

/* A long word, a phrase, has the row to itself. */
static void
draw_match(const struct completion *m, struct area row)
{
	bool is_long = thai_columns(m->word) + 2 > HELP_COL;
	int used = is_long && !*m->help ? row.cols - 1 : HELP_COL - 2;

	area_put_padded(row, 0, 1, used, ALIGN_LEFT, STYLE_HEAD, m->word);
	if (*m->help)
		area_put_padded(row, 0, HELP_COL, row.cols - HELP_COL,
				ALIGN_LEFT, STYLE_NORMAL, m->help);
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
	size_t left = p->n_matches - p->top;
	int shown = left < MATCHES_SHOWN ? (int)left : MATCHES_SHOWN;
	int rows = shown + 3;
	struct area box = area_part(a, a.rows - rows, 0, rows, a.cols);
	struct area in = area_part(box, 1, EDGE, rows - 2, box.cols - 2 * EDGE);

	area_fill(box, STYLE_NORMAL);
	area_box(box, STYLE_DIM, heading(p));
	for (int i = 0; i < shown; i++) {
		struct area row = area_part(in, i, 0, 1, in.cols);

		draw_match(&p->matches[p->top + (size_t)i], row);
		if (p->top + (size_t)i == p->at)
			area_select(row);
	}
	area_put(in, rows - 3, 0, STYLE_KEY, ":");
	editor_draw(&p->editor, area_part(in, rows - 3, 1, 1, in.cols - 1),
		    true);
}

static void
done(struct screen *s)
{
	struct palette *p = palette_of(s);

	editor_done(&p->editor);
	arena_done(&p->found);
	free(p->typed);
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
