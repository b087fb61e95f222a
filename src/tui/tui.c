/* tui.c -- the door to the screen: terminal, keys, desk, loop */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/tui.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

#include "tui/loop.h"
#include "tui/screens/screens.h"

enum { KEYS_MAX_BYTES = 64 * 1024, WAIT_SECONDS = 20 };

/* The user's own file may be missing.  One that is wrong leaves the keys of
   the program, so that a slip in it does not keep anybody from working. */
static bool
read_keys(const char *path, struct keymap *keys, struct error *err)
{
	struct text t = {0};
	bool ok = true;

	keymap_add_own(keys);
	if (path && access(path, F_OK) == 0)
		ok = file_read(path, KEYS_MAX_BYTES, &t, err) &&
		     keymap_add(keys, text_str(&t), err);
	text_done(&t);
	return ok;
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

static bool
serve(struct tui *t, struct error *err)
{
	if (!tui_open(t, desk_new(t), err))
		return false;
	tui_loop(t);
	return true;
}

bool
tui_run(struct session *s, bool has_colour, const char *keys_path,
	struct error *err)
{
	struct keymap keys = {0};
	struct error wrong_keys = {0};
	struct tui tui;
	bool keys_are_read = read_keys(keys_path, &keys, &wrong_keys);
	struct terminal *term = term_curses_new(has_colour, err);

	if (!term) {
		keymap_done(&keys);
		return false;
	}
	tui_init(&tui, s, term, &keys);
	if (!keys_are_read)
		tui_fail(&tui, &wrong_keys);
	store_set_waiter(s->store, show_waiting, &tui);
	bool served = serve(&tui, err);
	store_set_waiter(s->store, NULL, NULL);
	tui_done(&tui);
	return served;
}
