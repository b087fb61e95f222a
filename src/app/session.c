/* session.c -- one person at work on one register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/session.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#include "model/guard.h"
#include "model/ledger.h"
#include "model/moved.h"
#include "model/office.h"
#include "model/policy.h"

#include "app/keeper.h"
#include "app/login-key.h"

const struct error_kind SESSION_AS_REFUSED = {
    "as-refused", EXIT_REFUSED,
    N_("--as is for the account that owns the register only")};
const struct error_kind SESSION_KEY_REFUSED = {
    "key-refused", EXIT_REFUSED, N_("this key opens no door here")};
const struct error_kind OFFICE_UNKNOWN = {
    "office-unknown", EXIT_REFUSED, N_("this register holds no such office")};

void
session_init(struct session *s, const struct session_wish *wish,
	     struct clock clock)
{
	struct settings *own;

	*s = (struct session){
	    .wish = *wish,
	    .clock = clock,
	    .settings = wish->settings,
	};
	if (s->wish.temporary == NULL)
		s->wish.temporary = "/tmp";
	if (s->settings == NULL) {
		own = arena_alloc(&s->arena, sizeof(*own));
		settings_begin(own, &s->arena);
		s->settings = own;
	}
}

void
session_done(struct session *s)
{
	store_close(s->store);
	arena_done(&s->arena);
	*s = (struct session){0};
}

moment
session_now(const struct session *s)
{
	return s->n_looks > 0 ? s->looked_at : s->clock.now(s->clock.ctx);
}

bool
session_look_begin(struct session *s, struct error *err)
{
	if (s->n_looks == 0) {
		s->looked_at = session_now(s);
		if (!store_begin_read(s->store, err))
			return false;
	}
	s->n_looks++;
	return true;
}

void
session_look_end(struct session *s)
{
	s->n_looks--;
	if (s->n_looks == 0)
		store_rollback(s->store);
}

struct date
session_today(const struct session *s)
{
	return moment_date(session_now(s));
}

int
session_year(const struct session *s)
{
	return year_at(&s->years, session_now(s));
}

/* A key is looked up each time: one that has ended opens nothing any more,
   however long the screen has been open. */
static bool
login_of_key(const struct session *s, struct arena *a, const char **login,
	     struct error *err)
{
	const struct session_wish *w = &s->wish;
	struct key_holder holder;
	bool found;

	if (!login_key_find(s->store, w->key, a, &holder, &found, err))
		return false;
	if (!found)
		return error_set(err, &KEY_UNKNOWN, "%s", w->key);
	if (w->login != NULL && strcmp(w->login, holder.login) != 0)
		return error_set(err, &SESSION_KEY_REFUSED,
				 _("it is the key of %s, and the line of keys "
				   "says %s"),
				 holder.login, w->login);
	*login = holder.login;
	return true;
}

/* What is no text is nobody's name, and a server refuses to be asked. */
static bool
may_be_asked(const char *name)
{
	return utf8_fault(name, strlen(name)) < 0;
}

static bool
login_of(const struct session *s, struct arena *a, const char **login,
	 struct error *err)
{
	if (s->wish.key != NULL)
		return login_of_key(s, a, login, err);
	*login = s->wish.login != NULL ? s->wish.login : s->wish.account;
	return may_be_asked(*login) ||
	       error_set(err, &PERSON_UNKNOWN, "%s", *login);
}

/* The one asked for; else one the person works in. */
static bool
find_office(struct session *s, struct office *office, bool *found,
	    struct error *err)
{
	const char *login;

	*found = false;
	if (s->wish.office != NULL)
		return !may_be_asked(s->wish.office) ||
		       office_load(s->store, s->wish.office, &s->arena, office,
				   found, err);
	return login_of(s, &s->arena, &login, err) &&
	       office_of_login(s->store, login, session_today(s), &s->arena,
			       office, found, err);
}

static bool
load_office(struct session *s, struct error *err)
{
	struct office office = {0};
	struct identity id;
	bool found;

	if (!ledger_identity(s->store, &id, err) ||
	    !find_office(s, &office, &found, err))
		return false;
	if (!found)
		return error_set(err, &OFFICE_UNKNOWN, "%s",
				 s->wish.office ? s->wish.office : "");
	s->office = office.office;
	s->office_code = office.code;
	s->office_name = office.name;
	s->is_practice = id.practice;
	return year_months_read(s->store, s->office, &s->arena, &s->years, err);
}

/* The account that owns the register, when no person has its name. */
static struct actor
owner(const struct session *s)
{
	return (struct actor){
	    .login = s->wish.account,
	    .name = s->wish.account,
	    .is_owner = true,
	};
}

/* Whose account or key it is, is known; whose name is said after --as is not,
   but in practice, and where the office relies on the host's list of keys. */
static bool
find_sure(const struct session *s, struct actor *actor, struct error *err)
{
	struct policies policies;

	actor->is_sure = !s->wish.login_is_asked || s->is_practice;
	if (actor->is_sure)
		return true;
	if (!policies_read(s->store, s->office, session_now(s), &policies, err))
		return false;
	actor->is_sure = policies.secret_as == 1;
	return true;
}

bool
session_actor(const struct session *s, struct arena *a, struct actor *actor,
	      struct error *err)
{
	moment at; /* by a clock that was set back nobody loses a post */

	return ledger_moment(s->store, s->office, session_now(s), &at, err) &&
	       session_actor_at(s, at, a, actor, err);
}

bool
session_actor_at(const struct session *s, moment at, struct arena *a,
		 struct actor *actor, struct error *err)
{
	const struct session_wish *w = &s->wish;
	bool own = store_is_own(s->store);
	bool is_account = w->login == NULL && w->key == NULL;
	const char *login;

	if (!is_account && !own)
		return error_set(err, &SESSION_AS_REFUSED, NULL);
	if (!login_of(s, a, &login, err))
		return false;
	if (actor_load(s->store, s->office, login, at, a, actor, err)) {
		actor->is_owner = own && is_account;
		return find_sure(s, actor, err);
	}
	/* Who owns the register is never locked out of it. */
	if ((err->kind != &PERSON_UNKNOWN && err->kind != &PERSON_ENDED) ||
	    !is_account || !own)
		return false;
	*err = (struct error){0};
	*actor = owner(s);
	return true;
}

static bool
load_person(struct session *s, struct error *err)
{
	if (!load_office(s, err))
		return false;
	store_set_office(s->store, s->office);
	return session_actor(s, &s->arena, &s->actor, err);
}

bool
session_refresh(struct session *s, struct error *err)
{
	/* A restore writes for one office after the other. */
	bool is_inside = s->n_looks == 0 && store_in_transaction(s->store);
	bool ok;

	if (!is_inside && !session_look_begin(s, err))
		return false;
	ok = load_person(s, err);
	if (!is_inside)
		session_look_end(s);
	if (!ok)
		return false;
	store_set_holder(s->store, s->actor.login);
	s->is_stale = false;
	return true;
}

/* Whether one may work there is known once the person was looked for in it;
   until then nothing is changed that is not put back. */
bool
session_enter(struct session *s, const char *code, struct error *err)
{
	struct session before = *s;
	struct error why = {0};

	if (session_is_kept(s) && !keeper_enter(s, code, err))
		return false;
	s->wish.office = arena_strdup(&s->arena, code);
	if (session_refresh(s, &why))
		return true;
	before.arena = s->arena;
	*s = before;
	*err = why;
	return false;
}

static bool
open_as(struct session *s, enum store_mode mode, struct error *err)
{
	const char *where = s->wish.register_path;

	s->store = store_open(where, mode, err);
	if (s->store == NULL && err->kind == &STORE_MISSING &&
	    mark_stands(where))
		return error_set(err, &GUARD_GONE, "%s", where);
	if (s->store == NULL || !session_refresh(s, err) ||
	    !moved_is_whole(s->store, err))
		return false;
	/* Chosen once: what is typed for one office is never done in
	   another. */
	s->wish.office = s->office_code;
	return true;
}

bool
session_open(struct session *s, bool write, struct error *err)
{
	return open_as(
	    s, write && !s->wish.read_only ? STORE_WRITE : STORE_READ, err);
}

bool
session_open_alone(struct session *s, struct error *err)
{
	return open_as(s, STORE_ALONE, err);
}
