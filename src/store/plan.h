/* plan.h -- how SQLite plans our statements */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_PLAN_H
#define STORE_PLAN_H

#include <sqlite3.h>

/*
 * No Bloom filters (3.38 and later).  Before the first row of a join SQLite may
 * read the whole inner table to make one, in the belief that many rows will be
 * asked for; it counts those of sqlite_stat1, which says how big an office is,
 * while the table holds all years of all offices.  What waits on a desk took as
 * long as the register is.  The switch is meant for SQLite's own tests; should
 * it go away, statements are slower and no less right.
 */
void plan_without_filters(sqlite3 *db);

#endif
