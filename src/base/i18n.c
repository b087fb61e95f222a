/* i18n.c -- sentences for translation, and the digits in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

bool
digits_are_thai(void)
{
	return strcmp(DIGITS(1), "1") != 0;
}

const char *
digits_of(char out[DIGITS_SIZE], long long n)
{
	/* TRANSLATORS: the ten digits as numbers in your sentences have them,
	   each of as many bytes (ASCII or, for Thai, U+0E50 to U+0E59). */
	const char *digits = _("0123456789");
	size_t size = strlen(digits) / 10;
	char arabic[24], *to = out;

	snprintf(arabic, sizeof(arabic), "%lld", n);
	for (const char *p = arabic; *p != '\0'; p++) {
		if (*p == '-') {
			*to++ = '-';
			continue;
		}
		memcpy(to, digits + size * (size_t)(*p - '0'), size);
		to += size;
	}
	*to = '\0';
	return out;
}
