/* plan.c -- how SQLite plans our statements */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plan.h"

/* SQLITE_BloomFilter of sqliteInt.h. */
enum { BLOOM_FILTER = 0x00080000 };

void
plan_without_filters(sqlite3 *db)
{
	sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, db, BLOOM_FILTER);
}
