/* columns.h -- a stamp that stands beside the lines of a letter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_COLUMNS_H
#define INTAKE_COLUMNS_H

#include "base/text.h"

/*
 * Adds s to out with the stamps that a layout keeps beside the letter's own
 * lines ("ที่ พบ ๐๐๒๓/๑          เลขรับ ๑๒") taken out of them and put below,
 * each a paragraph: the cell with the receipt number, and those above and
 * below that begin in its column and name an office, a day or a time.
 */
void columns_part(const char *s, struct text *out);

#endif
