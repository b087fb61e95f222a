/* number.c -- how a registered number is written and read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/number.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/thai.h"

enum { HIGHEST = 999999999 };

const struct error_kind NUMBER_INVALID = {
    "number-invalid", EXIT_USAGE,
    N_("this is not a registered number (144/2569, or 144 for this "
       "year's)")};

/* Digits at *s as a number; false when there are none or too many. */
static bool
digits(const char **s, long *n)
{
	const char *p = *s;

	for (*n = 0; *p >= '0' && *p <= '9' && *n <= HIGHEST; p++)
		*n = *n * 10 + (*p - '0');
	if (p == *s || *n > HIGHEST)
		return false;
	*s = p;
	return true;
}

bool
number_parse(const char *s, int this_year, int *year, int *number,
	     struct error *err)
{
	char *arabic = thai_digits_to_arabic(s);
	const char *p = text_trim(arabic);
	long n = 0, y = this_year;
	bool ok = digits(&p, &n) && n > 0;

	if (ok && *p == '/') {
		p++;
		ok = digits(&p, &y);
		if (y < 100)
			y += 2500;
		ok = ok && y >= 2400 && y <= 3000;
	}
	ok = ok && *p == '\0';
	free(arabic);
	if (!ok)
		return error_set(err, &NUMBER_INVALID, "%.60s", s);
	*year = (int)y;
	*number = (int)n;
	return true;
}
