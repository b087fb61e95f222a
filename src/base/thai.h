/* thai.h -- Thai text by clusters and columns: measure, cut, pad, wrap */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_THAI_H
#define BASE_THAI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/*
 * A cluster is a base character with the vowels and tone marks above and
 * below it, and SARA AM (U+0E33) where it follows: the smallest piece that
 * may be cut, deleted or stepped over.  Its columns are what the terminal
 * uses: marks 0, SARA AM 1 (so น้ำ is one cluster of 2 columns).
 * A mark without a base stands as a cluster of its own with 1 column; whoever
 * draws it puts U+25CC before it.
 */
struct cluster {
	const char *s;   /* points into the text */
	size_t n;        /* bytes */
	int columns;     /* 0 only for nothing */
	bool loose_mark; /* starts with a mark: needs U+25CC to be drawn */
};

/* The cluster at s with n bytes left; n == 0 gives .n == 0.  A wrong byte is
   a cluster of 1 byte, 1 column.  At most 4 marks join one base. */
struct cluster cluster_next(const char *s, size_t n);
/* Byte offset where the cluster before byte offset `at` begins; 0 at 0. */
size_t cluster_before(const char *s, size_t at);

/* True for marks of width 0: U+0E31, 0E34-0E3A, 0E47-0E4E, their Lao sisters
   and the combining blocks (0300-036F, 20D0-20FF, FE00-FE0F and the like). */
bool code_is_mark(uint32_t code);
/* Columns of one code point as a terminal draws it: 0, 1, or 2 (wide East
   Asian, emoji). */
int code_columns(uint32_t code);

/* Columns of the whole string. */
int thai_columns(const char *s);
/* ... of its first n bytes. */
int thai_columns_n(const char *s, size_t n);
/* Bytes of the longest beginning that fits in `columns`; *used gets its
   columns (may be NULL). */
size_t thai_fit(const char *s, int columns, int *used);
/* Adds s cut to exactly `columns`, padded with spaces: to the right when
   !right_align.  A cut is shown by "…" in the last column.  A loose mark
   gets its U+25CC. */
void thai_add_padded(struct text *t, const char *s, int columns,
		     bool right_align);

/*
 * Wraps s at `columns`: calls line() for each line with its bytes (no line
 * end, no trailing space).  Breaks at '\n', spaces, Thai word borders
 * (libthai), and, where one word is wider than a line, between clusters.
 * An empty s gives one empty line, and so does a '\n' at the end one more.
 * Without libthai's dictionary a Thai word is all that stands between spaces.
 * Returns the number of lines; line may be NULL to count only.
 */
typedef void (*thai_line_fn)(void *ctx, const char *s, size_t n);
int thai_wrap(const char *s, int columns, thai_line_fn line, void *ctx);

/* Calls word() for each word of s, in order: Thai words as libthai finds
   them, runs of other letters and of digits; spaces and signs belong to none.
   Whole clusters. */
void thai_words(const char *s, thai_line_fn word, void *ctx);

/* True when a line end between a and b cut a Thai word in two, as text
   recognition and old word processors do: what stands at the end of a and at
   the beginning of b is one word of libthai's dictionary, or b begins with
   what never begins a word.  False when in doubt. */
bool thai_is_cut(const char *a, const char *b);

/*
 * The form in which text is stored: U+0E4D U+0E32 becomes SARA AM, also with
 * a tone mark between; below-vowel before tone; CR LF becomes LF; NUL cannot
 * occur.  Nothing else is changed.  Caller frees.
 */
char *thai_normalise(const char *s);

/* Thai digits to Arabic, and back; everything else stays.  Caller frees. */
char *thai_digits_to_arabic(const char *s);
char *thai_digits_to_thai(const char *s);
/* Is there a digit in it, Thai or Arabic? */
bool thai_has_digit(const char *s);
/* Appends n with Thai or Arabic digits, no grouping. */
void text_add_number(struct text *t, long n, bool thai_digits);

#endif
