/* ics.c -- calendar files (iCalendar, RFC 5545): written line by line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/ics.h"

#include <string.h>

enum { FOLD_AT = 75 }; /* octets, without the end of the line */

void
text_add_ics(struct text *t, const char *name, const char *value)
{
	struct text line = {0};
	size_t room = FOLD_AT;

	text_printf(&line, "%s:%s", name, value);
	for (const char *s = line.s, *end = line.s + line.n; s < end;) {
		uint32_t code;
		size_t n = utf8_next(s, (size_t)(end - s), &code);

		if (n > room) {
			text_add(t, "\r\n ");
			room = FOLD_AT - 1;
		}
		text_add_n(t, s, n);
		room -= n;
		s += n;
	}
	text_add(t, "\r\n");
	text_done(&line);
}

void
text_add_ics_text(struct text *t, const char *name, const char *value)
{
	struct text escaped = {0}, visible = {0};

	if (value == NULL || *value == '\0')
		return;
	text_add_visible(&visible, value, true);
	value = text_str(&visible);
	for (; *value != '\0'; value++) {
		if (*value == '\n') {
			text_add(&escaped, "\\n");
			continue;
		}
		if (strchr("\\;,", *value))
			text_add(&escaped, "\\");
		text_add_n(&escaped, value, 1);
	}
	text_add_ics(t, name, text_str(&escaped));
	text_done(&escaped);
	text_done(&visible);
}

void
text_add_ics_day(struct text *t, const char *name, struct date d)
{
	struct text with = {0}, day = {0};

	text_printf(&with, "%s;VALUE=DATE", name);
	text_printf(&day, "%04d%02d%02d", d.year, d.month, d.day);
	text_add_ics(t, with.s, day.s);
	text_done(&with);
	text_done(&day);
}

void
text_add_ics_moment(struct text *t, const char *name, moment m)
{
	const moment bangkok = (moment)7 * 3600 * 1000000;
	struct date d = moment_date(m - bangkok);
	int hour, minute, second;
	struct text value = {0};

	moment_time(m - bangkok, &hour, &minute, &second);
	text_printf(&value, "%04d%02d%02dT%02d%02d%02dZ", d.year, d.month,
		    d.day, hour, minute, second);
	text_add_ics(t, name, value.s);
	text_done(&value);
}

void
text_add_ics_open(struct text *t, const char *component)
{
	text_printf(t, "BEGIN:%s\r\n", component);
}

void
text_add_ics_close(struct text *t, const char *component)
{
	text_printf(t, "END:%s\r\n", component);
}

void
text_add_ics_begin(struct text *t, const char *title)
{
	text_add_ics_open(t, "VCALENDAR");
	text_add_ics(t, "VERSION", "2.0");
	text_add_ics(t, "PRODID", "-//saraban//saraban//TH");
	text_add_ics(t, "CALSCALE", "GREGORIAN");
	text_add_ics(t, "METHOD", "PUBLISH");
	text_add_ics_text(t, "X-WR-CALNAME", title);
	text_add_ics(t, "X-WR-TIMEZONE", "Asia/Bangkok");
}

void
text_add_ics_end(struct text *t)
{
	text_add_ics_close(t, "VCALENDAR");
}
