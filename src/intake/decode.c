/* decode.c -- the bytes of a file to UTF-8, its encoding found by looking */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/decode.h"

#include <stdint.h>
#include <string.h>

#include "base/encoding.h"

enum { REPLACEMENT = 0xFFFD };

static const char UTF8_MARK[] = "\xEF\xBB\xBF";

static bool
begins(const char *s, size_t n, const char *with)
{
	size_t len = strlen(with);

	return n >= len && memcmp(s, with, len) == 0;
}

/* Marks of the byte order are no text, wherever they stand. */
static void
drop_marks(struct text *t, size_t from)
{
	const size_t len = strlen(UTF8_MARK);
	size_t to = from;

	for (size_t at = from; at < t->n; at++)
		if (begins(t->s + at, t->n - at, UTF8_MARK))
			at += len - 1;
		else
			t->s[to++] = t->s[at];
	text_remove(t, to, t->n - to);
}

/* True when bytes were no character. */
static bool
add_utf16(const char *charset, const char *s, size_t n, struct text *out)
{
	size_t before = out->n;
	bool damaged = encoding_decode(charset, s, n, out) > 0;

	drop_marks(out, before);
	return damaged;
}

/* Wrong bytes are lost; true when there were any. */
static bool
add_utf8(const char *s, size_t n, struct text *out)
{
	bool damaged = false;
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (code != UTF8_BAD) {
			text_add_n(out, s + at, len);
			continue;
		}
		text_add_code(out, REPLACEMENT);
		damaged = true;
	}
	return damaged;
}

/* Line ends become LF, other controls spaces; true when there were any. */
static bool
clean(struct text *t, size_t from)
{
	bool found = false;
	size_t to = from;

	for (size_t at = from; at < t->n; at++) {
		unsigned char c = (unsigned char)t->s[at];

		if (c == '\r' && at + 1 < t->n && t->s[at + 1] == '\n')
			continue;
		if (c == '\r' || c == '\f' || c == '\v')
			c = '\n';
		if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7F) {
			c = ' ';
			found = true;
		}
		t->s[to++] = (char)c;
	}
	text_remove(t, to, t->n - to);
	return found;
}

struct decoded
decode(const char *s, size_t n, struct text *out)
{
	struct decoded d = {.charset = encoding_guess(s, n)};
	size_t before = out->n;

	text_add(out, "");
	if (strcmp(d.charset, "CP874") == 0)
		d.is_damaged = encoding_decode(d.charset, s, n, out) > 0;
	else if (strcmp(d.charset, "UTF-8") != 0)
		d.is_damaged = add_utf16(d.charset, s, n, out);
	else if (begins(s, n, UTF8_MARK))
		d.is_damaged = add_utf8(s + 3, n - 3, out);
	else
		d.is_damaged = add_utf8(s, n, out);
	d.has_controls = clean(out, before);
	return d;
}
