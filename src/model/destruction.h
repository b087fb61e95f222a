/* destruction.h -- a list of letters that are to be destroyed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DESTRUCTION_H
#define MODEL_DESTRUCTION_H

#include "model/letter.h"

/* ระเบียบงานสารบรรณ 2526, ข้อ 66 to 70: drawn up, examined by a committee,
   approved by the head, answered by the National Archives, carried out.  NULL
   and 0 for what has not come yet. */
struct destruction {
	int64_t list;
	int year;   /* Buddhist: with it the keeping ended */
	int number; /* which list of that year */
	moment drawn_at;
	const char *committee_order;
	const char *chair;
	const char *members; /* JSON */
	moment approved_at;
	const char *approved_by;
	const char *approved_post;
	struct date sent_on;
	const char *sent_ref;
	const char *answer; /* destruction_answers */
	struct date answered_on;
	const char *answer_ref;
	moment done_at;
	const char *done_by;
};

/* What was decided about a letter of it; NULL = nothing yet. */
struct verdict {
	const char *decision; /* destruction_decisions */
	const char *reason;
};

/* The letters of a list in its order; verdicts NULL when they are those that
   the next list would hold. */
struct destruction_items {
	struct letter *letters;
	struct verdict *verdicts;
	size_t n;
};

extern const struct choice destruction_decisions[]; /* ended by { 0 } */
extern const struct choice destruction_answers[];
#define DECISION_DESTROY "destroy"
#define DECISION_KEEP "keep"
#define ANSWER_AGREED "agreed"
#define ANSWER_SILENT "silent"

/* The list under way; that of a year which was drawn up last. */
bool destruction_under_way(struct store *st, int64_t office, struct arena *a,
			   struct destruction *d, bool *found,
			   struct error *err) MUST_CHECK;
bool destruction_of_year(struct store *st, int64_t office, int year,
			 struct arena *a, struct destruction *d, bool *found,
			 struct error *err) MUST_CHECK;

/* What stands on a list; what would stand on the next one of a year.  Words of
   secret letters are blanked for who may not read them. */
bool destruction_items_load(struct store *st, const struct viewer *by,
			    int64_t list, struct arena *a,
			    struct destruction_items *items,
			    struct error *err) MUST_CHECK;
bool destruction_expired_load(struct store *st, const struct viewer *by,
			      int year, struct arena *a,
			      struct destruction_items *items,
			      struct error *err) MUST_CHECK;
/* How many have expired and are still in work. */
bool destruction_count_in_work(struct store *st, int64_t office, int year,
			       int64_t *n, struct error *err) MUST_CHECK;
/* Is a list of that year to be drawn up? */
bool destruction_is_due(struct store *st, int64_t office, int year, bool *is,
			struct error *err) MUST_CHECK;

/* How many have this decision; NULL: none yet. */
size_t destruction_count(const struct destruction_items *items,
			 const char *decision);

#endif
