/* day-match.h -- are pages that somebody kept still those of the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_DAY_MATCH_H
#define MODEL_DAY_MATCH_H

#include "model/check.h"
#include "model/day.h"

/* What a comparison came to. */
struct day_match {
	size_t n;        /* pages that were kept */
	size_t n_same;   /* of these, the same in the register */
	const char *day; /* the page that was named, ISO 8601; NULL: none is */
};

extern const struct error_kind DAY_NONE_KEPT; /* "no-pages", 2 */

/*
 * A code as a person types it, or the 64 hexadecimal digits: which page of
 * the office is it?  With `day` (ISO 8601, or NULL) it has to be that day's.
 * None is a finding "page".  Refuses what is no code.
 */
bool day_match_code(struct store *st, int64_t office, const char *typed,
		    const char *day, struct arena *a,
		    struct check_report *report, struct day_match *m,
		    struct error *err) MUST_CHECK;

/*
 * A text of pages kept elsewhere: notes as `day notes` writes them, with or
 * without signatures, or lines that begin with a day (ISO 8601) and go on
 * with its code or digest.  The first page that is another now, by its day, is
 * a finding "page"; m->day names it.
 */
bool day_match_kept(struct store *st, int64_t office, const char *text,
		    struct arena *a, struct check_report *report,
		    struct day_match *m, struct error *err) MUST_CHECK;

#endif
