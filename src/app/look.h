/* look.h -- what screens and lists show: rows in an arena, veiled by rule */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_LOOK_H
#define APP_LOOK_H

#include <jansson.h>

#include "model/letter-list.h"
#include "model/office.h"
#include "model/parcel.h"

#include "app/session.h"

/* Which letters: of what waits for the asker, or of a book of a year. */
struct look_filter {
	bool mine;
	const struct book *book; /* NULL = the general one of receipts */
	int year;                /* Buddhist; 0 = this year; of a book only */
	const char *state;       /* NULL = every state */
	int limit;               /* of look_each(): 0 = all */
};

/* A piece of the list, in its order: what waits is the most urgent first,
   then what lies longest; numbers of the register rise.  Empty for who may
   read no letters. */
bool look_letters(struct session *s, const struct look_filter *filter,
		  const struct row_span *span, struct arena *a,
		  struct letter_list *list, struct error *err) MUST_CHECK;
/* Where a letter stands in that order. */
struct row_key look_key(const struct look_filter *filter,
			const struct letter *l);

/* All of the list, row by row: what waits as above, the register newest
   first.  Keeps nothing, and no transaction is open between its rows, so that
   they may be told as slowly as somebody reads.  The callback returns false
   to stop; that is no failure. */
typedef bool (*look_fn)(void *ctx, const struct letter *l);
bool look_each(struct session *s, const struct look_filter *filter,
	       look_fn each, void *ctx, struct error *err) MUST_CHECK;

/* The lowest and the highest number of the filter's book and year; 0, 0 when
   there is none.  The first number that was registered that day or later. */
bool look_ends(struct session *s, const struct look_filter *f, int *first,
	       int *last, struct error *err) MUST_CHECK;
bool look_number_since(struct session *s, const struct look_filter *f,
		       struct date day, int *number,
		       struct error *err) MUST_CHECK;

/* The book `by` further (1 or -1) in the ring of those that are in use in the
   filter's year: with numbers of their own, or with a letter in it. */
bool look_book_beside(struct session *s, const struct look_filter *f, int by,
		      const struct book **book, struct error *err) MUST_CHECK;

/* Everything about one letter ("144/2569", "๑๔๔", "ว 12").  That a secret one
   was read is written down (app/view.h); where that cannot be, it is veiled. */
bool look_letter(struct session *s, const char *number, struct arena *a,
		 struct letter_file *file, struct error *err) MUST_CHECK;

/* The same for who shows nothing of it. */
bool look_letter_quietly(struct session *s, const char *number, struct arena *a,
			 struct letter_file *file,
			 struct error *err) MUST_CHECK;

/* Letters of the same number, date and, to be sure, sender as one that is
   about to be received. */
bool look_same(struct session *s, const struct letter *like, struct arena *a,
	       struct same_list *list, struct error *err) MUST_CHECK;

/* A number that stands reserved: for what, until when, by whom; one of a
   block of so many pages, which are emergency sheets or are not. */
struct kept_number {
	int64_t id;
	const char *book;
	int year, number;
	const char *purpose;
	struct date until;
	moment at;
	const char *person_name;
	const char *post_name;
	int block, page, pages;
	bool is_sheet;
};
struct kept_list {
	struct kept_number *at;
	size_t n;
};
/* All of the office, by year and number. */
bool look_reserved(struct session *s, struct arena *a, struct kept_list *list,
		   struct error *err) MUST_CHECK;

/* The block of emergency sheets that the number is of, with those of its sheets
   that are blank, as `emergency' answered it. */
bool look_block(struct session *s, const char *number, json_t **block,
		struct error *err) MUST_CHECK;

/* Every event of a letter in words (app/event-words.h), oldest first. */
struct happening_list;
bool look_history(struct session *s, const char *number, struct arena *a,
		  struct happening_list *list, struct error *err) MUST_CHECK;

/* Who is at which post now, and who acts for whom. */
bool look_roster(struct session *s, struct arena *a, struct roster *roster,
		 struct error *err) MUST_CHECK;

/* Posts and divisions in force, for fields that choose one. */
struct place {
	const char *code;
	const char *name;
	int position;        /* in the chain from 1; 0 = no part of it */
	const char *role;    /* post_roles; NULL for a division */
	const char *holders; /* names of who holds it today, ", " between */
};
struct place_list {
	struct place *at;
	size_t n;
};
bool look_posts(struct session *s, struct arena *a, struct place_list *list,
		struct error *err) MUST_CHECK;
bool look_divisions(struct session *s, struct arena *a, struct place_list *list,
		    struct error *err) MUST_CHECK;

/* The offices of the register, and in which of them the asker works. */
bool look_offices(struct session *s, struct arena *a, struct office_list *list,
		  struct error *err) MUST_CHECK;

/* What other offices sent: what waits to be received, the oldest first, or the
   newest whatever became of it. */
bool look_parcels(struct session *s, bool all, struct arena *a,
		  struct parcel_list *list, struct error *err) MUST_CHECK;
/* Where a letter was sent on to and what became of it; NULL: the newest that
   were sent. */
bool look_sendings(struct session *s, const char *number, struct arena *a,
		   struct sending_list *list, struct error *err) MUST_CHECK;

/* Counts for the desk's head line. */
struct desk_counts {
	int mine;     /* letters that wait for me */
	int today;    /* registered today */
	int last;     /* last number of the year, 0 = none */
	int in_chain; /* received or presented */
	int ordered;  /* with divisions */
	int unsent;   /* to go out: not sent, or receiver not known */
	int incoming; /* to be received */
};
bool look_counts(struct session *s, struct desk_counts *counts,
		 struct error *err) MUST_CHECK;

/* The Buddhist year whose list of destruction the asker has to draw up now,
   0 for none. */
bool look_destruction(struct session *s, int *year,
		      struct error *err) MUST_CHECK;

/* Stock phrases of a set for the asker's post, data/phrases.conf. */
size_t look_phrases(struct session *s, const char *set, struct arena *a,
		    const char ***phrases);

/* ------------------------------------------------------------- search */

/* Where the words stood: the order of the ranks, best first. */
enum search_field {
	SEARCH_NUMBER,    /* it is the letter of that number */
	SEARCH_REF,       /* the sender's number, or one that was replied */
	SEARCH_SUBJECT,   /* เรื่อง */
	SEARCH_SENDER,    /* จาก */
	SEARCH_RECIPIENT, /* ถึง */
	SEARCH_NOTE,      /* endorsements, orders, what was done */
	SEARCH_TEXT,      /* text of what is attached */
	SEARCH_NOTHING,   /* no words were asked for, filters only */
};

/* A letter that was found, and where: bytes [from, to) of text, which is all
   of the field as written.  text is NULL for SEARCH_NUMBER and
   SEARCH_NOTHING. */
struct search_hit {
	struct letter letter;
	enum search_field field;
	const char *text;
	size_t from, to;
};

/*
 * A search under way.  Words and filters as saraban(1), SEARCH tells.  What is
 * found stays where it is in the list; more is added behind it.  Letters that
 * the asker may not read are found by their number alone.
 */
struct search {
	struct search_hit *at; /* found so far, best first in each part */
	size_t n;
	size_t n_read;     /* letters that were read for it */
	bool is_complete;  /* all was looked at: n is how many there are */
	const char *typed; /* NULL, or what was searched in place of the words,
			      as the same keys type it on the other layout:
			      for the words themselves there was nothing */
	struct search_state *state;
};

extern const struct error_kind SEARCH_WRONG; /* "search-wrong", 2 */

/* Understands the line: SEARCH_WRONG says which filter cannot be.  Reads
   nothing of the register but, for "@NAME", what the asker saved under that
   name.  look_search_end() is right after a failure, too. */
bool look_search_begin(struct session *s, const char *line, struct search *q,
		       struct error *err) MUST_CHECK;
/* Only what waits for the asker; before the first part. */
void look_search_mine(struct search *q);
/* Looks at the next part of the register, some hundredths of a second; false
   only when it could not look.  Between two of these a screen asks for keys,
   and no transaction is open. */
bool look_search_part(struct search *q, struct error *err) MUST_CHECK;
/* Part after part until at least `want` are found or all was looked at. */
bool look_search_more(struct search *q, size_t want,
		      struct error *err) MUST_CHECK;
void look_search_end(struct search *q);

/* The text around the hit on one line of at most `columns`, what is left out
   as "…"; bytes [*from, *to) of *out are what was found.  Nothing where text
   is NULL. */
void look_search_excerpt(const struct search_hit *hit, int columns,
			 struct text *out, size_t *from, size_t *to);
/* "ref_no": the name of a field for programs; NULL for SEARCH_NOTHING. */
const char *look_search_field(enum search_field field);

struct day_page; /* model/day-page.h */

/* The page of a day of the session's office. */
bool look_page(struct session *s, struct date day, struct arena *a,
	       struct day_page *p, struct error *err) MUST_CHECK;

#endif
