/* print.h -- what is printed: the forms, and how one is written on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_PRINT_H
#define APP_PRINT_H

#include "paper/document.h"

#include "app/action.h"

/* A form on its way to paper. */
struct printing {
	struct session *s;
	const struct request *r;
	struct arena arena; /* of what is printed */
	bool thai;          /* Thai digits and months */
	struct paper_look look;
	struct document *doc; /* NULL until it is opened */
	const char *stem;     /* of a file named for it: "slip-144-2569" */
	const void *data;     /* what open() found for write() */
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
bool print_day_open(struct printing *p, struct error *err);
bool print_day_write(struct printing *p, struct error *err);

#endif
