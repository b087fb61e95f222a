/* escape.c -- text in which a line is a line, whatever stands in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/escape.h"

#include <string.h>

/* How a code of so many hexadecimal digits is announced. */
static const struct {
	char letter;
	int digits;
} escapes[] = {{'x', 2}, {'u', 4}, {'U', 8}};

static void
add_code(struct text *t, uint32_t code, unsigned char byte)
{
	if (code == UTF8_BAD)
		text_printf(t, "\\x%02X", byte);
	else if (code < 0x10000)
		text_printf(t, "\\u%04X", (unsigned)code);
	else
		text_printf(t, "\\U%08X", (unsigned)code);
}

void
text_add_field(struct text *t, const char *s)
{
	size_t n = s != NULL ? strlen(s) : 0;
	uint32_t code;

	if (s == NULL || strcmp(s, "-") == 0)
		text_add(t, s == NULL ? "-" : "\\-");
	else
		for (size_t at = 0, len; at < n; at += len) {
			len = utf8_next(s + at, n - at, &code);
			if (code_is_unsafe(code) || code == UTF8_BAD)
				add_code(t, code, (unsigned char)s[at]);
			else if (code == '\\')
				text_add(t, "\\\\");
			else
				text_add_n(t, s + at, len);
		}
	text_add(t, "");
}

static bool
hex_digits(const char *s, int n, uint32_t *value)
{
	*value = 0;
	for (int i = 0; i < n; i++) {
		const char *digits = "0123456789ABCDEF";
		const char *at = s[i] ? strchr(digits, s[i]) : NULL;

		if (at == NULL)
			return false;
		*value = *value << 4 | (uint32_t)(at - digits);
	}
	return *value != 0;
}

static bool
is_character(uint32_t code)
{
	return code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

/* One escape at *s, behind its backslash, to *out. */
static bool
unescape_code(const char **s, char **out)
{
	char letter = *(*s)++;

	if (letter == '\\' || letter == '-') {
		*(*out)++ = letter;
		return true;
	}
	for (size_t i = 0; i < ARRAY_SIZE(escapes); i++) {
		uint32_t code;

		if (escapes[i].letter != letter)
			continue;
		if (!hex_digits(*s, escapes[i].digits, &code) ||
		    !is_character(code))
			return false;
		*s += escapes[i].digits;
		if (letter == 'x')
			*(*out)++ = (char)code;
		else
			*out += utf8_put(code, *out);
		return true;
	}
	return false;
}

bool
field_unescape(char **s)
{
	const char *from = *s;
	char *to = *s;

	if (strcmp(*s, "-") == 0) {
		*s = NULL;
		return true;
	}
	while (*from != '\0')
		if (*from != '\\')
			*to++ = *from++;
		else if (from++, !unescape_code(&from, &to))
			return false;
	*to = '\0';
	return true;
}

void
text_add_json(struct text *t, const char *json, size_t n, bool keep_lines)
{
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(json + at, n - at, &code);
		if (code == UTF8_BAD)
			code = 0xFFFD;
		if ((keep_lines && code < 0x7F) || !code_is_unsafe(code))
			text_add_code(t, code);
		else if (code < 0x10000)
			text_printf(t, "\\u%04X", (unsigned)code);
		else
			text_printf(t, "\\u%04X\\u%04X",
				    (unsigned)(0xD7C0 + (code >> 10)),
				    (unsigned)(0xDC00 + (code & 0x3FF)));
	}
	text_add(t, "");
}
