/* ics.h -- calendar files (iCalendar, RFC 5545): written, and read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ICS_H
#define BASE_ICS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"

/*
 * Written by us, line by line, so that the same is always the same bytes:
 * lines end with CR LF and are folded at 75 octets between code points.
 */
void text_add_ics(struct text *t, const char *name, const char *value);
/* A value that is text, escaped; NULL and "" add no line. */
void text_add_ics_text(struct text *t, const char *name, const char *value);
/* "DTSTART;VALUE=DATE:20260105"; "DTSTAMP:20260105T023400Z". */
void text_add_ics_day(struct text *t, const char *name, struct date d);
void text_add_ics_moment(struct text *t, const char *name, moment m);
/* A component, "VEVENT", around its lines. */
void text_add_ics_open(struct text *t, const char *component);
void text_add_ics_close(struct text *t, const char *component);
/* What every file begins and ends with; `title` is what a program calls it. */
void text_add_ics_begin(struct text *t, const char *title);
void text_add_ics_end(struct text *t);

/* An event as another program wrote it, read by libical.  Words are one line
   each, with what a terminal would obey made visible; NULL where there are
   none. */
struct ics_event {
	const char *name;    /* SUMMARY */
	const char *english; /* COMMENT in English, which is how we write it */
	const char *words;   /* DESCRIPTION */
	const char *categories;  /* with "," between */
	struct date first, last; /* both included; a time is its day in Bangkok
				    when it is of UTC, else the day written */
	const char *rule;        /* RRULE, or NULL */
	struct date *except;     /* EXDATE */
	size_t n_except;
	bool is_tentative, is_cancelled; /* STATUS */
};
/* One that could not be read: what it calls itself, or "" , and why. */
struct ics_fault {
	const char *name;
	const char *what;
};
struct ics {
	struct ics_event *events;
	size_t n;
	struct ics_fault *faults;
	size_t n_faults;
};

extern const struct error_kind ICS_INVALID; /* "ics-invalid", 2 */

/* More is refused unread. */
enum { ICS_MAX_BYTES = 1 << 20 };

/* All events of a text in UTF-8; one that is wrong stops no other.  Fails only
   where there is no calendar in it at all.  All in the arena. */
bool ics_read(const char *text, struct arena *a, struct ics *ics,
	      struct error *err) MUST_CHECK;

#endif
