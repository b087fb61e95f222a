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

/* NULL when there is none. */
const struct letter *letters_chosen(const struct letters *l);

#endif
