/* view.h -- who has read a secret letter, and when, stands in the chain */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_VIEW_H
#define APP_VIEW_H

#include "model/letter.h"

#include "app/session.h"

/*
 * Says in the chain that the asker reads this letter, when it is secret and he
 * may (letter.view): once a day in one session, however often its screen is
 * drawn; a file of it (from 1; 0 = the letter itself) each time.  What cannot
 * be written down is not read: where the register may only be looked at,
 * *is_kept is false.
 */
bool view_keep(struct session *s, const struct letter *letter, size_t file,
	       bool *is_kept, struct error *err) MUST_CHECK;

#endif
