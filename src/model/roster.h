/* roster.h -- who is at which post at a moment, and in what capacity */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_ROSTER_H
#define MODEL_ROSTER_H

#include "base/arena.h"
#include "base/date.h"

#include "store/store.h"

/* Whether somebody may use a post at that moment, and if not, why. */
enum keeper_state {
	KEEPER_ACTS,
	KEEPER_AWAY,     /* is absent himself */
	KEEPER_EARLY,    /* the order has not begun */
	KEEPER_OVER,     /* the order is over */
	KEEPER_UNLAWFUL, /* not as the post stands: capacity->rule */
	KEEPER_BEHIND,   /* the order names another first, who can act */
};

/* One who holds a post, or has an order to act for it. */
struct keeper {
	const char *post;
	const char *post_name;
	int position;
	const char *role;
	const char *division; /* that it heads, or NULL */
	int64_t person;
	const char *login;
	const char *name;
	/* The absence that the moment falls into; 0: is there. */
	int64_t absence;
	moment away_since, away_until;
	const char *away_reason;
	/* The order; 0: holds the post itself, and what follows is empty. */
	int64_t acting;
	const char *capacity; /* acting_capacities */
	const char *order_no;
	struct date order_date;
	int rank; /* in the order: 2 acts when 1 cannot */
	moment since, until;
	moment taken_at; /* when what waited was taken over; 0 = not */
	/* Found from the others at the post. */
	enum keeper_state state;
	moment began; /* of acting: since when he may, without a break */
	const struct keeper *first; /* KEEPER_BEHIND: who acts; in the roster */
};

/* How long an order that is over is still told of: a month. */
#define ROSTER_TOLD ((moment)31 * 24 * 60 * 60 * 1000000)

/* Highest post first; at a post its holders before who acts for them.  Orders
   that ended within the last month are there, too: to tell that they did. */
struct roster {
	struct keeper *at;
	size_t n;
};
bool roster_load(struct store *st, int64_t office, moment now, struct arena *a,
		 struct roster *r, struct error *err) MUST_CHECK;

/* "นายสมชาย (รักษาราชการแทน), ...": who may use a post; NULL for nobody. */
const char *roster_holders(const struct roster *r, const char *post,
			   struct arena *a);
/* "นายประสิทธิ์ is absent from ... to ...: ลาพักผ่อน" of who holds it and is not
   there; NULL for nobody. */
const char *roster_away(const struct roster *r, const char *post,
			struct arena *a);
/* Why the person of an order may not use it now; NULL where he may. */
const char *keeper_why_not(const struct keeper *k, struct arena *a);

#endif
