/* letters-out.h -- the letters that are written out for other programs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_LETTERS_OUT_H
#define APP_LETTERS_OUT_H

#include "app/action.h"
#include "app/old-head.h"

/* What is new: behind an event, or since a day.  Zeros: everything. */
struct since {
	int64_t after; /* seq of the last event that is known; 0 = none is */
	moment at;     /* and when the first one behind it was, or later */
};
/*
 * --since DATE or SEQ.  A number alone is that of an event, of the office one
 * works in; anything else is a day.  REQUEST_WRONG for an event that is still
 * to come, as after a restore from an older backup.  s->stands is set before
 * anything is read.
 */
bool since_asked(struct session *s, const struct request *r,
		 struct since *since, struct error *err) MUST_CHECK;

typedef bool (*letter_out_fn)(void *ctx, const struct letter *l,
			      struct error *err);

/* Starts with the first four. */
struct letters_out {
	struct session *s;
	const struct request *r;
	letter_out_fn each; /* false stops, with err set or without */
	void *ctx;
	int64_t letters; /* how many there were */
};

/*
 * Every letter that --year, --book and --since ask for, by year, book and
 * number, veiled as on the screen; of memory it takes a piece of the list.
 * New is a letter to which something was done, be it only a correction; that
 * somebody read a secret one is not told.
 */
bool letters_out(struct letters_out *o, struct error *err) MUST_CHECK;

/* The columns of a sheet, in the order of form 13, behind those that tell
   whose number it is; ended by OLD_FIELDS. */
extern const enum old_field sheet_columns[];
/* What stands in one of them: as people read it, nothing for the veiled. */
void text_add_sheet_cell(struct text *t, const struct letter *l,
			 enum old_field f);

/* The ways out of `export`, one for each format: to standard output, and to
   the file of --output. */
bool csv_out_each(struct session *s, const struct request *r, answer_row_fn row,
		  void *ctx, struct error *err) MUST_CHECK;
bool csv_out_look(struct session *s, const struct request *r, json_t **answer,
		  struct error *err) MUST_CHECK;
bool json_out_each(struct session *s, const struct request *r,
		   answer_row_fn row, void *ctx, struct error *err) MUST_CHECK;
bool json_out_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err) MUST_CHECK;
bool workbook_out_each(struct session *s, const struct request *r,
		       answer_row_fn row, void *ctx,
		       struct error *err) MUST_CHECK;
bool workbook_out_look(struct session *s, const struct request *r,
		       json_t **answer, struct error *err) MUST_CHECK;

#endif
