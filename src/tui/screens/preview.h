/* preview.h -- the chosen letter of a list, with what its row cuts off */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_PREVIEW_H
#define TUI_SCREENS_PREVIEW_H

#include "tui/screens/letter-row.h"

/* A line, then number, date, sender and whole subject as there are rows. */
void preview_draw(const struct letter_row *row, struct area a);

#endif
