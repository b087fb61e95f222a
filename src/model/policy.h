/* policy.h -- what an office has settled once, for every counter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_POLICY_H
#define MODEL_POLICY_H

#include "base/arena.h"

#include "store/store.h"

/* The policies of an office; each is an event, so that who changed one, and
   when, stands in the chain. */
struct policies {
	/* How many days after registering the clerk may still correct an
	   entry; then a post higher up must.  One registry's rule is 3. */
	int correct_days;
	/* How many numbers may stand reserved at a time, and for how many days:
	   a clerk cannot reserve a book full.  Emergency sheets have bounds of
	   their own. */
	int reserve_most, reserve_days;
	int sheets_most, sheets_days;
	/* 1: the host's list of keys says who comes by --as, so that he may
	   read secret letters like one who comes by his own account. */
	int secret_as;
};

/* One policy: its name, what it is without an event, and its bounds. */
struct policy {
	const char *name; /* "correct-days" */
	size_t offset;    /* of the int in struct policies */
	int usual;
	int lowest, highest;
	const char *help; /* N_() */
};
extern const struct policy policy_table[]; /* ended by { 0 } */

/* NULL when there is none of that name. */
const struct policy *policy_find(const char *name);
int policy_value(const struct policies *p, const struct policy *which);

bool policies_read(struct store *st, int64_t office, struct policies *p,
		   struct error *err) MUST_CHECK;

#endif
