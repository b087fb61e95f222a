/* seat.h -- one person before a screen, for tests in C */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_UNIT_SEAT_H
#define TESTS_UNIT_SEAT_H

#include "tui/loop.h"

#include "tests/fixture.h"

/* A screen of 80x24 without a terminal, with the desk open. */
struct seat {
	struct tui tui;
};

void seat_take(struct seat *s, struct fixture *f, const char *login);
/* As when the line drops: nothing is asked. */
void seat_leave(struct seat *s);

/* A register with so many letters, and its clerk before the desk; the end of
   both. */
void seat_begin(struct seat *s, struct fixture *f, int letters);
void seat_end(struct seat *s, struct fixture *f);
/* The line drops, and the same person comes back. */
void seat_come_back(struct seat *s, struct fixture *f, const char *login);

void seat_press(struct seat *s, uint32_t key);
/* A key for each code point. */
void seat_type(struct seat *s, const char *text);
/* As typed after ":". */
void seat_say(struct seat *s, const char *line);
/* Do these words stand in one row? */
bool seat_sees(const struct seat *s, const char *words);
/* The name of the screen on top. */
const char *seat_screen(const struct seat *s);

#endif
