/* day.h -- one page of the register for each day, and the anchor on it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DAY_H
#define MODEL_DAY_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

#include "model/ledger.h"

/*
 * Each calendar day (Bangkok) of an office has exactly one page, from the day
 * it was founded on, also a day on which nothing happened: were empty days
 * left out, the end of the chain could be cut off unseen.  A page is closed
 * by the event "day.close": by a person at the end of the day, else by the
 * first act of a later day, before that act.  It holds the events since the
 * page before was closed; what is written on a day after its page was closed
 * stands on the next.
 *
 * Its note is a text of lines that says what the chain was then, in the
 * manner of a C2SP checkpoint:
 *
 *     saraban-day-1
 *     register 6bb1...            uuid
 *     practice yes                only where it is one
 *     office main
 *     name อบต.ดงมะไฟ
 *     day 2026-01-20
 *     seq 144                     the last event on the page
 *     head 98b8...                its hash
 *     book receive 2569 last 144 first 140 entered 5 cancelled 0 ...
 *     previous 0f3c...            digest of the page before, or none
 *
 * Its SHA-256 is the page's digest, which is written on paper, and its
 * signature is the register's (seal.h).  The chain proves order and wholeness
 * only up to the last page that somebody else holds.
 */

/* A book on one page; zeros where nothing happened. */
struct day_book {
	const char *book;
	int64_t year;
	int64_t last;  /* number reached in the year */
	int64_t first; /* first number given on the page; 0: none was */
	int64_t entered;
	int64_t cancelled;
	int64_t corrected;
	int64_t late;
	int64_t reserved; /* given without a letter */
	int64_t voided;
	int64_t lost;
};

struct day {
	const char *day;      /* ISO 8601 */
	int64_t after;        /* the events after this one ... */
	int64_t seq;          /* ... up to this one */
	const char *head;     /* hash of the last, hexadecimal */
	const char *code;     /* office */
	const char *name;     /* its name then */
	const char *previous; /* digest of the page before; NULL: the first */
	const char *digest;
	const char *signature; /* minisign's text; NULL: unsigned */
	moment closed_at;
	const char *by_name, *by_post; /* who closed it */
	bool is_missed;                /* nobody did; the next act has */
	struct day_book *books;        /* day_load() only */
	size_t n_books;
};

/* The page of a day, with its books. */
bool day_load(struct store *st, int64_t office, const char *day,
	      struct arena *a, struct day *d, bool *found,
	      struct error *err) MUST_CHECK;
/* The newest page that is closed, without books. */
bool day_last(struct store *st, int64_t office, struct arena *a, struct day *d,
	      bool *found, struct error *err) MUST_CHECK;
/* All that are closed, oldest first, without books. */
bool day_list(struct store *st, int64_t office, struct arena *a,
	      struct day **days, size_t *n, struct error *err) MUST_CHECK;

/* The first day of an office; none before it is founded. */
bool day_first(struct store *st, int64_t office, struct date *first,
	       struct error *err) MUST_CHECK;
struct date day_after(struct date d);
struct date day_before(struct date d);
/* The day whose page is to be closed next: after `last`, or the first. */
bool day_due(struct store *st, int64_t office, const struct day *last,
	     struct date *due, struct error *err) MUST_CHECK;

/*
 * What the page of `day` would say if it were closed now behind the event seq
 * with that hash: from the state tables alone, so that a replay counts the
 * same.
 */
bool day_gather(struct store *st, int64_t office, const char *day, int64_t seq,
		const unsigned char head[DIGEST_SIZE], struct arena *a,
		struct day *d, struct error *err) MUST_CHECK;

/* A day (ISO 8601) as people read it: "20 ม.ค. 69". */
const char *day_words(const char *day, struct arena *a);

/* The note's text, and its digest in hexadecimal. */
void day_note(const struct day *d, const struct identity *id, struct text *t);
void day_digest(const struct day *d, const struct identity *id,
		char hex[HEX_SIZE]);

#endif
