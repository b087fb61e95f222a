/* tui.c -- the door to the screen: terminal, keys, desk, loop */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/tui.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/modes.h"

#include "tui/give-back.h"
#include "tui/loop.h"
#include "tui/screens/screens.h"

enum { WAIT_SECONDS = 20 };

/* A file that is wrong leaves the keys as they were, so that a slip in it
   does not keep anybody from working. */
static bool
read_keys(const struct conf_file *file, struct keymap *keys, struct error *err)
{
	bool ok = true;

	keymap_add_own(keys);
	for (; file->name != NULL; file++)
		ok = keymap_add(keys, file, err) && ok;
	return ok;
}

/* Colours that are wrong leave the program's own, as keys do. */
static bool
read_themes(const struct session *s, const struct screen_wish *wish,
	    struct term_wish *look, struct error *err)
{
	const char *name = settings_text(s->settings, SET_THEME);
	bool ok = theme_read(&look->mono, "mono", wish->themes, err);

	ok = theme_read(&look->colour, name, wish->themes, err) && ok;
	if (!wish->has_colour)
		look->colour = look->mono;
	return ok;
}

/* A bar over the chosen row is sent cell by cell: on a slow line a mark. */
static bool
marks_rows(const struct session *s, const struct screen_wish *wish)
{
	const char *how = settings_text(s->settings, SET_CHOSEN_ROW);

	return strcmp(how, "mark") == 0 ||
	       (strcmp(how, "auto") == 0 && wish->is_far);
}

/* Called by the store while another person is writing. */
static bool
show_waiting(void *ctx, const char *holder, int seconds)
{
	struct tui *t = ctx;
	char *sentence =
	    *holder ? xasprintf(_("Waiting for %s"), holder)
		    : xstrdup(_("Waiting until another person has written"));

	tui_say(t, STYLE_URGENT, sentence);
	free(sentence);
	tui_paint(t);
	return seconds < WAIT_SECONDS;
}

/* Its terminal may show signs that are none. */
static void
tell_lost_locale(struct tui *t, const char *locale)
{
	struct text said = {0};

	text_printf(&said,
		    _("The locale %s is not installed on this machine: the "
		      "screen is sent in UTF-8."),
		    locale);
	tui_say(t, STYLE_ERROR, text_str(&said));
	text_done(&said);
}

/* Who comes over SSH can change nothing about it. */
static void
tell_modes(struct tui *t)
{
	const struct session_wish *w = &t->session->wish;
	struct arena a = {0};
	const struct modes_fault *fault =
	    w->is_remote ? NULL : modes_first_bad(w->register_path, &a);

	if (fault != NULL)
		tui_say(t, STYLE_ERROR, fault->says);
	arena_done(&a);
}

static bool
serve(struct tui *t, struct error *err)
{
	if (!tui_open(t, desk_new(t), err))
		return false;
	if (t->status.n == 0)
		drafts_tell_done(t);
	if (t->status.n == 0)
		tell_modes(t);
	if (t->status.n == 0 && pin_is_lacking(t->session))
		tui_say(t, STYLE_URGENT,
			_("The office asks for a PIN: set yours with `pin "
			  "set'."));
	tui_loop(t);
	return true;
}

bool
tui_run(struct session *s, const struct screen_wish *wish, struct error *err)
{
	struct keymap keys = {0};
	struct error wrong = {0};
	struct term_wish look = {.is_in_screen = wish->is_in_screen,
				 .has_mouse =
				     settings_flag(s->settings, SET_MOUSE)};
	struct tui tui;
	bool is_read = read_themes(s, wish, &look, &wrong);
	is_read = read_keys(wish->keys, &keys, &wrong) && is_read;
	struct terminal *term = term_curses_new(&look, err);

	if (!term) {
		keymap_done(&keys);
		return false;
	}
	tui_init(&tui, s, term, &keys);
	tui.grid.marks_rows = marks_rows(s, wish);
	if (!is_read)
		tui_fail(&tui, &wrong);
	else if (s->settings->n_faults > 0)
		tui_fail(&tui, &s->settings->fault[0]);
	else if (wish->lost_locale)
		tell_lost_locale(&tui, wish->lost_locale);
	store_set_waiter(s->store, show_waiting, &tui);
	bool served = serve(&tui, err);
	store_set_waiter(s->store, NULL, NULL);
	tui_done(&tui);
	return served;
}

void
tui_note(void)
{
	give_back_note();
}

void
tui_give_back(void)
{
	term_curses_give_back();
}
