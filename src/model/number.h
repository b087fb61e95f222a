/* number.h -- how registered numbers and counts are written and read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_NUMBER_H
#define MODEL_NUMBER_H

#include <stdbool.h>

#include "base/error.h"

extern const struct error_kind NUMBER_INVALID; /* "number-invalid", 2 */

/*
 * "144/2569", "0144/69", "๑๔๔/๒๕๖๙", or "144" for this year's.  The year is
 * Buddhist; two digits are 25xx.
 */
bool number_parse(const char *s, int this_year, int *year, int *number,
		  struct error *err) MUST_CHECK;

/* A plain count from 1 to 999999999 ("12", "๑๒"), or false. */
bool number_whole(const char *s, int *n) MUST_CHECK;
/* A Buddhist year, alone as in a number ("2569", "๖๙"), or false. */
bool number_year(const char *s, int *year) MUST_CHECK;

#endif
