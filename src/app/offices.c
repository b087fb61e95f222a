/* offices.c -- the offices that share a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/act.h"
#include "app/look.h"

bool
look_offices(struct session *s, struct arena *a, struct office_list *list,
	     struct error *err)
{
	return offices_load(s->store, s->actor.login, session_today(s), a, list,
			    err);
}

static json_t *
maybe(const char *s)
{
	return s != NULL ? json_string(s) : json_null();
}

static json_t *
office_json(const struct session *s, const struct office *o)
{
	return json_pack("{s:s, s:s, s:s, s:o, s:b, s:b}", "code", o->code,
			 "name", o->name, "kind", o->kind, "under",
			 maybe(o->above), "own", o->is_own, "here",
			 o->office == s->office);
}

bool
office_list_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	struct arena a = {0};
	struct office_list list = {0};
	bool ok = look_offices(s, &a, &list, err);

	(void)r;
	if (ok)
		*answer = json_array();
	for (size_t i = 0; ok && i < list.n; i++)
		json_array_append_new(*answer, office_json(s, &list.at[i]));
	arena_done(&a);
	return ok;
}
