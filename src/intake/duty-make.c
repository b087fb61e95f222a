/* duty-make.c -- what each wording of a duty means: a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/duty.h"
#include "intake/intake.h"

/* Domain notes 2.7.  A fiscal year runs from October to September. */
enum { FISCAL_MONTH = 10, MONTHS_OF_QUARTER = 3, FRIDAY = 5, WEEK = 7 };

static struct date
date_plus(struct date d, long days)
{
	return moment_date(moment_at(d, 12, 0, 0) +
			   (moment)days * 24 * 60 * 60 * 1000000);
}

static struct date
month_end(int year, int month)
{
	return (struct date){year, month, date_month_days(year, month)};
}

/* 0 = Sunday. */
static int
weekday_of(struct date d)
{
	static const struct date sunday = {2023, 1, 1};
	int days = date_days_between(sunday, d) % WEEK;

	return days < 0 ? days + WEEK : days;
}

bool
make_date(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	(void)w;
	d->due = c->date;
	return true;
}

/* "ภายในวันที่ ๒๐ เมษายน ศกนี้": the year of the letter. */
bool
make_date_this_year(struct duty_work *w, const struct caught *c,
		    struct read_duty *d)
{
	d->due = c->date;
	d->due.year = w->l->dated.year;
	d->sure = FIELD_DOUBTFUL;
	if (date_is_valid(d->due))
		return true;
	intake_warn(w->in, WARN_DUTY_DATE_UNREADABLE, d->words, NULL);
	return false;
}

/* A day and month whose year nobody says. */
bool
make_date_without_year(struct duty_work *w, const struct caught *c,
		       struct read_duty *d)
{
	(void)c;
	intake_warn(w->in, WARN_DUTY_DATE_UNREADABLE, d->words, NULL);
	d->sure = FIELD_DOUBTFUL;
	return true;
}

bool
make_month_end(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	(void)w;
	d->due = month_end(c->date.year, c->date.month);
	return true;
}

bool
make_this_month(struct duty_work *w, const struct caught *c,
		struct read_duty *d)
{
	(void)c;
	if (w->l->dated.year == 0)
		return false;
	d->due = month_end(w->l->dated.year, w->l->dated.month);
	return true;
}

/* "ก่อนวันที่ ๕ ตุลาคม ๒๕๖๙": the day before is the last. */
bool
make_before(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	(void)w;
	d->due = date_plus(c->date, -1);
	return true;
}

/* "ภายในวันนี้" */
bool
make_same_day(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	(void)c;
	d->due = w->l->dated;
	return d->due.year != 0;
}

/* "ภายในวันที่ ๑๕ ของเดือนนี้": the month of the letter. */
bool
make_day_of_this_month(struct duty_work *w, const struct caught *c,
		       struct read_duty *d)
{
	d->due = (struct date){w->l->dated.year, w->l->dated.month,
			       (int)c->number[0]};
	d->sure = FIELD_DOUBTFUL;
	if (w->l->dated.year != 0 && c->number[0] < 32 && date_is_valid(d->due))
		return true;
	intake_warn(w->in, WARN_DUTY_DATE_UNREADABLE, d->words, NULL);
	return false;
}

/* "ภายในวันทำการสุดท้ายของเดือนกุมภาพันธ์ ๒๕๖๙" */
bool
make_last_working(struct duty_work *w, const struct caught *c,
		  struct read_duty *d)
{
	int weekday;

	(void)w;
	d->due = month_end(c->date.year, c->date.month);
	while ((weekday = weekday_of(d->due)) == 0 || weekday > FRIDAY)
		d->due = date_plus(d->due, -1);
	return true;
}

bool
make_receipt(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	(void)w;
	d->days_after_receipt = (int)c->number[0];
	return true;
}

bool
make_receipt_working(struct duty_work *w, const struct caught *c,
		     struct read_duty *d)
{
	d->working_days = true;
	return make_receipt(w, c, d);
}

bool
make_receipt_weeks(struct duty_work *w, const struct caught *c,
		   struct read_duty *d)
{
	(void)w;
	d->days_after_receipt = (int)c->number[0] * WEEK;
	return true;
}

/* "ภายใน ๑๕ วัน นับแต่วันที่ในหนังสือนี้" */
bool
make_after_letter(struct duty_work *w, const struct caught *c,
		  struct read_duty *d)
{
	if (w->l->dated.year == 0)
		return false;
	d->due = date_plus(w->l->dated, c->number[0]);
	return true;
}

bool
make_after_date(struct duty_work *w, const struct caught *c,
		struct read_duty *d)
{
	(void)w;
	d->due = date_plus(c->date, c->number[0]);
	return true;
}

/*
 * Weeks as letters count them are the rows of a Thai calendar, which begin on
 * Sunday; a first row without a working day is none.  What is due in a week is
 * due on the last of its days from Monday to Friday that lies in the month.
 */
static bool
week_of(struct date first, long week, struct read_duty *d)
{
	struct date last = month_end(first.year, first.month);
	int to_friday = (FRIDAY - weekday_of(first) + WEEK) % WEEK;
	struct date friday = date_plus(first, to_friday + (week - 1) * WEEK);
	struct date monday = date_plus(friday, 1 - FRIDAY);

	if (week < 1 || date_compare(monday, last) > 0)
		return false;
	d->week_start = date_compare(monday, first) < 0 ? first : monday;
	d->due = date_compare(friday, last) > 0 ? last : friday;
	return true;
}

bool
make_week(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	struct date first = {c->date.year, c->date.month, 1};

	(void)w;
	return week_of(first, c->n_numbers > 0 ? c->number[0] : 1, d);
}

bool
make_last_week(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	struct date first = {c->date.year, c->date.month, 1};
	long week = 0;

	(void)w;
	while (week_of(first, week + 1, d))
		week++;
	return week > 0;
}

/* The last day of quarter 1..4 of a fiscal year, common era. */
static struct date
quarter_end(int fiscal_year, long quarter)
{
	int month = FISCAL_MONTH - 1 + (int)quarter * MONTHS_OF_QUARTER;
	int year = fiscal_year - 1 + (month - 1) / 12;

	return month_end(year, (month - 1) % 12 + 1);
}

/* The last number caught is the quarter. */
bool
make_quarter(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	long quarter = c->number[c->n_numbers - 1];

	(void)w;
	if (quarter < 1 || quarter > 4)
		return false;
	d->due = quarter_end(c->year, quarter);
	return true;
}

bool
make_after_quarter(struct duty_work *w, const struct caught *c,
		   struct read_duty *d)
{
	if (!make_quarter(w, c, d))
		return false;
	d->due = date_plus(d->due, c->number[0]);
	return true;
}

bool
make_fiscal_year(struct duty_work *w, const struct caught *c,
		 struct read_duty *d)
{
	(void)w;
	d->due = quarter_end(c->year, 4);
	return true;
}

bool
make_after_fiscal_year(struct duty_work *w, const struct caught *c,
		       struct read_duty *d)
{
	(void)w;
	d->due = date_plus(quarter_end(c->year, 4), c->number[0]);
	return true;
}

bool
make_undated(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	(void)c;
	(void)d;
	w->undated = true;
	return false;
}
