/* actor.c -- who acts: a person, the posts held today, and in what capacity */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/actor.h"

#include <string.h>

#include "base/i18n.h"

#include "model/secrecy.h"

const struct error_kind PERSON_UNKNOWN = {
    "person-unknown", EXIT_REFUSED,
    N_("this register knows no such person; an administrator adds people "
       "with `person add`")};
const struct error_kind PERSON_ENDED = {"person-ended", EXIT_REFUSED,
					N_("this person no longer works here")};

struct person_row {
	int64_t person;
	const char *login;
	const char *name;
	struct date ended_on;
};

static bool
person_row_load(struct store *st, int64_t office, const char *login,
		struct arena *a, struct person_row *row, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct person_row, person, FIELD_INT64),
	    FIELD(struct person_row, login, FIELD_TEXT),
	    FIELD(struct person_row, name, FIELD_TEXT),
	    FIELD(struct person_row, ended_on, FIELD_DATE),
	    {0}};
	static const struct row_type type = {sizeof(struct person_row), fields};
	bool found;

	if (!query_row(st, QUERY_PERSON_BY_LOGIN,
		       PARAMS(P_INT("office", office), P_TEXT("login", login)),
		       &type, a, row, &found, err))
		return false;
	if (!found)
		return error_set(err, &PERSON_UNKNOWN, "%s", login);
	return true;
}

static bool
posts_load(struct store *st, int64_t office, struct date today, struct arena *a,
	   struct actor *actor, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct held_post, post, FIELD_TEXT),
	    FIELD(struct held_post, name, FIELD_TEXT),
	    FIELD(struct held_post, position, FIELD_INT),
	    FIELD(struct held_post, role, FIELD_TEXT),
	    FIELD(struct held_post, division, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct held_post), fields};
	struct text day = {0};
	bool ok;

	text_add_iso_date(&day, today);
	ok = query_rows(st, QUERY_POSTS_HELD,
			PARAMS(P_INT("office", office),
			       P_INT("person", actor->person),
			       P_TEXT("today", day.s)),
			&type, a, &actor->posts, &actor->n_posts, err);
	text_done(&day);
	return ok;
}

struct cleared {
	const char *class;
};

static bool
clearance_load(struct store *st, int64_t office, struct date today,
	       struct arena *a, struct actor *actor, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct cleared, class, FIELD_TEXT), {0}};
	static const struct row_type type = {sizeof(struct cleared), fields};
	struct cleared row = {0};
	struct text day = {0};
	bool found, ok;

	text_add_iso_date(&day, today);
	ok = query_row(st, QUERY_CLEARANCE_HELD,
		       PARAMS(P_INT("office", office),
			      P_INT("person", actor->person),
			      P_TEXT("today", day.s)),
		       &type, a, &row, &found, err);
	text_done(&day);
	actor->clearance = secrecy_rank(row.class);
	return ok;
}

bool
person_find(struct store *st, int64_t office, const char *login,
	    struct arena *a, struct actor *person, struct error *err)
{
	struct person_row row = {0};

	if (!person_row_load(st, office, login, a, &row, err))
		return false;
	*person = (struct actor){
	    .person = row.person,
	    .login = row.login,
	    .name = row.name,
	};
	return true;
}

bool
actor_load(struct store *st, int64_t office, const char *login,
	   struct date today, struct arena *a, struct actor *actor,
	   struct error *err)
{
	struct person_row row = {0};

	if (!person_row_load(st, office, login, a, &row, err))
		return false;
	if (row.ended_on.year != 0 && date_compare(row.ended_on, today) < 0)
		return error_set(err, &PERSON_ENDED, "%s", row.name);
	*actor = (struct actor){
	    .person = row.person,
	    .login = row.login,
	    .name = row.name,
	};
	return posts_load(st, office, today, a, actor, err) &&
	       clearance_load(st, office, today, a, actor, err);
}

unsigned
actor_roles(const struct actor *actor)
{
	unsigned roles = actor->is_owner ? ROLE_OWNER : 0;

	for (size_t i = 0; i < actor->n_posts; i++)
		roles |= role_of(actor->posts[i].role);
	return roles ? roles : ROLE_NONE;
}

const struct held_post *
actor_post(const struct actor *actor, const char *post)
{
	for (size_t i = 0; post != NULL && i < actor->n_posts; i++)
		if (strcmp(actor->posts[i].post, post) == 0)
			return &actor->posts[i];
	return NULL;
}

const struct held_post *
actor_registrar(const struct actor *actor)
{
	for (size_t i = 0; i < actor->n_posts; i++)
		if (role_of(actor->posts[i].role) == ROLE_REGISTRAR)
			return &actor->posts[i];
	return NULL;
}

const struct held_post *
actor_post_above(const struct actor *actor, int position)
{
	const struct held_post *highest = NULL;

	for (size_t i = 0; i < actor->n_posts; i++)
		if (actor->posts[i].position > position) {
			highest = &actor->posts[i];
			position = highest->position;
		}
	return highest;
}
