/* repair.c -- damage of text recognition, mended and told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/repair.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "intake/scan.h"

enum { SARA_AA = 0x0E32, SARA_AM = 0x0E33, NIKHAHIT = 0x0E4D };

static bool
is_tone(uint32_t code)
{
	return code >= 0x0E48 && code <= 0x0E4B;
}

static bool
is_consonant(uint32_t code)
{
	return code >= 0x0E01 && code <= 0x0E2E;
}

static uint32_t
code_at(const char *s, size_t *n)
{
	uint32_t code = 0;

	*n = *s != '\0' ? utf8_next(s, strnlen(s, 4), &code) : 0;
	return code;
}

/* NIKHAHIT and SARA AA, a tone mark between them or not. */
static bool
is_split_am(const char *s)
{
	size_t n, k;
	uint32_t code;

	if (code_at(s, &n) != NIKHAHIT)
		return false;
	code = code_at(s + n, &k);
	return code == SARA_AA ||
	       (is_tone(code) && code_at(s + n + k, &k) == SARA_AA);
}

/* "ท า" for ทำ, "น ้า" for น้ำ: SARA AA never begins a word.  Bytes of the
   space, tone and SARA AA. */
static size_t
mend_am(const char *s, uint32_t before, struct text *out)
{
	size_t n = scan_space(s), k;
	uint32_t code, tone = 0;

	if (n == 0 || !(is_consonant(before) || is_tone(before)))
		return 0;
	code = code_at(s + n, &k);
	if (is_tone(code)) {
		tone = code;
		n += k;
		code = code_at(s + n, &k);
	}
	if (code != SARA_AA)
		return 0;
	if (tone != 0)
		text_add_code(out, tone);
	text_add_code(out, SARA_AM);
	return n + k;
}

static bool
is_latin(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A word with Latin letters other than o is a name or an address, and its
   digits are its own. */
static bool
may_be_number(const char *s, size_t n)
{
	bool digit = false;

	for (size_t i = 0; i < n; i++) {
		if (is_latin(s[i]) && s[i] != 'o' && s[i] != 'O')
			return false;
		digit = digit || scan_digit(s + i, NULL) > 0;
	}
	return digit;
}

enum script { SCRIPT_NONE, SCRIPT_ARABIC, SCRIPT_THAI };

static enum script
digit_script(const char *s)
{
	size_t n = scan_digit(s, NULL);

	return n == 0 ? SCRIPT_NONE : n == 1 ? SCRIPT_ARABIC : SCRIPT_THAI;
}

static size_t
quote_at(const char *s)
{
	static const char *const quotes[] = {"’", "‘", "'"};
	size_t n;

	for (size_t i = 0; i < ARRAY_SIZE(quotes); i++)
		if ((n = scan_word(s, quotes[i])) > 0)
			return n;
	return 0;
}

/* Two digits behind the quotation mark, and no third: a year cut in two. */
static bool
is_year_end(const char *s)
{
	long value;
	int digits;

	return scan_digits(s, &value, &digits) > 0 && digits == 2;
}

static void
add_number(const char *s, size_t n, struct text *out, bool seen[WARNINGS])
{
	enum script last = SCRIPT_NONE;
	size_t run = 0, k;

	for (size_t at = 0; at < n; at += k) {
		enum script now = digit_script(s + at);
		size_t zeros = strspn(s + at, "oO");

		k = 1;
		if (now != SCRIPT_NONE) {
			k = scan_digit(s + at, NULL);
			seen[WARN_DIGITS_MIXED] |= last && last != now;
			run++;
		} else if (is_latin(s[at]) &&
			   (last ||
			    digit_script(s + at + zeros) == SCRIPT_THAI)) {
			seen[WARN_LETTER_FOR_DIGIT] = true;
			text_add(out, last == SCRIPT_ARABIC ? "0" : "๐");
			run++;
			continue;
		} else if (run == 2 && quote_at(s + at) > 0 &&
			   is_year_end(s + at + quote_at(s + at))) {
			k = quote_at(s + at);
			seen[WARN_QUOTE_IN_NUMBER] = true;
			continue;
		} else {
			run = 0;
		}
		text_add_n(out, s + at, k);
		last = now;
	}
}

/* "o ๓๒๔๒ ๔๕๑๘": a zero alone before Thai digits. */
static bool
is_lone_zero(const char *s, size_t n)
{
	return n == 1 && (*s == 'o' || *s == 'O') && s[1] == ' ' &&
	       digit_script(s + 2) == SCRIPT_THAI;
}

static bool
is_thai_mark(uint32_t code)
{
	return code >= 0x0E00 && code <= 0x0E7F && code_is_mark(code);
}

/* A word, up to white space; *last gets its last code point. */
static void
add_word(const char *s, size_t n, struct text *out, uint32_t *last,
	 bool seen[WARNINGS])
{
	size_t k;

	if (is_thai_mark(code_at(s, &k)))
		seen[WARN_MARKS_MOVED] = true;
	for (size_t at = 0; at < n; at += k) {
		if (is_split_am(s + at))
			seen[WARN_SARA_AM_SPLIT] = true;
		*last = code_at(s + at, &k);
	}
	if (is_lone_zero(s, n)) {
		seen[WARN_LETTER_FOR_DIGIT] = true;
		text_add(out, "๐");
	} else if (may_be_number(s, n))
		add_number(s, n, out, seen);
	else
		text_add_n(out, s, n);
}

void
repair(const char *s, struct text *out, bool seen[WARNINGS])
{
	struct text mended = {0};
	uint32_t last = 0;
	char *normal;

	while (*s != '\0') {
		size_t n = mend_am(s, last, &mended);

		if (n > 0) {
			seen[WARN_SARA_AM_LOST] = true;
			last = SARA_AM;
		} else if ((n = strspn(s, " \t\n")) > 0) {
			text_add_n(&mended, s, n);
		} else {
			n = strcspn(s, " \t\n");
			add_word(s, n, &mended, &last, seen);
		}
		s += n;
	}
	normal = thai_normalise(text_str(&mended));
	text_add(out, normal);
	free(normal);
	text_done(&mended);
}

size_t
skeleton(const char *s, char *out, size_t max)
{
	size_t n = 0, k;

	for (; *s != '\0'; s += k) {
		uint32_t code = code_at(s, &k);

		if (code == ' ' || code == '\t' || is_thai_mark(code))
			continue;
		if (n + k >= max)
			break;
		memcpy(out + n, s, k);
		n += k;
	}
	out[n] = '\0';
	return n;
}
