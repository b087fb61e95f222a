/* letter-earlier.h -- what was written of a letter before it came here */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_LETTER_EARLIER_H
#define TUI_SCREENS_LETTER_EARLIER_H

#include "model/letter.h"

#include "tui/loop.h"
#include "tui/pager.h"

/* Where values stand on the screen of a letter. */
enum { LETTER_VALUE_COL = 14 };

/* Notes of other offices, and what the old register says from which it was
   entered; nothing where there is nothing. */
void letter_earlier_write(const struct tui *t, const struct letter_file *f,
			  struct pager *p);

#endif
