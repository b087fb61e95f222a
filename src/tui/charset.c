/* charset.c -- characters as a terminal takes them: UTF-8, or eight bits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/charset.h"

#include <string.h>

#include "base/encoding.h"

/* What the program itself draws, for terminals that cannot. */
static const struct {
	uint32_t code;
	char sign;
} signs[] = {
    {0x2500, '-'}, {0x2502, '|'}, {0x250C, '+'}, {0x2510, '+'},  {0x2514, '+'},
    {0x2518, '+'}, {0x251C, '+'}, {0x2524, '+'}, {0x00B7, '-'},  {0x2026, '~'},
    {0x00D7, 'x'}, {0x2013, '-'}, {0x2014, '-'}, {0x2018, '\''}, {0x2019, '\''},
    {0x201C, '"'}, {0x201D, '"'}, {0x2022, '*'}, {0x25CF, '*'},  {0x25CB, 'o'},
    {0x2713, 'v'}, {0x21B7, '>'}, {0x2190, '<'}, {0x2191, '^'},  {0x2192, '>'},
    {0x2193, 'v'}, {0x2039, '<'}, {0x203A, '>'}, {0x25CC, '_'},  {0x00A0, ' '},
    {0x2581, '_'}, {0x2582, '.'}, {0x2583, '.'}, {0x2584, ':'},  {0x2585, ':'},
    {0x2586, '+'}, {0x2587, '+'}, {0x2588, '#'}, {0x258C, '|'},  {0x2591, '.'},
};

static char
sign_of(uint32_t code)
{
	for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
		if (signs[i].code == code)
			return signs[i].sign;
	return '?';
}

void
charset_add(const char *charset, struct text *out, const uint32_t *codes,
	    size_t n)
{
	struct text utf8 = {0};
	struct error err = {0};
	size_t start = out->n;

	if (n == 1 && codes[0] < 0x80) {
		text_add_code(out, codes[0]);
		return;
	}
	for (size_t i = 0; i < n; i++)
		text_add_code(&utf8, codes[i]);
	if (strcmp(charset, "UTF-8") == 0)
		text_add_n(out, text_str(&utf8), utf8.n);
	else if (!encoding_from_utf8(charset, text_str(&utf8), utf8.n, out,
				     &err)) {
		char sign = sign_of(codes[0]);

		text_remove(out, start, out->n - start);
		text_add_n(out, &sign, 1);
	}
	text_done(&utf8);
}
