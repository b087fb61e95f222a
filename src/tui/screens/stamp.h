/* stamp.h -- the receipt stamp as it looks on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_STAMP_H
#define TUI_SCREENS_STAMP_H

#include "model/letter.h"

#include "tui/grid.h"

enum { STAMP_COLS = 30, STAMP_ROWS = 7 };

/* แบบที่ 12: the office's name in up to two lines, then number, date and time
   of receipt on dotted lines. */
void stamp_draw(const struct letter *l, const char *office, bool thai_digits,
		struct area a);

#endif
