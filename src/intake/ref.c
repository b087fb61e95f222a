/* ref.c -- a letter number as it stands in text: ที่ PREFIX UNIT/[ว] RUN */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/ref.h"

#include <string.h>

#include "base/mem.h"

#include "intake/scan.h"

enum { LETTER_BYTES = 3, PREFIX_LETTERS = 4, PRIVATE_MAX = 90 };

/* ก to ฮ, of three bytes. */
static bool
is_consonant(const char *s)
{
	unsigned char last =
	    (unsigned char)s[0] == 0xE0 ? (unsigned char)s[2] : 0;

	return last != 0 && (unsigned char)s[1] == 0xB8 && last >= 0x81 &&
	       last <= 0xAE;
}

/* "พบ", "กค.", "ก.พ.", "สทช": bytes with dots and the space behind. */
static size_t
prefix_length(const char *s, size_t *letters)
{
	size_t at = 0;

	for (*letters = 0; is_consonant(s + at); ++*letters) {
		at += LETTER_BYTES;
		if (s[at] == '.')
			at++;
	}
	return at + scan_space(s + at);
}

/* Bytes of "(...)" at s, 0 when the bracket is not soon closed. */
static size_t
bracket_length(const char *s)
{
	enum { BRACKET_MAX = 40 };

	for (size_t n = 1; *s == '(' && n < BRACKET_MAX && s[n] != '\0'; n++)
		if (s[n] == ')')
			return n + 1;
	return 0;
}

/* "๐๐๒๓.๓", "0501.1.13", "0018 (นม).32", "๐๔๑๔๙": 0 when no unit stands. */
static size_t
unit_length(const char *s)
{
	long value;
	int digits;
	size_t at = scan_digits(s, &value, &digits), n;

	if (digits < 3 || digits > 6)
		return 0;
	for (;;) {
		size_t gap = scan_space(s + at);

		n = bracket_length(s + at + gap);
		if (n > 0)
			at += gap + n;
		else if (s[at] == '.' && scan_digit(s + at + 1, NULL) > 0)
			at += 1 + scan_digits(s + at + 1, &value, NULL);
		else
			break;
	}
	return at;
}

/* "ว", "ว." before a running number, and the spaces behind. */
static size_t
circular_length(const char *s)
{
	size_t n = scan_word(s, "ว");

	if (n == 0)
		return 0;
	n += s[n] == '.';
	n += scan_space(s + n);
	return n;
}

/* What stands behind the first slash: "553", "ว 553", "(คกก.๖)/๒๘",
   "๗๓๗/๖"; nothing on a draft. */
static size_t
run_length(const char *s, struct ref *r)
{
	long value;
	size_t at = 0, n;

	n = bracket_length(s);
	if (n > 0 && s[n] == '/')
		at = n + 1;
	n = circular_length(s + at);
	r->is_circular = n > 0;
	r->is_blank = scan_digits(s + at + n, &value, NULL) == 0;
	if (r->is_blank)
		return n > 0 ? at + strlen("ว") : 0;
	at += n + scan_digits(s + at + n, &value, NULL);
	while (s[at] == '/' && scan_digits(s + at + 1, &value, NULL) > 0)
		at += 1 + scan_digits(s + at + 1, &value, NULL);
	return at;
}

static bool
ref_finish(const char *s, size_t at, struct ref *r)
{
	size_t n;

	at += scan_space(s + at);
	if (s[at] != '/')
		return false;
	n = scan_space(s + at + 1);
	r->n = at + 1;
	n += run_length(s + at + 1 + n, r);
	if (!r->is_blank || r->is_circular)
		r->n += n;
	return true;
}

/* "ก.พ. ว 10": a circular numbered through the whole office. */
static bool
is_office_circular(const char *s, size_t at, struct ref *r)
{
	size_t n = circular_length(s + at);
	long value;

	/* The prefix took ว with it when nothing parts them. */
	if (n == 0 || scan_digits(s + at + n, &value, NULL) == 0)
		return false;
	r->n = at + n + scan_digits(s + at + n, &value, NULL);
	r->is_circular = true;
	return true;
}

static bool
is_state(const char *s, struct ref *r)
{
	size_t letters, at = prefix_length(s, &letters), unit;

	if (letters < 2 || letters > PREFIX_LETTERS)
		return false;
	r->shape = REF_STATE;
	r->letters_n = letters == 2 && s[LETTER_BYTES] != '.' ? 6 : 0;
	unit = unit_length(s + at);
	if (unit > 0)
		return ref_finish(s, at + unit, r);
	return is_office_circular(s, at, r);
}

/* "๑๒๓/๒๕๖๙". */
static bool
is_number(const char *s, struct ref *r)
{
	long value;
	int digits;
	size_t n = scan_digits(s, &value, &digits), k;

	if (n == 0 || digits > 6)
		return false;
	n += scan_space(s + n);
	if (s[n] != '/')
		return false;
	n += 1 + scan_space(s + n + 1);
	k = scan_digits(s + n, &value, &digits);
	r->shape = REF_NUMBER;
	r->n = n + k;
	return k > 0 && (digits == 2 || digits == 4);
}

/* One word of letters, digits and at least one of / and -, up to a space; or
   two words, the first of letters alone: "บจก. ๐๐๑/๒๕๖๙". */
static size_t
private_word(const char *s, bool *digit, bool *joint)
{
	size_t n = 0;

	for (; n <= PRIVATE_MAX && strchr(" \t\n,;", s[n]) == NULL; n++) {
		*digit = *digit || scan_digit(s + n, NULL) > 0;
		*joint = *joint || s[n] == '/' || s[n] == '-';
	}
	return n;
}

static bool
is_private(const char *s, struct ref *r)
{
	bool digit = false, joint = false;
	size_t n = private_word(s, &digit, &joint), gap;

	if (n == 0 || n > PRIVATE_MAX)
		return false;
	if (!digit && !joint) {
		gap = scan_space(s + n);
		if (scan_digit(s + n + gap, NULL) == 0)
			return false;
		n += gap + private_word(s + n + gap, &digit, &joint);
	}
	r->shape = REF_PRIVATE;
	r->n = n;
	return digit && joint && s[n - 1] != '/';
}

bool
ref_at(const char *s, struct ref *r)
{
	static bool (*const shapes[])(const char *s, struct ref *r) = {
	    is_state, is_number, is_private};

	for (size_t i = 0; i < ARRAY_SIZE(shapes); i++) {
		*r = (struct ref){.s = s};
		if (shapes[i](s, r))
			return true;
	}
	return false;
}

/* What stands before a number; the last ones as recognition spoils them. */
static const struct {
	const char *word;
	bool is_spoilt;
} number_words[] = {
    {"เลขที่", false},
    {"ที่",          false},
    {"ทื่",          true },
    {"ที้",          true },
    {"ที",             true },
};

/* "ที่ทำการ ๑-๒" is no number of a firm, and "ทีม ๑/๒๕๖๙" none at all. */
static bool
fits(size_t row, size_t gap, const struct ref *r)
{
	if (number_words[row].is_spoilt && r->shape != REF_STATE)
		return false;
	return r->shape != REF_PRIVATE || gap > 0;
}

bool
ref_labelled(const char *s, struct ref *r, size_t *n)
{
	for (size_t i = 0; i < ARRAY_SIZE(number_words); i++) {
		size_t word = scan_word(s, number_words[i].word), gap;

		gap = strspn(s + word, " \t.:");
		if (word == 0 || !ref_at(s + word + gap, r) || !fits(i, gap, r))
			continue;
		*n = word + gap + r->n;
		return true;
	}
	return false;
}
