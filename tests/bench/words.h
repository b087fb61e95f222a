/* words.h -- letters made up from a grammar: subjects, senders, notes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_WORDS_H
#define TESTS_BENCH_WORDS_H

#include <stdint.h>

#include "base/text.h"

/*
 * Puts what the pattern says into *out, anew.  "<verb>" is one of the words of
 * that name, which may hold others; "<0-99>" a number from 0 to 99 in Thai
 * digits; everything else stands for itself.  The same seed gives the same
 * words on every machine.
 */
const char *words_say(uint64_t *seed, const char *pattern, struct text *out);

/* The patterns one begins with. */
#define WORDS_SUBJECT "<subject>"
#define WORDS_REF "<ref>"
#define WORDS_SENDER "<sender>"
#define WORDS_RECIPIENT "<recipient>"
#define WORDS_UP "<up>"       /* the note of who sends a letter up */
#define WORDS_ORDER "<order>" /* of who gives it to divisions */
#define WORDS_END "<end>"     /* of who ends the matter */
#define WORDS_DONE "<done>"   /* of the division that has done it */

#endif
