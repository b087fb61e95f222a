/* workbook-in.h -- a sheet of a workbook (.xlsx, .ods) as CSV */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_WORKBOOK_IN_H
#define APP_WORKBOOK_IN_H

#include <stdio.h>

#include "app/session.h"

extern const struct error_kind WORKBOOK_SHEET; /* "workbook-sheet", 2 */

/* By its first bytes: what a spreadsheet program keeps, old or new. */
bool workbook_is_one(FILE *in);

/*
 * The program of the setting convert-sheet makes CSV of every sheet, in UTF-8
 * and with each cell as it is shown; where it is not installed, that of
 * convert-sheet-else.  Days are shown as in Thailand where the sheet leaves
 * that open: 1/2 is the first of February.
 *
 * `wanted` names the sheet, NULL means the only one that is not empty.
 * Answers the CSV, open for reading and already without a name in the file
 * system, and what its sheet is called ("" where nobody says), in the arena;
 * or NULL and RUN_MISSING, which tells what to install, RUN_FAILED, ERROR_IO,
 * REACH_REFUSED, or WORKBOOK_SHEET, which names the sheets there are.
 */
FILE *workbook_sheet(const struct session *s, const char *path,
		     const char *wanted, struct arena *a, const char **sheet,
		     struct error *err) MUST_CHECK;

#endif
