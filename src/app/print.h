/* print.h -- what is printed: the forms, and how one is written on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_PRINT_H
#define APP_PRINT_H

#include "paper/document.h"

#include "app/action.h"
#include "app/tell.h"

struct print_form;

/* A form on its way to paper. */
struct printing {
	const struct print_form *form;
	struct session *s;
	const struct request *r;
	struct arena arena; /* of what is printed */
	bool thai;          /* Thai digits and months */
	struct paper_look look;
	struct document *doc; /* NULL until it is opened */
	const char *stem;     /* of a file named for it: "slip-144-2569" */
	const void *data;     /* what open() found for write() */
	json_t *json;         /* ... or, owned, as an answer */
	struct date day;      /* ... and of which day it is */
	/* What becomes of the finished PDF before it is put into a file;
	   NULL: nothing.  Set by open(). */
	bool (*after)(struct printing *p, struct text *pdf, struct error *err);
};

/*
 * A form: a row of print_forms, printed by the action "print NAME" (and under
 * the same name a file begins).  open() finds what is to be printed, or says
 * why it is not, and completes the look of its pages and the stem; write()
 * writes it, row by row.  What is secret is theirs to veil, by the same road
 * as on the screen (app/look.h).
 */
struct print_form {
	const char *name;
	const char *title;  /* N_(), of each page; open() may say another */
	const char *corner; /* N_(), which form it is; or NULL */
	bool is_landscape;
	const struct paper_column *columns; /* of its table, or NULL */
	bool is_bare; /* nothing but what is written stands on its page */
	bool (*open)(struct printing *p, struct error *err);
	bool (*write)(struct printing *p, struct error *err);
};
extern const struct print_form print_forms[]; /* ended by { NULL } */

/* The look of every row of the action table that is called "print NAME". */
bool print_look(struct session *s, const struct request *r, json_t **answer,
		struct error *err);
/* What came of it, for people: the text, or where the file is. */
char *print_sentence(const json_t *answer);

/* For the forms, in the arena of the printing: a number, a day, a day and a
   time in the digits of the paper; "" where there is none. */
const char *print_number(struct printing *p, long n);
const char *print_date(struct printing *p, struct date d,
		       enum date_style style);
const char *print_moment(struct printing *p, moment m);

bool print_register_open(struct printing *p, struct error *err);
bool print_register_write(struct printing *p, struct error *err);
/* For the forms of one letter: the letter that is asked for, as look_letter()
   shows it, is the data; the stem has its number. */
bool print_letter_open(struct printing *p, struct error *err);
bool print_stamp_open(struct printing *p, struct error *err);
bool print_stamp_write(struct printing *p, struct error *err);
bool print_receipt_open(struct printing *p, struct error *err);
bool print_receipt_write(struct printing *p, struct error *err);
bool print_slip_write(struct printing *p, struct error *err);
bool print_circulation_open(struct printing *p, struct error *err);
bool print_circulation_write(struct printing *p, struct error *err);
bool print_borrow_write(struct printing *p, struct error *err);
bool print_emergency_open(struct printing *p, struct error *err);
bool print_emergency_write(struct printing *p, struct error *err);
bool print_destruction_open(struct printing *p, struct error *err);
bool print_destruction_write(struct printing *p, struct error *err);
bool print_delivery_open(struct printing *p, struct error *err);
bool print_delivery_write(struct printing *p, struct error *err);
/* The letters of a list of destruction, as form 25 has them. */
void doc_destruction(struct document *d, const json_t *list, bool thai);
/* Blank sheets of a block that was reserved, each on a page of its own. */
void doc_emergency(struct document *d, const json_t *block, bool thai);
bool print_duties_open(struct printing *p, struct error *err);
bool print_duties_write(struct printing *p, struct error *err);
bool print_month_open(struct printing *p, struct error *err);
bool print_month_write(struct printing *p, struct error *err);
extern const struct paper_column duties_columns[];
extern const struct paper_column month_columns[];
extern const struct paper_column circulation_columns[];
extern const struct paper_column borrow_columns[];
extern const struct paper_column destruction_columns[];
extern const struct paper_column delivery_columns[];

/* The same for who tells an answer: written as on a line printer, without
   pages; a form feed is an empty line where lines are as wide as a window. */
typedef void (*doc_write_fn)(struct document *d, const json_t *answer,
			     bool thai);
void tell_form(const struct teller *to, doc_write_fn write,
	       const json_t *answer);

bool print_day_open(struct printing *p, struct error *err);
bool print_day_write(struct printing *p, struct error *err);

#endif
