/* pin.c -- a PIN is set and ended by its person, or ended by who keeps people
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/pin.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/password.h"

#include "model/role.h"

#include "app/json.h"

struct pin_line {
	const char *login, *name, *pin, *reason;
	moment since, ended_at;
};
struct pin_lines {
	struct pin_line *at;
	size_t n;
};

static bool
load_pins(struct session *s, struct arena *a, struct pin_lines *pins,
	  struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct pin_line, login, FIELD_TEXT),
	    FIELD(struct pin_line, name, FIELD_TEXT),
	    FIELD(struct pin_line, pin, FIELD_TEXT),
	    FIELD(struct pin_line, reason, FIELD_TEXT),
	    FIELD(struct pin_line, since, FIELD_INT64),
	    FIELD(struct pin_line, ended_at, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct pin_line), fields};

	return query_rows(s->store, QUERY_PINS,
			  PARAMS(P_INT("office", s->office)), &type, a,
			  &pins->at, &pins->n, err);
}

/* Of every PIN that has ended: also of one after whose end the power was
   cut. */
void
pin_settle(struct act *act)
{
	struct pin_lines pins = {0};
	struct error later = {0};

	if (!load_pins(act->s, act->arena, &pins, &later))
		return;
	for (size_t i = 0; i < pins.n; i++)
		if (pins.at[i].ended_at != 0)
			pin_file_drop(act->s, pins.at[i].pin);
}

/* A PIN is named after the act that sets it. */
static const char *
id_of(const struct act *act)
{
	char *id = arena_alloc(act->arena, 2 * ID_SIZE + 1);

	hex_of(act->id, ID_SIZE, id);
	return id;
}

static bool
check_new(const struct session *s, const char *word, const char *again,
	  struct error *err)
{
	if (!pin_word_check(word, s->actor.login, err))
		return false;
	return strcmp(word, again) == 0 ||
	       error_set(err, &REQUEST_WRONG,
			 _("the new PIN was typed otherwise the second time"));
}

static bool
make_file(struct act *act, const char *word, struct error *err)
{
	bool done;

	return act_rehearse(act, &done, err) &&
	       (done || pin_file_make(act->s, id_of(act), word, err));
}

bool
pin_set_prepare(struct act *act, struct error *err)
{
	const char *new = request_value(act->r, "new");
	const char *again = request_value(act->r, "again");
	char *word = pin_word(new ? new : "");
	char *second = pin_word(again ? again : "");
	bool ok =
	    check_new(act->s, word, second, err) && make_file(act, word, err);

	secret_wipe(word, strlen(word));
	secret_wipe(second, strlen(second));
	free(word);
	free(second);
	return ok;
}

bool
pin_set_decide(struct act *act, struct error *err)
{
	const struct actor *me = &act->actor;

	if (me->person == 0)
		return error_set(err, &RULE_REFUSED,
				 _("a PIN is a person's; the account that owns "
				   "the register is none"));
	act_put_int(act, "person", me->person);
	act_put(act, "login", me->login);
	act_put(act, "name", me->name);
	act_put(act, "pin", id_of(act));
	return true;
}

/* Whoever keeps people ends another's with a reason, which the chain keeps. */
static bool
may_end(struct act *act, const struct actor *person, struct error *err)
{
	if (person->person == act->actor.person)
		return act->has_pin || pin_is_given_up(act->s, act->r) ||
		       error_set(err, &PIN_ASKED, NULL);
	if (!(actor_roles(&act->actor) & ROLES_KEEP))
		return error_set(err, &RULE_REFUSED,
				 _("only the administrator ends the PIN of "
				   "another"));
	return act_text(act, "reason") != NULL ||
	       error_set(err, &REQUEST_MISSING, "%s (--reason)", _("reason"));
}

static bool
put_whose(struct act *act, struct actor *person, struct error *err)
{
	if (act_operand(act, 0) != NULL)
		return act_put_person(act, 0, person, err);
	*person = act->actor;
	act_put_int(act, "person", person->person);
	act_put(act, "login", person->login);
	act_put(act, "name", person->name);
	return true;
}

bool
pin_end_decide(struct act *act, struct error *err)
{
	struct actor person = {0};
	struct pin pin;
	bool had;

	if (!put_whose(act, &person, err) || !may_end(act, &person, err) ||
	    !pin_of_person(act->s->store, act->s->office, person.person,
			   act->arena, &pin, &had, err))
		return false;
	act_put(act, "reason", act_text(act, "reason"));
	return had || error_set(err, &RULE_REFUSED, _("%s has no PIN"),
				person.name ? person.name : person.login);
}

/* ------------------------------------------------------------------- looks */

static void
put_told(const struct session *s, json_t *to, const struct pin_tries *tries)
{
	struct text t = {0};

	if (tries->wrong > 0)
		text_add_tries(&t, s, tries);
	json_object_set_new(to, "told",
			    t.n > 0 ? json_string(t.s) : json_null());
	text_done(&t);
}

static void
put_tries(json_t *to, const struct pin_tries *tries)
{
	json_object_set_new(to, "wrong", json_integer(tries->wrong));
	json_object_set_new(to, "wrong_since",
			    tries->wrong > 0 ? moment_json(tries->since)
					     : json_null());
}

bool
pin_check_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err)
{
	struct pin_tries before;
	bool given;

	*answer = NULL;
	if (!pin_pass(s, r, &given, &before, err))
		return false;
	if (!given)
		return error_set(err, &PIN_NONE, NULL);
	*answer = json_object();
	put_tries(*answer, &before);
	put_told(s, *answer, &before);
	return true;
}

static json_t *
line_json(const struct session *s, const struct pin_line *p)
{
	struct pin_tries tries = {0};
	json_t *line;

	if (p->ended_at == 0)
		pin_file_tries(s, p->pin, &tries);
	line =
	    json_pack("{s:s, s:s, s:o, s:o, s:s?}", "login", p->login, "name",
		      p->name, "since", moment_json(p->since), "ended_at",
		      p->ended_at ? moment_json(p->ended_at) : json_null(),
		      "reason", p->reason);
	put_tries(line, &tries);
	return line;
}

bool
pin_list_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err)
{
	struct arena a = {0};
	struct pin_lines pins;
	bool ok = load_pins(s, &a, &pins, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < pins.n; i++)
		json_array_append_new(*answer, line_json(s, &pins.at[i]));
	arena_done(&a);
	return ok;
}
