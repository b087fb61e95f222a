/* window.c -- a screen in memory, whose keys are measured */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#include "tui/screens/screens.h"

void
window_open(struct window *w, struct fixture *f, const char *login)
{
	struct session *s = fixture_session(f, login);
	struct keymap keys = {0};
	struct error err = {0};

	if (s == NULL) {
		fprintf(stderr, "%s: %s (%s)\n", f->path, f->err.kind->name,
			f->err.detail);
		abort();
	}
	keymap_add_own(&keys);
	w->term = term_test_new(WINDOW_ROWS, WINDOW_COLS);
	tui_init(&w->tui, s, w->term, &keys);
	if (!tui_open(&w->tui, desk_new(&w->tui), &err))
		abort();
	tui_loop(&w->tui);
}

void
window_press(struct window *w, const char *keys)
{
	size_t n = strlen(keys);
	uint32_t code;

	for (size_t at = 0; at < n;) {
		at += utf8_next(keys + at, n - at, &code);
		term_test_feed(w->term, code == '\n'   ? K_ENTER
					: code == '\f' ? K_PAGE_DOWN
						       : code);
	}
	tui_loop(&w->tui);
}

void
window_close(struct window *w)
{
	tui_done(&w->tui);
}
