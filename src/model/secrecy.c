/* secrecy.c -- who may read a secret letter: the one rule */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/secrecy.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "model/actor.h"
#include "model/letter.h"

int
secrecy_rank(const char *secrecy)
{
	int n = 0, at = 0;

	for (; letter_secrecies[n].value != NULL; n++)
		if (secrecy != NULL &&
		    strcmp(letter_secrecies[n].value, secrecy) == 0)
			at = n + 1;
	return at > 0 ? n + 1 - at : 0;
}

bool
secrecy_may_read(const struct letter *l, const struct actor *actor)
{
	if (l->secrecy == NULL)
		return true;
	if (!actor->is_sure)
		return false;
	return actor_registrar(actor) != NULL ||
	       (l->is_given && actor->clearance >= secrecy_rank(l->secrecy));
}

struct given {
	bool is_given;
};

static bool
find_given(struct store *st, const struct viewer *by, struct letter *l,
	   struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct given, is_given, FIELD_BOOL), {0}};
	static const struct row_type type = {sizeof(struct given), fields};
	json_t *posts = json_array();
	struct arena a = {0};
	struct given row = {0};
	char *list;
	bool found, ok;

	for (size_t i = 0; i < by->actor->n_posts; i++)
		json_array_append_new(posts,
				      json_string(by->actor->posts[i].post));
	list = json_dumps(posts, 0);
	ok = query_row(
	    st, QUERY_LETTER_GIVEN,
	    PARAMS(P_INT("office", by->office), P_INT("letter", l->id),
		   P_INT("person", by->actor->person), P_TEXT("posts", list)),
	    &type, &a, &row, &found, err);
	l->is_given = row.is_given;
	free(list);
	json_decref(posts);
	arena_done(&a);
	return ok;
}

void
secrecy_blank(struct letter *l)
{
	l->is_veiled = true;
	l->ref_no = NULL;
	l->sender = NULL;
	l->recipient = NULL;
	l->subject = NULL;
	l->late = NULL;
	l->old_done = NULL;
	l->old_remark = NULL;
	/* What it was reserved for tells what it is about. */
	if (l->purpose != NULL)
		l->purpose = "";
}

bool
secrecy_veil(struct store *st, const struct viewer *by, struct letter *l,
	     struct error *err)
{
	bool may_be_given = by->actor->is_sure &&
			    by->actor->clearance >= secrecy_rank(l->secrecy);

	l->is_given = false;
	if (l->secrecy != NULL && may_be_given && !find_given(st, by, l, err))
		return false;
	if (secrecy_may_read(l, by->actor))
		return true;
	secrecy_blank(l);
	return true;
}
