/* html.h -- the words of a page of HTML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_HTML_H
#define BASE_HTML_H

#include <stddef.h>

#include "base/text.h"

/*
 * Adds the words of n bytes of HTML in UTF-8 to out, as lines: paragraphs,
 * rows and headings begin a line, cells of a row stand apart by a tab, white
 * space is folded.  Scripts, styles and comments are left out; what looks like
 * an entity and is none stays as it is.  Never fails; work is linear.
 */
void html_text(const char *s, size_t n, struct text *out);

#endif
