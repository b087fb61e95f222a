/* standing.c -- where a letter stands: its stays, and the way back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

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
	       (step->how != NULL && strcmp(step->how, "recall") == 0);
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
