/* fill.h -- a receipt begins with what was read in a file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_FILL_H
#define APP_FILL_H

#include "app/act.h"

/* What is kept of a letter's text: some thirty pages. */
enum { TEXT_KEPT_BYTES = 64 << 10 };

/*
 * Reads the file that the first operand names and puts what was read clearly
 * into act->r where nothing was asked for; the file goes to act->files, its
 * text into the event.  What was doubtful, and each warning, is told in
 * act->remarks.  Refuses where the sheet has several numbers and --ref names
 * none.
 *
 * With --text the letter was read before: nothing is filled in, and only the
 * text and what is in the file are kept.  Without either nothing happens.
 */
bool act_fill(struct act *act, struct error *err) MUST_CHECK;

/* A message as the body of an event has it.  New reference. */
json_t *mail_body(const struct letter_mail *m);

#endif
