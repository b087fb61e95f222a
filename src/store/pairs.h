/* pairs.h -- text as the search index keeps it: overlapping pairs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_PAIRS_H
#define STORE_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Thai has no spaces between words, so the index keeps every two characters
 * that stand side by side in the folded text (base/thai-fold.h), and the last
 * one alone: กอง is กอ, อง, ง.  What is looked for is cut in the same way, and
 * its pairs must follow each other: so any part of a word is found, from two
 * characters on, and nothing else.  One character is the beginning of a pair.
 */

/* The folded text of s (n bytes), pair by pair in its order; false when each()
   stopped it. */
typedef bool (*pair_fn)(void *ctx, const char *pair, size_t n);
bool pairs_each(const char *s, size_t n, bool with_last, pair_fn each,
		void *ctx);

#endif
