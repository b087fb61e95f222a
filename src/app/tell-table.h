/* tell-table.h -- answers that are tables, row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_TELL_TABLE_H
#define APP_TELL_TABLE_H

#include "app/tell.h"

/* What the last column may be: the rest of the line, cut there, for lists that
   one skims; or all of it, wrapped, below the row where the rest is narrow. */
enum { REST_CUT = 0, REST_WHOLE = -1 };

/* How a cell is made from a row of the answer.  Ended by { 0 }. */
struct tell_column {
	const char *heading; /* N_() */
	const char *key;
	int width; /* columns, or of the last one of the above */
	void (*add)(const struct teller *to, const json_t *row, const char *key,
		    struct text *t);
};
extern const struct tell_column letter_columns[];
/* Those, or what a letter that goes out is told by. */
const struct tell_column *columns_of_letter(const json_t *row);

/* One row; NULL is the heading. */
void tell_row(const struct teller *to, const struct tell_column *columns,
	      const json_t *row);
/* The answer of an action that is a table, or false. */
bool tell_table(const struct teller *to, const char *action,
		const json_t *rows);

#endif
