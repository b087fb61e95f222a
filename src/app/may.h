/* may.h -- who may do what now: one look at the register, many questions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef APP_MAY_H
#define APP_MAY_H

#include "model/ledger.h"
#include "model/route.h"

#include "app/action.h"

/* Who acts as of a moment (ledger_moment()), posts, divisions and, with a
   number, the letter: what the rules look at.  In the arena; standing->actor is
   `actor`, which must stay where it is. */
bool standing_read(const struct session *s, moment at, const char *number,
		   struct arena *a, struct actor *actor,
		   struct standing *standing, struct error *err) MUST_CHECK;

/* May he, as things stand?  *as gets the post he does it with, NULL for an
   act that has no road.  Refuses in the words of the rule. */
bool standing_may(const struct standing *standing, const struct action *a,
		  const struct held_post **as, struct error *err) MUST_CHECK;

/* May he look at letters at all?  Who only keeps people and posts may not. */
bool actor_may_read(const struct actor *actor, struct error *err) MUST_CHECK;

/* Has the person one of these roles now?  Where not the whole action hangs on
   it. */
bool session_may(struct session *s, unsigned roles,
		 struct error *err) MUST_CHECK;

/* The same for any number of actions at one moment: read once, then asked.
   Not to be moved. */
struct may {
	const struct session *session;
	struct actor actor;
	struct standing standing;
};
bool may_read(struct may *m, const struct session *s, const char *number,
	      struct arena *a, struct error *err) MUST_CHECK;
/* Of a letter as a list shows it, which is not read again. */
bool may_read_shown(struct may *m, const struct session *s,
		    const struct letter *letter, struct arena *a,
		    struct error *err) MUST_CHECK;
/* An act that needs no letter is asked as if there were none. */
bool may_do(const struct may *m, const struct action *a,
	    struct error *err) MUST_CHECK;
/* The same of another, by the rules alone: whether the register may be written
   at all is not asked. */
bool may_by(const struct may *m, const struct actor *by, const struct action *a,
	    struct error *err) MUST_CHECK;

#endif
