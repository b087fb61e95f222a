/* actor.h -- who acts: a person, the posts held today, and in what capacity */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_ACTOR_H
#define MODEL_ACTOR_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

#include "model/acting.h"
#include "model/role.h"
#include "model/roster.h"

/* One post that the person may use at the moment asked: holds, or acts for. */
struct held_post {
	const char *post; /* code: "clerk", "palad", "finance" */
	const char *name; /* as the office names it: "ปลัด อบต." */
	int position;     /* place in the chain from 1; 0 = beside it */
	const char *role;     /* post_roles */
	const char *division; /* code of the division it heads, or NULL */
	/* When acting, else NULL and 0. */
	const char *capacity; /* acting_capacities */
	const char *order;    /* text_add_order() */
	const char *own_name; /* the post of one's own, as one signs */
	int64_t acting;       /* the order */
	moment from; /* what had come before waits until it is taken over */
};

/*
 * The account that owns the register may be no person of it: it founds the
 * register, sets up people and posts and does nothing to letters.
 */
struct actor {
	int64_t person; /* 0: no person of the register (its owner) */
	const char *login;
	const char *name;
	bool is_owner; /* acts as the account that owns the register */
	struct held_post *posts; /* own ones first, each part highest first */
	size_t n_posts;
	/* Of secret letters, model/secrecy.h. */
	int clearance;    /* secrecy_rank() he is cleared for; 0 = none */
	bool is_sure;     /* not by a word of --as alone */
	const char *held; /* the posts as statements take them: :posts */
	/* What the person may not use now, and why. */
	struct keeper *idle;
	size_t n_idle;
};

extern const struct error_kind PERSON_UNKNOWN; /* "person-unknown", 3 */
extern const struct error_kind PERSON_ENDED;   /* "person-ended", 3 */

/* The person of that login, also one who has left; without posts. */
bool person_find(struct store *st, int64_t office, const char *login,
		 struct arena *a, struct actor *person,
		 struct error *err) MUST_CHECK;
/* The person of that login with the posts to be used at a moment, in the
   arena. */
bool actor_load(struct store *st, int64_t office, const char *login, moment now,
		struct arena *a, struct actor *actor,
		struct error *err) MUST_CHECK;
/* The absence that the moment falls into, or NULL. */
const struct keeper *actor_absence(const struct actor *actor);
/* enum role: of the posts held, of the owner, or ROLE_NONE. */
unsigned actor_roles(const struct actor *actor);
/* NULL when the post is not held. */
const struct held_post *actor_post(const struct actor *actor, const char *post);
/* The post that makes him the registrar of secret letters, or NULL. */
const struct held_post *actor_registrar(const struct actor *actor);
/* The highest post of one's own in the chain above a position, else one acted
   for, or NULL. */
const struct held_post *actor_post_above(const struct actor *actor,
					 int position);

#endif
