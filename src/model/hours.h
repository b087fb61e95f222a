/* hours.h -- the hours of the office, and how much of a time lies in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_HOURS_H
#define MODEL_HOURS_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

/*
 * A letter that comes on Friday at 16:00 and is endorsed on Monday at 09:00
 * lay for 65 hours, and for one hour of the office.  Offices of the government
 * work from 8.30 to 16.30, Monday to Friday, with an hour at midday (ประกาศ
 * สำนักนายกรัฐมนตรี เรื่อง กำหนดเวลาทำงานและวันหยุดราชการ); an office may settle
 * its own by policies that hold from a day on (office-opens and the four after
 * it in model/policy.c).
 */
struct office_hours {
	struct date since;   /* year 0: from the beginning */
	int opens, closes;   /* minutes since midnight */
	int breaks, goes_on; /* the midday break */
	bool counts_break;   /* ... is office time all the same */
};

/* The hours that hold one after the other, by rising days; never empty. */
struct hours_table {
	struct office_hours *at;
	size_t n;
};
bool hours_table_read(struct store *st, int64_t office, struct arena *a,
		      struct hours_table *t, struct error *err) MUST_CHECK;
/* The hours of a day, were it a working day. */
const struct office_hours *hours_on(const struct hours_table *t,
				    struct date day);

/* Is it a working day?  model/workday.h tells, with the holidays. */
typedef bool (*hours_day_fn)(const void *ctx, struct date day);

/* Office time summed up for a span of days; borrows nothing. */
struct hours {
	moment begins; /* the first midnight of the span */
	size_t n;      /* days in it */
	struct hours_day *days;
};

/* For the days from `first` to `last`, both included; in the arena. */
void hours_make(const struct hours_table *t, hours_day_fn is_working,
		const void *ctx, struct date first, struct date last,
		struct arena *a, struct hours *h);

/*
 * The office time between two moments, exactly, in microseconds; negative when
 * `to` is earlier.  What lies outside the span counts nothing.  So the times
 * of two spans that meet add up to the time of both.
 */
int64_t hours_between(const struct hours *h, moment from, moment to);
/* Office time of that day, as it is or were it a working day: so many hours
   are a day of work. */
int64_t hours_of_day(const struct office_hours *o);

#endif
