/* encoding.h -- TIS-620 and its sisters to UTF-8 and back, without loss */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

/* A character that the other side does not have. "encoding-loss", 2 */
extern const struct error_kind ENCODING_LOSS;

/*
 * Converts n bytes of s and adds them to out.  charset is "TIS-620",
 * "ISO-8859-11" or "CP874", in any case.  Nothing is dropped or replaced: on
 * the first byte or character that cannot be represented they fail with
 * ENCODING_LOSS, which names it, and out is as it was.  Another charset fails
 * with ERROR_USAGE.
 */
bool encoding_to_utf8(const char *charset, const char *s, size_t n,
		      struct text *out, struct error *err) MUST_CHECK;
bool encoding_from_utf8(const char *charset, const char *s, size_t n,
			struct text *out, struct error *err) MUST_CHECK;

/*
 * The same for text that must be read as it is: charset is one of those, or
 * "UTF-16LE" or "UTF-16BE"; what is nothing in it becomes U+FFFD.  Answers how
 * often that was so; half a character at the end counts too.
 */
size_t encoding_decode(const char *charset, const char *s, size_t n,
		       struct text *out);

/* The encoding of a text, by its mark or its first n bytes: "UTF-8", "CP874"
   (and so TIS-620), "UTF-16LE", "UTF-16BE". */
const char *encoding_guess(const char *s, size_t n);
/* The name used here of an encoding as people and programs call it, or NULL
   and ERROR_USAGE. */
const char *encoding_named(const char *name, struct error *err);

#endif
