/* keeping.c -- is the register kept safe, and what does paper still owe it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/keeping.h"

#include <string.h>

#include "model/role.h"

#include "app/action.h"

struct last_backup {
	moment made_at;
	const char *name, *folder;
};

bool
look_last_backup(struct session *s, struct arena *a, struct keeping *k,
		 struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct last_backup, made_at, FIELD_INT64),
	    FIELD(struct last_backup, name, FIELD_TEXT),
	    FIELD(struct last_backup, folder, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct last_backup),
					     fields};
	struct last_backup row = {0};
	bool found;
	bool ok = query_row(s->store, QUERY_BACKUP_LAST, NULL, &type, a, &row,
			    &found, err);

	k->backup_at = row.made_at;
	k->backup_name = row.name;
	k->backup_folder = row.folder;
	return ok;
}

/* Who registers letters, and would have to type them again. */
static bool
is_clerk(struct session *s)
{
	struct error no = {0};

	return action_may(s, action_find("receive"), NULL, &no);
}

static bool
tells_backup(struct session *s, const struct keeping *k)
{
	const struct actor *actor = &s->actor;

	if (k->backup_at == 0)
		return actor->is_owner && !s->is_practice;
	return (actor_roles(actor) & ROLES_KEEP) != 0 || is_clerk(s);
}

/* A division's book lies with who heads it. */
static bool
is_mine(const struct actor *actor, const struct asked *q)
{
	static const char before[] = "division:";
	size_t n = sizeof(before) - 1;

	if (strncmp(q->book, before, n) != 0)
		return true;
	for (size_t i = 0; i < actor->n_posts; i++)
		if (actor->posts[i].division != NULL &&
		    strcmp(actor->posts[i].division, q->book + n) == 0)
			return true;
	return false;
}

bool
look_asked(struct session *s, struct arena *a, struct asked_list *list,
	   struct error *err)
{
	size_t n = 0;

	if (!guard_list(s->store, s->office, a, list, err))
		return false;
	for (size_t i = 0; i < list->n; i++)
		if (is_mine(&s->actor, &list->at[i]))
			list->at[n++] = list->at[i];
	list->n = n;
	return true;
}

bool
look_keeping(struct session *s, struct arena *a, struct keeping *k,
	     struct error *err)
{
	static const moment hour = (moment)3600 * 1000000;

	*k = (struct keeping){.backup_at = 0};
	if (!look_asked(s, a, &k->asked, err) ||
	    !look_last_backup(s, a, k, err))
		return false;
	k->is_late = session_now(s) - k->backup_at > BACKUP_HOURS * hour;
	k->tells_backup = tells_backup(s, k);
	return true;
}
