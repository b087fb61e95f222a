/* thai-cut.c -- a word that the end of a line cut in two */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/thai-break.h"

/* So many bytes at either side are looked at. */
enum { CUT_MAX = 90, LETTER_BYTES = 3 };
enum { SARA_A = 0x0E30, SARA_AM = 0x0E33, SARA_E = 0x0E40, SARA_AI = 0x0E44 };

/* ๐ to ๙ are E0 B9 90 to E0 B9 99. */
static bool
is_thai_digit(const char *s)
{
	return (unsigned char)s[1] == 0xB9 && (unsigned char)s[2] >= 0x90;
}

static bool
is_thai_letter(const char *s)
{
	return (unsigned char)s[0] == 0xE0 &&
	       ((unsigned char)s[1] & 0xFE) == 0xB8 && s[2] != '\0' &&
	       !is_thai_digit(s);
}

/* Bytes of Thai at the end of s, at most CUT_MAX. */
static size_t
thai_tail(const char *s, size_t n)
{
	size_t at = n;

	while (at >= LETTER_BYTES && n - at < CUT_MAX &&
	       is_thai_letter(s + at - LETTER_BYTES))
		at -= LETTER_BYTES;
	return n - at;
}

static size_t
thai_beginning(const char *s)
{
	size_t n = 0;

	while (n < CUT_MAX && is_thai_letter(s + n))
		n += LETTER_BYTES;
	return n;
}

/* Vowels and marks behind a consonant; and vowels before one. */
static bool
never_parts(uint32_t last, uint32_t first)
{
	return code_is_mark(first) || (first >= SARA_A && first <= SARA_AM) ||
	       (last >= SARA_E && last <= SARA_AI);
}

/* Whether a word of a text ends behind its first `border` bytes. */
struct looking {
	size_t border, at;
	int words;
	bool ends_there;
};

static void
see_word(void *ctx, const char *s, size_t n)
{
	struct looking *l = ctx;

	(void)s;
	l->at += n;
	l->words++;
	l->ends_there = l->ends_there || l->at == l->border;
}

/* Without one all text is one word. */
static bool
has_dictionary(void)
{
	static const char TWO_WORDS[] = "กินข้าว";
	struct looking l = {.border = 0};

	thai_break(TWO_WORDS, strlen(TWO_WORDS), see_word, &l);
	return l.words > 1;
}

bool
thai_is_cut(const char *a, const char *b)
{
	size_t n = thai_tail(a, strlen(a)), k = thai_beginning(b);
	struct looking l = {.border = n};
	char both[2 * CUT_MAX];
	uint32_t last, first;

	if (n == 0 || k == 0)
		return false;
	a += strlen(a) - n;
	utf8_next(a + n - LETTER_BYTES, LETTER_BYTES, &last);
	utf8_next(b, k, &first);
	if (never_parts(last, first))
		return true;
	memcpy(both, a, n);
	memcpy(both + n, b, k);
	thai_break(both, n + k, see_word, &l);
	return !l.ends_there && (l.words > 1 || has_dictionary());
}
