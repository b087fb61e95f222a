/* number.h -- how a registered number is written and read */
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

#endif
