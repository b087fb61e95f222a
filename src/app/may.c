/* may.c -- who may do what now: one look at the register, many questions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/may.h"

#include "base/i18n.h"

typedef bool (*letter_fn)(struct store *st, const struct viewer *by,
			  const struct book_number *n, struct arena *a,
			  struct letter_file *file, struct error *err);

static bool
read_letter(const struct session *s, const char *number, letter_fn read,
	    struct arena *a, struct standing *standing, struct error *err)
{
	struct viewer by = {s->office, standing->actor, session_today(s)};
	struct book_number n;

	return actor_may_read(standing->actor, err) &&
	       book_parse(number, standing->policies.year, &n, err) &&
	       read(s->store, &by, &n, a, &standing->file, err);
}

static bool
read_office(const struct session *s, moment at, struct arena *a,
	    struct actor *actor, struct standing *standing, struct error *err)
{
	standing->actor = actor;
	standing->now = at;
	return policies_read(s->store, s->office, at, &standing->policies,
			     err) &&
	       session_actor_at(s, at, a, actor, err) &&
	       office_posts(s->store, s->office, at, a, &standing->posts,
			    err) &&
	       office_divisions(s->store, s->office, a, &standing->divisions,
				err);
}

bool
standing_read(const struct session *s, moment at, const char *number,
	      struct arena *a, struct actor *actor, struct standing *standing,
	      struct error *err)
{
	return read_office(s, at, a, actor, standing, err) &&
	       (!number ||
		read_letter(s, number, letter_file_load, a, standing, err));
}

static bool
refuse_roles(unsigned roles, struct error *err)
{
	struct text t = {0};

	text_add_roles(&t, roles);
	error_set(err, &ROUTE_NOT_YOURS, _("only these may: %s"), text_str(&t));
	text_done(&t);
	return false;
}

bool
actor_may_read(const struct actor *actor, struct error *err)
{
	return actor_roles(actor) & ROLES_READ || refuse_roles(ROLES_READ, err);
}

bool
standing_may(const struct standing *standing, const struct action *a,
	     const struct held_post **as, struct error *err)
{
	unsigned roles;

	*as = NULL;
	/* Before the road: a rule tells nothing of what he may not read. */
	if ((a->needs & NEED_READER) && standing->file.letter.is_veiled)
		return error_set(err, &ROUTE_NOT_YOURS,
				 _("the letter is secret, and not given to "
				   "you to read"));
	/* The road knows the post, and so says more exactly who may. */
	if (route_has(a->name) && !route_may(standing, a->name, as, err))
		return false;
	roles = *as ? role_of((*as)->role) : actor_roles(standing->actor);
	return roles & action_roles(a) || refuse_roles(action_roles(a), err);
}

static bool
may_begin(struct may *m, const struct session *s, struct arena *a,
	  struct error *err)
{
	moment at;

	*m = (struct may){.session = s};
	return ledger_moment(s->store, s->office, session_now(s), &at, err) &&
	       read_office(s, at, a, &m->actor, &m->standing, err);
}

bool
may_read(struct may *m, const struct session *s, const char *number,
	 struct arena *a, struct error *err)
{
	return may_begin(m, s, a, err) &&
	       (!number || read_letter(s, number, letter_file_weigh, a,
				       &m->standing, err));
}

bool
may_read_shown(struct may *m, const struct session *s,
	       const struct letter *letter, struct arena *a, struct error *err)
{
	struct viewer by = {s->office, &m->actor, session_today(s)};

	return may_begin(m, s, a, err) && actor_may_read(&m->actor, err) &&
	       letter_file_weigh_shown(s->store, &by, letter, a,
				       &m->standing.file, err);
}

bool
may_by(const struct may *m, const struct actor *by, const struct action *a,
       struct error *err)
{
	struct standing standing = m->standing;
	const struct held_post *as;

	standing.actor = by;
	if (!(a->needs & NEED_LETTER))
		standing.file = (struct letter_file){0};
	/* Whether another may read it depends on the person, not the post. */
	if (by != &m->actor)
		standing.file.letter.is_veiled = false;
	return standing_may(&standing, a, &as, err);
}

bool
may_do(const struct may *m, const struct action *a, struct error *err)
{
	if ((a->needs & NEED_WRITE) && store_is_read_only(m->session->store))
		return error_set(err, &STORE_READ_ONLY, NULL);
	return may_by(m, &m->actor, a, err);
}

bool
session_may(struct session *s, unsigned roles, struct error *err)
{
	struct arena arena = {0};
	struct may m;
	bool ok = may_read(&m, s, NULL, &arena, err) &&
		  (actor_roles(&m.actor) & roles || refuse_roles(roles, err));

	arena_done(&arena);
	return ok;
}

bool
action_may(struct session *s, const struct action *a, const char *number,
	   struct error *err)
{
	struct arena arena = {0};
	struct may m;
	bool ok = may_read(&m, s, number, &arena, err) && may_do(&m, a, err);

	arena_done(&arena);
	return ok;
}
