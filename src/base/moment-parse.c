/* moment-parse.c -- a date and a time of day as people write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/date-parts.h"
#include "base/date.h"
#include "base/i18n.h"

enum { BANGKOK_MINUTES = 7 * 60 };

/* A time of day; zone is minutes ahead of UTC. */
struct clock {
	int hour, minute, second, zone;
	moment fraction; /* microseconds */
};

static bool
skip_word(const char **at, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(*at, word, n) != 0)
		return false;
	*at += n;
	return true;
}

/* A number of exactly two digits. */
static bool
read_two(const char **at, int *value)
{
	const char *s = *at;

	if (!date_is_digit(s[0]) || !date_is_digit(s[1]))
		return false;
	*value = (s[0] - '0') * 10 + s[1] - '0';
	*at += 2;
	return true;
}

static bool
read_hour(const char **at, int *hour)
{
	if (read_two(at, hour))
		return true;
	if (!date_is_digit(**at))
		return false;
	*hour = *(*at)++ - '0';
	return true;
}

static moment
read_fraction(const char **at)
{
	moment fraction = 0, unit = 1000000;

	for (; date_is_digit(**at); ++*at) {
		unit /= 10;
		fraction += unit * (**at - '0');
	}
	return fraction;
}

/* "10:34", "10.34", "10:34:56", "10:34:56.789" */
static bool
read_clock(const char **at, struct clock *c)
{
	char mark;

	if (!read_hour(at, &c->hour))
		return false;
	mark = **at;
	if (mark != ':' && mark != '.')
		return false;
	++*at;
	if (!read_two(at, &c->minute))
		return false;
	if (**at != mark)
		return true;
	++*at;
	if (!read_two(at, &c->second))
		return false;
	if (skip_word(at, "."))
		c->fraction = read_fraction(at);
	return true;
}

/* "Z", "+07:00", "+0700", "+07"; nothing is Bangkok. */
static bool
read_zone(const char **at, struct clock *c)
{
	int hour, minute = 0;
	int sign = **at == '-' ? -1 : 1;

	if (skip_word(at, "Z")) {
		c->zone = 0;
		return true;
	}
	if (!skip_word(at, "+") && !skip_word(at, "-"))
		return true;
	if (!read_two(at, &hour))
		return false;
	if (skip_word(at, ":") || date_is_digit(**at))
		if (!read_two(at, &minute))
			return false;
	c->zone = sign * (hour * 60 + minute);
	return hour <= 14 && minute < 60;
}

/* The Thai word for o'clock, which adds nothing. */
static void
skip_o_clock(const char **at)
{
	date_skip_blanks(at);
	if (!skip_word(at, "นาฬิกา") && !skip_word(at, "น."))
		skip_word(at, "น");
}

static bool
check_clock(const struct clock *c, struct error *err)
{
	if (c->hour > 24 || (c->hour == 24 && (c->minute || c->second)))
		return error_set(err, &DATE_INVALID,
				 _("a day has the times 00:00 to 24:00"));
	if (c->minute > 59)
		return error_set(err, &DATE_INVALID, _("there is no minute %s"),
				 DIGITS(c->minute));
	if (c->second > 59)
		return error_set(err, &DATE_INVALID, _("there is no second %s"),
				 DIGITS(c->second));
	return true;
}

/* Reads what follows a date: nothing, or a time of day. */
static bool
read_time(const char *s, struct clock *c, bool *has_time, struct error *err)
{
	const char *at = s;

	*has_time = *s != '\0';
	if (!*has_time)
		return true;
	if (*at == 'T')
		at++;
	at += *at == ',';
	date_skip_blanks(&at);
	if (skip_word(&at, "เวลา"))
		date_skip_blanks(&at);
	s = at;
	if (!read_clock(&at, c))
		return date_not_understood(s, err);
	skip_o_clock(&at);
	if (!read_zone(&at, c) || *at)
		return date_not_understood(s, err);
	return check_clock(c, err);
}

static moment
moment_of(struct date d, const struct clock *c)
{
	return moment_at(d, c->hour, c->minute + BANGKOK_MINUTES - c->zone,
			 c->second) +
	       c->fraction;
}

bool
moment_parse(const char *s, moment *m, bool *has_time, struct error *err)
{
	char *copy = date_readable(s);
	const char *at = copy;
	struct clock c = {.zone = BANGKOK_MINUTES};
	struct date d;
	bool timed = false;
	bool ok = date_read(&at, &d, err) && read_time(at, &c, &timed, err);

	free(copy);
	if (!ok)
		return false;
	*m = moment_of(d, &c);
	*has_time = timed;
	return true;
}

bool
moment_parse_near(const char *s, moment now, moment *m, bool *has_time,
		  struct error *err)
{
	char *copy;
	const char *at;
	struct clock c = {.zone = BANGKOK_MINUTES};
	struct date d = moment_date(now);
	struct error ignored = {0};
	bool has_day, timed = false, ok;

	if (moment_parse(s, m, has_time, err))
		return true;
	copy = date_readable(s);
	at = copy;
	has_day = date_day_word(&at, d, &d);
	at += strspn(at, " ");
	ok = *copy != '\0' &&
	     read_time(at, &c, &timed, has_day ? err : &ignored);
	free(copy);
	if (!ok)
		return false;
	*err = (struct error){0};
	*m = moment_of(d, &c);
	*has_time = timed;
	return true;
}
