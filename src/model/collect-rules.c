/* collect-rules.c -- who may report on a duty that was handed down, and nudge
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "model/route.h"

/* The post with which he heads a division that was asked. */
static const struct held_post *
asked_post(const struct standing *s)
{
	for (size_t i = 0; i < s->file.n_collected_from; i++) {
		const struct collected_from *f = &s->file.collected_from[i];
		const struct held_post *as =
		    f->post ? actor_post(s->actor, f->post) : NULL;

		if (as != NULL)
			return as;
	}
	return NULL;
}

static bool
is_collected(const struct standing *s, struct error *err)
{
	return s->file.n_collected_from > 0 ||
	       error_set(err, &ROUTE_WRONG_STATE,
			 _("no duty of it was handed down"));
}

bool
collect_may_report(const struct standing *s, const struct held_post **as,
		   struct error *err)
{
	if (s->file.n_collectors == 0 && !is_collected(s, err))
		return false;
	*as = asked_post(s);
	return *as != NULL || duty_may_settle(s, as, err);
}

bool
collect_may_nudge(const struct standing *s, const struct held_post **as,
		  struct error *err)
{
	return is_collected(s, err) && duty_may_settle(s, as, err);
}
