/* why.h -- which acts can be done now, and if not, which rule says so */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_WHY_H
#define APP_WHY_H

#include "app/may.h"

/* One act on one letter as things stand. */
struct reason {
	const struct action *action;
	bool may;
	struct error no; /* the rule that refuses the asker */
	/* Those who may do it now: found by asking the same rules for the
	   holder of each post. */
	const struct post **who;
	size_t n_who;
	/* The states, as shown, from which the road allows it at all, ", "
	   between; NULL where the letter is in one of them, and for an act
	   without a road or a letter. */
	const char *when;
};
struct reason_list {
	struct reason *at;
	size_t n;
};

/* number NULL: no letter is meant.  action NULL: every act that has a road,
   in the order of the action table.  In the arena. */
bool why_read(struct session *s, const char *number, const char *action,
	      struct arena *a, struct reason_list *list,
	      struct error *err) MUST_CHECK;

/* The rule in a sentence, without who may where that is told beside it; and
   who may instead, or when.  Caller frees; both NULL for an act that may be
   done. */
char *reason_rule(const struct reason *r);
char *reason_who(const struct reason *r);

#endif
