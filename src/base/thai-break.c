/* thai-break.c -- where Thai text without spaces may be broken */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/thai-break.h"

#include <thai/thwbrk.h>

enum {
	THAI_FIRST = 0x0E01,
	THAI_LAST = 0x0E5B,
	PIECE_MAX = 2048, /* bytes given to libthai at once */
};

struct breaking {
	thai_line_fn word;
	void *ctx;
};

/* The dictionary is read once, for the first text that needs it, and kept as
   long as the program runs; NULL when it is not installed. */
static ThBrk *
word_breaker(void)
{
	static ThBrk *breaker;
	static bool tried;

	if (!tried)
		breaker = th_brk_new(NULL);
	tried = true;
	return breaker;
}

/* s as wide characters, terminated; *is_thai when there is a Thai one. */
static size_t
to_wide(const char *s, size_t n, thwchar_t *wide, bool *is_thai)
{
	size_t count = 0;
	uint32_t code;

	*is_thai = false;
	for (size_t at = 0; at < n; count++) {
		at += utf8_next(s + at, n - at, &code);
		wide[count] = code == UTF8_BAD ? 0xFFFD : (thwchar_t)code;
		if (code >= THAI_FIRST && code <= THAI_LAST)
			*is_thai = true;
	}
	wide[count] = 0;
	return count;
}

/* The borders of words inside s, as counts of code points, into pos; how
   many.  Text without Thai is one word. */
static int
find_borders(const char *s, size_t n, int pos[PIECE_MAX])
{
	thwchar_t wide[PIECE_MAX + 1];
	bool is_thai;
	size_t count = to_wide(s, n, wide, &is_thai);
	ThBrk *breaker = is_thai ? word_breaker() : NULL;

	return breaker ? th_brk_wc_find_breaks(breaker, wide, pos, count) : 0;
}

static bool
is_one_of(uint32_t code, const uint32_t *codes)
{
	while (*codes != 0 && *codes != code)
		codes++;
	return *codes != 0;
}

/* libthai takes a mark of punctuation for a part of any word: an opening one
   does not end a line, a closing one does not begin one, and before an opening
   one a Thai word has ended. */
static bool
is_border(uint32_t before, uint32_t after, bool libthai_says)
{
	static const uint32_t opening[] = {0x201C, 0x2018, 0xAB, '(',
					   '[',    '{',    0};
	static const uint32_t closing[] = {0x201D, 0x2019, 0xBB, ')',
					   ']',    '}',    ',',  0};

	if (is_one_of(before, opening) || is_one_of(after, closing))
		return false;
	if (is_one_of(after, opening))
		return before >= THAI_FIRST && before <= THAI_LAST;
	return libthai_says;
}

/* Adds the words of s that end inside it, cut only where a cluster ends; the
   bytes they have. */
static size_t
add_words(struct breaking *b, const char *s, size_t n)
{
	int pos[PIECE_MAX];
	int borders = find_borders(s, n, pos);
	size_t word = 0, at = 0;
	int codes = 0;
	uint32_t code, next;

	for (int i = 0; at < n;) {
		size_t end = at + cluster_next(s + at, n - at).n;

		for (; at < end; codes++)
			at += utf8_next(s + at, n - at, &code);
		while (i < borders && pos[i] < codes)
			i++;
		if (at == n)
			break;
		utf8_next(s + at, n - at, &next);
		if (is_border(code, next, i < borders && pos[i] == codes)) {
			b->word(b->ctx, s + word, at - word);
			word = at;
		}
	}
	return word;
}

/* Bytes of whole clusters of s that make a piece. */
static size_t
piece_length(const char *s, size_t n)
{
	size_t at = 0;

	while (at < n) {
		size_t len = cluster_next(s + at, n - at).n;

		if (at + len > PIECE_MAX)
			break;
		at += len;
	}
	return at;
}

/* The time libthai takes grows with the square of the length, so a run goes
   piece by piece.  A word cut by the end of a piece begins the next; one that
   is longer than a piece may be broken early. */
void
thai_break(const char *s, size_t n, thai_line_fn word, void *ctx)
{
	struct breaking b = {word, ctx};

	while (n > 0) {
		size_t piece = piece_length(s, n);
		size_t used = add_words(&b, s, piece);

		if (piece == n || used == 0) {
			word(ctx, s + used, piece - used);
			used = piece;
		}
		s += used;
		n -= used;
	}
}
