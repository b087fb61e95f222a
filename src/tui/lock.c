/* lock.c -- the screen locks when nobody types, and opens again by a PIN */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/lock.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/i18n.h"
#include "base/thai.h"

#include "tui/field.h"
#include "tui/loop.h"
#include "tui/wrap.h"

static const moment MINUTE = 60 * (moment)1000000;

/* Typed from here to there, so many columns of marks are seen. */
enum { WORD_COLUMNS = 20 };

void
lock_done(struct lock *l)
{
	editor_wipe(&l->word);
	text_done(&l->said);
}

void
lock_look(struct tui *t)
{
	struct error err = {0};

	if (!pin_lock_look(t->session, &t->lock.rules, &err))
		tui_fail(t, &err);
}

void
lock_touch(struct tui *t)
{
	t->lock.touched_at = session_now(t->session);
}

static void
say(struct tui *t, const char *sentence)
{
	text_clear(&t->lock.said);
	text_add(&t->lock.said, sentence);
}

static void
close_up(struct tui *t)
{
	for (size_t i = 0; i < t->n_screens; i++)
		if (t->screens[i]->ops->keep)
			t->screens[i]->ops->keep(t->screens[i], true);
	t->lock.is_on = true;
	t->lock.since = session_now(t->session);
	t->is_moving = false;
	editor_wipe(&t->lock.word);
	say(t, t->lock.rules.has_pin
		   ? ""
		   : _("You have no PIN: leave, and come again.  What you "
		       "typed is kept."));
}

bool
lock_is_on(struct tui *t)
{
	struct lock *l = &t->lock;

	if (!l->is_on && l->rules.minutes > 0 &&
	    session_now(t->session) - l->touched_at >=
		l->rules.minutes * MINUTE)
		close_up(t);
	return l->is_on;
}

unsigned
lock_now(struct tui *t, const struct move *m)
{
	(void)m;
	lock_look(t);
	if (t->lock.rules.has_pin)
		close_up(t);
	else
		tui_say(t, STYLE_ERROR,
			_("A screen is locked by a PIN, and you have none: "
			  "`pin set' sets one."));
	return REACT_DONE;
}

/* ----------------------------------------------------------------- opening */

static void
tell_before(struct tui *t, const json_t *answer)
{
	const json_t *wrong = json_object_get(answer, "told");
	struct text said = {0};

	text_clear(&t->status);
	if (json_is_string(wrong)) {
		text_printf(&said, _("of your PIN: %s"),
			    json_string_value(wrong));
		tui_say(t, STYLE_URGENT, text_str(&said));
	}
	text_done(&said);
}

static void
open_up(struct tui *t, const json_t *answer)
{
	t->lock.is_on = false;
	t->session->is_stale = true;
	tell_before(t, answer);
	tui_make_stale(t);
}

static void
try_word(struct tui *t)
{
	struct argument pin = {PIN_ARGUMENT, editor_text(&t->lock.word)};
	struct request r = {
	    .action = action_find("pin check"), .at = &pin, .n = 1};
	struct error err = {0};
	json_t *answer = NULL;
	char *sentence;

	random_bytes(r.act_id, sizeof(r.act_id));
	if (action_run(t->session, &r, &answer, &err)) {
		open_up(t, answer);
	} else {
		sentence = error_sentence(&err);
		say(t, sentence);
		free(sentence);
	}
	json_decref(answer);
	editor_wipe(&t->lock.word);
}

static void
leave(struct tui *t)
{
	while (t->n_screens > 0)
		tui_pop(t);
}

static void
erase(struct tui *t)
{
	editor_move(&t->lock.word, move_find("erase"));
}

static void
erase_all(struct tui *t)
{
	editor_wipe(&t->lock.word);
}

static const struct {
	const char *key;
	void (*run)(struct tui *t);
} keys[] = {
    {"Enter", try_word}, {"Backspace", erase}, {"C-h", erase},
    {"C-u", erase_all},  {"Esc", erase_all},   {"F10", leave},
    {"C-c", leave},
};

static void
press(struct tui *t, uint32_t key)
{
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (key == key_parse(keys[i].key)) {
			keys[i].run(t);
			return;
		}
	if (key == K_PASTE)
		editor_paste(&t->lock.word, t->term->ops->pasted(t->term));
	else if (key_is_text(key) && t->lock.rules.has_pin)
		editor_key(&t->lock.word, key);
}

bool
lock_serve(struct tui *t)
{
	uint32_t key;

	tui_paint(t);
	t->term->tick_ms = TERM_TICK_MS;
	key = t->term->ops->read(t->term);
	if (key == K_CLOSED)
		return false;
	press(t, key);
	if (key != K_TICK && key != K_RESIZE && !t->lock.is_on)
		lock_touch(t);
	return true;
}

/* ----------------------------------------------------------------- picture */

/* Lines from `row' on, in the middle of the line; answers the row behind. */
static int
put_wrapped(struct area a, int row, enum style style, const char *s)
{
	struct wrapped w;

	wrapped_init(&w, s, a.cols > 2 ? a.cols - 2 : 1);
	for (size_t i = 0; i < w.n && *s; i++, row++) {
		char *line = xstrndup(w.at[i].s, w.at[i].n);
		int col = (a.cols - thai_columns(line)) / 2;

		if (row < a.rows)
			area_put_n(a, row, col > 0 ? col : 0, style, w.at[i].s,
				   w.at[i].n);
		free(line);
	}
	wrapped_done(&w);
	return row;
}

static int
put_word(const struct lock *l, struct area a, int row)
{
	const char *label = _("PIN: ");
	int columns = thai_columns(label);
	int field = a.cols - columns - 2;

	if (field > WORD_COLUMNS)
		field = WORD_COLUMNS;
	if (field <= 0 || row >= a.rows)
		return row;
	int col = (a.cols - columns - field) / 2;
	area_put(a, row, col, STYLE_LABEL, label);
	editor_draw_secret(&l->word, area_part(a, row, col + columns, 1, field),
			   true);
	return row + 1;
}

/* Where there is room it stands in the upper half, else from the first row. */
void
lock_paint(const struct tui *t, struct area a)
{
	const struct lock *l = &t->lock;
	struct text since = {0}, at = {0};
	bool is_low = a.rows < TUI_ROWS_MIN;
	int row = is_low ? 0 : a.rows / 4;

	row = put_wrapped(a, row, STYLE_STRONG, t->session->office_name);
	text_add_time(&at, l->since, tui_is_thai(t));
	text_printf(&since, _("The screen is locked since %s."), text_str(&at));
	row = put_wrapped(a, row + !is_low, STYLE_NORMAL, text_str(&since));
	if (l->rules.has_pin)
		row = put_word(l, a, row + !is_low);
	row = put_wrapped(a, row + !is_low, STYLE_ERROR, text_str(&l->said));
	put_wrapped(a, row + !is_low, STYLE_DIM,
		    l->rules.has_pin ? _("Enter opens it, F10 leaves.")
				     : _("F10 leaves."));
	text_done(&since);
	text_done(&at);
}
