/* duty-asked.h -- the days that an office above asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_DUTY_ASKED_H
#define APP_DUTY_ASKED_H

#include "app/duty.h"

struct read_duty; /* intake/reading.h */

/* The days of one office, on their way into the terms. */
struct asking {
	struct act *act;
	const struct duty_letter *of;
	const struct holidays *holidays;
	struct duty_terms *terms;
	struct duty_asked days;
	/* As in struct duty_terms, where these days come to count. */
	int behind, after_receipt;
	bool working_days;
	bool is_given;
};

/* Begins with what the office asked before; NULL is the one that counts, or
   the sender of the letter. */
void asking_begin(struct asking *k, const char *by);
/* What words say; *d (may be NULL) gets all that was read in them. */
bool asking_read(struct asking *k, const char *words, struct read_duty *d,
		 struct error *err) MUST_CHECK;
/* What --due and --rrule say, which goes before words. */
bool asking_figures(struct asking *k, struct error *err) MUST_CHECK;
/* Puts them among the others: the nearest first, whose days are the rule; of
   two as near, the newer. */
void asking_put(struct asking *k);

#endif
