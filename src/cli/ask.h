/* ask.h -- questions in lines, and their answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "base/text.h"

#include "cli/cli.h"

/* Whether a person sits at both ends: only then is a wrong answer asked
   again.  A script's next line answers the next question, whatever became of
   the last. */
bool ask_person(const struct cli *cli);

/* One line of standard input without its end; false at the end of input. */
bool ask_line(struct cli *cli, const char *prompt, struct text *line);

/* Asks until the answer is yes or no; the end of input is no. */
bool ask_yes(struct cli *cli, const char *question);

/* Who was asked went away: an error that says so, exit status 2. */
bool ask_left(const char *action, struct error *err);

/* Asks for what an act is about, as far as the words, of which `taken` name it,
   do not say; false when nothing was answered. */
bool ask_operands(struct cli *cli, const struct action *a, size_t taken,
		  struct words *w, struct arena *arena) MUST_CHECK;

/* An option to ask for, and what an empty answer means; NULL = nothing. */
struct ask_for {
	const char *option;
	const char *offered;
};

/*
 * Asks for the options of an action, in the order of its form, and adds the
 * answers to the words of the command.  only: ask for these alone, ended by
 * {NULL, NULL}; NULL = for all.  "?" explains a question, and a full stop
 * alone leaves.  Fails then, and at the end of input, with nothing done.
 */
bool ask_options(struct cli *cli, const struct action *a,
		 const struct ask_for *only, struct arena *arena,
		 struct words *w, struct error *err) MUST_CHECK;

#endif
