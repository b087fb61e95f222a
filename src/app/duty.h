/* duty.h -- duties of letters: what the acts decide, and what lists show */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_DUTY_H
#define APP_DUTY_H

#include "model/duty.h"
#include "model/workday.h"

#include "app/act.h"

/* Decisions and looks of the action table. */
bool duty_add_decide(struct act *act, struct error *err);
bool duty_change_decide(struct act *act, struct error *err);
bool duty_change_fill(struct session *s, const struct request *r,
		      struct arena *a, struct request *filled,
		      struct error *err);
bool duty_done_prepare(struct act *act, struct error *err);
bool duty_done_decide(struct act *act, struct error *err);
bool duty_reopen_decide(struct act *act, struct error *err);
bool duty_waive_decide(struct act *act, struct error *err);
bool duties_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err);

/* A row of before_any_act: days for duties that go on without an end. */
bool duty_roll_before(struct act *act, struct error *err);

/* What is said of a duty when it is added, and what it is after a change. */
struct duty_terms {
	const char *what;
	const char *words; /* the days as written */
	const char *owner_post, *owner_division;
	struct duty_rule rule;
	int after_receipt;
	bool working_days;
	bool is_proposed;
	const char *form;
	int pictures, copies;
	const char *unit;
	int target;
	struct duty_where *where;
	size_t n_where;
	struct duty_asked *asked; /* the nearest first: its days are the rule */
	size_t n_asked;
};

/* The letter it is of: who sent it, its own day, and when it came. */
struct duty_letter {
	const char *sender; /* or NULL */
	struct date dated, received;
	const char *subject; /* or NULL */
};
struct duty_letter duty_letter_of(const struct letter *l);

/* Takes what the request's options say over what stands in the terms.  *days is
   true when they may be others now. */
bool duty_terms_take(struct act *act, const struct duty_letter *of,
		     const struct holidays *h, struct duty_terms *terms,
		     bool *days, struct error *err) MUST_CHECK;
/*
 * A duty in one line, as a sheet offers it and a clerk mends it: what, the
 * days, then where it goes, the form, "3 ภาพ", "2 ชุด", or the days of another
 * office behind its name, with ";" between:
 *
 *	รายงานผล; ภายในวันที่ ๑๕ ของทุกเดือน; ระบบ X; กรม Y: ทุกวันที่ ๕
 *
 * The days alone, or words with the days in them, will do.  "?" before it: it
 * was read with a doubt.
 */
bool duty_terms_of_line(struct act *act, const char *line,
			const struct duty_letter *of, const struct holidays *h,
			struct duty_terms *terms, struct error *err) MUST_CHECK;
/* For a receipt: a further event for each duty it names. */
bool duty_also(struct act *act, struct error *err) MUST_CHECK;
/* Puts them into an event's body. */
void duty_terms_put(json_t *body, const struct duty_terms *terms);

/* Its days from now on, numbered from `period', into the event's body; for an
   event of today. */
bool duty_days_put(struct act *act, json_t *body, const struct duty_rule *rule,
		   struct date after, int period, const struct holidays *h,
		   struct error *err) MUST_CHECK;

/* "-" for an option clears what stands there. */
bool option_is_cleared(const char *word);

/* "ระบบ Plant for Good Report https://..." */
struct duty_where duty_where_of_words(const char *words, struct arena *a);

/* "ม.ค. 69" for 2569-01, "ต.ค.–ธ.ค. 68", "2569", or the day itself. */
void text_add_duty_period(struct text *t, const char *name, bool thai);
/* Its name is a day: it says no more than the day that is due. */
bool duty_period_is_day(const char *name);
/* "? ม.ค. 69 · รายงานผล": in doubt, of which period, what. */
void text_add_duty_due(struct text *t, const struct duty_due *d, bool thai);
/* "15 ก.พ. 69 (work ends 13 ก.พ. 69)". */
void text_add_duty_day(struct text *t, struct date from, struct date due,
		       struct date last_day, bool thai);

/* shared by show and duties.  New references. */
json_t *letter_duties_json(const struct letter_file *f);

/* Open days of the office, or the asker's; see duties_open(). */
bool look_duties(struct session *s, bool mine, struct date until,
		 struct arena *a, struct duty_due_list *list,
		 struct error *err) MUST_CHECK;
/* Of what goes on for ever, only the next day is kept behind this month. */
void duties_keep_next(struct duty_due_list *list, struct date today);
/* As far as any list looks. */
struct date look_duties_end(const struct session *s);

#endif
