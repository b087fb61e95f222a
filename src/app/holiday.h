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

bool holiday_add_decide(struct act *act, struct error *err);
bool holiday_remove_decide(struct act *act, struct error *err);
/* Takes over the days of a newer edition of data/holidays; days that it does
   not have stay, for nobody knows whether the office added them. */
bool holiday_update_decide(struct act *act, struct error *err);

#endif
