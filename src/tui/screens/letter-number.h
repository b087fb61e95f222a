/* letter-number.h -- how the number of a letter was kept for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_LETTER_NUMBER_H
#define TUI_SCREENS_LETTER_NUMBER_H

#include "model/letter.h"

#include "tui/pager.h"

/* For what, by whom and when it was reserved; of an emergency sheet who wrote
   on it and why; why it is void.  Nothing for most letters. */
void number_write(const struct letter_file *f, bool thai_digits, int value_col,
		  struct pager *p);

#endif
