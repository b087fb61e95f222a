/* marks.h -- vowel and tone marks that recognition lost or moved, put back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_MARKS_H
#define INTAKE_MARKS_H

#include <stdbool.h>

#include "base/text.h"

/*
 * Adds s to out with marks put back: in the order in which they are typed
 * ("ท่ี" with its tone first), and in the words of data/words.txt where the
 * letters stand but marks are missing, or on a neighbour with a space behind
 * ("บนั ทกึ ขอ้ ความ").  A mark that is another one is left: สำนึก is no
 * สำนัก.  *was and *is, initialised, get the first word that was mended,
 * unless they have one.  True when anything was changed.
 */
bool marks_mend(const char *s, struct text *out, struct text *was,
		struct text *is);

#endif
