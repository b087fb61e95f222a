/* clock.h -- what the computer's clock read, and whether it can be believed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_CLOCK_H
#define MODEL_CLOCK_H

#include "base/date.h"

#include "store/store.h"

#include "model/year.h"

/*
 * Time in the chain never falls: an event written while the clock reads less
 * than the last one has the last one's time, and keeps in its words, as
 * "clock", what the clock read.  So each act is measured against what the
 * clock read at the act before it: one that reads earlier, or much later, is
 * doubted until a person says that it is right (clock.confirm), from when on
 * that reading is the measure.
 */
struct clock_reading {
	moment last; /* time of the last event; 0 = there is none yet */
	moment read; /* what the clock read then */
};

enum clock_doubt {
	CLOCK_SOUND,
	CLOCK_BACK,  /* it was set back by more than CLOCK_SLACK */
	CLOCK_AHEAD, /* more days with no event than the office allows */
	CLOCK_YEARS, /* more than one year of the register has turned */
};

/* Clocks are put right by small steps, and several hosts differ a little. */
#define CLOCK_SLACK ((moment)2 * 60 * 1000000)

bool clock_reading_load(struct store *st, int64_t office,
			struct clock_reading *r, struct error *err) MUST_CHECK;
/* days: the policy clock-days. */
enum clock_doubt clock_doubt_of(const struct clock_reading *r, moment now,
				int days, const struct year_months *years);

#endif
