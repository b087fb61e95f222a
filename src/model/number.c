/* number.c -- how registered numbers and counts are written and read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/number.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "base/thai.h"

enum { HIGHEST = 999999999, YEAR_FIRST = 2400, YEAR_LAST = 3000 };

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

/* Two digits are 25xx. */
static bool
is_year(long *y)
{
	if (*y < 100)
		*y += 2500;
	return *y >= YEAR_FIRST && *y <= YEAR_LAST;
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
		ok = digits(&p, &y) && is_year(&y);
	}
	ok = ok && *p == '\0';
	free(arabic);
	if (!ok)
		return error_set(err, &NUMBER_INVALID, "%.60s", s);
	*year = (int)y;
	*number = (int)n;
	return true;
}

bool
number_whole(const char *s, int *n)
{
	char *arabic = thai_digits_to_arabic(s);
	const char *p = text_trim(arabic);
	long value = 0;
	bool ok = digits(&p, &value) && value > 0 && *p == '\0';

	free(arabic);
	if (ok)
		*n = (int)value;
	return ok;
}

bool
number_year(const char *s, int *year)
{
	int n = 0;
	bool ok = number_whole(s, &n);
	long y = n;

	if (!ok || !is_year(&y))
		return false;
	*year = (int)y;
	return true;
}
