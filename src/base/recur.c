/* recur.c -- the days on which something recurs (RFC 5545) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/recur.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "gen/libical-late.h"

const struct error_kind RECUR_INVALID = {"recur-invalid", EXIT_USAGE,
					 N_("this is no rule of recurrence")};

#define DIGIT "0123456789"
#define LETTER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* The parts of a rule, and the characters of their values: libical takes
   COUNT=4x for four. */
static const struct part {
	const char *name;
	const char *allowed;
} parts[] = {
    {"FREQ", LETTER},
    {"INTERVAL", DIGIT},
    {"COUNT", DIGIT},
    {"UNTIL", DIGIT "TZ"},
    {"BYDAY", DIGIT LETTER ",+-"},
    {"BYMONTHDAY", DIGIT ",+-"},
    {"BYYEARDAY", DIGIT ",+-"},
    {"BYWEEKNO", DIGIT ",+-"},
    {"BYMONTH", DIGIT ","},
    {"BYSETPOS", DIGIT ",+-"},
    {"WKST", LETTER},
};

/* A rule as it is worked with. */
struct rule {
	struct icalrecurrencetype ical; /* without its end */
	int count;                      /* 0: without one */
	struct date until;              /* year 0: without one */
	bool has_until;
};

static const struct part *
part_find(const char *s, size_t n)
{
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		if (strlen(parts[i].name) == n &&
		    strncmp(parts[i].name, s, n) == 0)
			return &parts[i];
	return NULL;
}

/* One part, up to `end`. */
static bool
part_check(const char *s, const char *end, struct error *err)
{
	size_t n = (size_t)(end - s), name = strcspn(s, "=");
	const struct part *p = name < n ? part_find(s, name) : NULL;
	size_t value = n - name - 1;

	if (!p)
		return error_set(
		    err, &RECUR_INVALID,
		    _("\"%.*s\" is no part of one; such are FREQ=MONTHLY, "
		      "BYMONTHDAY=15, COUNT=4, and between them \";\""),
		    (int)n, s);
	if (value == 0 || strspn(s + name + 1, p->allowed) < value)
		return error_set(err, &RECUR_INVALID,
				 _("\"%.*s\" cannot stand after %s"),
				 (int)value, s + name + 1, p->name);
	return true;
}

static bool
parts_check(const char *rule, struct error *err)
{
	for (const char *s = rule;; s++) {
		const char *end = s + strcspn(s, ";");

		if (!part_check(s, end, err))
			return false;
		if (*end == '\0')
			return true;
		s = end;
	}
}

static struct date
date_of(struct icaltimetype t)
{
	return (struct date){t.year, t.month, t.day};
}

/* The day of UNTIL in Bangkok. */
static struct date
until_day(struct icaltimetype t)
{
	struct date d = date_of(t);

	if (t.is_date || !icaltime_is_utc(t) || !date_is_valid(d))
		return d;
	return moment_date((moment)icaltime_as_timet(t) * 1000000);
}

/* Counting from the first day, and the last day, are ours: libical counts a
   first day only where it is on the rule. */
static bool
take_end(struct rule *r, struct error *err)
{
	r->count = r->ical.count;
	r->has_until = !icaltime_is_null_time(r->ical.until);
	r->ical.count = 0;
	if (r->has_until) {
		r->until = until_day(r->ical.until);
		if (!date_is_valid(r->until))
			return error_set(
			    err, &RECUR_INVALID,
			    _("after UNTIL stands no day of the calendar"));
	}
	r->ical.until = icaltime_null_time();
	return true;
}

static bool
rule_parse(const char *s, struct rule *r, struct error *err)
{
	*r = (struct rule){0};
	if (!recur_is_there(err) || !parts_check(s, err))
		return false;
	icalerror_set_errors_are_fatal(false);
	r->ical = icalrecurrencetype_from_string(s);
	if (r->ical.freq == ICAL_NO_RECURRENCE)
		return error_set(
		    err, &RECUR_INVALID,
		    _("its parts do not fit together, or a number in it is "
		      "too high"));
	if (r->ical.freq < ICAL_DAILY_RECURRENCE)
		return error_set(err, &RECUR_INVALID,
				 _("what recurs here has days, no times"));
	return take_end(r, err);
}

bool
recur_is_there(struct error *err)
{
	return late_load(&libical_late, err);
}

bool
recur_check(const char *rule, struct error *err)
{
	struct rule r;

	return rule_parse(rule, &r, err);
}

bool
recur_has_end(const char *rule)
{
	return !rule || strstr(rule, "COUNT=") || strstr(rule, "UNTIL=");
}

static struct icaltimetype
ical_day(struct date d)
{
	struct icaltimetype t = icaltime_null_time();

	t.year = d.year;
	t.month = d.month;
	t.day = d.day;
	t.is_date = 1;
	return t;
}

/* NULL where the rule names no day at all. */
static icalrecur_iterator *
days_from(const struct rule *r, struct date first)
{
	return icalrecur_iterator_new(r->ical, ical_day(first));
}

/* The next day of the rule after d; year 0 = none. */
static struct date
day_after(icalrecur_iterator *it, struct date d)
{
	struct date next = {0};

	while (it) {
		next = date_of(icalrecur_iterator_next(it));
		if (next.year == 0 || date_compare(next, d) > 0)
			break;
	}
	return next;
}

static void
name_day(struct text *t, struct date d)
{
	text_printf(t, "%d-%02d-%02d", d.year + BUDDHIST_ERA, d.month, d.day);
}

/* Months counted from the year 0. */
static void
name_month(struct text *t, int month)
{
	text_printf(t, "%d-%02d", month / 12 + BUDDHIST_ERA, month % 12 + 1);
}

static void
name_months(struct text *t, int first, int last)
{
	name_month(t, first);
	if (last == first)
		return;
	text_add(t, "..");
	if (first / 12 == last / 12)
		text_printf(t, "%02d", last % 12 + 1);
	else
		name_month(t, last);
}

/* What a day reports on, where no other does so too. */
static const char *
period_name(const struct recur *r, const struct rule *rule, struct date on,
	    struct arena *a)
{
	int interval = rule->ical.interval, back = r->back * interval;
	int month = on.year * 12 + on.month - 1 - back;
	struct text t = {0};
	char *name;

	if (rule->ical.freq == ICAL_YEARLY_RECURRENCE)
		text_printf(&t, "%d", on.year - back + BUDDHIST_ERA);
	else if (rule->ical.freq == ICAL_MONTHLY_RECURRENCE)
		name_months(&t, month - interval + 1, month);
	else
		name_day(&t, on);
	name = arena_strdup(a, t.s);
	text_done(&t);
	return name;
}

static const char *
own_name(struct date on, struct arena *a)
{
	struct text t = {0};
	char *name;

	name_day(&t, on);
	name = arena_strdup(a, t.s);
	text_done(&t);
	return name;
}

/* The days so far, one beyond the window too: by it the last is named. */
struct days {
	struct recur_day *at;
	size_t n, max;
};

static void
days_add(struct days *d, struct recur_day day)
{
	if (d->n == d->max) {
		d->max = d->max ? 2 * d->max : 16;
		d->at = xreallocarray(d->at, d->max, sizeof(*d->at));
	}
	d->at[d->n++] = day;
}

static bool
is_over(const struct rule *r, struct date on, size_t n)
{
	return on.year == 0 || (r->count > 0 && n == (size_t)r->count) ||
	       (r->has_until && date_compare(on, r->until) > 0);
}

/* From the first day to the first one after `to`. */
static struct days
days_until(const struct recur *r, const struct rule *rule, struct date to,
	   struct arena *a)
{
	icalrecur_iterator *it = days_from(rule, r->first);
	struct date on = r->first;
	struct days d = {0};

	for (int nth = 1; !is_over(rule, on, d.n); nth++) {
		days_add(&d, (struct recur_day){nth, on,
						period_name(r, rule, on, a)});
		if (date_compare(on, to) > 0)
			break;
		on = day_after(it, on);
	}
	if (it)
		icalrecur_iterator_free(it);
	return d;
}

/* Whether two that follow each other would be called the same: then each has
   its day's name. */
static const char *
name_apart(const struct days *d, size_t i, struct arena *a)
{
	const char *name = d->at[i].name;

	if ((i > 0 && strcmp(d->at[i - 1].name, name) == 0) ||
	    (i + 1 < d->n && strcmp(d->at[i + 1].name, name) == 0))
		return own_name(d->at[i].on, a);
	return name;
}

static void
take_window(const struct days *d, struct date from, struct date to,
	    struct arena *a, struct recur_day **days, size_t *n)
{
	*n = 0;
	*days = arena_array(a, d->n, sizeof(**days));
	for (size_t i = 0; i < d->n; i++) {
		struct recur_day day = d->at[i];

		if (date_compare(day.on, from) < 0 ||
		    date_compare(day.on, to) > 0)
			continue;
		day.name = name_apart(d, i, a);
		(*days)[(*n)++] = day;
	}
}

bool
recur_days(const struct recur *r, struct date from, struct date to,
	   struct arena *a, struct recur_day **days, size_t *n,
	   struct error *err)
{
	struct rule rule;
	struct days all = {0};

	if (!r->rule)
		days_add(&all, (struct recur_day){1, r->first,
						  own_name(r->first, a)});
	else if (rule_parse(r->rule, &rule, err))
		all = days_until(r, &rule, to, a);
	else
		return false;
	take_window(&all, from, to, a, days, n);
	free(all.at);
	return true;
}

bool
recur_first(const char *rule, struct date from, struct date *first,
	    struct error *err)
{
	struct rule r;
	icalrecur_iterator *it;

	*first = (struct date){0};
	if (!rule_parse(rule, &r, err))
		return false;
	it = days_from(&r, from);
	if (!it)
		return true;
	*first = date_of(icalrecur_iterator_next(it));
	icalrecur_iterator_free(it);
	if (is_over(&r, *first, 0))
		*first = (struct date){0};
	return true;
}
