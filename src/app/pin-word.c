/* pin-word.c -- what was typed as a PIN, whatever keyboard it was typed on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/kedmanee.h"
#include "base/password.h"

#include "app/pin.h"

/* The Thai layout has signs of ASCII on some keys: '/' on that of 2. */
static uint32_t
key_of_sign(uint32_t sign)
{
	static const char keys[] = "0123456789abcdefghijklmnopqrstuvwxyz";

	for (const char *k = keys; *k != '\0'; k++)
		if (kedmanee_from_us((unsigned char)*k) == sign)
			return (unsigned char)*k;
	return sign;
}

/* Thai digits are digits; of all else the key is meant, so that neither the
   layout that is on nor a locked Shift makes a wrong PIN. */
static uint32_t
meant(uint32_t code)
{
	const uint32_t zero = 0x0E50;

	if (code >= zero && code <= zero + 9)
		return '0' + (code - zero);
	code = kedmanee_to_us(code);
	if (code >= 0x80)
		return code;
	return isalnum((int)code) ? (uint32_t)tolower((int)code)
				  : key_of_sign(code);
}

char *
pin_word(const char *typed)
{
	size_t n = strlen(typed);
	struct text t = {0};
	uint32_t code;

	while (n > 0) {
		size_t taken = utf8_next(typed, n, &code);

		text_add_code(&t, code == UTF8_BAD ? 0xFFFD : meant(code));
		typed += taken;
		n -= taken;
	}
	return text_take(&t);
}

/* "111111", "123456", "987654": the first that anybody tries. */
static bool
is_a_run(const char *word)
{
	int step = word[1] - word[0];

	if (step < -1 || step > 1)
		return false;
	for (size_t i = 1; word[i] != '\0'; i++)
		if (word[i] - word[i - 1] != step)
			return false;
	return true;
}

static bool
is_plain(const char *word)
{
	for (; *word != '\0'; word++)
		if (!isalnum((unsigned char)*word))
			return false;
	return true;
}

bool
pin_word_check(const char *word, const char *login, struct error *err)
{
	size_t n = strlen(word);

	if (n < PIN_SHORTEST || n > PIN_LONGEST)
		return error_set(err, &REQUEST_WRONG,
				 _("a PIN has from %s to %s digits or letters"),
				 DIGITS(PIN_SHORTEST), DIGITS(PIN_LONGEST));
	if (!is_plain(word))
		return error_set(err, &REQUEST_WRONG,
				 _("a PIN is made of digits and Latin "
				   "letters"));
	if (is_a_run(word) || strcmp(word, login) == 0)
		return error_set(err, &REQUEST_WRONG,
				 _("that PIN is the first that anybody would "
				   "try"));
	return true;
}
