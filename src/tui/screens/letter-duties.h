/* letter-duties.h -- the duties of a letter, on its screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_LETTER_DUTIES_H
#define TUI_SCREENS_LETTER_DUTIES_H

#include "model/letter.h"

#include "app/morning.h"

#include "tui/loop.h"
#include "tui/pager.h"

/* What is to be done by when, how it stands, and where to report; nothing
   where there is nothing. */
void letter_duties_write(const struct tui *t, const struct letter_file *f,
			 const struct morning_told_list *told, struct pager *p);

#endif
