/* duty-which.h -- which duty of a letter an act is about, and which days */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_DUTY_WHICH_H
#define APP_DUTY_WHICH_H

#include "app/duty.h"

/* The one that --duty names, else the only one that is open; NULL with err.
   Who does it as a division's head does it to his own alone. */
const struct duty *duty_asked_for(struct act *act, struct error *err);
/* Puts which it is. */
void duty_put(struct act *act, const struct duty *d);

/* Puts the days that --period names and that are in that state, else the
   earliest open, or the last settled one; refuses what is not so. */
bool duty_put_periods(struct act *act, const struct duty *d, bool is_open,
		      struct error *err) MUST_CHECK;

/* Puts a letter of ours that shows it was done; refuses one that cannot. */
bool duty_put_reply(struct act *act, json_t *body, const struct letter *l,
		    struct error *err) MUST_CHECK;

/* The day of that number, of that name, or due on that day; NULL with err. */
const struct duty_row *duty_row_find(const struct duty_row *rows, size_t n,
				     const char *word, struct error *err);

#endif
