/* letters.h -- letters in a list of any length, as a screen holds them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_LETTERS_H
#define TUI_SCREENS_LETTERS_H

#include "app/look.h"

#include "tui/list.h"
#include "tui/screens/letter-row.h"

struct letters {
	struct list list;
	struct letter_row *rows; /* of the list's piece; in the arena */
	bool has_days;           /* a head where the day changes */
};

/* Reads the piece around the chosen letter, one statement for the rows
   wherever it lies, into the arena of the screen that is being loaded. */
bool letters_load(struct letters *l, struct screen *s,
		  const struct look_filter *filter,
		  struct error *err) MUST_CHECK;

/* Draws the mark of a row, where it has one. */
void letters_draw_mark(const struct letters *l, const struct screen *s,
		       size_t i, struct area a);
/* For screen_ops.in_sight. */
const struct letter *letters_in_sight(const struct letters *l, size_t i);

/* NULL when there is none. */
const struct letter *letters_chosen(const struct letters *l);

#endif
