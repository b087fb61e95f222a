/* searches.c -- searches kept by name, and the index made anew */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "app/decisions.h"
#include "app/query.h"

/* All of it stands in the statements of its kind. */
bool
rebuild_decide(struct act *act, struct error *err)
{
	(void)act;
	(void)err;
	return true;
}

/* A name is one word, so that "@NAME" may stand among others. */
static bool
put_name(struct act *act, struct error *err)
{
	const char *name = act_operand(act, 0);

	if (name[0] == '@')
		name++;
	if (name[0] == '\0' || strchr(name, ' ') != NULL)
		return error_set(err, &REQUEST_WRONG,
				 _("the name of a search is one word"));
	act_put(act, "name", name);
	return true;
}

/* The words as given; a search that cannot be understood is not kept. */
bool
search_save_decide(struct act *act, struct error *err)
{
	struct text line = {0};
	struct query q;
	bool ok = put_name(act, err);

	if (!ok)
		return false;
	query_line(act->r, 1, &line);
	ok = query_read(text_str(&line), act->arena, &q, err);
	if (ok && q.saved != NULL)
		ok = error_set(err, &SEARCH_WRONG,
			       _("a kept search cannot name another"));
	if (ok)
		act_put(act, "line", text_str(&line));
	text_done(&line);
	return ok;
}

struct kept {
	const char *line;
};

bool
search_kept(struct session *s, const char *name, struct arena *a,
	    const char **line, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct kept, line, FIELD_TEXT), {0}};
	static const struct row_type type = {sizeof(struct kept), fields};
	struct actor actor;
	struct kept row = {0};
	bool found = false;

	if (!session_actor(s, a, &actor, err) ||
	    !query_row(s->store, QUERY_SEARCH_BY_NAME,
		       PARAMS(P_INT("office", s->office),
			      P_INT("person", actor.person),
			      P_TEXT("name", name)),
		       &type, a, &row, &found, err))
		return false;
	*line = row.line;
	return found || error_set(err, &SEARCH_UNKNOWN, "@%s", name);
}

bool
search_forget_decide(struct act *act, struct error *err)
{
	const char *name, *line;

	if (!put_name(act, err))
		return false;
	name = json_string_value(json_object_get(act->entry.body, "name"));
	return search_kept(act->s, name, act->arena, &line, err);
}
