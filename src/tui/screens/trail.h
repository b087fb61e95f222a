/* trail.h -- the way of a letter from the clerk to the nayok, and its orders */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_TRAIL_H
#define TUI_SCREENS_TRAIL_H

#include "app/look.h"

#include "tui/loop.h"
#include "tui/pager.h"

/* What the trail is written from. */
struct trail {
	const struct tui *tui;
	const struct letter_file *file;
	const struct place_list *posts; /* to show what is still to come */
};

/* Each stay with its times and the words written there; skipped posts as
   skipped; where the letter lies now; the posts it has not reached. */
void trail_write(const struct trail *t, struct pager *p);
/* What each division has been given and has done. */
void trail_write_tasks(const struct trail *t, struct pager *p);
/* Where its paper is, where that is followed. */
void trail_write_paper(const struct trail *t, struct pager *p);
/* To whom it circulates, and who has noted it; nothing where it does not. */
void trail_write_rounds(const struct trail *t, struct pager *p);

#endif
