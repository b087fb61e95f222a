/* remind.h -- when a duty is reminded of, and to whom it rises */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_REMIND_H
#define MODEL_REMIND_H

#include "base/date.h"

#include "model/holiday.h"
#include "model/office.h"
#include "model/policy.h"

/*
 * Reminders and escalation are no events: they follow from a period of a duty,
 * the policies of the office, its holidays and the day one asks about, and
 * nothing here reads the register or the clock.
 *
 * Counted from is the last working day on or before the date that the letter
 * gives, for practice is to report on the working day before a holiday.  Days
 * before it are days of the calendar, as people count them ("in a week"); a
 * reminder that would fall on a holiday falls on the working day before it.
 * Days past it are working days.
 */

/* Days before, 1 to 30, as a policy keeps them: bit d is day d. */
enum { REMIND_FIRST = 30, REMIND_DAYS = 0x7ffffffe };
/* "7,3,1", "7-1" (each of them), "none"; Thai digits too; or false. */
bool remind_days_parse(const char *s, int *days) MUST_CHECK;
/* The same, highest first, three and more in a row as "7-1". */
void text_add_remind_days(struct text *t, int days);

enum remind_when {
	REMIND_NOT,    /* far off, or done */
	REMIND_SOON,   /* the first reminder has been */
	REMIND_TODAY,  /* the last working day, or no other before it is due */
	REMIND_OVERDUE /* the date as written is past */
};
extern const char *const remind_names[]; /* "soon", for programs */

/* One open period of a duty. */
struct remind_row {
	struct date due;      /* as written */
	struct date last_day; /* the last working day on or before it */
	struct date known;    /* since when the office has known of it: it does
				 not rise for days that were past before */
	int urgency;          /* urgency_rank() of the letter */
};

struct reminded {
	enum remind_when when;
	/* SOON: days of the calendar to the last day.  OVERDUE: working days
	   past it; 0 on the holidays behind it. */
	int days;
	bool is_reminder; /* today: a day on which one is reminded */
	int rises;        /* how many posts it has come up; 0 = none */
	bool rose;        /* the last of them today */
};

struct reminded remind_on(const struct remind_row *row,
			  const struct policies *rules,
			  const struct holidays *days, struct date today);

/* "in 3 days", "the last day is today", "overdue by 2 working days"; nothing
   for what is far off. */
void text_add_reminded(struct text *t, enum remind_when when, int days);

/*
 * The post to which another answers: the next above in the chain; for one
 * beside the chain, as the head of a division is, the one below the highest
 * (ปลัด), or the highest where there is no other.  NULL for the highest.
 */
const struct post *remind_answers_to(const struct post_list *posts,
				     const char *post);
/*
 * Where a matter of `post` is after it rose so many times: never beyond the
 * highest of the chain, and not to a post at which nobody is, for that would
 * be no desk.  NULL while it has not risen, or has nowhere to.
 */
const struct post *remind_risen_to(const struct post_list *posts,
				   const char *post, int rises);
/* Does `to` see it then: is it one of the posts it rose past or to? */
bool remind_reaches(const struct post_list *posts, const char *post, int rises,
		    const char *to);

#endif
