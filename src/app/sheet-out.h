/* sheet-out.h -- the letters of the register for a spreadsheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_SHEET_OUT_H
#define APP_SHEET_OUT_H

#include "app/action.h"

/*
 * export --csv: a row for each letter, in the columns that import knows, with
 * the year and book of its number; of a year or of all, of a book or of all,
 * registered since a day or ever.  Each cell is guarded (base/csv.h), so that
 * what is written comes back.  Words of secret letters are left out as on the
 * screen.  UTF-8 with a byte order mark, by which Excel knows it; another
 * encoding goes to a file, and what it lacks is told letter by letter.
 */
bool sheet_out_each(struct session *s, const struct request *r,
		    answer_row_fn row, void *ctx, struct error *err) MUST_CHECK;
bool sheet_out_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err) MUST_CHECK;

#endif
