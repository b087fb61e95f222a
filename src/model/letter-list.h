/* letter-list.h -- letters in the order of a list, piece by piece */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_LETTER_LIST_H
#define MODEL_LETTER_LIST_H

#include "base/span.h"

#include "model/letter.h"

/*
 * Lists of letters, piece by piece, in their order.  What waits for the
 * viewer, at a post held or with a division headed: the most urgent first,
 * then what lies longest.  A book of a year, by number; state NULL is
 * every state.
 */
bool letters_of_viewer(struct store *st, const struct viewer *by,
		       const char *state, const struct row_span *span,
		       struct arena *a, struct letter_list *list,
		       struct error *err) MUST_CHECK;
bool letters_of_year(struct store *st, const struct viewer *by,
		     const char *book, int year, const char *state,
		     const struct row_span *span, struct arena *a,
		     struct letter_list *list, struct error *err) MUST_CHECK;
/* Where a letter stands in these orders. */
struct row_key letter_key_of_viewer(const struct letter *l);
struct row_key letter_key_of_year(const struct letter *l);

/* How many wait for the viewer. */
bool letters_count_of_viewer(struct store *st, const struct viewer *by, int *n,
			     struct error *err) MUST_CHECK;
/* The lowest and the highest number of a year; 0, 0 when there is none. */
bool letters_ends_of_year(struct store *st, int64_t office, const char *book,
			  int year, int *first, int *last,
			  struct error *err) MUST_CHECK;
/* The number of the first letter of the year registered then or later, or
   the one behind the last. */
bool letters_number_since(struct store *st, int64_t office, const char *book,
			  int year, moment since, int *number,
			  struct error *err) MUST_CHECK;

#endif
