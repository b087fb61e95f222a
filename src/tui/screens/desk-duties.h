/* desk-duties.h -- the desk tells of duties that are near, past, escalated */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_DESK_DUTIES_H
#define TUI_SCREENS_DESK_DUTIES_H

#include "app/morning.h"

#include "tui/grid.h"
#include "tui/loop.h"

/* How many there are of each part of the morning. */
struct desk_duties {
	int count[MORNING_PARTS];
};

bool desk_load_duties(struct session *s, const struct actor *actor,
		      struct desk_duties *d, struct error *err) MUST_CHECK;
/* 1 where there is something to tell: a row of its own; else 0. */
int desk_duties_rows(const struct desk_duties *d);
/* "Duties: overdue 1 · due soon 3   v the board". */
void desk_draw_duties(const struct tui *t, const struct desk_duties *d,
		      struct area a, int row);
/* Into the status line, when there is something and it was not said before:
 *said is that of last time. */
void desk_say_duties(struct tui *t, const struct desk_duties *d, int *said);

#endif
