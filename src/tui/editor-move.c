/* editor-move.c -- moves inside a text: go, erase, kill, undo */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "tui/editor.h"

/* What was killed last, for all editors: a person has one memory too. */
static struct text killed;

static size_t
cluster_left(const struct editor *e)
{
	return cluster_before(editor_text(e), e->at);
}

static size_t
cluster_right(const struct editor *e)
{
	return e->at +
	       cluster_next(editor_text(e) + e->at, e->text.n - e->at).n;
}

static size_t
code_left(const struct editor *e)
{
	size_t from = e->at;

	while (from > 0 && ((unsigned char)e->text.s[--from] & 0xC0) == 0x80)
		;
	return from;
}

/* The words around the cursor, as bytes of the text. */
struct word_search {
	const char *s;
	size_t at;
	size_t left;  /* the last beginning before `at` */
	size_t right; /* the first end behind it, 0 = none */
};

static void
look_at_word(void *ctx, const char *s, size_t n)
{
	struct word_search *w = ctx;
	size_t from = (size_t)(s - w->s);

	if (from < w->at)
		w->left = from;
	if (from + n > w->at && w->right == 0)
		w->right = from + n;
}

static struct word_search
words_around(const struct editor *e)
{
	struct word_search w = {.s = editor_text(e), .at = e->at};

	thai_words(w.s, look_at_word, &w);
	return w;
}

static size_t
word_left(const struct editor *e)
{
	return words_around(e).left;
}

static size_t
word_right(const struct editor *e)
{
	size_t right = words_around(e).right;

	return right > 0 ? right : e->text.n;
}

/* Line ends as written; beyond one, the line end itself. */
static size_t
written_start(const struct editor *e)
{
	size_t from = e->at;

	while (from > 0 && e->text.s[from - 1] != '\n')
		from--;
	return from < e->at || from == 0 ? from : from - 1;
}

static size_t
written_end(const struct editor *e)
{
	size_t n = strcspn(editor_text(e) + e->at, "\n");

	return n > 0 || e->at == e->text.n ? e->at + n : e->at + 1;
}

static size_t
text_start(const struct editor *e)
{
	(void)e;
	return 0;
}

static size_t
text_end(const struct editor *e)
{
	return e->text.n;
}

/* Words and lines begin behind a space; a mark typed there belongs to it. */
static size_t
snap(const struct editor *e, size_t to)
{
	size_t border = editor_border(e, to);

	return border > to && to < e->at
		   ? cluster_before(editor_text(e), border)
		   : border;
}

static void
go(struct editor *e, size_t to)
{
	e->at = to;
	e->is_at_end = false;
	e->goal = 0;
	undo_pause(&e->undo);
}

static void
erase(struct editor *e, size_t to)
{
	size_t from = to < e->at ? to : e->at;

	editor_splice(e, EDIT_ERASING, from, to < e->at ? e->at : to, "", 0);
}

/* What is killed in one go belongs together, whichever way it went. */
static void
kill(struct editor *e, size_t to)
{
	size_t from = to < e->at ? to : e->at;
	size_t n = to < e->at ? e->at - to : to - e->at;

	if (n == 0)
		return;
	if (undo_run(&e->undo) != EDIT_KILLING)
		text_clear(&killed);
	text_insert(&killed, to < e->at ? 0 : killed.n, editor_text(e) + from,
		    n);
	editor_splice(e, EDIT_KILLING, from, from + n, "", 0);
}

static const struct {
	const char *move;
	size_t (*to)(const struct editor *e);
	void (*run)(struct editor *e, size_t to);
} spans[] = {
    {"left", cluster_left, go},          {"right", cluster_right, go},
    {"word-left", word_left, go},        {"word-right", word_right, go},
    {"text-start", text_start, go},      {"text-end", text_end, go},
    {"erase", code_left, erase},         {"erase-right", cluster_right, erase},
    {"kill-word", word_left, kill},      {"kill-word-right", word_right, kill},
    {"kill-start", written_start, kill}, {"kill-end", written_end, kill},
};

/* Where the cursor would stand in a line at the column, or at its end. */
static void
go_to_column(struct editor *e, const struct wrapped *w, size_t line, int column)
{
	const struct wrapped_line *l = &w->at[line];
	size_t at = 0;

	while (at < l->n) {
		struct cluster c = cluster_next(l->s + at, l->n - at);

		column -= c.columns;
		if (column < 0)
			break;
		at += c.n;
	}
	e->at = snap(e, (size_t)(l->s - editor_text(e)) + at);
	e->is_at_end = at == l->n;
}

/* -1: to the beginning of the line in sight, 1: to its end. */
static bool
to_line_end(struct editor *e, int by)
{
	struct wrapped w;

	editor_lines(e, e->columns, &w);
	go_to_column(e, &w, editor_line(e, &w), by < 0 ? 0 : INT32_MAX);
	e->is_at_end = by > 0;
	e->goal = 0;
	undo_pause(&e->undo);
	wrapped_done(&w);
	return true;
}

/* False at the first or last line, and where there is only one. */
static bool
to_line(struct editor *e, int by)
{
	struct wrapped w;
	bool is_inside;

	if (!e->has_lines)
		return false;
	editor_lines(e, e->columns, &w);
	size_t line = editor_line(e, &w);
	is_inside = by < 0 ? line > 0 : line + 1 < w.n;
	if (is_inside) {
		const char *start = w.at[line].s;
		size_t n = (size_t)(editor_text(e) + e->at - start);

		if (e->goal == 0)
			e->goal = thai_columns_n(start, n) + 1;
		go_to_column(e, &w, by < 0 ? line - 1 : line + 1, e->goal - 1);
		undo_pause(&e->undo);
	}
	wrapped_done(&w);
	return is_inside;
}

static bool
yank(struct editor *e, int by)
{
	(void)by;
	editor_paste(e, text_str(&killed));
	return true;
}

static bool
undo(struct editor *e, int by)
{
	bool is_done = by < 0 ? undo_back(&e->undo, &e->text, &e->at)
			      : undo_again(&e->undo, &e->text, &e->at);

	e->at = editor_border(e, e->at);
	e->is_at_end = false;
	e->goal = 0;
	(void)is_done;
	return true;
}

static const struct {
	const char *move;
	bool (*run)(struct editor *e, int by);
} others[] = {
    {"line-start", to_line_end},
    {"line-end", to_line_end},
    {"up", to_line},
    {"down", to_line},
    {"yank", yank},
    {"undo", undo},
    {"redo", undo},
};

bool
editor_move(struct editor *e, const struct move *m)
{
	for (size_t i = 0; i < ARRAY_SIZE(spans); i++)
		if (strcmp(spans[i].move, m->name) == 0) {
			bool is_code = spans[i].to == code_left;
			size_t to = spans[i].to(e);

			spans[i].run(e, is_code ? to : snap(e, to));
			return true;
		}
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (strcmp(others[i].move, m->name) == 0)
			return others[i].run(e, m->by);
	return false;
}
