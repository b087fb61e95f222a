/* calendar-file.h -- calendar files (.ics): holidays in and out, duties out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_CALENDAR_FILE_H
#define APP_CALENDAR_FILE_H

#include "base/ics.h"

#include "app/holiday.h"

/* Adds the calendar that is asked for, in lines that end with CR LF. */
typedef bool (*calendar_fn)(struct session *s, const struct request *r,
			    struct text *t, struct error *err);
/* It, row by row; or into the new file of --output, without which there is
   REQUEST_MISSING: *answer tells which, and how many events it holds. */
bool calendar_give_rows(calendar_fn write, struct session *s,
			const struct request *r, answer_row_fn row, void *ctx,
			struct error *err) MUST_CHECK;
bool calendar_give_file(calendar_fn write, struct session *s,
			const struct request *r, json_t **answer,
			struct error *err) MUST_CHECK;

/* Of `export --ics`. */
bool duty_calendar_each(struct session *s, const struct request *r,
			answer_row_fn row, void *ctx, struct error *err);
bool duty_calendar_look(struct session *s, const struct request *r,
			json_t **answer, struct error *err);

/* A file of another program, in whatever encoding; "-" is standard input. */
bool calendar_read(const char *path, struct arena *a, struct ics *ics,
		   struct error *err) MUST_CHECK;

/* What is taken of it for holidays. */
struct calendar_wish {
	const char *kind;  /* NULL: the event's category, else "extra" */
	const char *match; /* only events in whose words it stands; or NULL */
	struct date from, to; /* where what recurs is counted out */
};
/* Days in the order of the file; each event that is not taken is a sentence in
   `faults`. */
void calendar_holidays(const struct ics *ics, const struct calendar_wish *wish,
		       struct arena *a, struct holiday **days, size_t *n,
		       json_t *faults);

#endif
