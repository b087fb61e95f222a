/* duty-make.c -- what each wording of a duty means: days and recurrence */
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

bool
make_monthly(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	if (c->number[0] < 1 || c->number[0] > 31)
		return false;
	d->rrule =
	    arena_printf(w->in->a, "FREQ=MONTHLY;BYMONTHDAY=%ld", c->number[0]);
	return true;
}

bool
make_monthly_last(struct duty_work *w, const struct caught *c,
		  struct read_duty *d)
{
	(void)w;
	(void)c;
	d->rrule = "FREQ=MONTHLY;BYMONTHDAY=-1";
	return true;
}

bool
make_monthly_working(struct duty_work *w, const struct caught *c,
		     struct read_duty *d)
{
	(void)w;
	(void)c;
	d->rrule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
	return true;
}

bool
make_weekly(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	static const char *const days[] = {"MO", "TU", "WE", "TH",
					   "FR", "SA", "SU"};

	d->rrule =
	    arena_printf(w->in->a, "FREQ=WEEKLY;BYDAY=%s", days[c->weekday]);
	return true;
}

bool
make_daily(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	(void)w;
	(void)c;
	d->rrule = "FREQ=DAILY";
	return true;
}

bool
make_yearly(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	d->rrule =
	    arena_printf(w->in->a, "FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d",
			 c->date.month, c->date.day);
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

/* The last working day of the week: its Friday.  A week belongs to the month
   in which its Friday lies. */
bool
make_week(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	struct date first = {c->date.year, c->date.month, 1};
	int to_friday = (FRIDAY - weekday_of(first) + WEEK) % WEEK;
	long week = c->n_numbers > 0 ? c->number[0] : 1;
	struct date friday = date_plus(first, to_friday + (week - 1) * WEEK);

	(void)w;
	if (week < 1 || friday.month != first.month)
		return false;
	d->due = friday;
	d->week_start = date_plus(friday, 1 - FRIDAY);
	return true;
}

bool
make_last_week(struct duty_work *w, const struct caught *c, struct read_duty *d)
{
	struct date last = month_end(c->date.year, c->date.month);
	int back = (weekday_of(last) - FRIDAY + WEEK) % WEEK;

	(void)w;
	d->due = date_plus(last, -back);
	d->week_start = date_plus(d->due, 1 - FRIDAY);
	return true;
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

/* Every quarter ends with a month; so many days later is a day of the month
   behind it, as long as all four have that day. */
bool
make_each_quarter(struct duty_work *w, const struct caught *c,
		  struct read_duty *d)
{
	if (c->number[0] < 1 || c->number[0] > 30) {
		intake_warn(w->in, WARN_DUTY_DATE_UNREADABLE, d->words, NULL);
		return false;
	}
	d->rrule = arena_printf(w->in->a,
				"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=%ld",
				c->number[0]);
	return true;
}

bool
make_each_quarter_end(struct duty_work *w, const struct caught *c,
		      struct read_duty *d)
{
	(void)w;
	(void)c;
	d->rrule = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1";
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
