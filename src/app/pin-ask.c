/* pin-ask.c -- for which acts a PIN is asked, and whether it is right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/password.h"

#include "model/policy.h"

#include "app/json.h"
#include "app/pin.h"

const struct error_kind PIN_ASKED = {
    "pin-asked", EXIT_REFUSED,
    N_("this asks for your PIN; it is typed on a terminal, or read by "
       "--pin-fd")};
const struct error_kind PIN_NONE = {
    "pin-none", EXIT_REFUSED,
    N_("this asks for your PIN, and you have none: set one first with `pin "
       "set'")};

const struct option pin_option = {
    .name = PIN_ARGUMENT,
    .metavar = "PIN",
    .label = N_("your PIN"),
    .kind = VALUE_SECRET,
    .help = N_("the PIN you have set, typed unseen"),
};

/* After so many wrong tries, and as many again, the chain tells of them. */
enum { TOLD_EACH = 3 };

static const struct {
	const char *action;
	enum pin_group group;
} acts[] = {
    {"order", PIN_ORDERS},
    {"duty waive", PIN_ORDERS},
    {"destroy approve", PIN_ORDERS},
    {"endorse", PIN_NOTES},
    {"return", PIN_NOTES},
    {"recall", PIN_NOTES},
    {"pass", PIN_NOTES},
    {"acknowledge", PIN_NOTES},
    {"done", PIN_NOTES},
    {"circulate", PIN_NOTES},
    {"receive", PIN_NUMBERS},
    {"accept", PIN_NUMBERS},
    {"send", PIN_NUMBERS},
    {"forward", PIN_NUMBERS},
    {"reserve", PIN_NUMBERS},
    {"cancel", PIN_STRIKES},
    {"correct", PIN_STRIKES},
    {"void", PIN_STRIKES},
    {"withdraw", PIN_STRIKES},
    {"grant", PIN_SECRETS},
    {"grant end", PIN_SECRETS},
    {"clear", PIN_SECRETS},
    {"clear end", PIN_SECRETS},
};

static int
groups_of(const struct action *a)
{
	int groups = a->needs & NEED_ADMIN ? PIN_OFFICE : 0;

	for (size_t i = 0; i < ARRAY_SIZE(acts); i++)
		if (strcmp(acts[i].action, a->name) == 0)
			groups |= acts[i].group;
	return groups;
}

static bool
is_named(const struct request *r, const char *action)
{
	return strcmp(r->action->name, action) == 0;
}

/* The account that owns the register holds the hash itself: it may have
   forgotten the PIN, and says why it ends. */
bool
pin_is_given_up(const struct session *s, const struct request *r)
{
	return s->actor.is_owner && !text_is_blank(request_value(r, "reason"));
}

/* Another's PIN is ended by whoever keeps the office, with a reason. */
static bool
is_own_end(const struct session *s, const struct request *r)
{
	const char *login = request_operand(r, 0);

	return is_named(r, "pin end") && !pin_is_given_up(s, r) &&
	       (login == NULL || strcmp(login, s->actor.login) == 0);
}

static bool
read_pin(struct session *s, struct arena *a, struct pin *pin, bool *found,
	 struct error *err)
{
	return pin_of_person(s->store, s->office, s->actor.person, a, pin,
			     found, err);
}

static bool
has_pin(struct session *s, bool *has, struct error *err)
{
	struct arena a = {0};
	struct pin pin;
	bool ok = read_pin(s, &a, &pin, has, err);

	arena_done(&a);
	return ok;
}

static bool
is_for(struct session *s, const struct action *a, bool *asked,
       struct error *err)
{
	int groups = groups_of(a);
	struct policies p;

	*asked = false;
	if (groups == 0 || a->decide == NULL)
		return true;
	if (!policies_read(s->store, s->office, session_now(s), &p, err))
		return false;
	*asked = (p.pin_for & groups) != 0;
	return true;
}

/* The PIN that is asked for, if any.  Who has none is told so before anything
   is typed. */
static bool
find_pin(struct session *s, const struct request *r, struct arena *a,
	 struct pin *pin, bool *asked, struct error *err)
{
	bool is_about_it = is_named(r, "pin set") || is_own_end(s, r);

	*asked = is_about_it || is_named(r, "pin check");
	if (s->store == NULL || s->actor.person == 0) {
		*asked = false;
		return true;
	}
	if (!*asked && !is_for(s, r->action, asked, err))
		return false;
	if (!*asked)
		return true;
	if (!read_pin(s, a, pin, asked, err))
		return false;
	return *asked || is_about_it || error_set(err, &PIN_NONE, NULL);
}

bool
pin_is_asked(struct session *s, const struct request *r, bool *asked,
	     struct error *err)
{
	struct arena a = {0};
	struct pin pin;
	bool ok = find_pin(s, r, &a, &pin, asked, err);

	arena_done(&a);
	return ok;
}

bool
pin_is_secret(const struct action *a, const char *argument)
{
	const struct option *o =
	    argument != NULL ? action_option(a, argument) : NULL;

	return argument != NULL && (strcmp(argument, PIN_ARGUMENT) == 0 ||
				    (o != NULL && o->kind == VALUE_SECRET));
}

bool
pin_lock_look(struct session *s, struct pin_lock *lock, struct error *err)
{
	struct policies p;

	*lock = (struct pin_lock){0};
	if (s->actor.person == 0)
		return true;
	if (!policies_read(s->store, s->office, session_now(s), &p, err) ||
	    !has_pin(s, &lock->has_pin, err))
		return false;
	lock->minutes = p.lock_minutes;
	return true;
}

bool
pin_is_lacking(struct session *s)
{
	struct policies p;
	struct error ignored = {0};
	bool has;

	return s->actor.person != 0 && has_pin(s, &has, &ignored) && !has &&
	       policies_read(s->store, s->office, session_now(s), &p,
			     &ignored) &&
	       (p.pin_for != 0 || p.lock_minutes != 0);
}

/* ------------------------------------------------------------- wrong tries */

static bool
write_tries(struct act *act, const struct pin_tries *tries, struct error *err)
{
	struct entry entry = {.kind = "pin.wrong", .body = json_object()};
	struct event e;

	json_object_set_new(entry.body, "tries", json_integer(tries->wrong));
	json_object_set_new(entry.body, "since", moment_json(tries->since));
	return act_write(act, &entry, &e, err);
}

/* Whoever it was came as this person: the chain says by which door. */
static void
record_tries(struct session *s, const struct request *r,
	     const struct pin_tries *tries)
{
	unsigned char id[ID_SIZE];
	struct arena a = {0};
	struct act act = {.s = s, .r = r, .id = id, .arena = &a};
	struct error lost = {0};

	if (tries->wrong % TOLD_EACH != 0 || store_is_read_only(s->store))
		return;
	random_bytes(id, sizeof(id));
	/* What cannot be written now is told with the next. */
	if (store_begin_write(s->store, &lost) &&
	    (!act_write_before(&act, &lost) ||
	     !write_tries(&act, tries, &lost) ||
	     !store_commit(s->store, &lost)))
		store_rollback(s->store);
	act_done(&act);
	arena_done(&a);
}

static bool
try_pin(struct session *s, const struct request *r, const struct pin *pin,
	struct pin_tries *before, struct error *err)
{
	char *word = pin_word(request_value(r, PIN_ARGUMENT));
	bool ok = pin_file_try(s, pin->pin, word, before, err);

	secret_wipe(word, strlen(word));
	free(word);
	if (!ok && err->kind == &PIN_WRONG)
		record_tries(s, r, before);
	return ok;
}

bool
pin_pass(struct session *s, const struct request *r, bool *given,
	 struct pin_tries *before, struct error *err)
{
	struct arena a = {0};
	struct pin pin;
	bool asked, ok;

	*given = false;
	*before = (struct pin_tries){0};
	ok = find_pin(s, r, &a, &pin, &asked, err);
	if (ok && asked && text_is_blank(request_value(r, PIN_ARGUMENT)))
		ok = error_set(err, &PIN_ASKED, NULL);
	else if (ok && asked)
		*given = ok = try_pin(s, r, &pin, before, err);
	arena_done(&a);
	return ok;
}
