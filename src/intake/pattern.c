/* pattern.c -- short patterns for the wordings of letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/pattern.h"

#include <string.h>
#include <sys/types.h>

#include "intake/scan.h"

static ssize_t
catch_number(const char *s, struct caught *c)
{
	long value;
	size_t n = scan_number(s, &value);

	if (n == 0 || c->n_numbers == CAUGHT_MAX)
		return -1;
	c->number[c->n_numbers++] = value;
	return (ssize_t)n;
}

static ssize_t
catch_date(const char *s, struct caught *c)
{
	size_t n = scan_date(s, &c->date);

	return n > 0 ? (ssize_t)n : -1;
}

static ssize_t
catch_month(const char *s, struct caught *c)
{
	struct date d = {0};
	size_t n = scan_month(s, &d.month);

	c->date = d;
	return n > 0 ? (ssize_t)n : -1;
}

static ssize_t
catch_day_and_month(const char *s, struct caught *c)
{
	long day;
	size_t n = scan_digits(s, &day, NULL);
	ssize_t m;

	if (n == 0 || day < 1 || day > 31)
		return -1;
	n += scan_space(s + n);
	m = catch_month(s + n, c);
	c->date.day = (int)day;
	return m > 0 ? (ssize_t)n + m : -1;
}

static ssize_t
catch_year(const char *s, struct caught *c)
{
	size_t n = scan_year(s, &c->year);

	return n > 0 ? (ssize_t)n : -1;
}

static ssize_t
catch_month_and_year(const char *s, struct caught *c)
{
	ssize_t n = catch_month(s, c), m;

	if (n < 0)
		return -1;
	n += (ssize_t)scan_space(s + n);
	m = catch_year(s + n, c);
	c->date.year = c->year;
	return m > 0 ? n + m : -1;
}

static ssize_t
catch_time(const char *s, struct caught *c)
{
	int hour, minute;
	size_t n = scan_time(s, &hour, &minute);

	(void)c;
	return n > 0 ? (ssize_t)n : -1;
}

static ssize_t
catch_weekday(const char *s, struct caught *c)
{
	static const char *const days[] = {"จันทร์", "อังคาร", "พุธ",   "พฤหัสบดี",
					   "ศุกร์",  "เสาร์",  "อาทิตย์"};

	for (size_t i = 0; i < ARRAY_SIZE(days); i++) {
		size_t n = scan_word(s, days[i]);

		if (n > 0) {
			c->weekday = (int)i;
			return (ssize_t)n;
		}
	}
	return -1;
}

static const struct catcher {
	char letter;
	ssize_t (*at)(const char *s, struct caught *c);
	bool is_date;
} catchers[] = {
    {'n', catch_number, false},       {'d', catch_date, true},
    {'e', catch_day_and_month, true}, {'m', catch_month_and_year, true},
    {'M', catch_month, true},         {'y', catch_year, false},
    {'w', catch_weekday, false},      {'t', catch_time, false},
};

static ssize_t catch (char letter, const char *s, struct caught *c)
{
	for (size_t i = 0; i < ARRAY_SIZE(catchers); i++) {
		ssize_t n;

		if (catchers[i].letter != letter)
			continue;
		n = catchers[i].at(s, c);
		if (n > 0 && catchers[i].is_date && c->n_dates < CAUGHT_MAX)
			c->dates[c->n_dates++] = c->date;
		return n;
	}
	bug("a pattern has %%%c", letter);
}

/* A sequence without brackets, up to `end`. */
static ssize_t
match_plain(const char *p, const char *end, const char *s, struct caught *c)
{
	const char *start = s;

	for (; p < end; p++) {
		ssize_t n = 1;

		if (*p == ' ') {
			n = (ssize_t)scan_space(s);
		} else if (*p == '%') {
			n = catch (*++p, s, c);
			if (n < 0)
				return -1;
		} else if (*p != *s) {
			return -1;
		}
		s += n;
	}
	return s - start;
}

static ssize_t match_from(const char *p, const char *s, struct caught *c);

/* Tries each alternative of the brackets at p with all that follows them. */
static ssize_t
match_brackets(const char *p, const char *s, struct caught *c)
{
	const char *close = strchr(p, ']');
	const struct caught before = *c;

	while (*p != ']') {
		const char *from = ++p;
		ssize_t n, rest;

		p += strcspn(p, "|]");
		*c = before;
		n = match_plain(from, p, s, c);
		rest = n < 0 ? -1 : match_from(close + 1, s + n, c);
		if (rest >= 0)
			return n + rest;
	}
	return -1;
}

static ssize_t
match_from(const char *p, const char *s, struct caught *c)
{
	const char *end = p + strcspn(p, "[");
	ssize_t n = match_plain(p, end, s, c), rest;

	if (n < 0 || *end == '\0')
		return n;
	rest = match_brackets(end, s + n, c);
	return rest < 0 ? -1 : n + rest;
}

size_t
pattern_match(const char *pattern, const char *s, struct caught *c)
{
	struct caught found = {.n_numbers = 0};
	ssize_t n = match_from(pattern, s, &found);

	if (n <= 0)
		return 0;
	*c = found;
	return (size_t)n;
}

const void *
pattern_find(const void *rows, size_t n, size_t size, const char *s,
	     struct caught *c, size_t *length)
{
	const char *row = rows;

	for (; n > 0; n--, row += size) {
		const char *pattern = *(const char *const *)(const void *)row;

		*length = pattern_match(pattern, s, c);
		if (*length > 0)
			return row;
	}
	return NULL;
}
