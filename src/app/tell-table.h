/* tell-table.h -- answers that are tables, row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_TELL_TABLE_H
#define APP_TELL_TABLE_H

#include "app/tell.h"

/* How a cell is made from a row of the answer.  Ended by { 0 }. */
struct tell_column {
	const char *heading; /* N_() */
	const char *key;
	int width; /* 0: the rest of the line */
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
