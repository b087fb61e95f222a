/* duty-day.h -- the days of duties as a calendar shows them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DUTY_DAY_H
#define MODEL_DUTY_DAY_H

#include "model/duty.h"

/* A day of a duty in whatever state, with what is to be seen of its letter. */
struct duty_day {
	int64_t id; /* of the duty */
	int nth;
	const char *what;
	int period;
	const char *name; /* of the period */
	struct date from_day, due, last_day;
	const char *state; /* duty_states */
	moment state_at;
	const char *by_name, *ref, *reason;
	const char *form;
	const char *owner_name; /* NULL: whoever has the letter */
	const char *report_to;  /* a line for each place; or NULL */
	int64_t letter;
	const char *book;
	int year, number;
	const char *subject, *sender, *secrecy;
	/* Events about duties of its letter, and the last of them. */
	int changes;
	moment changed_at;
};

struct duty_day_list {
	struct duty_day *at; /* by the last working day */
	size_t n;
};

/* Which of them. */
struct duty_day_scope {
	struct date from, to; /* of the last working day */
	const char *posts;    /* JSON as actor->held; NULL: of all */
	const char *division; /* its code; NULL: of all */
	const char *clerk;    /* the lowest post of the chain */
	bool leaves_secrets;  /* none of a secret letter, whoever asks */
};

/* Days of letters that the viewer may not read are left out. */
bool duty_days(struct store *st, const struct viewer *by,
	       const struct duty_day_scope *scope, struct arena *a,
	       struct duty_day_list *list, struct error *err) MUST_CHECK;

/* What a calendar distinguishes. */
enum duty_mark { MARK_OVERDUE, MARK_OPEN, MARK_DONE, MARK_WAIVED, DUTY_MARKS };
enum duty_mark duty_day_mark(const struct duty_day *d, struct date today);

/* How often the office's table of holidays was changed, and when last: it moves
   days of duties, too. */
bool holiday_changes(struct store *st, int64_t office, int *changes,
		     moment *changed_at, struct error *err) MUST_CHECK;

#endif
