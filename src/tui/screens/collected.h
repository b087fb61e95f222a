/* collected.h -- a collected report on the screen: what is drawn of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_COLLECTED_H
#define TUI_SCREENS_COLLECTED_H

#include "app/collect.h"

#include "tui/column.h"
#include "tui/list.h"
#include "tui/screen.h"

/* One of those asked as it is shown. */
struct collected_row {
	const struct collect_line *line;
	const char *figure, *total, *target, *percent, *when, *note;
};

struct collected_screen {
	struct screen screen;
	const char *number; /* of the letter */
	const char *duty;   /* which; NULL: the one handed down */
	char period[8]; /* number of the one shown; "" = the earliest open */
	bool by_period;
	struct collect_view v;
	struct collected_row *rows;
	struct list list;
	int widths[COLUMNS_MAX];
	struct arena own; /* number, duty */
};

enum { COLLECTED_HEAD = 4, COLLECTED_FOOT = 1 };

/* collected-draw.c */
void collected_layout(struct screen *screen, int rows, int cols);
void collected_draw(const struct screen *screen, struct area a);

#endif
