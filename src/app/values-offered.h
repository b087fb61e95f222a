/* values-offered.h -- what there is to choose from for a word of a command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_VALUES_OFFERED_H
#define APP_VALUES_OFFERED_H

#include "base/arena.h"

#include "app/action.h"

struct offered {
	const char *value;
	const char *help; /* in the language in force, or NULL */
};
struct offered_list {
	struct offered *at;
	size_t n;
};

/* For an option, or an operand as operand_option() names it: choices, posts,
   divisions, people, drafts, actions, letters (those that wait for the asker,
   then the newest of the year), stock phrases; nothing where one types freely.
   In the arena. */
bool values_offered(struct session *s, const struct action *action,
		    const struct option *o, struct arena *a,
		    struct offered_list *list, struct error *err) MUST_CHECK;

#endif
