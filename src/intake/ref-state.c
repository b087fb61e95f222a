/* ref-state.c -- the number of an office: PREFIX UNIT/[ว] RUN */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "intake/ref.h"
#include "intake/scan.h"

/*
 * The grammar, from domain notes 3.2 and annex 1 of the regulation:
 *
 *	number	= prefix [bracket] unit [letters] "/" run
 *	prefix	= 2 to 4 letters, more when they have dots
 *	unit	= digits {"." digits | bracket}
 *	run	= [bracket "/"] ["ว" [bracket]] digits {"/" digits}
 *		| letters [bracket] digits {"/" digits}
 *
 * A bracket names a committee or a province: (กวจ), (นม), (คกก.๖).  Letters
 * in a run are those of a division: "บลด.(บง.) ๔๔๑/๒๕๖๙", "ร ๐๑๕".
 */
enum { LETTER_BYTES = 3, PREFIX_LETTERS = 4, DOTTED_LETTERS = 8 };

/* ก to ฮ, of three bytes. */
static bool
is_consonant(const char *s)
{
	unsigned char last =
	    (unsigned char)s[0] == 0xE0 ? (unsigned char)s[2] : 0;

	return last != 0 && (unsigned char)s[1] == 0xB8 && last >= 0x81 &&
	       last <= 0xAE;
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

/* The same, and the spaces around it. */
static size_t
spaced_bracket(const char *s)
{
	size_t gap = scan_space(s), n = bracket_length(s + gap);

	return n > 0 ? gap + n + scan_space(s + gap + n) : 0;
}

/* Letters with or without dots, at most `max` of them: their bytes. */
static size_t
letters_length(const char *s, size_t max, size_t *letters, bool *dotted)
{
	size_t at = 0;

	*dotted = false;
	for (*letters = 0; *letters < max && is_consonant(s + at); ++*letters) {
		at += LETTER_BYTES;
		if (s[at] == '.') {
			*dotted = true;
			at++;
		}
	}
	return at;
}

/* "พบ", "กค.", "ก.พ.", "สทช", "กค (กวจ)": bytes with what parts it from the
   unit; 0 when no prefix stands there. */
static size_t
prefix_length(const char *s, struct ref *r)
{
	size_t letters, n;
	bool dotted;

	n = letters_length(s, DOTTED_LETTERS, &letters, &dotted);
	if (letters < 2 || is_consonant(s + n) ||
	    (letters > PREFIX_LETTERS && !dotted))
		return 0;
	r->letters_n = dotted ? 0 : n;
	if (spaced_bracket(s + n) > 0)
		return n + spaced_bracket(s + n);
	return n + scan_space(s + n);
}

/* "๐๐๒๓.๓", "0501.1.13", "0018 (นม).32", "๐๔๑๔๙", "๕.๓๔": 0 when no unit
   stands there. */
static size_t
unit_length(const char *s)
{
	long value;
	int digits;
	size_t at = scan_digits(s, &value, &digits), n;
	bool sub = false;

	if (digits == 0 || digits > 6)
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
		sub = true;
	}
	return digits >= 3 || sub ? at : 0;
}

/* "ว", "ว.", "ว(ล)" before a running number, and the spaces behind. */
static size_t
circular_length(const char *s)
{
	size_t n = scan_word(s, "ว");

	if (n == 0)
		return 0;
	n += s[n] == '.';
	n += bracket_length(s + n);
	n += scan_space(s + n);
	return n;
}

/* "๔๔๑/๒๕๖๙": running number and what follows its strokes. */
static size_t
digits_length(const char *s)
{
	long value;
	size_t at = scan_digits(s, &value, NULL);

	while (at > 0 && s[at] == '/' && scan_digit(s + at + 1, NULL) > 0)
		at += 1 + scan_digits(s + at + 1, &value, NULL);
	return at;
}

/* "บลด.(บง.) ๔๔๑/๒๕๖๙": letters of a division before the running number. */
static size_t
division_run(const char *s)
{
	size_t letters, at, n;
	bool dotted;

	at = letters_length(s, PREFIX_LETTERS, &letters, &dotted);
	if (letters == 0)
		return 0;
	at += bracket_length(s + at);
	at += scan_space(s + at);
	n = digits_length(s + at);
	return n > 0 ? at + n : 0;
}

/* What stands behind the first slash: "553", "ว 553", "(คกก.๖)/๒๘",
   "๗๓๗/๖"; nothing on a draft. */
static size_t
run_length(const char *s, struct ref *r)
{
	size_t at = 0, n;

	n = bracket_length(s);
	if (n > 0 && s[n] == '/')
		at = n + 1;
	n = circular_length(s + at);
	if (n == 0 && division_run(s + at) > 0)
		return at + division_run(s + at);
	r->is_circular = n > 0;
	r->is_blank = scan_digit(s + at + n, NULL) == 0;
	if (r->is_blank)
		return n > 0 ? at + strlen("ว") : 0;
	return at + n + digits_length(s + at + n);
}

/* "ตผ ๐๐๕๒ พบ/๓๑๖": the letters of a province behind the unit. */
static size_t
province_length(const char *s)
{
	size_t letters, gap = scan_space(s), n;
	bool dotted;

	n = letters_length(s + gap, 2, &letters, &dotted);
	return letters == 2 && s[gap + n + scan_space(s + gap + n)] == '/'
		   ? gap + n
		   : 0;
}

/* "๓ซ๕๓": a letter or two, no space, and more digits: what recognition made
   of digits.  Bytes up to the end of the word. */
static size_t
damaged_length(const char *s)
{
	enum { LETTERS_MAX = 9 };
	size_t n = 0;

	if (scan_word(s, "ลง") > 0 || scan_word(s, "ลว") > 0)
		return 0;
	while (n < LETTERS_MAX && strchr(" \t\n,;()/", s[n]) == NULL &&
	       scan_digit(s + n, NULL) == 0)
		n++;
	return n > 0 && scan_digit(s + n, NULL) > 0
		   ? n + strcspn(s + n, " \t\n,;()")
		   : 0;
}

static bool
ref_finish(const char *s, size_t at, struct ref *r)
{
	size_t n;

	at += province_length(s + at);
	at += scan_space(s + at);
	if (s[at] != '/')
		return false;
	n = scan_space(s + at + 1);
	r->n = at + 1;
	n += run_length(s + at + 1 + n, r);
	if (!r->is_blank || r->is_circular)
		r->n += n;
	n = damaged_length(s + r->n);
	r->is_damaged = n > 0;
	r->n += n;
	return true;
}

/* "ก.พ. ว 10": a circular numbered through the whole office. */
static bool
is_office_circular(const char *s, size_t at, struct ref *r)
{
	size_t n = circular_length(s + at);

	/* The prefix took ว with it when nothing parts them. */
	if (n == 0 || scan_digit(s + at + n, NULL) == 0)
		return false;
	r->n = at + n + digits_length(s + at + n);
	r->is_circular = true;
	return true;
}

/* "บลด/๐๓๑๕": letters and a running number, no unit. */
static bool
is_branch(const char *s, struct ref *r)
{
	size_t letters, n;
	bool dotted;

	n = letters_length(s, PREFIX_LETTERS, &letters, &dotted);
	if (letters < 2 || s[n] != '/')
		return false;
	n++;
	r->shape = REF_PRIVATE;
	r->is_circular = circular_length(s + n) > 0;
	n += circular_length(s + n);
	r->n = n + digits_length(s + n);
	return r->n > n;
}

bool
ref_state(const char *s, struct ref *r)
{
	size_t at = prefix_length(s, r), unit;

	if (at == 0)
		return false;
	r->shape = REF_STATE;
	unit = unit_length(s + at);
	if (unit > 0)
		return ref_finish(s, at + unit, r);
	return is_office_circular(s, at, r) || is_branch(s, r);
}
