/* holiday.h -- the office's holidays: changed, and what moves with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_HOLIDAY_H
#define APP_HOLIDAY_H

#include "model/workday.h"

#include "app/act.h"

/* What office.found says of them, and holiday.set beside `gone`, `reason` and
   `moved`: add, first_day, last_day, edition.  A new reference. */
json_t *holidays_json(const struct holidays *h);
json_t *holiday_json(const struct holiday *h);

/* The table as it is, and as it shall be. */
struct holiday_changing {
	struct holidays before, after;
	struct holiday_change change;
};
/* Reads it; then --known-to moves the end of it; then, from c->change and the
   bounds of c->after, the event is put.  Refused where nothing would change. */
bool holiday_change_begin(struct act *act, struct holiday_changing *c,
			  struct error *err) MUST_CHECK;
bool holiday_move_end(struct act *act, struct holidays *h,
		      struct error *err) MUST_CHECK;
bool holiday_change_put(struct act *act, struct holiday_changing *c,
			struct error *err) MUST_CHECK;

/* ... and with it the last working day of each open day of a duty that is
   another by c->after: which, was and now. */
bool holidays_put_moved(struct act *act, const struct holiday_changing *c,
			struct error *err) MUST_CHECK;

/* --year of a request, 0 = all; is it of that year? */
bool holiday_year_asked(const struct request *r, int *year,
			struct error *err) MUST_CHECK;
bool holiday_is_of(const struct holiday *h, int year);

bool holiday_add_decide(struct act *act, struct error *err);
bool holiday_remove_decide(struct act *act, struct error *err);
/* Takes over the days of a newer edition of data/holidays; days that it does
   not have stay, for nobody knows whether the office added them. */
bool holiday_update_decide(struct act *act, struct error *err);
/* The days of a calendar file; what of it cannot be taken is remarked. */
bool holiday_import_prepare(struct act *act, struct error *err);
bool holiday_import_decide(struct act *act, struct error *err);

#endif
