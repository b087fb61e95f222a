/* remind.c -- when a duty is reminded of, and to whom it rises */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/remind.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#include "model/number.h"
#include "model/workday.h"

const char *const remind_names[] = {
    [REMIND_NOT] = "later",
    [REMIND_SOON] = "soon",
    [REMIND_TODAY] = "today",
    [REMIND_OVERDUE] = "overdue",
};

/* ------------------------------------------------------- days as people type
 */

static bool
day_of(const char *word, int *day)
{
	return number_whole(word, day) && *day <= REMIND_FIRST;
}

/* "3", or "7-1": either end first. */
static bool
add_span(char *word, int *days)
{
	char *to = strchr(word, '-');
	int a, b, step;

	if (to != NULL)
		*to++ = '\0';
	if (!day_of(word, &a) || !day_of(to ? to : word, &b))
		return false;
	step = a < b ? 1 : -1;
	for (int d = a; d != b + step; d += step)
		*days |= 1 << d;
	return true;
}

bool
remind_days_parse(const char *s, int *days)
{
	char *copy = xstrdup(s), *rest = copy, *word;
	bool ok = true;

	*days = 0;
	if (strcmp(s, "none") != 0)
		while (ok && (word = strsep(&rest, ",")) != NULL)
			ok = add_span(word, days);
	free(copy);
	return ok;
}

void
text_add_remind_days(struct text *t, int days)
{
	const char *between = "";

	if (days == 0)
		text_add(t, "none");
	for (int d = REMIND_FIRST, last; d > 0; d = last - 1) {
		last = d;
		if (!(days & 1 << d))
			continue;
		while (days & 1 << (last - 1) & REMIND_DAYS)
			last--;
		if (d - last == 1)
			last = d;
		text_printf(t, "%s%d", between, d);
		if (last < d)
			text_printf(t, "-%d", last);
		between = ",";
	}
}

/* ------------------------------------------------------------------- a day
 */

static bool
is_after(struct date a, struct date b)
{
	return date_compare(a, b) > 0;
}

/* When the reminder of so many days before falls. */
static struct date
reminder_day(const struct remind_row *row, const struct holidays *days, int n)
{
	return workday_last(days, date_after(row->last_day, -n));
}

/* Looks at each reminder before the last day: has the first been, and does one
   fall on today? */
static void
look_ahead(const struct remind_row *row, int before,
	   const struct holidays *days, struct date today, struct reminded *r)
{
	for (int n = REMIND_FIRST; n > 0; n--) {
		struct date on;

		if (!(before & 1 << n))
			continue;
		on = reminder_day(row, days, n);
		if (!is_after(on, today))
			r->when = REMIND_SOON;
		if (date_compare(on, today) == 0)
			r->is_reminder = true;
	}
}

static void
rise(const struct remind_row *row, int every, const struct holidays *days,
     struct date today, struct reminded *r)
{
	struct date from =
	    is_after(row->known, row->last_day) ? row->known : row->last_day;
	int past = workdays_between(days, from, today);

	if (every == 0 || past < every)
		return;
	r->rises = past / every;
	r->rose = r->is_reminder && past % every == 0;
}

struct reminded
remind_on(const struct remind_row *row, const struct policies *rules,
	  const struct holidays *days, struct date today)
{
	struct reminded r = {.when = REMIND_NOT};

	if (is_after(today, row->due))
		r.when = REMIND_OVERDUE;
	else if (!is_after(row->last_day, today))
		r.when = REMIND_TODAY;
	if (r.when != REMIND_NOT)
		r.is_reminder = workday_is(days, today);
	else
		look_ahead(row, rules->remind[row->urgency], days, today, &r);
	if (r.when == REMIND_SOON)
		r.days = date_days_between(today, row->last_day);
	if (r.when == REMIND_OVERDUE) {
		r.days = workdays_between(days, row->last_day, today);
		rise(row, rules->escalate_days, days, today, &r);
	}
	return r;
}

void
text_add_reminded(struct text *t, enum remind_when when, int days)
{
	const unsigned long n = (unsigned long)days;

	if (when == REMIND_SOON)
		text_printf(t, P_("in %s day", "in %s days", n), DIGITS(days));
	if (when == REMIND_TODAY)
		text_add(t, _("the last day is today"));
	/* On days without work after it. */
	if (when == REMIND_OVERDUE && days == 0)
		text_add(t, _("its day is past"));
	else if (when == REMIND_OVERDUE)
		text_printf(t,
			    P_("overdue by %s working day",
			       "overdue by %s working days", n),
			    DIGITS(days));
}

/* ------------------------------------------------------------ up the chain
 */

const struct post *
remind_answers_to(const struct post_list *posts, const char *post)
{
	size_t i = post_index(posts, post);

	if (i < posts->n_chain)
		return post_above(posts, post);
	if (posts->n_chain == 0)
		return NULL;
	return &posts->at[posts->n_chain - (posts->n_chain > 1 ? 2 : 1)];
}

/* The next post up at which somebody is. */
static const struct post *
next_desk(const struct post_list *posts, const char *post)
{
	const struct post *p = remind_answers_to(posts, post);

	while (p != NULL && p->holders == NULL)
		p = remind_answers_to(posts, p->code);
	return p;
}

const struct post *
remind_risen_to(const struct post_list *posts, const char *post, int rises)
{
	const struct post *at = NULL;

	while (rises-- > 0) {
		const struct post *p =
		    next_desk(posts, at != NULL ? at->code : post);

		if (p == NULL)
			break;
		at = p;
	}
	return at;
}

bool
remind_reaches(const struct post_list *posts, const char *post, int rises,
	       const char *to)
{
	for (const struct post *p = next_desk(posts, post);
	     p != NULL && rises > 0; p = next_desk(posts, p->code), rises--)
		if (strcmp(p->code, to) == 0)
			return true;
	return false;
}
