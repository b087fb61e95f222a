/* year.h -- the year of a register: when its numbers begin at 1 again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_YEAR_H
#define MODEL_YEAR_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

/*
 * A year of the register is the Buddhist calendar year, or, where the policy
 * year-month names another month than January, the twelve months that begin
 * then and is named after the calendar year in which it ends.  It turns at
 * 00:00 in Bangkok, whatever the zone of the host.
 */

/* From this year of the register on its years begin in that month. */
struct year_month {
	int year;
	int month;
};
struct year_months {
	struct year_month *at; /* by rising years; before the first: January */
	size_t n;
};

bool year_months_read(struct store *st, int64_t office, struct arena *a,
		      struct year_months *m, struct error *err) MUST_CHECK;

int year_at(const struct year_months *m, moment now);
/* The first moment of a year; the moment it ends is the next one's first. */
moment year_begins(const struct year_months *m, int year);

/* A turn that is near: in the last seven days of a year, and in the first
   seven of the one after. */
struct year_turn {
	int year;        /* whose numbers begin at 1; 0 = none is near */
	bool is_past;    /* it has begun */
	struct date day; /* its first */
};
struct year_turn year_turn_near(const struct year_months *m, moment now);

#endif
