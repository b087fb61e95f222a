/* desk-acting.h -- the desk tells for whom one acts today, or that one is away
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_DESK_ACTING_H
#define TUI_SCREENS_DESK_ACTING_H

#include "model/actor.h"

#include "tui/grid.h"
#include "tui/loop.h"

/* In a row from its first column; the column behind it, 1 when there is nothing
   to tell. */
int desk_draw_acting(const struct tui *t, const struct actor *by, struct area a,
		     int row);

#endif
