/* loop.c -- the one loop that turns keys into commands and flags into work */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/loop.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"

#include "tui/perform.h"

/* Times of the kind "2 h" on the screen are renewed after this. */
static const moment STALE_AFTER = 60 * (moment)1000000;

/* Who goes through a list has stopped after this. */
enum { REST_MS = 300 };

void
tui_init(struct tui *t, struct session *s, struct terminal *term,
	 struct keymap *keys)
{
	*t = (struct tui){
	    .session = s,
	    .term = term,
	    .keys = *keys,
	    .version = store_version(s->store),
	    .loaded_at = session_now(s),
	};
	*keys = (struct keymap){0};
	lock_look(t);
	lock_touch(t);
	news_start(t);
}

void
tui_pop(struct tui *t)
{
	screen_free(t->screens[--t->n_screens]);
}

void
tui_done(struct tui *t)
{
	while (t->n_screens > 0)
		tui_pop(t);
	t->term->ops->done(t->term);
	keymap_done(&t->keys);
	grid_done(&t->grid);
	grid_done(&t->before);
	text_done(&t->status);
	text_done(&t->news.waiting);
	text_done(&t->folder);
	past_done(&t->past);
	lock_done(&t->lock);
	text_done(&t->pending);
}

struct screen *
tui_top(const struct tui *t)
{
	return t->n_screens > 0 ? t->screens[t->n_screens - 1] : NULL;
}

void
tui_pop_to_first(struct tui *t)
{
	while (t->n_screens > 1)
		tui_pop(t);
}

void
tui_make_stale(struct tui *t)
{
	for (size_t i = 0; i < t->n_screens; i++)
		t->screens[i]->is_stale = true;
}

void
tui_say(struct tui *t, enum style style, const char *sentence)
{
	text_clear(&t->status);
	text_add(&t->status, sentence);
	t->status_style = style;
	t->said_at = session_now(t->session);
	t->news.is_shown = false;
}

void
tui_fail(struct tui *t, const struct error *err)
{
	char *sentence = error_sentence(err);

	tui_say(t, STYLE_ERROR, sentence);
	free(sentence);
}

bool
tui_warns(struct tui *t, const struct move *m, const char *warning)
{
	if (t->warned == m)
		return true;
	t->warned = m;
	tui_say(t, STYLE_ERROR, warning);
	return false;
}

bool
tui_is_thai(const struct tui *t)
{
	return t->session->wish.thai;
}

static bool
load_new(struct tui *t, struct screen *s, struct error *err)
{
	if (!screen_load(s, err))
		return false;
	t->screens[t->n_screens++] = s;
	t->loads++;
	return true;
}

/* The function bar asks what the screen asked: at one moment it is there. */
static bool
load_with_bar(struct tui *t, struct screen *s, struct error *err)
{
	bool is_loaded;

	if (!session_look_begin(t->session, err))
		return false;
	is_loaded = load_new(t, s, err);
	if (is_loaded)
		bar_load(&t->bar, t);
	session_look_end(t->session);
	return is_loaded;
}

bool
tui_open(struct tui *t, struct screen *s, struct error *err)
{
	if (t->n_screens == TUI_SCREENS_MAX)
		error_set(err, &ERROR_USAGE,
			  _("too many screens lie on each other"));
	else if (s->ops->only_looks ? load_with_bar(t, s, err)
				    : load_new(t, s, err))
		return true;
	screen_free(s);
	return false;
}

void
tui_push(struct tui *t, struct screen *s)
{
	struct error err = {0};

	if (!tui_open(t, s, &err))
		tui_fail(t, &err);
}

/* What is hidden is read when it is seen again. */
static void
load_stale(struct tui *t)
{
	struct error err = {0};

	for (size_t i = tui_first_seen(t); i < t->n_screens; i++) {
		if (!t->screens[i]->is_stale)
			continue;
		t->loads++;
		if (!screen_load(t->screens[i], &err))
			tui_fail(t, &err);
	}
}

/* A person's posts change by the acts of others, and at midnight. */
static void
refresh_session(struct tui *t)
{
	struct error err = {0};

	if (!session_refresh(t->session, &err))
		tui_fail(t, &err);
}

/* Each screen tells what of it concerns what is typed there. */
static void
tell_what_changed(struct tui *t)
{
	for (size_t i = 0; i < t->n_screens; i++)
		if (t->screens[i]->ops->notice)
			t->screens[i]->ops->notice(t->screens[i]);
	news_look_for(t);
}

/* Others write too, and time passes: what is shown must not be old. */
static void
see_what_changed(struct tui *t)
{
	int64_t version = store_version(t->session->store);
	moment now = session_now(t->session);
	bool is_changed = version != t->version;
	bool is_another_day =
	    date_compare(moment_date(now), moment_date(t->loaded_at)) != 0;

	if (is_changed || is_another_day || t->session->is_stale)
		refresh_session(t);
	else if (now - t->loaded_at <= STALE_AFTER)
		return;
	lock_look(t);
	if (is_changed)
		tell_what_changed(t);
	t->version = version;
	t->loaded_at = now;
	tui_make_stale(t);
}

/* What was typed is kept before the next key is waited for. */
static void
keep_texts(struct tui *t, bool is_idle)
{
	for (size_t i = 0; i < t->n_screens; i++)
		if (t->screens[i]->ops->keep)
			t->screens[i]->ops->keep(t->screens[i], is_idle);
}

static void
react(struct tui *t, struct screen *s, unsigned reaction)
{
	if (reaction & REACT_RELOAD)
		s->is_stale = true;
	if (reaction & REACT_RELOAD_ALL)
		tui_make_stale(t);
	if (reaction & REACT_REDRAW)
		t->term->ops->forget(t->term);
	if (reaction & REACT_CLOSE && s == tui_top(t))
		tui_pop(t);
	if (reaction & REACT_QUIT)
		while (t->n_screens > 0)
			tui_pop(t);
}

static unsigned
run_line(struct tui *t, const char *line)
{
	struct arena arena;
	struct line command;
	struct error err = {0};
	unsigned reaction = REACT_DONE;

	arena_init(&arena);
	if (line_read(line, &arena, &command, &err))
		reaction = perform_line(t, &command);
	else
		tui_fail(t, &err);
	arena_done(&arena);
	return reaction;
}

static unsigned
press_typed(struct tui *t, struct screen *s, uint32_t key)
{
	const struct binding *b =
	    key_is_text(key)
		? NULL
		: keymap_find(&t->keys, s->ops->name, key_command(key),
			      keymap_common(true));

	return b ? run_line(t, b->command) : s->ops->type(s, key);
}

static unsigned
press_command(struct tui *t, struct screen *s, uint32_t key)
{
	const struct binding *b = keymap_find(
	    &t->keys, s->ops->name, key_command(key), keymap_common(false));

	return b ? run_line(t, b->command) : REACT_NOTHING;
}

/* What is pasted is text: it is never run as keys. */
static unsigned
paste(struct tui *t, struct screen *s)
{
	if (s->ops->paste)
		return s->ops->paste(s, t->term->ops->pasted(t->term));
	tui_refuse_paste(t);
	return REACT_DONE;
}

static bool
is_bound(const struct tui *t, uint32_t key)
{
	const struct screen_ops *ops = tui_top(t)->ops;

	return keymap_find(&t->keys, ops->name, key_command(key),
			   keymap_common(ops->is_typed)) != NULL;
}

static unsigned
press_key(struct tui *t, struct screen *s, uint32_t key)
{
	if (key == K_PASTE)
		return paste(t, s);
	if (key == K_MOUSE)
		key = tui_point(t);
	if (key == K_NONE)
		return REACT_DONE;
	return s->ops->is_typed ? press_typed(t, s, key)
				: press_command(t, s, key);
}

static void
press(struct tui *t, uint32_t key)
{
	struct screen *s = tui_top(t);
	const struct move *warned = t->warned;

	t->is_moving = false;
	if (key == K_TICK || key == K_RESIZE)
		return;
	text_clear(&t->status);
	react(t, s, press_key(t, s, key));
	while (t->pending.n > 0 && t->n_screens > 0) {
		char *line = text_take(&t->pending);

		react(t, tui_top(t), run_line(t, line));
		free(line);
	}
	if (t->warned == warned)
		t->warned = NULL;
}

/* Keys go before: what is typed never waits for what goes on. */
static bool
work_goes_on(struct tui *t)
{
	struct screen *s = tui_top(t);

	return s->ops->work && !t->term->ops->has_key(t->term) &&
	       s->ops->work(s);
}

void
tui_loop(struct tui *t)
{
	while (t->n_screens > 0) {
		if (lock_is_on(t)) {
			if (!lock_serve(t))
				return;
			continue;
		}
		see_what_changed(t);
		news_show(t);
		load_stale(t);
		tui_lay_out(t);
		load_stale(t);
		if (!t->is_moving)
			bar_load(&t->bar, t);
		tui_paint(t);
		assert(!store_in_transaction(t->session->store));
		if (work_goes_on(t))
			continue;
		t->term->tick_ms = t->is_moving ? REST_MS : TERM_TICK_MS;
		uint32_t key = t->term->ops->read(t->term);

		if (key == K_CLOSED)
			return;
		if (key != K_TICK && key != K_RESIZE)
			lock_touch(t);
		/* A terminal sends Esc before the key for Alt: what is bound to
		   nothing with Alt was Esc, and then the key. */
		if (key & K_META && !is_bound(t, key)) {
			press(t, K_ESC);
			key &= ~(uint32_t)K_META;
		}
		if (t->n_screens > 0)
			press(t, key);
		keep_texts(t, key == K_TICK);
	}
}
