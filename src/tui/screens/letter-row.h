/* letter-row.h -- a letter as one row of a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TUI_SCREENS_LETTER_ROW_H
#define TUI_SCREENS_LETTER_ROW_H

#include "tui/column.h"
#include "tui/screen.h"

/* Everything as it is shown; in the arena of the screen. */
struct letter_row {
	const struct letter *letter;
	const char *number;  /* with the year when it is not this one */
	const char *classes; /* urgency, secrecy */
	const char *dated;
	const char *subject; /* says so when it is not to be seen */
	const char *done; /* การปฏิบัติ: where it stands */
	const char *remark; /* หมายเหตุ */
	const char *lain;   /* since it came to lie there */
};

void letter_row_fill(struct letter_row *row, const struct tui *t,
		     const struct letter *l, struct arena *a);
struct letter_row *letter_rows(const struct tui *t,
			       const struct letter_list *list, struct arena *a);

/* For columns. */
/* Its number as the book of its year has it: alone. */
void row_add_book_number(const void *row, struct text *t);
void row_add_number(const void *row, struct text *t);
void row_add_classes(const void *row, struct text *t);
void row_add_ref(const void *row, struct text *t);
void row_add_dated(const void *row, struct text *t);
void row_add_sender(const void *row, struct text *t);
void row_add_recipient(const void *row, struct text *t);
void row_add_subject(const void *row, struct text *t);
void row_add_done(const void *row, struct text *t);
void row_add_remark(const void *row, struct text *t);
void row_add_lain(const void *row, struct text *t);
enum style row_class_style(const void *row);
/* Dim for a number that no letter has. */
enum style row_subject_style(const void *row);
enum style row_number_style(const void *row);
enum style row_dim_style(const void *row);
enum style row_strong_style(const void *row);
enum style row_done_style(const void *row);

#endif
