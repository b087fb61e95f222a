/* duty-days.c -- the days of a duty, and what each reports on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/recur.h"

#include "model/duty.h"
#include "model/workday.h"

/* Up to this day of a month a report is about the month before. */
enum { MONTH_BEGUN = 10 };

int
duty_rule_behind(const char *rrule)
{
	const char *day = rrule ? strstr(rrule, "BYMONTHDAY=") : NULL;
	long n = day ? strtol(day + strlen("BYMONTHDAY="), NULL, 10) : 0;

	if (n < 1)
		return 0;
	/* So many days behind each quarter. */
	if (strstr(rrule, "BYMONTH=1,4,7,10") != NULL)
		return 1;
	return strstr(rrule, "FREQ=MONTHLY") != NULL && n <= MONTH_BEGUN;
}

/* As far as anybody plans: what ends by itself has ended then. */
static const struct date the_end = {9999, 12, 31};

static struct date
day_behind(struct date d)
{
	return d.year == 0 ? (struct date){1, 1, 1} : date_after(d, 1);
}

static void
add_row(struct duty_days *days, const struct duty_rule *rule,
	const struct recur_day *on, int period, const struct holidays *h)
{
	days->at[days->n++] = (struct duty_row){
	    .period = period,
	    .name = on->name,
	    .from_day = rule->from_day,
	    .due = on->on,
	    .last_day = workday_last(h, on->on),
	    .state = DUTY_OPEN,
	};
}

bool
duty_rule_days(const struct duty_rule *rule, struct date after,
	       struct date until, int period, const struct holidays *h,
	       struct arena *a, struct duty_days *days, struct error *err)
{
	const struct recur recur = {
	    .rule = rule->rrule, .first = rule->first, .back = rule->behind};
	struct recur_day *on;
	size_t n;

	*days = (struct duty_days){.endless = !recur_has_end(rule->rrule)};
	if (!recur_days(&recur, day_behind(after),
			days->endless ? until : the_end, a, &on, &n, err))
		return false;
	if (n > DUTY_ROWS_MAX)
		return error_set(err, &RECUR_INVALID,
				 _("it has more than %s days; give it an end "
				   "nearer by"),
				 DIGITS(DUTY_ROWS_MAX));
	days->at = arena_array(a, n, sizeof(*days->at));
	for (size_t i = 0; i < n; i++)
		add_row(days, rule, &on[i], period + (int)i, h);
	return true;
}
