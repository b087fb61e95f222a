/* moved.c -- is the register in use here, or did it move? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/moved.h"

#include <string.h>

#include "base/i18n.h"

const struct error_kind MOVED_AWAY = {
    "moved-away", EXIT_REGISTER,
    N_("the register has moved: here it is only looked at, and work goes on "
       "there")};
const struct error_kind MOVED_HERE = {
    "moved-here", EXIT_REGISTER,
    N_("a register is being moved here and is not in use yet; until `saraban "
       "move' is done, work goes on where it comes from")};

bool
moved_read(struct store *st, struct arena *a, struct moved *m,
	   struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct moved, state, FIELD_NAME),
	    FIELD(struct moved, place, FIELD_NAME),
	    FIELD(struct moved, at, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct moved), fields};
	bool found;

	*m = (struct moved){0};
	return query_row(st, QUERY_REGISTER_MOVED, NULL, &type, a, m, &found,
			 err);
}

bool
moved_set(struct store *st, const char *state, const char *place, moment at,
	  struct error *err)
{
	return store_apply(st, "register.moved",
			   PARAMS(P_TEXT("state", state),
				  P_TEXT("place", place), P_INT("at", at)),
			   err);
}

static bool
is_state(const struct moved *m, const char *state)
{
	return m->state != NULL && strcmp(m->state, state) == 0;
}

bool
moved_refuse(struct store *st, struct error *err)
{
	struct arena a = {0};
	struct moved m;
	bool ok = moved_read(st, &a, &m, err);

	if (ok && m.state != NULL)
		ok = error_set(err,
			       is_state(&m, MOVED_AWAY_STATE) ? &MOVED_AWAY
							      : &MOVED_HERE,
			       "%s", m.place);
	arena_done(&a);
	return ok;
}

bool
moved_is_whole(struct store *st, struct error *err)
{
	struct arena a = {0};
	struct moved m;
	bool ok = moved_read(st, &a, &m, err);

	if (ok && is_state(&m, MOVED_HERE_STATE))
		ok = error_set(err, &MOVED_HERE, "%s", m.place);
	arena_done(&a);
	return ok;
}
