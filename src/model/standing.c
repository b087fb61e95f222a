/* standing.c -- where a letter stands: its stays, and the way back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdint.h>
#include <string.h>

#include "base/i18n.h"

#include "model/route.h"

const struct step *
standing_step(const struct standing *s)
{
	for (size_t i = s->file.n_steps; i > 0; i--)
		if (s->file.steps[i - 1].left_at == 0)
			return &s->file.steps[i - 1];
	return NULL;
}

static bool
was_skipped(const struct step *step)
{
	return step->how != NULL && strcmp(step->how, "skip") == 0;
}

/* Nobody there had it in hand: it was passed over, or taken back in time. */
static bool
never_lay(const struct step *step)
{
	return was_skipped(step) ||
	       (step->how != NULL && (strcmp(step->how, "recall") == 0 ||
				      strcmp(step->how, "pass") == 0));
}

const struct post *
standing_below(const struct standing *s)
{
	size_t here = post_level(&s->posts, s->file.letter.at_post);
	size_t level = s->posts.n;
	const struct post *below = post_first(&s->posts);

	for (size_t i = 0; i < s->file.n_steps; i++) {
		const struct step *step = &s->file.steps[i];
		size_t at = post_level(&s->posts, step->post);

		if (never_lay(step) || at >= here ||
		    (level < s->posts.n && at < level))
			continue;
		level = at;
		below = &s->posts.at[post_index(&s->posts, step->post)];
	}
	return below;
}

/* The stay that ended when this one began, skipped posts left out. */
const struct step *
standing_step_before(const struct standing *s, const struct step *here)
{
	size_t i = here != NULL ? (size_t)(here - s->file.steps) : 0;

	while (i > 0 && was_skipped(&s->file.steps[i - 1]))
		i--;
	return i > 0 ? &s->file.steps[i - 1] : NULL;
}

bool
standing_is_own_proposal(const struct standing *s)
{
	const struct step *here = standing_step(s);
	const struct step *before = here ? standing_step_before(s, here) : NULL;

	return before != NULL && before->how != NULL &&
	       strcmp(before->how, "endorse") == 0 &&
	       here->sent_by == s->actor->person &&
	       strcmp(before->post, here->post) != 0;
}

/* Of the actor's posts of the chain, the one nearest to where it lies, rather
   below it than above. */
static const struct held_post *
nearest_held(const struct standing *s, size_t here)
{
	const struct held_post *best = NULL;
	size_t best_far = SIZE_MAX;

	for (size_t i = 0; i < s->actor->n_posts; i++) {
		const struct held_post *p = &s->actor->posts[i];
		size_t at = post_level(&s->posts, p->post);
		size_t far = at < here ? here - at : at - here + s->posts.n;

		if (p->position > 0 && at < s->posts.n_chain &&
		    far < best_far) {
			best = p;
			best_far = far;
		}
	}
	return best;
}

bool
standing_round(const struct standing *s, const struct held_post **as,
	       struct error *err)
{
	size_t at = post_index(&s->posts, s->file.letter.at_post);
	const struct post *here = &s->posts.at[at];

	if (here->holders != NULL)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("%s is there, for %s"), here->holders,
				 here->name);
	if (post_above(&s->posts, here->code) == NULL)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("nobody is above %s; an order to act for it "
				   "(`acting add`) is the way on"),
				 here->name);
	*as = nearest_held(s, post_level(&s->posts, here->code));
	return *as != NULL ||
	       error_set(err, &ROUTE_NOT_YOURS,
			 _("only who holds a post of the chain may"));
}
