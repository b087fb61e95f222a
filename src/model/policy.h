/* policy.h -- what an office has settled once, for every counter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_POLICY_H
#define MODEL_POLICY_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

#include "model/choices.h"

/* The policies of an office in one year of its register; each is an event, so
   that who changed one, and when, stands in the chain. */
struct policies {
	int year; /* Buddhist, of the register */
	/* How many days after registering the clerk may still correct an
	   entry; then a post higher up must.  One registry's rule is 3. */
	int correct_days;
	/* After how many days a letter that nobody opens, or that a division
	   does not take, is told by the check. */
	int unopened_days;
	/* On which days before its last working day a duty is reminded of, by
	   urgency_rank() of its letter: bit d is d days before.  After how
	   many working days past it, and past as many again, it rises one post
	   (model/remind.h); 0 = never. */
	int remind[URGENCIES];
	int escalate_days;
	/* After how many office hours on one desk a letter is told of to the
	   post above, by urgency_rank(); 0 = never. */
	int lie_hours[URGENCIES];
	/* How many numbers may stand reserved at a time, and for how many days:
	   a clerk cannot reserve a book full.  Emergency sheets have bounds of
	   their own. */
	int reserve_most, reserve_days;
	int sheets_most, sheets_days;
	/* After so many days without an entry the clock is doubted
	   (model/clock.h). */
	int clock_days;
	/* 1: the host's list of keys says who comes by --as, so that he may
	   read secret letters like one who comes by his own account. */
	int secret_as;
	/* 1: papers are handed over and taken (model/paper.h). */
	int follow_paper;
	/* The month in which the year begins (model/year.h). */
	int year_month;
	/* Numbers of their own, or the general book's: BOOK_SHARED, BOOK_OWN
	   (model/book.h). */
	int book_circular, book_secret;
	int book_send_circular, book_send_secret;
	/* Minutes since midnight (model/hours.h). */
	int office_opens, office_closes;
	int lunch_begins, lunch_ends;
	int lunch_counts; /* 1: the midday break is office time */
	int pin_for;      /* acts that ask a PIN: enum pin_group */
	int lock_minutes; /* without a key, until the screen locks; 0: never */
};

enum { MINUTES_A_DAY = 24 * 60 };

/* What the policies of books may be: places in book_sequences. */
enum { BOOK_SHARED, BOOK_OWN };
extern const struct choice book_sequences[];

/* One policy: its name, what it is without an event, and its bounds. */
struct policy {
	const char *name; /* "correct-days" */
	size_t offset;    /* of the int in struct policies */
	int usual;
	int lowest, highest;
	const struct choice *choices; /* the value is a place in it, or NULL */
	bool is_days;     /* a set of days, 1 to 30, each a bit (remind.h) */
	bool is_acts;     /* a set of kinds of acts, each a bit (pin.h) */
	bool is_yearly;   /* settled for whole years: the numbers hang on it */
	bool is_dated;    /* holds from a day on, which may lie behind */
	bool is_time;     /* a time of day, in minutes: "08:30" */
	const char *help; /* N_() */
};
extern const struct policy policy_table[]; /* ended by { 0 } */

/* NULL when there is none of that name. */
const struct policy *policy_find(const char *name);
int policy_value(const struct policies *p, const struct policy *which);
void policy_put(struct policies *p, const struct policy *which, int value);

/* As they are where nothing is settled. */
void policies_usual(int year, struct policies *p);

/* As they are at a moment, and as they will be at the end of a year of the
   register. */
bool policies_read(struct store *st, int64_t office, moment now,
		   struct policies *p, struct error *err) MUST_CHECK;
bool policies_of_year(struct store *st, int64_t office, int year,
		      struct policies *p, struct error *err) MUST_CHECK;
/* In the year p->year, as they are on a day (ISO 8601). */
bool policies_of_day(struct store *st, int64_t office, const char *day,
		     struct policies *p, struct error *err) MUST_CHECK;

#endif
