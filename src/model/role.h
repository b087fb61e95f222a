/* role.h -- what a post is for, and so what whoever holds it may */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MODEL_ROLE_H
#define MODEL_ROLE_H

#include "base/text.h"

#include "model/choices.h"

/* A bit each: a person has the roles of all posts held.  Clerk, division,
   head, deputy, palad and nayok are places of the chain, not roles: the road
   of a letter (model/route.h) tells them apart. */
enum role {
	ROLE_CHAIN = 1,          /* letters pass it on their way up */
	ROLE_DIVISION = 2,       /* heads a division, or may */
	ROLE_REGISTRAR = 4,      /* keeps the register of secret letters
				    (นายทะเบียนข้อมูลข่าวสารลับ) */
	ROLE_AUDITOR = 8,        /* reads all but secrets, changes nothing */
	ROLE_ADMINISTRATOR = 16, /* people, posts, settings; no letters */
	ROLE_OWNER = 32,         /* no post: the account that owns the
				    register, which founds it */
	ROLE_NONE = 64,          /* no post today: knows the register */
};

/* Who works on letters; who keeps people and posts; who writes for himself
   (kept searches); who looks at letters; and all. */
#define ROLES_WORK (ROLE_CHAIN | ROLE_DIVISION | ROLE_REGISTRAR)
#define ROLES_KEEP (ROLE_ADMINISTRATOR | ROLE_OWNER)
#define ROLES_OWN (ROLES_WORK | ROLE_OWNER | ROLE_NONE)
#define ROLES_READ (ROLES_OWN | ROLE_AUDITOR)
#define ROLES_ALL (ROLES_READ | ROLES_KEEP)

/* The words of post.role, as the register keeps them. */
extern const struct choice post_roles[];

/* The bit of such a word; of NULL none. */
unsigned role_of(const char *word);
/* "division head, auditor": the roles in words, ", " between. */
void text_add_roles(struct text *t, unsigned roles);

#endif
