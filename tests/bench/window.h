/* window.h -- a screen in memory, whose keys are measured */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_WINDOW_H
#define TESTS_BENCH_WINDOW_H

#include "tui/loop.h"

#include "tests/fixture.h"

enum { WINDOW_ROWS = 24, WINDOW_COLS = 80 };

struct window {
	struct tui tui;
	struct terminal *term;
};

/* Opens the desk of a login, as the program begins. */
void window_open(struct window *w, struct fixture *f, const char *login);
/* Types: "\n" is Enter, "\f" page down. */
void window_press(struct window *w, const char *keys);
void window_close(struct window *w);

#endif
