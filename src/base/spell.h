/* spell.h -- a digest in letters that people write down and type again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SPELL_H
#define BASE_SPELL_H

#include "base/digest.h"
#include "base/error.h"

/*
 * The first 130 bits of a SHA-256 as 26 letters of five bits and a check
 * letter, in groups of four: "7KQ2 M9XA ... PLB".  The alphabet has no 0, O,
 * 1 and I.  The check letter is a sum over GF(32) with powers of a generator
 * as weights, so that one wrong letter and two neighbours in the wrong order
 * are always found.
 */
enum {
	SPELL_LETTERS = 26,
	SPELL_SIZE = 34, /* 27 letters, 6 spaces, the end */
};

extern const struct error_kind SPELL_WRONG; /* "code-wrong", 2 */

void digest_spell(const unsigned char digest[DIGEST_SIZE],
		  char out[SPELL_SIZE]);
/* What was typed (any case, spaces and hyphens anywhere), as digest_spell()
   writes it.  SPELL_WRONG says what is wrong with it. */
bool spell_read(const char *typed, char out[SPELL_SIZE],
		struct error *err) MUST_CHECK;

#endif
