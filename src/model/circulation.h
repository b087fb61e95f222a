/* circulation.h -- เวียน: a letter that many are to see at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_CIRCULATION_H
#define MODEL_CIRCULATION_H

#include "base/date.h"

#include "store/store.h"

#include "model/choices.h"

/* Why it goes round: "action" (เพื่อดำเนินการ), "information" (เพื่อทราบ). */
extern const struct choice circulation_purposes[];

/* One round, from one act. */
struct circulation {
	int64_t id;              /* seq of its event */
	const char *purpose;     /* circulation_purposes */
	struct date until;       /* year 0: no day was set */
	const char *person_name; /* who began it, and as what */
	const char *post;
	const char *post_name;
	moment at;
	moment closed_at;       /* 0 = somebody has still to note it */
	const char *closed_why; /* ended before all had; NULL = all have */
};

/* One of those it goes to: a division, or a person.  Each notes it once. */
struct circulated {
	int64_t circulation;
	const char *division; /* NULL for a person */
	const char *post;     /* who heads the division */
	int64_t person;       /* 0 for a division */
	const char *name;     /* as it was then */
	moment noted_at;      /* 0 = not yet */
	const char *noted_by;
	moment nudged_at; /* 0 = never */
	int nudges;
	moment ended_at; /* 0 = still waited for, unless noted */
};
extern const struct row_type circulation_row;
extern const struct row_type circulated_row;

/* Is it still waited for? */
bool circulated_is_open(const struct circulated *c);

#endif
