/* cost.c -- what SQLite does for something, counted: the same on every machine
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/cost.h"

#include <stddef.h>

#include "tests/fault/shim.h"

static int
count(unsigned what, void *ctx, void *stmt, void *ns)
{
	struct cost *c = ctx;

	(void)ns;
	if (what == SQLITE_TRACE_ROW) {
		c->rows++;
		return 0;
	}
	c->statements++;
	c->steps += sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_VM_STEP, 1);
	return 0;
}

void
cost_begin(struct cost *c)
{
	*c = (struct cost){0};
	for (sqlite3_stmt *s = NULL;
	     (s = sqlite3_next_stmt(shim_connection(), s)) != NULL;)
		sqlite3_stmt_status(s, SQLITE_STMTSTATUS_VM_STEP, 1);
	sqlite3_trace_v2(shim_connection(),
			 SQLITE_TRACE_PROFILE | SQLITE_TRACE_ROW, count, c);
}

void
cost_end(void)
{
	sqlite3_trace_v2(shim_connection(), 0, NULL, NULL);
}
