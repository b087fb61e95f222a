/* duty.h -- wordings of duties and what they mean; for src/intake alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef INTAKE_DUTY_H
#define INTAKE_DUTY_H

#include "intake/intake.h"
#include "intake/pattern.h"

struct duty_work {
	struct intake *in;
	struct read_letter *l;
	const char *text;
	bool undated; /* something is asked for without a day */
};

/* Fills the duty from what a row's pattern caught; false = no duty. */
typedef bool (*make_fn)(struct duty_work *w, const struct caught *c,
			struct read_duty *d);

/* One for each meaning; duty.c has the wordings. */
bool make_date(struct duty_work *w, const struct caught *c,
	       struct read_duty *d);
bool make_date_this_year(struct duty_work *w, const struct caught *c,
			 struct read_duty *d);
bool make_date_without_year(struct duty_work *w, const struct caught *c,
			    struct read_duty *d);
bool make_month_end(struct duty_work *w, const struct caught *c,
		    struct read_duty *d);
bool make_this_month(struct duty_work *w, const struct caught *c,
		     struct read_duty *d);
bool make_monthly(struct duty_work *w, const struct caught *c,
		  struct read_duty *d);
bool make_monthly_last(struct duty_work *w, const struct caught *c,
		       struct read_duty *d);
bool make_monthly_working(struct duty_work *w, const struct caught *c,
			  struct read_duty *d);
bool make_weekly(struct duty_work *w, const struct caught *c,
		 struct read_duty *d);
bool make_daily(struct duty_work *w, const struct caught *c,
		struct read_duty *d);
bool make_yearly(struct duty_work *w, const struct caught *c,
		 struct read_duty *d);
bool make_receipt(struct duty_work *w, const struct caught *c,
		  struct read_duty *d);
bool make_receipt_working(struct duty_work *w, const struct caught *c,
			  struct read_duty *d);
bool make_receipt_weeks(struct duty_work *w, const struct caught *c,
			struct read_duty *d);
bool make_after_letter(struct duty_work *w, const struct caught *c,
		       struct read_duty *d);
bool make_after_date(struct duty_work *w, const struct caught *c,
		     struct read_duty *d);
bool make_week(struct duty_work *w, const struct caught *c,
	       struct read_duty *d);
bool make_last_week(struct duty_work *w, const struct caught *c,
		    struct read_duty *d);
bool make_quarter(struct duty_work *w, const struct caught *c,
		  struct read_duty *d);
bool make_after_quarter(struct duty_work *w, const struct caught *c,
			struct read_duty *d);
bool make_fiscal_year(struct duty_work *w, const struct caught *c,
		      struct read_duty *d);
bool make_after_fiscal_year(struct duty_work *w, const struct caught *c,
			    struct read_duty *d);
bool make_each_quarter(struct duty_work *w, const struct caught *c,
		       struct read_duty *d);
bool make_each_quarter_end(struct duty_work *w, const struct caught *c,
			   struct read_duty *d);
bool make_before(struct duty_work *w, const struct caught *c,
		 struct read_duty *d);
bool make_same_day(struct duty_work *w, const struct caught *c,
		   struct read_duty *d);
bool make_day_of_this_month(struct duty_work *w, const struct caught *c,
			    struct read_duty *d);
bool make_last_working(struct duty_work *w, const struct caught *c,
		       struct read_duty *d);
bool make_twice_monthly(struct duty_work *w, const struct caught *c,
			struct read_duty *d);
bool make_monthly_until(struct duty_work *w, const struct caught *c,
			struct read_duty *d);
bool make_yearly_twice(struct duty_work *w, const struct caught *c,
		       struct read_duty *d);
bool make_yearly_month(struct duty_work *w, const struct caught *c,
		       struct read_duty *d);
bool make_undated(struct duty_work *w, const struct caught *c,
		  struct read_duty *d);

/* What is asked for between two places of the text, up to the day at `s', whose
   words end at `behind'; where it goes, and with what. */
void duty_tell_about(struct duty_work *w, const char *since, const char *s,
		     const char *behind, struct read_duty *d);
/* Systems, groups and maps that a text names: of the only duty of a letter. */
void duty_tell_places(struct duty_work *w, struct read_duty *d,
		      const char *text);
/* What stands below a letter that says a duty's day again, or is its form. */
void duty_tell_below(struct duty_work *w, const char *below);

#endif
