/* text.c -- a growing UTF-8 string, and its white space */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { TEXT_START = 64 }; /* bytes held by the first allocation */

/* White space at the ends also counts what cannot be seen there. */
enum space { NOT_SPACE, WHITE, INVISIBLE };

static enum space
space_of(uint32_t code)
{
	static const uint32_t white[] = {' ',    0x85,   0xA0,   0x1680, 0x2028,
					 0x2029, 0x202F, 0x205F, 0x3000};

	if ((code > ' ' && code < 0x85) || (code > 0xA0 && code < 0x1680))
		return NOT_SPACE; /* nearly all text, Thai among it */
	if (code == 0x200B || code == 0xFEFF)
		return INVISIBLE;
	if ((code >= '\t' && code <= '\r') ||
	    (code >= 0x2000 && code <= 0x200A))
		return WHITE;
	for (size_t i = 0; i < ARRAY_SIZE(white); i++)
		if (code == white[i])
			return WHITE;
	return NOT_SPACE;
}

/* Room for n more bytes and the terminator. */
static void
text_reserve(struct text *t, size_t n)
{
	size_t max = t->max ? t->max : TEXT_START;

	if (n > PTRDIFF_MAX / 2 - t->n)
		bug("text too long: %zu and %zu bytes", t->n, n);
	while (max < t->n + n + 1)
		max *= 2;
	if (max == t->max)
		return;
	t->s = xreallocarray(t->s, max, 1);
	t->max = max;
}

void
text_done(struct text *t)
{
	free(t->s);
	*t = (struct text){NULL};
}

void
text_clear(struct text *t)
{
	t->n = 0;
	if (t->s)
		t->s[0] = '\0';
}

void
text_add(struct text *t, const char *s)
{
	text_add_n(t, s, strlen(s));
}

void
text_add_n(struct text *t, const char *s, size_t n)
{
	text_reserve(t, n);
	if (n)
		memcpy(t->s + t->n, s, n);
	t->n += n;
	t->s[t->n] = '\0';
}

void
text_add_code(struct text *t, uint32_t code)
{
	char out[4];

	text_add_n(t, out, utf8_put(code, out));
}

void
text_printf(struct text *t, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = xvasprintf(fmt, ap);
	va_end(ap);
	text_add(t, s);
	free(s);
}

void
text_insert(struct text *t, size_t at, const char *s, size_t n)
{
	if (at > t->n)
		bug("insert at byte %zu of %zu", at, t->n);
	text_reserve(t, n);
	memmove(t->s + at + n, t->s + at, t->n - at);
	if (n)
		memcpy(t->s + at, s, n);
	t->n += n;
	t->s[t->n] = '\0';
}

void
text_remove(struct text *t, size_t at, size_t n)
{
	if (at > t->n || n > t->n - at)
		bug("remove %zu bytes at byte %zu of %zu", n, at, t->n);
	if (n == 0)
		return;
	memmove(t->s + at, t->s + at + n, t->n - at - n);
	t->n -= n;
	t->s[t->n] = '\0';
}

const char *
text_str(const struct text *t)
{
	return t->s ? t->s : "";
}

char *
text_take(struct text *t)
{
	char *s = t->s ? t->s : xstrdup("");

	*t = (struct text){NULL};
	return s;
}

const char *
text_keep(struct text *t, struct arena *a)
{
	const char *kept = arena_strdup(a, text_str(t));

	text_clear(t);
	return kept;
}

/* The character that ends at `end`, and where it begins. */
static size_t
code_before(const char *s, size_t begin, size_t end, uint32_t *code)
{
	size_t at = end - 1;

	while (at > begin && end - at < 4 &&
	       ((unsigned char)s[at] & 0xC0) == 0x80)
		at--;
	if (at + utf8_next(s + at, end - at, code) == end)
		return at;
	*code = UTF8_BAD;
	return end - 1;
}

char *
text_trim(char *s)
{
	size_t begin = 0, end = strlen(s), len, at;
	uint32_t code;

	for (; begin < end; begin += len) {
		len = utf8_next(s + begin, end - begin, &code);
		if (space_of(code) == NOT_SPACE)
			break;
	}
	for (; end > begin; end = at) {
		at = code_before(s, begin, end, &code);
		if (space_of(code) == NOT_SPACE)
			break;
	}
	memmove(s, s + begin, end - begin);
	s[end - begin] = '\0';
	return s;
}

char *
text_fold_space(char *s)
{
	size_t n = strlen(text_trim(s));
	size_t out = 0;
	bool in_space = false;
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (space_of(code) == WHITE) {
			if (!in_space)
				s[out++] = ' ';
			in_space = true;
			continue;
		}
		memmove(s + out, s + at, len);
		out += len;
		in_space = false;
	}
	s[out] = '\0';
	return s;
}

bool
text_is_blank(const char *s)
{
	size_t n = s ? strlen(s) : 0;
	uint32_t code;

	for (size_t at = 0; at < n;) {
		at += utf8_next(s + at, n - at, &code);
		if (space_of(code) == NOT_SPACE)
			return false;
	}
	return true;
}
bool
text_is_same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}
