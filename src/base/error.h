/* error.h -- what went wrong: a kind for programs, a sentence for people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

#include "base/mem.h"

/* Exit statuses of the program (saraban(1), EXIT STATUS). */
enum exit_status {
	EXIT_DONE = 0,     /* done */
	EXIT_NOTHING = 1,  /* found nothing, or a check found faults */
	EXIT_USAGE = 2,    /* wrong usage */
	EXIT_REFUSED = 3,  /* refused by a rule */
	EXIT_REGISTER = 4, /* the register cannot be used */
};

/*
 * A module declares its kinds as constants: no floor lists another's nouns.
 * name is stable and stands in JSON and tests; text is an N_() sentence
 * without detail.
 */
struct error_kind {
	const char *name;             /* "date-invalid" */
	enum exit_status exit_status; /* what the command line answers */
	const char *text;             /* N_("this is not a date") */
};

/* Owned by the caller, starts as { 0 }.  detail is UTF-8, whole clusters. */
struct error {
	const struct error_kind *kind;
	char detail[800]; /* a list of posts and divisions fits */
};

/* Sets kind and detail (fmt may be NULL) and returns false, so that a
   function can end with `return error_set(err, &KIND, ...)`.  err may not be
   NULL.  A detail that does not fit is cut at a character border and "…". */
bool error_set(struct error *err, const struct error_kind *kind,
	       const char *fmt, ...) PRINTF_LIKE(3, 4);

/* The sentence for people in the language in force: "text: detail".
   Caller frees. */
char *error_sentence(const struct error *err);

/* What an errno means: in the language in force where it happens often, else
   as strerror(3) has it.  For the end of a detail. */
const char *error_words(int number);

/* Kinds any module may raise. */
extern const struct error_kind ERROR_USAGE; /* "usage", 2: of a command */
extern const struct error_kind ERROR_IO;    /* "io", 2: of a file named */

#endif
