/* date-near.c -- dates that leave out what is near: 15, 15/1, yesterday */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/date-parts.h"
#include "base/date.h"
#include "base/i18n.h"

enum {
	WEEK = 7,
	EPOCH_WEEKDAY = 4, /* 1970-01-01 was a Thursday */
	LEAP_YEAR = 2024,
	/* Two 29ths of February lie at most eight years apart. */
	MONTHS_BACK = 9 * 12,
};

static struct date
days_before(struct date d, int days)
{
	const moment day = (moment)24 * 60 * 60 * 1000000;

	return moment_date(moment_at(d, 12, 0, 0) - days * day);
}

int
date_weekday(struct date d)
{
	int days = date_days_between((struct date){1970, 1, 1}, d);

	return ((days + EPOCH_WEEKDAY) % WEEK + WEEK) % WEEK;
}

bool
date_day_word(const char **at, struct date today, struct date *d)
{
	const char *s = *at;
	const struct date_word *word;
	int ago;
	size_t n;

	while ((word = date_word_at(s, &n)) && word->kind == WORD_FILLER) {
		s += n;
		while (*s == ' ')
			s++;
	}
	if (!word || (word->kind != WORD_AGO && word->kind != WORD_WEEKDAY))
		return false;
	ago = word->kind == WORD_AGO
		  ? word->value
		  : (date_weekday(today) - word->value + WEEK) % WEEK;
	*d = days_before(today, ago);
	*at = s + n;
	return true;
}

/* The last day of that number, in that month unless it is 0. */
static bool
go_back(int day, int month, struct date today, struct date *d)
{
	struct date back = {today.year, today.month, day};

	for (int i = 0; i < MONTHS_BACK; i++) {
		if ((month == 0 || back.month == month) &&
		    date_is_valid(back) && date_compare(back, today) <= 0) {
			*d = back;
			return true;
		}
		if (--back.month == 0) {
			back.month = 12;
			back.year--;
		}
	}
	return false;
}

static bool
is_short_number(const struct date_part *p)
{
	return !p->is_month && p->digits <= 2;
}

/* "15", "15/1", "15 ม.ค.", "Jan 15"; month 0 where none is said. */
static bool
is_short(const struct date_written *w, int *day, int *month)
{
	const struct date_part *p = w->part;
	bool month_first = p[0].is_month;

	if (w->era != ERA_UNSAID || w->n < 1 || w->n > 2)
		return false;
	if (w->n == 1 && !is_short_number(&p[0]))
		return false;
	*day = p[month_first].value;
	*month = w->n == 1 ? 0 : p[!month_first].value;
	if (month_first && *day > 31) /* a year */
		return false;
	return w->n == 1 || (is_short_number(&p[month_first]) &&
			     (p[!month_first].is_month ||
			      is_short_number(&p[!month_first])));
}

static bool
check_short(int day, int month, struct error *err)
{
	const struct date d = {LEAP_YEAR, month ? month : 1, day};

	if (day > 31)
		return error_set(err, &DATE_INVALID, _("there is no day %s"),
				 DIGITS(day));
	return date_check(d, LEAP_YEAR + BUDDHIST_ERA, err);
}

/* Digits without marks between them: ddmmyy, or ddmmyyyy. */
static bool
is_run(const struct date_written *w, struct text *spaced)
{
	const struct date_part *p = &w->part[0];
	int year = p->digits == 8 ? 10000 : 100;

	if (w->n != 1 || p->is_month || (p->digits != 6 && p->digits != 8))
		return false;
	text_printf(spaced, "%d/%d/%0*d", p->value / year / 100,
		    p->value / year % 100, p->digits == 8 ? 4 : 2,
		    p->value % year);
	return true;
}

static bool
read_run(const struct date_written *w, struct date *d, struct error *err)
{
	struct text spaced = {0};
	bool ok = is_run(w, &spaced) && date_parse(spaced.s, d, err);

	text_done(&spaced);
	return ok;
}

/* False and err as it is where this is no short form at all. */
static bool
read_short(const char *at, struct date today, struct date *d, struct error *err)
{
	struct date_written w = {.n = 0};
	struct error ignored = {0};
	int day, month;

	if (!date_parts_read(&at, &w, &ignored) || *at != '\0')
		return false;
	if (!is_short(&w, &day, &month))
		return read_run(&w, d, err);
	return check_short(day, month, err) && go_back(day, month, today, d);
}

bool
date_parse_near(const char *s, struct date today, struct date *d,
		struct error *err)
{
	char *copy;
	const char *at;
	bool ok;

	if (date_parse(s, d, err))
		return true;
	copy = date_readable(s);
	at = copy;
	ok = (date_day_word(&at, today, d) && *at == '\0') ||
	     read_short(copy, today, d, err);
	free(copy);
	if (ok)
		*err = (struct error){0};
	return ok;
}
