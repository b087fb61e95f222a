/* old-head.h -- which column of an old register is which */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_OLD_HEAD_H
#define APP_OLD_HEAD_H

#include "base/arena.h"
#include "base/csv.h"

/* What a column may say of a letter. */
enum old_field {
	OLD_NUMBER,
	OLD_RECEIVED,
	OLD_TIME,
	OLD_REF,
	OLD_DATED,
	OLD_FROM,
	OLD_TO,
	OLD_SUBJECT,
	OLD_ORDERED,
	OLD_DOER,
	OLD_DUE,
	OLD_DONE,
	OLD_REMARK,
	OLD_YEAR,
	OLD_BOOK,
	OLD_URGENCY,
	OLD_SECRECY,
	OLD_FIELDS
};

struct old_head {
	long row; /* of the names of columns; 0 = none was found */
	size_t n; /* columns with a name */
	const char *names[CSV_CELLS_MAX]; /* as written, in the arena */
	int column[OLD_FIELDS];           /* -1: there is none */
	int known;                        /* how many of them there are */
	bool says_sent; /* it is a register of letters that go out */
};

/* What a field is called in sentences, N_(). */
extern const char *const old_field_names[OLD_FIELDS];
/* The name of its column in what we write ourselves. */
const char *old_field_heading(enum old_field f);

/*
 * Recognises a row of names; known tells how well.  "ที่" is the number of the
 * row in one sheet and that of the letter in another: what other columns there
 * are decides.
 */
void old_head_read(const struct csv_row *row, struct arena *a,
		   struct old_head *head);
/* A row that can be a head has the number and one thing more of the letter. */
bool old_head_is_one(const struct old_head *head);
/* Is it the same row of names again, as at the top of each page? */
bool old_head_is_again(const struct old_head *head, const struct csv_row *row);
/* Does a text above the head say that these letters went out? */
bool old_title_says_sent(const char *cell);

#endif
