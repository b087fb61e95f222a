/* fuzz.c -- the input of a fuzz target in pieces */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fuzz/fuzz.h"

#include <string.h>

uint8_t
input_byte(struct input *in)
{
	if (in->n == 0)
		return 0;
	in->n--;
	return *in->at++;
}

uint64_t
input_number(struct input *in)
{
	uint64_t number = 0;

	for (int i = 0; i < 8; i++)
		number = number << 8 | input_byte(in);
	return number;
}

const char *
input_text(struct input *in, struct arena *a)
{
	const void *nul = in->n > 0 ? memchr(in->at, 0, in->n) : NULL;
	size_t n = nul ? (size_t)((const uint8_t *)nul - in->at) : in->n;
	const char *s = arena_strndup(a, (const char *)in->at, n);

	n += nul != NULL;
	in->at += n;
	in->n -= n;
	return s;
}

const char *
input_utf8(struct input *in, struct arena *a)
{
	const char *s = input_text(in, a);
	struct text t = {0};

	if (utf8_fault(s, strlen(s)) < 0)
		return s;
	text_add_visible(&t, s, true);
	s = text_keep(&t, a);
	text_done(&t);
	return s;
}

/* C0, DEL and C1 (ECMA-48), and what turns the direction of a line (UAX #9). */
bool
is_obeyed(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code <= 0x9F) ||
	       code == 0x061C || code == 0x200E || code == 0x200F ||
	       (code >= 0x202A && code <= 0x202E) ||
	       (code >= 0x2066 && code <= 0x2069);
}

bool
is_harmless(const char *s, bool keep_lines)
{
	size_t n = strlen(s);
	uint32_t code;

	while (n > 0) {
		size_t length = utf8_next(s, n, &code);

		if (code == UTF8_BAD)
			return false;
		if ((is_obeyed(code) || code_is_unsafe(code)) &&
		    !(keep_lines && (code == '\n' || code == '\t')))
			return false;
		s += length;
		n -= length;
	}
	return true;
}
