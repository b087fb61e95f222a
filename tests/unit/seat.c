/* seat.c -- one person before a screen, for tests in C */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/seat.h"

#include <stdlib.h>
#include <string.h>

#include "tui/screens/screens.h"

#include "tests/server.h"

void
seat_take(struct seat *s, struct fixture *f, const char *login)
{
	struct keymap keys = {0};
	struct error err = {0};

	keymap_add_own(&keys);
	tui_init(&s->tui, fixture_session(f, login), term_test_new(24, 80),
		 &keys);
	if (!tui_open(&s->tui, desk_new(&s->tui), &err))
		abort();
	drafts_tell_done(&s->tui);
	tui_loop(&s->tui);
}

void
seat_leave(struct seat *s)
{
	tui_done(&s->tui);
}

void
seat_begin(struct seat *s, struct fixture *f, int letters)
{
	fixture_register(f);
	for (int i = 0; i < letters; i++)
		fixture_must(f, "clerk", "receive", "--subject", "น้ำท่วม", NULL);
	seat_take(s, f, "clerk");
}

void
seat_end(struct seat *s, struct fixture *f)
{
	seat_leave(s);
	fixture_done(f);
}

void
seat_come_back(struct seat *s, struct fixture *f, const char *login)
{
	seat_leave(s);
	seat_take(s, f, login);
}

void
seat_press(struct seat *s, uint32_t key)
{
	server_hear(s->tui.session->store);
	term_test_feed(s->tui.term, key);
	tui_loop(&s->tui);
}

void
seat_type(struct seat *s, const char *text)
{
	size_t n = strlen(text);
	uint32_t code;

	while (n > 0) {
		size_t length = utf8_next(text, n, &code);

		seat_press(s, code);
		text += length;
		n -= length;
	}
}

void
seat_say(struct seat *s, const char *line)
{
	text_add(&s->tui.pending, line);
	seat_press(s, K_NONE);
}

bool
seat_sees(const struct seat *s, const char *words)
{
	const struct grid *g = term_test_grid(s->tui.term);
	bool found = false;
	struct text t = {0};

	for (int row = 0; row < g->rows; row++) {
		text_clear(&t);
		grid_row_text(g, row, &t);
		found = found || strstr(text_str(&t), words);
	}
	text_done(&t);
	return found;
}

const char *
seat_screen(const struct seat *s)
{
	return tui_top(&s->tui)->ops->name;
}
