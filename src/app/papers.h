/* papers.h -- the files of a receipt, kept beside the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_PAPERS_H
#define APP_PAPERS_H

#include "store/secret.h"

#include "app/act.h"

/* Files that --attach names, and those that came with it (act->files). */
bool papers_are_given(const struct act *act);
/* All of them or none, as far as can be seen before. */
bool papers_can_be_read(const struct act *act, struct error *err) MUST_CHECK;
/* Copies them in, sealed where the letter is secret, and puts what the register
   shall know of them into the list. */
bool papers_keep(struct act *act, json_t *list, struct error *err) MUST_CHECK;

/* For a secret letter: text and message leave the event's body and stand there
   sealed, as "sealed"; the words that were typed stay as they are. */
bool papers_seal_words(struct act *act, struct error *err) MUST_CHECK;

/* Reads the key of the secret letters; made now, a remark says where it
   belongs. Caller wipes it. */
bool papers_key(struct act *act, struct cipher_key *key,
		struct error *err) MUST_CHECK;

/* For who gives a letter its class, in the decision: no file of it lies open
   that was not sealed before.  Puts "files" only where there are any. */
bool papers_are_sealed(struct act *act, struct error *err) MUST_CHECK;

/* Takes a file away, unless a letter or parcel of any office names it. */
bool papers_sweep(struct store *st, const char *hex, bool *is_named,
		  struct error *err) MUST_CHECK;

#endif
