/* entry.h -- what an entry of the register says, coming in or going out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_ENTRY_H
#define APP_ENTRY_H

#include "app/act.h"

/* Each puts what its options say into the event's body: enclosures,
   references, stamps and links; urgency, secrecy and kind. */
void entry_put_lists(struct act *act);
void entry_put_classes(struct act *act);

/* Secret letters are entered by their registrar, others by the clerk; once the
   class was put. */
bool entry_is_at_counter(struct act *act, struct error *err) MUST_CHECK;
/* The same of numbers kept in their books. */
bool entry_is_of_counter(struct act *act, bool is_secret,
			 struct error *err) MUST_CHECK;

/* Keeps the files that --attach names, and those the act has in memory, and
   adds what the event says of them to the list; for a prepare. */
bool entry_keep_files(struct act *act, json_t *list,
		      struct error *err) MUST_CHECK;

#endif
