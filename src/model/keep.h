/* keep.h -- which of many backups are kept, and which may go */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_KEEP_H
#define MODEL_KEEP_H

#include "base/date.h"

/* Of how many days, weeks (from Monday) and months the last one is kept.  The
   last of each year is kept for ever. */
struct keep_rules {
	int days, weeks, months;
};

/*
 * Says for each of n backups, the newest first, whether it is kept.  Days,
 * weeks and months without a backup do not count: when none are made any
 * more, none goes.  The newest is always kept.  Days are those of Bangkok.
 */
void keep_choose(const moment *at, size_t n, const struct keep_rules *rules,
		 bool *kept);

#endif
