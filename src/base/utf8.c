/* utf8.c -- reading UTF-8, and making unsafe code points visible */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/text.h"

static bool
is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

size_t
utf8_next(const char *s, size_t n, uint32_t *code)
{
	/* Smallest code of each length: less is overlong. */
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char c = (unsigned char)s[0];
	size_t len = c < 0x80   ? 1
		     : c < 0xC0 ? 0
		     : c < 0xE0 ? 2
		     : c < 0xF0 ? 3
		     : c < 0xF8 ? 4
				: 0;
	uint32_t value;

	*code = c;
	if (len == 1)
		return 1;
	*code = UTF8_BAD;
	if (len == 0 || len > n)
		return 1;
	value = c & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++) {
		if (!is_continuation(s[i]))
			return 1;
		value = value << 6 | ((unsigned char)s[i] & 0x3F);
	}
	if (value < least[len] || value > 0x10FFFF ||
	    (value >= 0xD800 && value <= 0xDFFF))
		return 1;
	*code = value;
	return len;
}

size_t
utf8_put(uint32_t code, char out[4])
{
	size_t len = code < 0x80      ? 1
		     : code < 0x800   ? 2
		     : code < 0x10000 ? 3
				      : 4;
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};

	if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		bug("no character: U+%04X", (unsigned)code);
	for (size_t i = len; i-- > 1; code >>= 6)
		out[i] = (char)(0x80 | (code & 0x3F));
	out[0] = (char)(lead[len] | code);
	return len;
}

ptrdiff_t
utf8_fault(const char *s, size_t n)
{
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (code == UTF8_BAD)
			return (ptrdiff_t)at;
	}
	return -1;
}

static void
add_mark(struct text *t, uint32_t code, char byte)
{
	if (code == UTF8_BAD)
		text_printf(t, "<%02X>", (unsigned char)byte);
	else if (code < 0x20 || code == 0x7F)
		text_printf(t, "^%c", (char)(code ^ 0x40));
	else
		text_printf(t, "<U+%04X>", (unsigned)code);
}

void
text_add_visible(struct text *t, const char *s, bool keep_lines)
{
	size_t n = strlen(s);
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (!code_is_unsafe(code) ||
		    (keep_lines && (code == '\n' || code == '\t')))
			text_add_n(t, s + at, len);
		else
			add_mark(t, code, s[at]);
	}
}
