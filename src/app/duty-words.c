/* duty-words.c -- days, periods and states of duties as people read them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/duty.h"

/* A year as short as a date has it. */
static void
add_month(struct text *t, int year, int month, bool thai)
{
	const struct date first = {year - BUDDHIST_ERA, month, 1};
	struct text all = {0};

	/* Behind the day and a space. */
	text_add_date(&all, first, DATE_SHORT, thai);
	text_add(t, strchr(all.s, ' ') ? strchr(all.s, ' ') + 1 : all.s);
	text_done(&all);
}

void
text_add_duty_period(struct text *t, const char *name, bool thai)
{
	int year, month, last, end = 0;

	if (sscanf(name, "%d-%d..%d%n", &year, &month, &last, &end) == 3 &&
	    name[end] == '\0') {
		text_add_month(t, month, DATE_SHORT);
		text_add(t, "–");
		add_month(t, year, last, thai);
	} else if (sscanf(name, "%d-%d%n", &year, &month, &end) == 2 &&
		   name[end] == '\0') {
		add_month(t, year, month, thai);
	} else if (sscanf(name, "%d-%d-%d%n", &year, &month, &last, &end) ==
		       3 &&
		   name[end] == '\0') {
		text_add_date(t,
			      (struct date){year - BUDDHIST_ERA, month, last},
			      DATE_SHORT, thai);
	} else if (sscanf(name, "%d%n", &year, &end) == 1 &&
		   name[end] == '\0') {
		text_add_number(t, year, thai);
	} else {
		text_add(t, name);
	}
}

bool
duty_period_is_day(const char *name)
{
	int year, month, day, end = 0;

	return sscanf(name, "%d-%d-%d%n", &year, &month, &day, &end) == 3 &&
	       name[end] == '\0';
}

void
text_add_duty_due(struct text *t, const struct duty_due *d, bool thai)
{
	if (d->is_proposed)
		text_add(t, "? ");
	if (!duty_period_is_day(d->name)) {
		text_add_duty_period(t, d->name, thai);
		text_add(t, " · ");
	}
	text_add(t, d->what);
}

void
text_add_duty_day(struct text *t, struct date from, struct date due,
		  struct date last_day, bool thai)
{
	if (from.year != 0) {
		text_add_number(t, from.day, thai);
		text_add(t, "–");
	}
	text_add_date(t, due, DATE_SHORT, thai);
	if (date_compare(last_day, due) == 0)
		return;
	text_add(t, _(" (work ends "));
	text_add_date(t, last_day, DATE_SHORT, thai);
	text_add(t, ")");
}
