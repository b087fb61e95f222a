/* decode.h -- the bytes of a file to UTF-8, its encoding found by looking */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_DECODE_H
#define INTAKE_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct decoded {
	const char *charset; /* "UTF-8", "UTF-16LE", "UTF-16BE", "CP874" */
	bool is_damaged;     /* bytes of no encoding became U+FFFD */
	bool has_controls;   /* control characters became spaces */
};

/*
 * Adds n bytes of s to out as UTF-8: with or without a byte order mark,
 * UTF-16 of either order, CP874 and so TIS-620.  CR LF and form feeds become
 * LF; NUL and other control characters become spaces.
 */
struct decoded decode(const char *s, size_t n, struct text *out);

#endif
