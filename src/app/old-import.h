/* old-import.h -- an old register is read, doubted, and entered */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_OLD_IMPORT_H
#define APP_OLD_IMPORT_H

#include "base/lines.h"

#include "app/act.h"
#include "app/old-row.h"
#include "app/old-seen.h"

/* How many rows go in in one transaction: others wait for it. */
enum { IMPORT_CHUNK = 2000 };
/* How many doubts are told one by one; the rest are counted. */
enum { IMPORT_DOUBTS_MAX = 20000 };
/* How many bytes of their rows are kept to be looked at. */
enum { IMPORT_CELLS_MAX = 16 << 20 };

/* A book and year of the file, and how its numbers stand in the register. */
struct import_book {
	const struct book *book;
	int year;
	int first, next; /* of the counter; 0, 0 = there is none */
	int lowest, highest;
	long good; /* rows that can go in, or are there */
	long missing;
};

struct import {
	struct session *s;
	const struct request *r;
	struct arena arena; /* as long as the import */
	const char *path;   /* "-": standard input */
	const char *name;   /* of the file, for people */
	FILE *in;
	const char *sheet; /* of a workbook; NULL = it is none */
	struct csv *csv;
	struct old_head head;
	struct old_reader reader;
	struct seen seen;
	struct import_book *books;
	size_t n_books, max_books;
	struct doubt *doubts; /* sentences and cells in the arena */
	size_t n_doubts, max_doubts;
	long n_untold;
	long told[DOUBTS];
	const struct csv_row *row; /* under way, NULL = none is */
	const char *const *cells;  /* of the row kept last */
	long cells_row;
	size_t cells_bytes;
	struct text reasons; /* of the row under way, for the file to mend */
	struct new_file mend;
	const char *mend_path; /* NULL = none is written; "-": to output */
	long *wrong;           /* rows left out, rising */
	size_t n_wrong, max_wrong;
	long rows, there, good, left_out, entered;
	bool is_entering;   /* what is read was doubted before */
	uint32_t n_derived; /* of the act ids */
};

/* How much of standard input is taken: two million rows. */
enum { IMPORT_INPUT_MAX = 1 << 30 };

/* Opens the file and finds the names of its columns. */
bool import_open(struct import *im, struct error *err) MUST_CHECK;
/* ... with what is in the file alone: *says_sent, these letters went out. */
bool import_open_file(struct import *im, bool *says_sent,
		      struct error *err) MUST_CHECK;
void import_done(struct import *im);
/* Reads the file once and writes nothing but what is to be mended. */
bool import_doubt(struct import *im, struct error *err) MUST_CHECK;
/* Enters what is good, chunk by chunk. */
bool import_enter(struct import *im, struct error *err) MUST_CHECK;

/* The next row behind the head, with what was read of it; *more is false
   behind the last. */
bool import_next(struct import *im, struct csv_row *row, struct arena *a,
		 struct old_letter *l, enum old_kind *kind, bool *more,
		 struct error *err) MUST_CHECK;
/* The body of its event; key gets the key of the row. */
enum { ROW_KEY_SIZE = 33 };
json_t *import_body(const struct import *im, const struct old_letter *l,
		    char key[ROW_KEY_SIZE]);
/* Is its number in the register?  *same: by the same row. */
bool import_is_there(struct import *im, const struct old_letter *l,
		     const char *key, bool *there, bool *same,
		     struct error *err) MUST_CHECK;
/* A copy of its cells, to be looked at; NULL when too much is kept already. */
const char *const *import_keep_cells(struct import *im,
				     const struct csv_row *row);
/* Tells which numbers the file lacks, */
void import_tell_gaps(struct import *im);
/* and reads the rows beside them again, once all doubts stand in order. */
bool import_keep_beside(struct import *im, struct error *err) MUST_CHECK;
/* Leaves the row under way out, into the file to mend unless only looked at. */
bool import_leave_out(struct import *im, const struct csv_row *row,
		      struct error *err) MUST_CHECK;
/* Gives the file to mend its name, if there is one. */
bool import_keep_mend(struct import *im, struct error *err) MUST_CHECK;
/* May the asker, and as which post?  Secret letters, too? */
bool import_may(struct import *im, struct act *act, bool *secret,
		struct error *err) MUST_CHECK;
/* The book and year, with its counter. */
bool import_book_of(struct import *im, const struct book *b, int year,
		    struct import_book **book, struct error *err) MUST_CHECK;

/* Reads its counter anew. */
bool import_counter(struct import *im, struct import_book *book,
		    struct error *err) MUST_CHECK;

#endif
