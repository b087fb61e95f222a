/* many.h -- one act on several letters: which ones, each decided, all or none
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_MANY_H
#define APP_MANY_H

#include "model/book.h"

#include "app/act.h"

/* A row with .many takes "144 150-155/2569 'ว 4'": each letter is decided by
   itself, from its own standing, to an event of its own. */
enum { LETTERS_MAX = 500 };
struct letters_asked {
	struct book_number *at; /* as asked, none twice */
	size_t n;
};
/* Fails with NUMBER_INVALID, or REQUEST_WRONG when they are too many. */
bool letters_asked(const struct request *r, int this_year, struct arena *a,
		   struct letters_asked *asked, struct error *err) MUST_CHECK;
/* "144–150/2569, ว 4/2569": numbers that follow each other as a span. */
void text_add_letters(struct text *t, const struct letters_asked *asked);
/* Its number as a command line has it. */
const char *letter_of(const struct book_number *n, struct arena *a);

/* What the act id did before, found again: one answer, or those of all the
   letters as { "letters": [] }.  Fails with LEDGER_ACT_TAKEN when that was
   something else. */
bool act_find_done(struct session *s, const struct request *r, bool *found,
		   json_t **answer, struct error *err) MUST_CHECK;

/* For act.c, inside the transaction: each letter in its turn.  Where one may
   not, ACT_NOT_ALL names every one that may not, and why; nothing is to be
   committed then. */
bool act_many(struct act *act, const struct letters_asked *asked,
	      json_t **answer, struct error *err) MUST_CHECK;
extern const struct error_kind ACT_NOT_ALL; /* "not-all", 3 */

/*
 * Those that may not, in words: "144/2569, 150/2569: the reason; 152/2569: …".
 * Starts as { 0 }; reasons are compared as sentences.
 */
struct refusals {
	struct refusal *at;
	size_t n;
	size_t n_letters;
	struct error first;
};
void refusals_add(struct refusals *r, const struct book_number *letter,
		  const struct error *why);
/* Of so many letters; takes the list apart.  What all have in common and is
   no rule's (a value that cannot be) is told as it is.  False. */
bool refusals_set(struct refusals *r, size_t n, struct error *err);

/* Which of the letters may not have it done now, by the rules of today: false
   and as above; refused[i] says so of each, when not NULL. */
bool action_may_all(struct session *s, const struct action *a,
		    const struct letters_asked *asked, bool *refused,
		    struct error *err) MUST_CHECK;

#endif
