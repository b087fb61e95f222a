/* spell.c -- a digest in letters that people write down and type again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/spell.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

const struct error_kind SPELL_WRONG = {"code-wrong", EXIT_USAGE,
				       N_("this is not the code of a page")};

static const char alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

_Static_assert(sizeof(alphabet) == 33, "five bits a letter");

/* x times the generator of GF(32), modulo x^5 + x^2 + 1. */
static unsigned
times_x(unsigned a)
{
	a <<= 1;
	return a & 32 ? a ^ 0x25 : a;
}

/* Horner's rule: the first letter gets the highest power. */
static unsigned
check_of(const unsigned char letters[SPELL_LETTERS])
{
	unsigned sum = 0;

	for (size_t i = 0; i < SPELL_LETTERS; i++)
		sum = times_x(sum ^ letters[i]);
	return sum;
}

static void
write_groups(const unsigned char letters[SPELL_LETTERS + 1],
	     char out[SPELL_SIZE])
{
	size_t n = 0;

	for (size_t i = 0; i <= SPELL_LETTERS; i++) {
		if (i > 0 && i % 4 == 0)
			out[n++] = ' ';
		out[n++] = alphabet[letters[i]];
	}
	out[n] = '\0';
}

void
digest_spell(const unsigned char digest[DIGEST_SIZE], char out[SPELL_SIZE])
{
	unsigned char letters[SPELL_LETTERS + 1];

	for (size_t i = 0; i < SPELL_LETTERS; i++) {
		size_t bit = 5 * i;
		unsigned two =
		    (unsigned)digest[bit / 8] << 8 | digest[bit / 8 + 1];

		letters[i] = two >> (11 - bit % 8) & 31;
	}
	letters[SPELL_LETTERS] = check_of(letters);
	write_groups(letters, out);
}

/* The value of a letter; -1: none, -2: to be passed over. */
static int
letter_of(char c)
{
	const char *at = c != '\0' ? strchr(alphabet, toupper(c)) : NULL;

	if (c == ' ' || c == '-' || c == '\t')
		return -2;
	return at != NULL ? (int)(at - alphabet) : -1;
}

static bool
read_letters(const char *s, unsigned char letters[SPELL_LETTERS + 1], size_t *n,
	     struct error *err)
{
	size_t length;

	*n = 0;
	for (; *s != '\0'; s += length) {
		int value = letter_of(*s);

		length = cluster_next(s, strlen(s)).n;
		if (value == -1)
			return error_set(
			    err, &SPELL_WRONG,
			    _("%.*s is not among its letters; there is no 0, "
			      "O, 1 or I in it"),
			    (int)length, s);
		if (value >= 0 && *n <= SPELL_LETTERS)
			letters[*n] = (unsigned char)value;
		*n += value >= 0;
	}
	return true;
}

bool
spell_read(const char *typed, char out[SPELL_SIZE], struct error *err)
{
	unsigned char letters[SPELL_LETTERS + 1];
	char *s = thai_digits_to_arabic(typed);
	size_t n;
	bool ok = read_letters(s, letters, &n, err);

	free(s);
	if (!ok)
		return false;
	if (n != SPELL_LETTERS + 1)
		return error_set(err, &SPELL_WRONG,
				 _("it has %s letters, and these are %s"),
				 DIGITS(SPELL_LETTERS + 1), DIGITS(n));
	if (check_of(letters) != letters[SPELL_LETTERS])
		return error_set(err, &SPELL_WRONG,
				 _("a letter is wrong, or two have changed "
				   "places"));
	write_groups(letters, out);
	return true;
}
