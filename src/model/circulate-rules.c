/* circulate-rules.c -- who may note a letter that goes round, and end it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/route.h"

/* Is it the actor's, as a person or as the head of a division? */
static bool
is_mine(const struct standing *s, const struct circulated *c,
	const struct held_post **as)
{
	*as = c->post ? actor_post(s->actor, c->post) : NULL;
	return *as != NULL || (c->person != 0 && c->person == s->actor->person);
}

bool
circulated_may_note(const struct standing *s, const struct held_post **as,
		    struct error *err)
{
	const struct letter_file *f = &s->file;
	const struct held_post *had;
	bool is_noted = false;

	*as = NULL;
	if (f->n_circulated == 0)
		return error_set(err, &ROUTE_WRONG_STATE, _("it is %s"),
				 choice_label(letter_states, f->letter.state));
	for (size_t i = 0; i < f->n_circulated; i++) {
		const struct circulated *c = &f->circulated[i];

		if (is_mine(s, c, as) && circulated_is_open(c))
			return true;
		is_noted = is_noted || (is_mine(s, c, &had) && c->noted_at);
	}
	*as = NULL;
	if (is_noted)
		return error_set(err, &ROUTE_WRONG_STATE,
				 _("you have noted it already"));
	return error_set(err, &ROUTE_NOT_YOURS,
			 _("it was not circulated to you; see who: show"));
}

bool
circulated_still(const struct standing *s, struct error *err)
{
	for (size_t i = 0; i < s->file.n_circulated; i++)
		if (circulated_is_open(&s->file.circulated[i]))
			return true;
	return error_set(err, &ROUTE_WRONG_STATE,
			 _("nobody has still to note it"));
}

const struct held_post *
circulated_by(const struct standing *s)
{
	const struct letter_file *f = &s->file;
	const struct held_post *as = NULL;

	for (size_t i = 0; i < f->n_circulations && as == NULL; i++)
		if (f->circulations[i].closed_at == 0 &&
		    f->circulations[i].post != NULL)
			as = actor_post(s->actor, f->circulations[i].post);
	return as;
}
