/* route.h -- the road of a letter: who may do what to it, and where it goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_ROUTE_H
#define MODEL_ROUTE_H

#include "model/actor.h"
#include "model/letter.h"
#include "model/office.h"
#include "model/policy.h"

/* Who may: decided from where the letter lies, not from a name in a list. */
enum route_who {
	WHO_CLERK,      /* holds the lowest post of the chain */
	WHO_COUNTER,    /* ... or is the registrar of secret letters */
	WHO_ROUND,      /* another post of the chain, while nobody is where it
			   lies */
	WHO_HERE,       /* holds the post where it lies, below the highest */
	WHO_ABOVE,      /* ... where it lies, above the lowest */
	WHO_TOP,        /* ... where it lies, the highest of the chain */
	WHO_SENDER,     /* holds the post that sent it up, and it is unopened */
	WHO_TO_TAKE,    /* heads a division that has not acknowledged, or
			   it circulates to him */
	WHO_TO_FINISH,  /* heads a division that has, and is not done */
	WHO_MENDS,      /* the clerk for some days, then any post above */
	WHO_TO_NOTE,    /* it was circulated to, and has not noted it */
	WHO_HAS_PAPER,  /* holds the post where its paper lies */
	WHO_GETS_PAPER, /* ... to which its paper is on the way */
	WHO_CIRCULATED, /* holds the post that circulated it, or the clerk */
	WHO_DUTIES,     /* of the chain, or the division that it was given to,
			   or that owns a duty of it */
	WHO_DUTY,       /* ... and it has a duty */
	WHO_WAIVES,     /* of the chain above the clerk */
	WHO_REPORTS,    /* heads a division that a duty was handed down to, or
			   WHO_DUTY */
	WHO_COLLECTS    /* WHO_DUTY, and one was handed down */
};

/* One line of the road.  A test prints the whole table as a picture. */
struct route {
	const char *act;
	const char *from; /* state, NULL: there is no letter yet */
	enum route_who who;
	const char *to;    /* state after it */
	const char *or_to; /* the other state it may have, NULL for none */
};
extern const struct route routes[]; /* ended by { 0 } */
extern const char *const route_who_names[];

/* The rule said no (exit status 3); the detail says who may. */
extern const struct error_kind ROUTE_WRONG_STATE; /* "wrong-state" */
extern const struct error_kind ROUTE_NOT_YOURS;   /* "not-yours" */
extern const struct error_kind ROUTE_OPENED;      /* "already-opened" */
/* An order to act does not hold now, or what waits is not taken over. */
extern const struct error_kind ROUTE_NOT_ACTING; /* "not-acting" */
extern const struct error_kind ROUTE_NOT_TAKEN;  /* "not-taken-over" */
/* Who is recorded as absent. */
extern const struct error_kind ROUTE_ABSENT; /* "absent" */
/* Several posts would do. */
extern const struct error_kind ROUTE_SEVERAL; /* "which-post" */

/* Everything a rule looks at. */
struct standing {
	struct letter_file file;
	struct post_list posts;
	struct division_list divisions;
	struct policies policies;
	moment now;
	const struct actor *actor;
};

/* Is there a road for this act at all (then rules apply)? */
bool route_has(const char *act);

/*
 * May the actor do it to this letter as it stands (s NULL-safe only for acts
 * without a letter)?  *as gets the post he does it with.  Refuses with the
 * rule and who may.
 */
bool route_may(const struct standing *s, const char *act,
	       const struct held_post **as, struct error *err) MUST_CHECK;

/* Does the office follow the paper of this letter?  What it knows of it, or
   NULL. */
bool paper_is_followed(const struct standing *s);
const struct paper *paper_of(const struct standing *s);
/* The post where the paper lies, or to which it is on the way; refuses when it
   is not so. */
bool paper_lies_with(const struct standing *s, const char **post,
		     struct error *err) MUST_CHECK;
bool paper_goes_to(const struct standing *s, const char **post,
		   struct error *err) MUST_CHECK;

/* Has a division he heads still to acknowledge it? */
bool standing_is_to_take(const struct standing *s);

/* That the actor may not use the post: who may, or why his order to act for it
   does not hold now.  False. */
bool standing_refuse(const struct standing *s, const char *post,
		     struct error *err);
/* May the actor note it, as a person or for a division he heads?  *as gets the
   post he heads it with, NULL where he does it as a person. */
bool circulated_may_note(const struct standing *s, const struct held_post **as,
			 struct error *err) MUST_CHECK;
/* Has anybody still to note it? */
bool circulated_still(const struct standing *s, struct error *err) MUST_CHECK;
/* The post held by the actor that circulates it, or NULL. */
const struct held_post *circulated_by(const struct standing *s);

/* May the actor keep duties of it; has it any to finish; may he waive them?
 *as gets the post he does it with. */
bool duty_may_keep(const struct standing *s, const struct held_post **as,
		   struct error *err) MUST_CHECK;
bool duty_may_settle(const struct standing *s, const struct held_post **as,
		     struct error *err) MUST_CHECK;
bool duty_may_waive(const struct standing *s, const struct held_post **as,
		    struct error *err) MUST_CHECK;
/* Is the duty that of a post: its owner's, or, where it has none, one that has
   the letter? */
bool duty_is_of_post(const struct standing *s, const struct duty *d,
		     const struct held_post *p);

/* May the actor report on a duty of it, or nudge those who have not?  As
   duty_may_settle(). */
bool collect_may_report(const struct standing *s, const struct held_post **as,
			struct error *err) MUST_CHECK;
bool collect_may_nudge(const struct standing *s, const struct held_post **as,
		       struct error *err) MUST_CHECK;

/* Acts that are about no letter and have no road: the clerk, the head of the
   office.  As route_may(). */
bool route_by_clerk(const struct standing *s, const struct held_post **as,
		    struct error *err) MUST_CHECK;
bool route_by_head(const struct standing *s, const struct held_post **as,
		   struct error *err) MUST_CHECK;

/* The stay the letter is at now: the last step that has not ended. */
const struct step *standing_step(const struct standing *s);
/* The stay that ended when `here` began, skipped posts left out; NULL for
   the first. */
const struct step *standing_step_before(const struct standing *s,
					const struct step *here);
/* Did the actor himself send it up to where it lies, in another post?  Allowed,
   and told wherever it shows. */
bool standing_is_own_proposal(const struct standing *s);
/* May the actor pass the letter over a post at which nobody is?  *as gets the
   post he does it with: the nearest below that is his, else above. */
bool standing_round(const struct standing *s, const struct held_post **as,
		    struct error *err) MUST_CHECK;
/* Where a letter goes back to: the nearest lower post at which it really
   lay. */
const struct post *standing_below(const struct standing *s);
/* The division of an act on it: the one named, or the only one the actor
   heads that the act is open for. */
const struct assignment *standing_assignment(const struct standing *s,
					     const char *act,
					     const char *division,
					     struct error *err);

#endif
