/* month.h -- the picture of a month: weeks, and the chosen day below */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_MONTH_H
#define TUI_SCREENS_MONTH_H

#include "app/calendar.h"

#include "tui/grid.h"

/* Draws it with that day of the month chosen, and below it what is due on that
   day.  A small area has one line for a week. */
void month_draw(const struct calendar_month *m, int day, bool thai,
		struct area a);

/* How a mark looks. */
enum style month_mark_style(enum duty_mark mark);

#endif
