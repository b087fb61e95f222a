/* command.h -- a command line understood as a request */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include "app/action.h"

extern const struct error_kind COMMAND_UNKNOWN; /* "command-unknown", 2 */
extern const struct error_kind COMMAND_WRONG;   /* "command-wrong", 2 */

struct words {
	const char **at;
	size_t n;
};

/* Words stand apart by spaces; '...' and "..." hold them together.  Fails
   with COMMAND_WRONG on an open quote.  All in the arena. */
bool words_split(const char *line, struct arena *a, struct words *w,
		 struct error *err) MUST_CHECK;

/* Of a line that is still being typed: the whole words, and the last one as
   far as it goes ("" behind a space), its quotes left out.  Answers the byte
   where that begins. */
size_t words_begun(const char *line, struct arena *a, struct words *whole,
		   const char **last);

/* Puts a word behind the others; borrowed, as they are. */
void words_add(struct words *w, struct arena *a, const char *word);

/* The action that the first word or two name, and how many words that took;
   NULL when there is none. */
const struct action *command_action(const struct words *w, size_t *taken);

/*
 * Reads operands and options after the name: --name VALUE, --name=VALUE,
 * flags alone; "--" ends options.  *r borrows the words; its act id is
 * random.  Fails with COMMAND_UNKNOWN or COMMAND_WRONG.  Values are not
 * checked yet: request_faults() does.
 */
bool command_read(const struct words *w, struct arena *a, struct request *r,
		  struct error *err) MUST_CHECK;

#endif
