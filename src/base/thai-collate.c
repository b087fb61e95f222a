/* thai-collate.c -- the order of the Thai dictionary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/thai-collate.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/thai.h"

/* Lower than anything in a part of a key, so that what is shorter is first. */
static const char next_part[] = "\1";
enum { WEIGHT_NONE = 2 };

static bool
is_leading_vowel(uint32_t code)
{
	return code >= 0x0E40 && code <= 0x0E44;
}

static bool
is_consonant(uint32_t code)
{
	return code >= 0x0E01 && code <= 0x0E2E;
}

/* Of a mark, 0 for what is none. */
static char
mark_weight(uint32_t code)
{
	static const char weights[] = {
	    [0x0E47 - 0x0E47] = 3, /* maitaikhu */
	    [0x0E48 - 0x0E47] = 4, /* mai ek */
	    [0x0E49 - 0x0E47] = 5, /* mai tho */
	    [0x0E4A - 0x0E47] = 6, /* mai tri */
	    [0x0E4B - 0x0E47] = 7, /* mai chattawa */
	    [0x0E4C - 0x0E47] = 8, /* thanthakhat */
	};

	return code >= 0x0E47 && code <= 0x0E4C ? weights[code - 0x0E47] : 0;
}

/* The letter as it counts, 0 when it does not. */
static uint32_t
letter_of(uint32_t code)
{
	if (code >= 'A' && code <= 'Z')
		return code + 'a' - 'A';
	if (code == ' ' || (code >= '0' && code <= '9') ||
	    (code >= 'a' && code <= 'z'))
		return code;
	if (code < 0xC0 || code == UTF8_BAD || code == 0x0E2F ||
	    (code >= 0x0E4D && code <= 0x0E5B) || code_is_unsafe(code))
		return 0;
	return code;
}

struct key {
	struct text letters, marks;
};

static void
add_letter(struct key *k, uint32_t code)
{
	static const char none[] = {WEIGHT_NONE};

	text_add_code(&k->letters, code);
	text_add_n(&k->marks, none, 1);
}

/* A mark takes the place of "none" at the letter it stands on. */
static void
add_mark(struct key *k, char weight)
{
	if (k->marks.n > 0 && k->marks.s[k->marks.n - 1] == WEIGHT_NONE)
		k->marks.s[k->marks.n - 1] = weight;
	else
		text_add_n(&k->marks, &weight, 1);
}

static void
add_codes(struct key *k, const char *s)
{
	size_t n = strlen(s);
	uint32_t code, leading = 0;

	for (size_t at = 0; at < n;) {
		at += utf8_next(s + at, n - at, &code);
		if (mark_weight(code) > 0) {
			add_mark(k, mark_weight(code));
			continue;
		}
		code = letter_of(code);
		if (code == 0)
			continue;
		if (leading != 0 && !is_consonant(code)) {
			add_letter(k, leading);
			leading = 0;
		}
		if (is_leading_vowel(code)) {
			leading = code;
			continue;
		}
		add_letter(k, code);
		if (leading != 0)
			add_letter(k, leading);
		leading = 0;
	}
	if (leading != 0)
		add_letter(k, leading);
}

char *
thai_sort_key(const char *s)
{
	struct key k = {0};
	char *normal = thai_normalise(s);
	char *arabic = thai_digits_to_arabic(normal);

	add_codes(&k, arabic);
	text_add(&k.letters, next_part);
	text_add(&k.letters, text_str(&k.marks));
	text_add(&k.letters, next_part);
	text_add(&k.letters, s);
	text_done(&k.marks);
	free(arabic);
	free(normal);
	return text_take(&k.letters);
}
