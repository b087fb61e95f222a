/* charset.h -- characters as a terminal takes them: UTF-8, or eight bits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_CHARSET_H
#define TUI_CHARSET_H

#include "base/text.h"

/*
 * Adds n code points, a base with its marks, as the terminal writes them.
 * charset is "UTF-8", "TIS-620", "ISO-8859-11" or "CP874", as the locale has
 * it.  What cannot be written becomes a sign that looks like it, "+" for the
 * corner of a box, else "?": nothing is dropped in silence.
 */
void charset_add(const char *charset, struct text *out, const uint32_t *codes,
		 size_t n);

#endif
