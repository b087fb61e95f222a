/* used.h -- words used before, offered to be used again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_USED_H
#define APP_USED_H

#include "app/session.h"

/* Where an option's words were used before (struct option). */
enum used_kind {
	USED_NOWHERE,
	USED_PREFIX,    /* a letter number up to its slash, and its ว */
	USED_SENDER,    /* จาก */
	USED_RECIPIENT, /* ถึง */
	USED_SUBJECT,   /* เรื่อง */
	USED_ENDORSE,   /* one's own notes of endorsements, */
	USED_RETURN,    /* of returns, */
	USED_ORDER,     /* of orders */
	USED_KINDS,
};

struct used_word {
	const char *words;
	/* What stood beside it: the prefix with a sender, the sender with a
	   prefix or addressee; NULL for none. */
	const char *beside;
	int times;
	int64_t last; /* seq of the last event that used it */
	/* made by used_load() */
	const char *folded, *folded_beside; /* thai_fold() */
	int64_t weight;
};
struct used {
	struct used_word *at; /* best first */
	size_t n;
	bool is_name; /* known by any part: what one types may stand inside */
};

/*
 * Reads what was used in the last 4000 letters of this year and the year
 * before, or in one's own last notes; never of secret letters, whose words go
 * into no other.  Best is what was used often and lately: a use counts half
 * after 2000 events.  In the arena.
 */
bool used_load(struct session *s, enum used_kind kind, struct arena *a,
	       struct used *used, struct error *err) MUST_CHECK;

/*
 * Those that go on from what is typed, folded; what stood beside the same
 * first; then names that hold it, from two characters on.  Where nothing is
 * typed, only what stood beside it; with typed NULL
 * all.  The whole of what is typed is not among them, and nothing twice.
 * Answers how many were put into found[].
 */
size_t used_find(const struct used *used, const char *typed, const char *beside,
		 const struct used_word **found, size_t max);

/* The rest of the words behind what is typed; "" when they do not begin with
   it. */
const char *used_rest(const struct used_word *w, const char *typed);

#endif
