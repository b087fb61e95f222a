/* search.h -- what the files of the search share; for src/app alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_SEARCH_H
#define APP_SEARCH_H

#include "app/query.h"

/* Numbers of letters, newest first. */
struct ids {
	int64_t *at;
	size_t n, max;
};
void ids_add(struct ids *ids, int64_t id);

/* What was found in one part, and all it points to. */
struct search_page {
	struct arena arena;
	struct search_page *before;
};

/*
 * The register is looked at from the newest letter back.  Letters that may
 * fit come from the index, window by window; each is then read and its words
 * compared, so that only what fits is found.
 */
struct search_state {
	struct session *s;
	struct arena arena; /* the query */
	struct query query;
	struct search_page *pages; /* the last first */
	int64_t low, before;       /* letters still to be looked at */
	int64_t span;              /* of the next window */
	struct ids pending;        /* that may fit, newest first */
	size_t next;               /* of pending */
	struct ids direct;         /* found by their number or ref already */
	size_t looked;             /* letters read without the index */
	size_t found;              /* of them */
	bool has_begun;
	bool has_direct; /* of this part: its letters are not shown again */
	bool is_rare;    /* the one letter asked for: the index after all */
	bool is_retyped;
};

/* search-source.c: fills pending; true at *more while there may be others. */
bool search_begin_source(struct search_state *st, struct error *err) MUST_CHECK;
bool search_refill(struct search_state *st, bool *more,
		   struct error *err) MUST_CHECK;
/* The letter of that number; 0 when there is none. */
bool search_id_of(struct search_state *st, const struct book_number *n,
		  int64_t *id, struct error *err) MUST_CHECK;

/* search-match.c: reads n letters into the arena and compares; those that fit
   into hits, which has room for all. */
bool search_match(struct search_state *st, const struct viewer *by,
		  const int64_t *ids, size_t n, struct arena *a,
		  struct search_hit *hits, size_t *n_hits,
		  struct error *err) MUST_CHECK;
/* The letter as lists show it, unless a filter of q leaves it out. */
bool search_read(struct search_state *st, const struct viewer *by, int64_t id,
		 const struct query *q, struct arena *a, struct letter *letter,
		 bool *found, struct error *err) MUST_CHECK;

#endif
