/* thai-wrap.c -- lines of a given width, broken between Thai words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/thai-break.h"
#include "base/thai.h"

/* The line being filled: [begin, end) is what it shows, columns is the width
   of everything from begin, spaces after the last word included. */
struct wrap {
	int max;
	thai_line_fn line;
	void *ctx;
	int lines;
	const char *begin, *end;
	int columns;
};

static void
line_emit(struct wrap *w)
{
	if (w->line)
		w->line(w->ctx, w->begin, (size_t)(w->end - w->begin));
	w->lines++;
}

static void
line_start(struct wrap *w, const char *s)
{
	w->begin = w->end = s;
	w->columns = 0;
}

static int
columns_of(const char *s, size_t n)
{
	int columns = 0;

	for (size_t at = 0; at < n;) {
		struct cluster c = cluster_next(s + at, n - at);

		columns += c.columns;
		at += c.n;
	}
	return columns;
}

/* A word wider than a line: as many clusters in each as fit. */
static void
add_wide_word(struct wrap *w, const char *s, size_t n)
{
	for (size_t at = 0; at < n;) {
		struct cluster c = cluster_next(s + at, n - at);

		if (w->columns + c.columns > w->max && w->end > w->begin) {
			line_emit(w);
			line_start(w, c.s);
		}
		w->columns += c.columns;
		at += c.n;
		w->end = s + at;
	}
}

static void
add_word(void *ctx, const char *s, size_t n)
{
	struct wrap *w = ctx;
	int columns = columns_of(s, n);

	if (w->columns + columns > w->max) {
		if (w->end > w->begin)
			line_emit(w);
		line_start(w, s);
	}
	if (columns > w->max) {
		add_wide_word(w, s, n);
		return;
	}
	w->columns += columns;
	w->end = s + n;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A line of the text as written, [s, s + n), without its end. */
static void
add_paragraph(struct wrap *w, const char *s, size_t n)
{
	size_t at = 0;

	line_start(w, s);
	while (at < n) {
		size_t run = at;

		while (run < n && is_blank(s[run]))
			run++;
		w->columns += (int)(run - at);
		at = run;
		while (run < n && !is_blank(s[run]))
			run++;
		if (run > at)
			thai_break(s + at, run - at, add_word, w);
		at = run;
	}
	line_emit(w);
}

int
thai_wrap(const char *s, int columns, thai_line_fn line, void *ctx)
{
	struct wrap w = {
	    .max = columns < 1 ? 1 : columns, .line = line, .ctx = ctx};

	for (;;) {
		size_t n = strcspn(s, "\n");

		add_paragraph(&w, s, n);
		if (s[n] == '\0')
			return w.lines;
		s += n + 1;
	}
}

enum {
	CUT_MAX = 90,
	WORD_MAX = 36,
	LETTER_BYTES = 3,
	SARA_A = 0x0E30,
	SARA_AM = 0x0E33
};
enum { SARA_E = 0x0E40, SARA_AI_LAST = 0x0E44 };

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
	       (last >= SARA_E && last <= SARA_AI_LAST);
}

bool
thai_is_cut(const char *a, const char *b)
{
	size_t n = thai_tail(a, strlen(a)), k = thai_beginning(b);
	char both[2 * CUT_MAX + 1];
	int pos[PIECE_MAX], borders;
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
	borders = find_borders(both, n + k, pos);
	for (int i = 0; i < borders; i++)
		if ((size_t)pos[i] == n / LETTER_BYTES)
			return false;
	/* No border at all: one word, or no dictionary. */
	return borders > 0 || (word_breaker() != NULL && n + k <= WORD_MAX);
}
