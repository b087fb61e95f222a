/* duty-rule.c -- what each wording of a duty means: a recurrence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/duty.h"

/* "ทุกวันที่ ๕ และวันที่ ๒๐ ของเดือน" */
bool
make_twice_monthly(struct duty_work *w, const struct caught *c,
		   struct read_duty *d)
{
	long one = c->number[0], other = c->number[1];

	if (one < 1 || one > 31 || other < 1 || other > 31)
		return false;
	d->rrule = arena_printf(w->in->a, "FREQ=MONTHLY;BYMONTHDAY=%ld,%ld",
				one, other);
	return true;
}

/* "ระหว่างวันที่ ๑ - ๕ ของทุกเดือน": by the last of these days. */
bool
make_monthly_until(struct duty_work *w, const struct caught *c,
		   struct read_duty *d)
{
	struct caught last = {.number = {c->number[1]}, .n_numbers = 1};

	return make_monthly(w, &last, d);
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

/* "ภายในเดือนเมษายน และเดือนตุลาคม ของทุกปี", two days of each year; a month
   without a day ends with its last. */
bool
make_yearly_twice(struct duty_work *w, const struct caught *c,
		  struct read_duty *d)
{
	struct date one = c->dates[0], other = c->dates[1];

	if (one.day != other.day)
		return false;
	d->rrule =
	    arena_printf(w->in->a, "FREQ=YEARLY;BYMONTH=%d,%d;BYMONTHDAY=%d",
			 one.month, other.month, one.day > 0 ? one.day : -1);
	return true;
}

/* "ภายในเดือนเมษายน ของทุกปี" */
bool
make_yearly_month(struct duty_work *w, const struct caught *c,
		  struct read_duty *d)
{
	d->rrule = arena_printf(
	    w->in->a, "FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=-1", c->date.month);
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
