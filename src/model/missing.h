/* missing.h -- is anything missing?  What an auditor asks of each book */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_MISSING_H
#define MODEL_MISSING_H

#include "model/check.h"

/* A question: its statement gives the entries it is true of, in the order of
   books, years and numbers; what is found of one book and year is one
   finding.  A fault is what cannot be where all was done by the program; the
   others are open points that somebody should look at. */
struct question {
	const char *code; /* stable: saraban(1), CHECK */
	enum query_id query;
	bool is_fault;
	const char *sentence; /* N_() */
};
extern const struct question questions[]; /* ended by a row without code */

/* Asks them all of every office, as of now. */
bool missing_check(struct store *st, moment now, struct arena *a,
		   struct check_report *report, struct error *err) MUST_CHECK;

#endif
