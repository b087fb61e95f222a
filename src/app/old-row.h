/* old-row.h -- a row of an old register becomes a letter, or says why not */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_OLD_ROW_H
#define APP_OLD_ROW_H

#include <jansson.h>

#include "model/book.h"
#include "model/year.h"

#include "app/old-head.h"

/* What may be wrong with a row.  Those that stop it leave it out, to be mended
   by a person; the others are told, and the row goes in as it is. */
enum doubt_kind {
	DOUBT_NO_NUMBER,
	DOUBT_NUMBER,
	DOUBT_NO_DATE,
	DOUBT_DATE,
	DOUBT_YEAR,
	DOUBT_BOOK,
	DOUBT_WORD,
	DOUBT_LONG,
	DOUBT_EMPTY,
	DOUBT_SECRET,
	DOUBT_QUOTE,
	DOUBT_TWICE,
	DOUBT_THERE,
	DOUBT_BEHIND,
	/* told */
	DOUBT_GAP,
	DOUBT_ORDER,
	DOUBT_CONTROL,
	DOUBT_FORMULA,
	DOUBT_LINE,
	DOUBTS
};
/* Its name for programs, and whether it stops the row. */
extern const char *const doubt_codes[DOUBTS];
bool doubt_stops(enum doubt_kind kind);

struct doubt {
	enum doubt_kind kind;
	long row;
	int column;           /* from 0; -1 = of the row */
	const char *sentence; /* what is wrong, for a clerk */
	/* Its row, as many as the head has, NULL where none is kept; only of
	   doubts that an import keeps. */
	const char *const *cells;
	/* Of missing numbers also the row before them; else 0 and NULL. */
	long row_before;
	const char *const *cells_before;
};
typedef void (*doubt_fn)(void *ctx, const struct doubt *d);

/* What is known beside the row, and of the rows before it. */
struct old_reader {
	const struct old_head *head;
	const struct year_months *years;
	const struct book *book; /* of numbers that do not say theirs */
	int year;                /* --year, or 0 */
	int this_year;           /* Buddhist, of the register */
	struct date today;
	bool may_secret; /* who imports enters secret letters, too */
	doubt_fn doubt;
	void *ctx;
	/* of the rows before */
	struct text above[OLD_FIELDS];
	struct date day; /* of the head of a day */
	struct {
		const struct book *book;
		int year, number;
		struct date received;
	} last;
	bool is_wrong;      /* the row under way, */
	bool is_of_no_year; /* and so that its year cannot be believed */
};

struct old_letter {
	long row;
	const char *text[OLD_FIELDS]; /* as written, one line, or NULL */
	const struct book *book;
	int year, number;
	struct date dated; /* year 0 = none */
	struct date received;
	moment received_at;
	const char *urgency, *secrecy; /* letter_urgencies, letter_secrecies */
};

enum old_kind { OLD_BLANK, OLD_NO_ENTRY, OLD_WRONG, OLD_GOOD };

void old_reader_done(struct old_reader *r);
/* From the first row on again. */
void old_reader_rewind(struct old_reader *r);
/* Reads a row; its letter is in the arena, and filled as far as it could be
   read even when it is wrong (number 0: not at all). */
enum old_kind old_row_read(struct old_reader *r, struct csv_row *row,
			   struct arena *a, struct old_letter *l);
/* For what is found out elsewhere. */
void old_row_doubt(struct old_reader *r, enum doubt_kind kind, long row,
		   int column, const char *fmt, ...) PRINTF_LIKE(5, 6);

/* The same of a cell of the row. */
void old_cell_doubt(struct old_reader *r, enum doubt_kind kind,
		    const struct old_letter *l, enum old_field f,
		    const char *sentence);
/* The days of a row, and the year of its number, which may say it: 0 = it does
   not (old-year.c). */
void old_row_received(struct old_reader *r, struct old_letter *l);
void old_row_dated(struct old_reader *r, struct old_letter *l);
void old_row_year(struct old_reader *r, struct old_letter *l, int of_number);

/* The letter as the event says it, without where it came from; a new
   reference.  The key of the row is made of it. */
json_t *old_letter_json(const struct old_letter *l);

#endif
