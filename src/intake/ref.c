/* ref.c -- a letter number as it stands in text: ที่ PREFIX UNIT/[ว] RUN */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/ref.h"

#include <string.h>

#include "base/mem.h"

#include "intake/scan.h"

enum { PRIVATE_MAX = 90 };

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
	    ref_state, is_number, is_private};

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
    {"เลขที่", false}, {"ที่", false}, {"ทื่", true}, {"ที้", true}, {"ที", true},
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
