/* picture.h -- a grid as text in a frame, and what is seen of its cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_TUI_PICTURE_H
#define TESTS_TUI_PICTURE_H

#include "tui/grid.h"

/* What stands below the text, a letter a cell: "style", the names of styles;
   "mono", how they look without colours; "tis-620", the text once more as a
   terminal of eight bits shows it. */
struct plane;

/* The plane that the last word of rest names, which is cut off; or NULL. */
const struct plane *plane_cut(char *rest);
/* False when the file cannot be written.  plane NULL: none. */
bool picture_write(const char *path, const struct grid *g,
		   const struct plane *plane);

#endif
