/* thai-digits.c -- Thai digits and Arabic digits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

enum { THAI_ZERO = 0x0E50, THAI_NINE = 0x0E59 };

char *
thai_digits_to_arabic(const char *s)
{
	struct text t = {0};
	size_t n = strlen(s);
	uint32_t code;

	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_next(s + at, n - at, &code);
		if (code >= THAI_ZERO && code <= THAI_NINE)
			text_add_code(&t, '0' + code - THAI_ZERO);
		else
			text_add_n(&t, s + at, len);
	}
	return text_take(&t);
}

bool
thai_has_digit(const char *s)
{
	size_t n = strlen(s);
	uint32_t code;

	for (size_t at = 0; at < n;) {
		at += utf8_next(s + at, n - at, &code);
		if ((code >= THAI_ZERO && code <= THAI_NINE) ||
		    (code >= '0' && code <= '9'))
			return true;
	}
	return false;
}

char *
thai_digits_to_thai(const char *s)
{
	struct text t = {0};

	for (; *s; s++)
		if (*s >= '0' && *s <= '9')
			text_add_code(&t, THAI_ZERO + (uint32_t)(*s - '0'));
		else
			text_add_n(&t, s, 1);
	return text_take(&t);
}

void
text_add_number(struct text *t, long n, bool thai_digits)
{
	char arabic[32];
	char *thai;

	snprintf(arabic, sizeof(arabic), "%ld", n);
	if (!thai_digits) {
		text_add(t, arabic);
		return;
	}
	thai = thai_digits_to_thai(arabic);
	text_add(t, thai);
	free(thai);
}
