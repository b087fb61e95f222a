/* date-parse.c -- dates as people write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/date-parts.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/thai.h"

const struct error_kind DATE_INVALID = {"date-invalid", EXIT_USAGE,
					N_("this is not a date")};

enum { DIGITS_MAX = 9 };

/* Which part is the day, the month, the year. */
struct order {
	int day, month, year;
};

static bool
fails(struct error *err, const char *detail)
{
	return error_set(err, &DATE_INVALID, "%s", detail);
}

bool
date_not_understood(const char *s, struct error *err)
{
	return error_set(err, &DATE_INVALID, _("\"%s\" is not understood"),
			 s + strspn(s, " "));
}

bool
date_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

void
date_skip_blanks(const char **at)
{
	*at += strspn(*at, " ");
}

/* Between two parts one of / - . , may stand, with spaces around it. */
static void
skip_separator(const char **at)
{
	date_skip_blanks(at);
	if (**at && strchr("/-.,", **at))
		++*at;
	date_skip_blanks(at);
}

static bool
read_number(const char **at, struct date_written *w, struct error *err)
{
	const char *s = *at;
	struct date_part p = {.is_month = false};

	for (; date_is_digit(*s) && p.digits < DIGITS_MAX; s++, p.digits++)
		p.value = p.value * 10 + (*s - '0');
	if (date_is_digit(*s))
		return date_not_understood(*at, err);
	w->part[w->n++] = p;
	*at = s;
	return true;
}

static bool
read_word(const char **at, struct date_written *w, struct error *err)
{
	size_t n;
	const struct date_word *word = date_word_at(*at, &n);

	if (!word || word->kind == WORD_AGO)
		return date_not_understood(*at, err);
	*at += n;
	if (word->kind == WORD_ERA)
		w->era = (enum era)word->value;
	else if (word->kind == WORD_MONTH)
		w->part[w->n++] =
		    (struct date_part){.is_month = true, .value = word->value};
	return true;
}

/* Reads parts until day, month and year are there, or the text ends. */
bool
date_parts_read(const char **at, struct date_written *w, struct error *err)
{
	date_skip_blanks(at);
	while (**at && w->n < DATE_PARTS) {
		if (date_is_digit(**at) ? !read_number(at, w, err)
					: !read_word(at, w, err))
			return false;
		if (w->n < DATE_PARTS)
			skip_separator(at);
	}
	return true;
}

/* Says which of day, month and year is missing. */
static bool
incomplete(const struct date_written *w, struct error *err)
{
	bool has_year = w->n == 2 && w->part[1].value > 31;

	if (w->n == 0)
		return fails(err, _("nothing is written"));
	if (w->n == 1)
		return fails(err, _("day, month and year are needed"));
	if (!has_year)
		return fails(err, _("the year is missing"));
	return fails(err, w->part[0].is_month ? _("the day is missing")
					      : _("the month is missing"));
}

/* Day first; year first where it has four digits; month first only as a
   word. */
static bool
find_order(const struct date_written *w, struct order *order, struct error *err)
{
	const struct date_part *p = w->part;

	if (p[0].is_month + p[1].is_month + p[2].is_month > 1 || p[2].is_month)
		return fails(err, _("day, month and year are needed"));
	if (p[0].is_month)
		*order = (struct order){.month = 0, .day = 1, .year = 2};
	else if (p[0].digits == 4)
		*order = (struct order){.year = 0, .month = 1, .day = 2};
	else
		*order = (struct order){.day = 0, .month = 1, .year = 2};
	return true;
}

/* The year as it was meant, in its own era: 69 is 2569. */
static bool
read_year(const struct date_part *p, enum era era, int *year, struct error *err)
{
	int value = p->digits == 2 ? 2500 + p->value : p->value;

	if (p->digits != 4 && (p->digits != 2 || era == ERA_COMMON))
		return fails(err, _("a year has 2 or 4 digits"));
	if (value < 1900)
		return error_set(err, &DATE_INVALID,
				 _("the year %s is too early"), DIGITS(value));
	if (era == ERA_COMMON && value >= BUDDHIST_FROM)
		return error_set(err, &DATE_INVALID,
				 _("%s is not a year of the common era"),
				 DIGITS(value));
	if (era == ERA_BUDDHIST && value < BUDDHIST_FROM)
		return error_set(err, &DATE_INVALID,
				 _("%s is not a Buddhist year"), DIGITS(value));
	*year = value;
	return true;
}

static bool
too_few_days(struct date d, int year, struct error *err)
{
	struct text month = {0};
	int days = date_month_days(d.year, d.month);

	text_add_month(&month, d.month, DATE_LONG);
	if (d.month == 2 && d.day == 29)
		error_set(err, &DATE_INVALID,
			  _("%s is not a leap year: %s has %s days"),
			  DIGITS(year), text_str(&month), DIGITS(days));
	else
		error_set(err, &DATE_INVALID, _("%s has %s days"),
			  text_str(&month), DIGITS(days));
	text_done(&month);
	return false;
}

bool
date_check(struct date d, int year, struct error *err)
{
	if (d.month < 1 || d.month > 12)
		return error_set(err, &DATE_INVALID, _("there is no month %s"),
				 DIGITS(d.month));
	if (d.day < 1)
		return error_set(err, &DATE_INVALID, _("there is no day %s"),
				 DIGITS(d.day));
	return date_is_valid(d) || too_few_days(d, year, err);
}

bool
date_read(const char **at, struct date *d, struct error *err)
{
	struct date_written w = {.n = 0};
	struct order order = {.day = 0};
	struct date found;
	int year = 0;

	if (!date_parts_read(at, &w, err))
		return false;
	if (w.n < DATE_PARTS)
		return incomplete(&w, err);
	if (!find_order(&w, &order, err) ||
	    !read_year(&w.part[order.year], w.era, &year, err))
		return false;
	found.year = year >= BUDDHIST_FROM ? year - BUDDHIST_ERA : year;
	found.month = w.part[order.month].value;
	found.day = w.part[order.day].value;
	if (!date_check(found, year, err))
		return false;
	*d = found;
	return true;
}

char *
date_readable(const char *s)
{
	return text_fold_space(thai_digits_to_arabic(s));
}

bool
date_parse(const char *s, struct date *d, struct error *err)
{
	char *copy = date_readable(s);
	const char *at = copy;
	struct date found;
	bool ok = date_read(&at, &found, err);

	if (ok && *at)
		ok = date_not_understood(at, err);
	if (ok)
		*d = found;
	free(copy);
	return ok;
}
