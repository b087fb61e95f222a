/* book.h -- the books in which an office numbers its letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_BOOK_H
#define MODEL_BOOK_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include "model/choices.h"

struct policies; /* model/policy.h */

enum book_way { BOOK_IN, BOOK_OUT };
enum book_class { BOOK_GENERAL, BOOK_CIRCULAR, BOOK_SECRET, BOOK_CLASSES };

/*
 * A book has one sequence of numbers for each year: its code is the book of
 * events, letters and counters.  A class of letters whose policy says "shared"
 * is written into the general book of its way and has no book of its own.
 * Divisions number what they take in books called "division:CODE", which hold
 * no letters and are not of this table.
 */
struct book {
	const char *code;   /* "circular" */
	const char *typed;  /* "ว", what clerks call it */
	const char *prefix; /* before its numbers; "" for general receipts */
	const char *name;   /* N_() */
	enum book_way way;
	enum book_class class;
	const char *policy; /* says shared or own; NULL for general books */
	const char *page;   /* N_(), what its form is headed */
};
extern const struct book books[]; /* ended by a row without code */
/* The same books as values of an option: their codes. */
extern const struct choice book_choices[];

/* Receipts of no special class: what a number without a prefix is of. */
extern const struct book *const book_general;

/* NULL for a book that is not of the table. */
const struct book *book_find(const char *code);
/* Where a letter is written: secrecy goes before being a circular. */
const struct book *book_for(enum book_way way, const char *secrecy,
			    bool is_circular, const struct policies *p);
/* Has it numbers of its own? */
bool book_is_own(const struct book *b, const struct policies *p);
/* The general book of the same way, which is shared. */
const struct book *book_shared(const struct book *b);
/* Codes of all books, and of those of a way, as a JSON array for statements. */
const char *books_json(struct arena *a);
const char *books_json_of(enum book_way way, struct arena *a);

/* A number of a book, which names one entry of the register. */
struct book_number {
	const struct book *book;
	int year; /* Buddhist, of the register */
	int number;
};

/*
 * "144/2569" and "144" as number_parse() reads them are of the general book;
 * others have a prefix, "ว 12/2569", "ส ว 4", or a code, "circular:12/69".
 * Spaces and dots of the prefix do not matter.
 */
bool book_parse(const char *s, int this_year, struct book_number *n,
		struct error *err) MUST_CHECK;

/* Several numbers of one book and year: "150-155/2569", "ว 4-9", or a single
   one, of which first is last. */
struct book_range {
	const struct book *book;
	int year;
	int first, last;
};
bool book_parse_range(const char *s, int this_year, struct book_range *r,
		      struct error *err) MUST_CHECK;

/* "ว 12/2569" in the digits asked; the second without its year.  `code` may be
   of any book. */
void text_add_book_number(struct text *t, const char *code, int year,
			  int number, bool thai_digits);
void text_add_book_place(struct text *t, const char *code, int number,
			 bool thai_digits);
/* The head of form 13 or 14: the register and the day of its entries. */
void text_add_book_day(struct text *t, const struct book *b, struct date day,
		       bool thai_digits);
/* The same for a sentence, as DIGITS() is: good until the end of the block. */
enum { BOOK_NUMBER_SIZE = 2 * DIGITS_SIZE };
#define BOOK_NUMBER(code, year, n)                                             \
	book_number_of((char[BOOK_NUMBER_SIZE]){""}, code, (int)(year),        \
		       (int)(n))
const char *book_number_of(char out[BOOK_NUMBER_SIZE], const char *code,
			   int year, int number);
/* "ว12/2569": one word, for command lines.  In the arena. */
const char *book_operand(const char *code, int year, int number,
			 struct arena *a);

#endif
