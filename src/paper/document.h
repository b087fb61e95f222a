/* document.h -- what is printed: words, tables and figures, in order, on pages
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PAPER_DOCUMENT_H
#define PAPER_DOCUMENT_H

#include "paper/maker.h"

/*
 * A form is written from its top to its end by the calls below, which lay out
 * at once and never fail; doc_make() then numbers its pages, makes them, and
 * tells what went wrong.  However long it is, little of it is in memory.
 */
struct document;

enum paper_place { PAPER_LEFT, PAPER_CENTRE, PAPER_RIGHT };

/* What stands on each page; borrowed only while doc_new() runs. */
struct paper_look {
	const char *title; /* NULL: nothing stands there, no page is numbered */
	const char *corner;       /* above it: which form it is, or NULL */
	const char *left, *right; /* below it: whose, and of when; or NULL */
	const char *mark;         /* on top, for practice, or NULL */
	const char *foot;         /* at the left of the foot, or NULL */
	moment at;                /* when it is made */
	bool thai;                /* Thai digits in the numbers of pages */
};

/* A column of a table; widths in letters. */
struct paper_column {
	const char *heading;    /* N_() */
	int least, share, most; /* what it needs; its share of the rest */
	enum paper_place place;
};

/* The maker is borrowed; `folder` is where a long one may lie meanwhile. */
struct document *doc_new(struct maker *m, const struct paper_look *look,
			 const char *folder);
void doc_free(struct document *p);

/* How many letters a line holds by and large: for where things begin. */
int doc_columns(const struct document *p);

/* Between words into lines, which may stand on two pages.  The first begins
   `first` columns in, the others `rest`. */
void doc_words(struct document *p, enum paper_style s, enum paper_place place,
	       const char *words);
void doc_indented(struct document *p, enum paper_style s, int first, int rest,
		  const char *words);
/* Left and right in one line, or one under the other. */
void doc_pair(struct document *p, enum paper_style s, const char *left,
	      const char *right);
/* "label   value", the value between words into lines. */
void doc_field(struct document *p, const char *label, int label_columns,
	       const char *value);
void doc_gap(struct document *p, double lines);
/* What follows begins a page. */
void doc_turn(struct document *p);
/* What is written between the two stands on one page. */
void doc_hold(struct document *p);
void doc_release(struct document *p);

/* A table, whose head stands again on each page; cells are wrapped, rows are
   whole.  `columns` ends with { NULL }, and is borrowed. */
void doc_table(struct document *p, const struct paper_column *columns);
void doc_row(struct document *p, const char *const cells[]);
/* A line through all columns, on the page of the row behind it. */
void doc_span(struct document *p, const char *words);
void doc_table_end(struct document *p);

/* "label ............ beside ........", then more lines of dots. */
void doc_blank(struct document *p, const char *label, const char *beside,
	       int lines);
/* "signed .......... what as", and (..........) below, or the name given. */
void doc_sign(struct document *p, const char *before, const char *name,
	      const char *behind);
/* A frame as wide as its words, or wider: its lines, each in the middle. */
struct paper_box {
	enum paper_place place;
	bool is_low; /* at the bottom of the page */
	int columns; /* at least so wide */
	enum paper_style first, others;
	bool is_left;             /* all but the first line begin at its left */
	const char *const *lines; /* ended by NULL */
};
void doc_box(struct document *p, const struct paper_box *box);
/* Nothing where it was built without libqrencode: see qr_is_there(). */
void doc_qr(struct document *p, const char *words);

/* Makes the pages; *n (may be NULL) gets how many. */
bool doc_make(struct document *p, const struct paper_sink *to, int *n,
	      struct error *err) MUST_CHECK;

#endif
