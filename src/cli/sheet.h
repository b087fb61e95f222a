/* sheet.h -- a sheet that was read becomes a receipt, with a person's yes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include "cli/cli.h"

/* Whether the words are `receive FILE`, asked by a person at a terminal: a
   script has said yes by its command. */
bool sheet_is_asked(const struct cli *cli, const struct words *w);

/*
 * Shows what stands on the sheet, asks which number is ours where it has
 * several, and for each field that is doubtful or missing; then whether it is
 * to be registered.  The answers are added to *w.  Fails when the person
 * leaves or says no, with nothing done.
 */
bool sheet_ask(struct cli *cli, struct arena *a, struct words *w,
	       struct error *err) MUST_CHECK;

#endif
