/* markup.h -- the markup that text recognition puts around the words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_MARKUP_H
#define INTAKE_MARKUP_H

#include "base/text.h"

/*
 * Adds s to out as plain lines.  Recognisers that answer in Markdown or HTML
 * write headings (#), bold (**), tables (| or <td>), figures with a
 * description of the picture, page numbers and entities (&amp;): words stay,
 * cells are parted by tabs, pictures and page numbers go.  "<https://...>" is
 * an address, and stays.  Text without markup is not changed.
 */
void markup_strip(const char *s, struct text *out);

#endif
