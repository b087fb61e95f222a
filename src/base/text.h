/* text.h -- a growing UTF-8 string, and reading UTF-8 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

/* Starts as { 0 }; s is always terminated once something was added. */
struct text {
	char *s;
	size_t n;   /* bytes used, without the terminator */
	size_t max; /* bytes held */
};

void text_done(struct text *t);
void text_clear(struct text *t);
void text_add(struct text *t, const char *s);
void text_add_n(struct text *t, const char *s, size_t n);
void text_add_code(struct text *t, uint32_t code);
void text_printf(struct text *t, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* Puts n bytes at byte offset `at`; removes n bytes there. */
void text_insert(struct text *t, size_t at, const char *s, size_t n);
void text_remove(struct text *t, size_t at, size_t n);
/* The string, "" when nothing was added; owned by t. */
const char *text_str(const struct text *t);
/* Gives the string away (caller frees) and empties t; never NULL. */
char *text_take(struct text *t);
/* A copy of it in the arena; t is empty again, for the next. */
struct arena;
const char *text_keep(struct text *t, struct arena *a);

/*
 * One code point at s (n > 0 bytes are left): its length in bytes, and the
 * code in *code.  A wrong byte (overlong, surrogate, cut, > U+10FFFF) gives
 * length 1 and *code = UTF8_BAD.
 */
#define UTF8_BAD 0xFFFFFFFFu
size_t utf8_next(const char *s, size_t n, uint32_t *code);
/* Length of the encoding written to out (1..4). */
size_t utf8_put(uint32_t code, char out[4]);
/* Byte offset of the first wrong byte, or -1 when s is all UTF-8. */
ptrdiff_t utf8_fault(const char *s, size_t n);

/* Trims white space (also U+00A0, U+200B, U+FEFF) at both ends, in place;
   returns s. */
char *text_trim(char *s);
/* White space runs, line ends included, become one space; trims. In place. */
char *text_fold_space(char *s);
/* True for NULL, "" and white space only. */
bool text_is_blank(const char *s);
/* The same bytes, or both NULL. */
bool text_is_same(const char *a, const char *b);

/*
 * True for code points that may not reach a terminal, a file name or a
 * spreadsheet as they are: C0, DEL, C1, bidirectional controls, zero-width
 * controls, U+FEFF, interlinear marks, tags, private use, noncharacters.
 */
bool code_is_unsafe(uint32_t code);
/* Adds s with every unsafe code point and wrong byte as a visible mark:
   "^[" for controls, "<U+202E>", "<FF>".  '\n' and '\t' are kept when
   keep_lines.  Shows, never drops. */
void text_add_visible(struct text *t, const char *s, bool keep_lines);

#endif
