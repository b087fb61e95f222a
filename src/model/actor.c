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

/* Own posts first: they sign for themselves, and head the others. */
static void
add_posts(struct actor *actor, const struct roster *r, bool acting,
	  struct arena *a)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct keeper *k = &r->at[i];
		struct held_post *p = &actor->posts[actor->n_posts];
		struct text order = {0};

		if (k->person != actor->person || k->state != KEEPER_ACTS ||
		    (k->acting != 0) != acting)
			continue;
		*p = (struct held_post){
		    .post = k->post,
		    .name = k->post_name,
		    .position = k->position,
		    .role = k->role,
		    .division = k->division,
		};
		actor->n_posts++;
		if (!acting)
			continue;
		text_add_order(&order, k->order_no, k->order_date);
		p->capacity = k->capacity;
		p->order = arena_strdup(a, order.s);
		p->own_name = p == actor->posts || actor->posts[0].capacity
				  ? NULL
				  : actor->posts[0].name;
		p->acting = k->acting;
		p->from = k->taken_at >= k->began ? 0 : k->began;
		text_done(&order);
	}
}

static void
add_idle(struct actor *actor, const struct roster *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->at[i].person == actor->person &&
		    r->at[i].state != KEEPER_ACTS)
			actor->idle[actor->n_idle++] = r->at[i];
}

static void
put_held(struct actor *actor, struct arena *a)
{
	struct text t = {0};

	for (size_t i = 0; i < actor->n_posts; i++)
		text_printf(&t, "%s{\"post\":\"%s\",\"from\":%lld}",
			    i > 0 ? "," : "[", actor->posts[i].post,
			    (long long)actor->posts[i].from);
	text_add(&t, t.n > 0 ? "]" : "[]");
	actor->held = arena_strdup(a, t.s);
	text_done(&t);
}

static bool
posts_load(struct store *st, int64_t office, moment now, struct arena *a,
	   struct actor *actor, struct error *err)
{
	struct roster r;

	if (!roster_load(st, office, now, a, &r, err))
		return false;
	actor->posts = arena_array(a, r.n, sizeof(*actor->posts));
	actor->idle = arena_array(a, r.n, sizeof(*actor->idle));
	add_posts(actor, &r, false, a);
	add_posts(actor, &r, true, a);
	add_idle(actor, &r);
	put_held(actor, a);
	return true;
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
actor_load(struct store *st, int64_t office, const char *login, moment now,
	   struct arena *a, struct actor *actor, struct error *err)
{
	struct person_row row = {0};

	if (!person_row_load(st, office, login, a, &row, err))
		return false;
	if (row.ended_on.year != 0 &&
	    date_compare(row.ended_on, moment_date(now)) < 0)
		return error_set(err, &PERSON_ENDED, "%s", row.name);
	*actor = (struct actor){
	    .person = row.person,
	    .login = row.login,
	    .name = row.name,
	};
	query_ahead(st, QUERY_CLEARANCE_HELD,
		    PARAMS(P_INT("office", office), P_INT("person", row.person),
			   P_TEXT("today", date_iso(a, moment_date(now)))));
	return posts_load(st, office, now, a, actor, err) &&
	       clearance_load(st, office, moment_date(now), a, actor, err);
}

const struct keeper *
actor_absence(const struct actor *actor)
{
	for (size_t i = 0; i < actor->n_idle; i++)
		if (actor->idle[i].absence)
			return &actor->idle[i];
	return NULL;
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
		if (actor->posts[i].position > position &&
		    (!highest || !actor->posts[i].capacity)) {
			highest = &actor->posts[i];
			position = highest->position;
		}
	return highest;
}
