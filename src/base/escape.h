/* escape.h -- text in which a line is a line, whatever stands in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/text.h"

/*
 * Adds s as one field of a line: the backslash is doubled, unsafe code points
 * (text.h), tab and line end among them, become \uXXXX or \UXXXXXXXX, wrong
 * bytes \xXX.  NULL is "-", and the text "-" is "\-".
 */
void text_add_field(struct text *t, const char *s);

/* A field back, in place; *s becomes NULL for "-".  False where no field was
   written so, or where it would hold a NUL. */
bool field_unescape(char **s) MUST_CHECK;

/* Adds n bytes of JSON as its writer made them, but unsafe code points as
   \uXXXX, which inside a string says the same.  Below U+007F they are kept
   when keep_lines: the writer puts them only between values. */
void text_add_json(struct text *t, const char *json, size_t n, bool keep_lines);

#endif
