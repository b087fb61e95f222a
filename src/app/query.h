/* query.h -- what one searches for: words and filters, understood */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_QUERY_H
#define APP_QUERY_H

#include "app/action.h"
#include "app/look.h"

enum { QUERY_WORDS_MAX = 16 };

/* A word or quoted phrase.  A year stands in two eras: any of its forms may be
   found. */
struct query_word {
	const char *text;     /* as typed */
	const char *forms[2]; /* folded (base/thai-fold.h); NULL = none */
	size_t letters;       /* characters of the shortest form */
	enum search_field
	    only; /* must stand there; SEARCH_NOTHING = anywhere */
	bool is_excluded;
};

/* Filters that were not given are NULL, 0 or no date. */
struct query {
	const char *line; /* as typed */
	struct query_word words[QUERY_WORDS_MAX];
	size_t n;
	const char *saved; /* the search kept under this name, "@NAME" */
	const char *state;
	const char *urgency;
	const char *secrecy;
	const char *post; /* code or name */
	const char *book; /* its code */
	int year;         /* Buddhist, of the register */
	int waiting;      /* days at least that it has lain where it lies */
	bool mine;
	struct date since, until;             /* received */
	struct date dated_since, dated_until; /* the letter's own date */
};

extern const struct error_kind SEARCH_UNKNOWN; /* "search-unknown", 1 */

/*
 * Understands a line:  WORD "A PHRASE" -WITHOUT from:WORD state:closed
 * year:2569 1/2569..3/2569 @NAME.  saraban(1), SEARCH, has all of them; each
 * filter has a Thai name, too.  Everything in *q lives in the arena.
 */
bool query_read(const char *line, struct arena *a, struct query *q,
		struct error *err) MUST_CHECK;

/* The same words as the other keyboard layout types them: Thai ones on a
   keyboard that was left in English, or the reverse.  False when a word has
   nothing left to look for. */
bool query_retype(struct query *q, struct arena *a);

/* Operands from `first` on and options of a request as one line. */
void query_line(const struct request *r, size_t first, struct text *line);

/* The line of the asker's search of that name, or SEARCH_UNKNOWN. */
bool search_kept(struct session *s, const char *name, struct arena *a,
		 const char **line, struct error *err) MUST_CHECK;

#endif
