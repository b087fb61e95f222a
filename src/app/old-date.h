/* old-date.h -- days as they stand in the cells of an old register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_OLD_DATE_H
#define APP_OLD_DATE_H

#include "base/date.h"

/*
 * A day, perhaps with its time, as moment_parse() reads it; or the number of a
 * day as spreadsheets count them, from 1900-01-00, with the time as its
 * fraction, of a common or a Buddhist year.  time is the cell beside it, or
 * NULL.  DATE_INVALID.
 */
bool old_moment(const char *s, const char *time, moment *m,
		struct error *err) MUST_CHECK;

/* The head of a day in form 13, "วันที่ ๑๕ เดือน มกราคม พ.ศ. ๒๕๖๙", with or
   without words before it. */
bool old_day_head(const char *s, struct date *d);

#endif
