/* import.h -- an old register comes in, once its doubts were looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_IMPORT_H
#define TUI_SCREENS_IMPORT_H

#include "app/action.h"

#include "tui/column.h"
#include "tui/list.h"
#include "tui/screen.h"

/* Looks at the file of the request, or of the path, and shows what would come
   in; what is wrong with the file itself stands in the status line.  Of a
   workbook with several sheets it is asked which. */
void import_show(struct tui *t, const struct request *r);
void import_show_file(struct tui *t, const char *path);

/* One doubt of the answer; all of it is borrowed from there. */
struct import_row {
	const json_t *doubt;
	bool stops;
};

struct import_screen {
	struct screen screen;
	struct arena own; /* of what was asked, as long as the screen */
	struct request asked;
	json_t *answer; /* of the last look, or of the entering */
	bool only_stopped;
	struct import_row *rows;
	struct list list;
	int widths[COLUMNS_MAX];
};

/* Everything that there was to enter has been entered. */
bool import_is_done(const struct import_screen *s);
/* There is a file to mend. */
bool import_has_mend(const struct import_screen *s);
/* import-draw.c: what comes in, the list of doubts, and the row of one. */
void import_layout(struct screen *screen, int rows, int cols);
void import_draw(const struct screen *screen, struct area a);

#endif
