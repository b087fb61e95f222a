/* reach.c -- what of this machine those may use who come from another */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/reach.h"

#include <string.h>

#include "base/i18n.h"

const struct error_kind REACH_REFUSED = {
    "out-of-reach", EXIT_REFUSED,
    N_("that is of the machine the register lies on, and not within reach "
       "over SSH")};

bool
reach_file(const struct session_wish *w, const char *path, struct error *err)
{
	if (w->is_on_screen && strcmp(path, "-") == 0)
		return error_set(err, &REACH_REFUSED,
				 _("on the screen a file has a name, not `-'"));
	return !w->is_remote || strcmp(path, "-") == 0 ||
	       error_set(err, &REACH_REFUSED,
			 _("the file %.60s; send files with `-' in the place "
			   "of their name, as in: ssh HOST receive - < FILE"),
			 path);
}

bool
reach_program(const struct session_wish *w, struct error *err)
{
	return !w->is_remote ||
	       error_set(err, &REACH_REFUSED, _("another program"));
}

static bool
is_file(const struct request *r, const struct argument *at, size_t operand)
{
	const struct option *o = at->name != NULL
				     ? action_option(r->action, at->name)
				     : action_operand(r->action, operand);

	return o != NULL && o->kind == VALUE_FILE;
}

bool
reach_request(const struct session_wish *w, const struct request *r,
	      struct error *err)
{
	size_t operands = 0;

	if (w->is_remote && r->action->needs & NEED_HOST)
		return error_set(err, &REACH_REFUSED, "%s", r->action->name);
	for (size_t i = 0; i < r->n; i++) {
		const struct argument *at = &r->at[i];

		if (is_file(r, at, operands) && !reach_file(w, at->value, err))
			return false;
		operands += at->name == NULL;
	}
	return true;
}
