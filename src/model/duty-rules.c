/* duty-rules.c -- who may add, change, finish and waive a duty */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/route.h"

/* Was the letter given to the division he heads? */
static bool
is_given_to(const struct standing *s, const struct held_post *p)
{
	for (size_t i = 0; i < s->file.n_assignments; i++)
		if (strcmp(s->file.assignments[i].post, p->post) == 0)
			return true;
	return false;
}

bool
duty_is_of_post(const struct standing *s, const struct duty *d,
		const struct held_post *p)
{
	const char *post = d->owner_post ? d->owner_post : d->division_post;

	return post != NULL ? strcmp(post, p->post) == 0
			    : is_given_to(s, p) ||
				  text_is_same(s->file.letter.at_post, p->post);
}

static bool
owns_one(const struct standing *s, const struct held_post *p)
{
	for (size_t i = 0; i < s->file.n_duties; i++)
		if (duty_is_of_post(s, &s->file.duties[i], p))
			return true;
	return false;
}

static bool
is_of_chain(const struct held_post *p)
{
	return role_of(p->role) == ROLE_CHAIN;
}

/* Whose division has it, or who owns one of its duties; else a post of the
   chain, rather that where the letter lies. */
static const struct held_post *
keeper_post(const struct standing *s)
{
	const struct actor *by = s->actor;

	for (size_t i = 0; i < by->n_posts; i++)
		if (!is_of_chain(&by->posts[i]) &&
		    (is_given_to(s, &by->posts[i]) ||
		     owns_one(s, &by->posts[i])))
			return &by->posts[i];
	if (s->file.letter.at_post != NULL &&
	    actor_post(by, s->file.letter.at_post) != NULL)
		return actor_post(by, s->file.letter.at_post);
	if (s->file.letter.secrecy != NULL && actor_registrar(by) != NULL)
		return actor_registrar(by);
	return actor_post_above(by, 0);
}

bool
duty_may_keep(const struct standing *s, const struct held_post **as,
	      struct error *err)
{
	*as = keeper_post(s);
	return *as != NULL ||
	       error_set(err, &ROUTE_NOT_YOURS,
			 _("only the chain, and the divisions that it was "
			   "given to, keep its duties"));
}

bool
duty_may_settle(const struct standing *s, const struct held_post **as,
		struct error *err)
{
	if (s->file.n_duties == 0)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("it has no duties"));
	return duty_may_keep(s, as, err);
}

/* What was only read and not confirmed, the clerk may strike, too. */
static bool
has_proposed(const struct standing *s)
{
	for (size_t i = 0; i < s->file.n_duties; i++)
		if (s->file.duties[i].is_proposed)
			return true;
	return false;
}

bool
duty_may_waive(const struct standing *s, const struct held_post **as,
	       struct error *err)
{
	const struct post *clerk = post_first(&s->posts);

	if (s->file.n_duties == 0)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("it has no duties"));
	*as = actor_post_above(s->actor, clerk ? clerk->position : 0);
	if (*as == NULL && has_proposed(s))
		return route_by_clerk(s, as, err);
	return *as != NULL ||
	       error_set(err, &ROUTE_NOT_YOURS,
			 _("only a post of the chain above the clerk waives "
			   "a duty"));
}
