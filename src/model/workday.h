/* workday.h -- working days of the office: neither weekend nor holiday */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_WORKDAY_H
#define MODEL_WORKDAY_H

#include "store/store.h"

#include "model/holiday.h"

/*
 * The holidays of an office, read once for an act or a look; then all answers
 * are arithmetic.  A date stays as a letter writes it, and what is reckoned
 * here is shown beside it: practice is to report on the working day before a
 * day on which the office is closed (domain notes, 2.7).
 *
 * Of days that the table does not know only weekends are left out;
 * holidays_know() says of which days that is so, and who shows one says it.
 */
bool holidays_read(struct store *st, int64_t office, struct arena *a,
		   struct holidays *h, struct error *err) MUST_CHECK;

bool workday_is(const struct holidays *h, struct date d);
/* The last working day on or before d. */
struct date workday_last(const struct holidays *h, struct date d);
/* The first working day after d. */
struct date workday_next(const struct holidays *h, struct date d);
/* The nth working day after d; before it where n is negative; d for 0.
   "Within 7 working days of receipt" is workday_add(h, received, 7). */
struct date workday_add(const struct holidays *h, struct date d, int n);
/* How many working days lie after a, up to and with b; negative, after b up to
   a, when b is earlier: workdays_between(h, d, workday_add(h, d, n)) is n for
   a working day d. */
int workdays_between(const struct holidays *h, struct date a, struct date b);

#endif
