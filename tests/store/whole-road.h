/* whole-road.h -- a register with every kind of event and a row in every table
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STORE_WHOLE_ROAD_H
#define TESTS_STORE_WHOLE_ROAD_H

#include "tests/fixture.h"

/* In place of fixture_register(): begun in the year before, with what a year
   of an office brings, and a restore. */
void whole_road(struct fixture *f);
/* The same, with something that does each act instead (tests/fixture.h). */
void whole_road_with(struct fixture *f, fixture_act_fn instead);

#endif
