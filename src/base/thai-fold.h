/* thai-fold.h -- text as it is compared when one searches */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_THAI_FOLD_H
#define BASE_THAI_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

/*
 * Two texts that a reader takes for the same have the same folded form:
 *
 *   - Thai digits are Arabic ones, Latin letters small ones;
 *   - tone marks, maitaikhu, thanthakhat, phinthu, a lone nikhahit and
 *     yamakkan are left out, for they are forgotten most often;
 *   - SARA AM is one character however it was typed (nikhahit and SARA AA, a
 *     tone mark between them, in the wrong order); two SARA E are SARA AE;
 *     LAKKHANGYAO is SARA AA;
 *   - white space, zero-width and control characters, and the punctuation
 *     that varies (full stop, comma, colons, quotes, brackets, dashes) are
 *     left out; the slash of letter numbers stays;
 *   - a few words are spelt one way: thai_spellings.
 *
 * Folding folded text changes nothing.  What is not UTF-8 becomes U+FFFD.
 */
char *thai_fold(const char *s); /* caller frees */

/* Words met in two spellings, in folded form; ended by NULLs.  Public for the
   tests. */
struct spelling {
	const char32_t *other; /* what is met */
	const char32_t *one;   /* what it becomes */
};
extern const struct spelling thai_spellings[];

/* The folded form, and for each of its bytes the bytes [from, to) of the
   original that it stands for: the character with the marks on it. */
struct folded {
	char *s;
	size_t n;
	uint32_t *from, *to;
};
void folded_init(struct folded *f, const char *s, size_t n);
void folded_done(struct folded *f);
/* The first place of a folded text in it, as bytes [*from, *to) of the
   original; false when it is not there, or empty. */
bool folded_find(const struct folded *f, const char *what, size_t *from,
		 size_t *to);

#endif
