/* thai-normal.c -- the form in which text is stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/thai.h"

enum { SARA_AA = 0x0E32, SARA_AM = 0x0E33, NIKHAHIT = 0x0E4D };

/* The order of marks as Unicode's canonical ordering has it: phinthu, vowels
   below, tone marks.  All others stay where they are. */
enum order { ORDER_NONE, ORDER_PHINTHU, ORDER_BELOW, ORDER_TONE, ORDER_END };

static enum order
order_of(uint32_t code)
{
	if (code == 0x0E3A)
		return ORDER_PHINTHU;
	if (code == 0x0E38 || code == 0x0E39)
		return ORDER_BELOW;
	return code >= 0x0E48 && code <= 0x0E4B ? ORDER_TONE : ORDER_NONE;
}

/* The code point at s, 0 at the end. */
static uint32_t
code_at(const char *s, size_t n)
{
	uint32_t code = 0;

	if (n > 0)
		utf8_next(s, n, &code);
	return code;
}

/* Adds the run of marks at s in their order; its length. */
static size_t
add_marks(struct text *t, const char *s, size_t n)
{
	size_t end = 0, len;
	uint32_t code;

	while (end < n) {
		len = utf8_next(s + end, n - end, &code);
		if (order_of(code) == ORDER_NONE)
			break;
		end += len;
	}
	for (enum order o = ORDER_PHINTHU; o < ORDER_END; o++)
		for (size_t at = 0; at < end; at += len) {
			len = utf8_next(s + at, end - at, &code);
			if (order_of(code) == o)
				text_add_n(t, s + at, len);
		}
	return end;
}

/* Adds NIKHAHIT [tone] SARA AA at s as [tone] SARA AM; its length, or 0 when
   something else stands there. */
static size_t
add_sara_am(struct text *t, const char *s, size_t n)
{
	enum { LEN = 3 }; /* bytes of each Thai character */
	uint32_t code = code_at(s, n);
	bool has_tone;

	if (code != NIKHAHIT)
		return 0;
	code = code_at(s + LEN, n - LEN);
	has_tone = order_of(code) == ORDER_TONE;
	if (has_tone)
		code = code_at(s + 2 * LEN, n - 2 * LEN);
	if (code != SARA_AA)
		return 0;
	if (has_tone)
		text_add_n(t, s + LEN, LEN);
	text_add_code(t, SARA_AM);
	return (has_tone ? 3 : 2) * LEN;
}

/* Adds the carriage returns at s unless a line feed follows; their length. */
static size_t
add_returns(struct text *t, const char *s)
{
	size_t n = strspn(s, "\r");

	if (s[n] != '\n')
		text_add_n(t, s, n);
	return n;
}

char *
thai_normalise(const char *s)
{
	struct text t = {0};
	size_t n = strlen(s);

	for (size_t at = 0, len; at < n; at += len) {
		uint32_t code;

		len = add_returns(&t, s + at);
		if (len == 0)
			len = add_marks(&t, s + at, n - at);
		if (len == 0)
			len = add_sara_am(&t, s + at, n - at);
		if (len > 0)
			continue;
		len = utf8_next(s + at, n - at, &code);
		text_add_n(&t, s + at, len);
	}
	return text_take(&t);
}
