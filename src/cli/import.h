/* import.h -- an old register goes in with a person's yes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_IMPORT_H
#define CLI_IMPORT_H

#include "cli/cli.h"

/* Is it to be asked for: somebody sits there, and has not said which? */
bool import_is_asked(const struct cli *cli, const struct words *w);

/* Shows what is doubtful and asks; adds --yes to the words.  Fails when the
   answer is no, with nothing done. */
bool import_ask(struct cli *cli, struct arena *a, struct words *w,
		struct error *err) MUST_CHECK;

#endif
