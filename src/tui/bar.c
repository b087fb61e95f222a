/* bar.c -- the function bar: keys, their names, and whether they can do it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"
#include "base/thai.h"

#include "app/may.h"

#include "tui/perform.h"
#include "tui/wording.h"

/* What stands under the cursor, and what may be done to it: read once for all
   keys. */
struct asked {
	bool has_letter;
	bool is_read;
	struct may may;
};

static bool
read_may(struct may *may, const struct tui *t, const struct letter *letter,
	 struct arena *a)
{
	struct error ignored = {0};

	if (letter && tui_top(t)->ops->gives_whole)
		return may_read_shown(may, t->session, letter, a, &ignored);
	return may_read(may, t->session,
			letter ? letter_operand(letter, a) : NULL, a, &ignored);
}

static void
ask(struct asked *q, struct tui *t, const struct letter *letter,
    struct arena *a)
{
	struct error ignored = {0};

	q->has_letter = letter != NULL;
	if (!session_look_begin(t->session, &ignored))
		return;
	q->is_read = read_may(&q->may, t, letter, a);
	session_look_end(t->session);
}

/* The rules are asked, not copied: an act that would be refused is dim. */
static bool
is_possible(const struct asked *q, const struct action *a)
{
	struct error refused = {0};

	if (a && a->needs & NEED_LETTER && !q->has_letter)
		return false;
	return !a || a->look || (q->is_read && may_do(&q->may, a, &refused));
}

static void
add(struct bar *b, const struct asked *q, const struct binding *binding)
{
	if (b->n == BAR_MAX)
		return;
	b->at[b->n].binding = binding;
	b->at[b->n].is_possible = is_possible(q, binding_action(binding));
	b->n++;
}

/* Moves are no acts: the screen itself knows which of them it has. */
static bool
is_lacking(const struct screen *s, const struct binding *b)
{
	const struct move *m = binding_action(b) ? NULL : move_find(b->command);

	return m && s->ops->lacks && s->ops->lacks(s, m);
}

static bool
is_function_key(uint32_t key)
{
	return key >= K_F1 && key <= K_F12;
}

/* F-keys in their order, then the rest as they stand in the file. */
static void
collect(struct bar *b, const struct keymap *keys, const struct asked *q,
	const struct screen *s)
{
	const struct screen_ops *ops = s->ops;
	const char *common = keymap_common(ops->is_typed);

	b->n = 0;
	for (uint32_t key = K_F1; key <= K_F12; key++) {
		const struct binding *at =
		    keymap_find(keys, ops->name, key, common);

		if (at && at->note && !is_lacking(s, at))
			add(b, q, at);
	}
	for (size_t i = 0; i < keys->n; i++) {
		const struct binding *at = &keys->at[i];

		if (at->note && !is_function_key(at->key) &&
		    keymap_find(keys, ops->name, at->key, common) == at &&
		    !is_lacking(s, at))
			add(b, q, at);
	}
}

void
bar_load(struct bar *b, struct tui *t)
{
	const struct screen *s = tui_top(t);
	const struct letter *letter = s->ops->letter ? s->ops->letter(s) : NULL;
	int64_t id = letter ? letter->id : 0;
	struct arena arena;
	struct asked asked = {0};

	if (b->screen == s && b->letter == id && b->loads == t->loads)
		return;
	b->screen = s;
	b->letter = id;
	b->loads = t->loads;
	arena_init(&arena);
	ask(&asked, t, letter, &arena);
	collect(b, &t->keys, &asked, s);
	arena_done(&arena);
}

/* The columns of a key and its name. */
static int
label_columns(const struct binding *b)
{
	struct text key = {0};

	text_add_key(&key, b->key);
	int columns = thai_columns(text_str(&key)) + thai_columns(_(b->note));
	text_done(&key);
	return columns;
}

/* The key as it is, what it is called on a ground of its own. */
static void
paint_label(struct area a, int col, const struct binding *b, enum style style)
{
	struct text key = {0};

	text_add_key(&key, b->key);
	col += area_put(a, 0, col, STYLE_KEY, text_str(&key));
	area_put(a, 0, col, style, _(b->note));
	text_done(&key);
}

/* Those that have room, whole. */
void
bar_paint(const struct bar *b, struct area a)
{
	int col = 0;

	for (size_t i = 0; i < b->n; i++) {
		int columns = label_columns(b->at[i].binding);

		if (col + columns > a.cols)
			return;
		paint_label(a, col, b->at[i].binding,
			    b->at[i].is_possible ? STYLE_BAR : STYLE_DIM);
		col += columns + 1;
	}
}

uint32_t
bar_key_at(const struct bar *b, int col, int cols)
{
	int from = 0;

	for (size_t i = 0; i < b->n; i++) {
		int to = from + label_columns(b->at[i].binding);

		if (to > cols || col < from)
			break;
		if (col < to)
			return b->at[i].binding->key;
		from = to + 1;
	}
	return K_NONE;
}
