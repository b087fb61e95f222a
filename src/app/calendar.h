/* calendar.h -- a month with its holidays, and what is due on each day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_CALENDAR_H
#define APP_CALENDAR_H

#include "model/duty-day.h"
#include "model/workday.h"

#include "app/session.h"

/* What is due stands at the last working day up to the date of the letter: the
   day by which it is to be seen to. */
struct calendar_day {
	struct date day;
	const struct holiday *holiday; /* or NULL */
	bool is_working, is_known;
	int n[DUTY_MARKS]; /* duties, by what a calendar distinguishes */
	size_t first;      /* the first of them in duties.at */
};

struct calendar_month {
	int year, month; /* common era; 1..12 */
	struct date today;
	struct calendar_day at[31];
	int n;
	struct duty_day_list duties;
	struct holidays holidays;
};

/* A month as people write it, "" is this one: "ก.พ. 2569", "2569-02", "2/69".
   The day is its first. */
bool calendar_month_parse(const char *word, struct date today, struct date *d,
			  struct error *err) MUST_CHECK;

/* Duties of the office, or of the asker's posts; all in the arena. */
bool look_month(struct session *s, int year, int month, bool mine,
		struct arena *a, struct calendar_month *m,
		struct error *err) MUST_CHECK;

/* How many duties stand on a day. */
int calendar_duties(const struct calendar_day *d);
/* "!", "●", "✓", "–": told apart without colour. */
extern const char *const duty_mark_signs[DUTY_MARKS];
extern const struct choice duty_marks[DUTY_MARKS + 1];
/* "!2 ●3 ✓1"; nothing for a day without duties. */
void text_add_marks(struct text *t, const int n[DUTY_MARKS], bool thai_digits);

#endif
