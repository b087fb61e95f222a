/* day-page.h -- what stands on the page of a day, as it was when it was closed
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DAY_PAGE_H
#define MODEL_DAY_PAGE_H

#include "model/day.h"
#include "model/office.h"

/*
 * A line of form 13.  Corrected later, it stands here with its old words, and
 * where it went later is not told: a page that is printed again is the same.
 * Of a secret letter the page has the number, the date and the class.
 */
struct day_entry {
	int64_t id;
	const char *book;
	int year, number;
	const char *ref_no;
	const char *dated; /* ISO 8601 */
	const char *sender;
	const char *recipient;
	const char *subject;
	const char *secrecy;
	const char *urgency;
	const char *late; /* why; NULL: it was not */
	bool is_sheet;    /* written on an emergency sheet first */
	moment received_at;
	const char *lies_with; /* name of the post that had it then */
	const char *ordered;   /* names of the divisions, ", " between */
	const char *cancelled; /* why; NULL: it was not */
	int replaces_year, replaces_number; /* the entry it stands for; 0 */
	/* A number without a letter: what for, why not used; else NULL. */
	const char *purpose;
	const char *voided;
	bool is_lost;
};

/* A cancellation or a correction of that day, of any day's entry. */
struct day_change {
	const char *book;
	int year, number;
	const char *secrecy;
	const char *field; /* entry_fields; NULL: cancelled */
	const char *was, *now;
	const char *reason;
	const char *by_name;
	moment at;
};

struct day_page {
	struct day day;
	bool is_closed; /* else what it holds so far */
	bool is_practice;
	struct identity identity;
	struct division_list divisions; /* for the names of their books */
	struct day_entry *entries;
	size_t n_entries;
	struct day_change *changes;
	size_t n_changes;
};

extern const struct error_kind DAY_UNKNOWN; /* "day-unknown", 1 */

/* The page of a day; one that is not closed yet shows what the next page holds
   so far.  DAY_UNKNOWN for days to come and those before the first. */
bool day_page_load(struct store *st, int64_t office, struct date day,
		   moment now, struct arena *a, struct day_page *p,
		   struct error *err) MUST_CHECK;

#endif
