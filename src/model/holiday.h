/* holiday.h -- days on which the office is closed: a table that is edited */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_HOLIDAY_H
#define MODEL_HOLIDAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

#include "model/choices.h"

/* One day; two holidays on a day stand in one name. */
struct holiday {
	struct date day;
	const char *kind;    /* a value of holiday_kinds */
	const char *name;    /* "วันขึ้นปีใหม่" */
	const char *name_en; /* "New Year's Day"; NULL where none is known */
	bool is_doubtful;    /* sources do not agree, or there is only one */
};

/* "fixed", "lunar", "royal", "lieu", "extra", "local": saraban-holidays(5). */
extern const struct choice holiday_kinds[];

/* By rising day, none twice.  All holidays from `from` to `to` are in it; of
   days outside nothing is known, and it may hold some of them. */
struct holidays {
	struct holiday *at;
	size_t n;
	struct date from, to; /* year 0 = of no day */
	struct date edition; /* as it was known on that day; a later is newer */
};

extern const struct error_kind HOLIDAY_INVALID; /* "holiday-invalid", 2 */

/* The text of saraban-holidays(5); all in the arena.  Fails with the number of
   the first line that is wrong. */
bool holidays_parse(const char *text, struct arena *a, struct holidays *h,
		    struct error *err) MUST_CHECK;
/* The table that the program carries: data/holidays. */
void holidays_shipped(struct arena *a, struct holidays *h);

/* Another table, in the arena: days of `add`, in any order, stand in the place
   of those that were there, the later of two in the place of the earlier; then
   those of `gone` are left out. */
struct holiday_change {
	const struct holiday *add;
	size_t n_add;
	const struct date *gone;
	size_t n_gone;
};
void holidays_change(const struct holidays *h, const struct holiday_change *c,
		     struct arena *a, struct holidays *out);
/* The same day, kind, names and doubt. */
bool holiday_is_same(const struct holiday *a, const struct holiday *b);

/* The holiday of that day, or NULL: by halves, in any order of asking. */
const struct holiday *holidays_find(const struct holidays *h, struct date d);
/* Its name in the language in force. */
const char *holiday_name(const struct holiday *h);
/* The table tells of that day. */
bool holidays_know(const struct holidays *h, struct date d);

#endif
