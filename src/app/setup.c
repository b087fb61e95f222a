/* setup.c -- a new office, its posts and divisions: init, office add */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/embedded.h"
#include "base/i18n.h"
#include "base/minisign.h"

#include "model/choices.h"
#include "model/guard.h"
#include "model/number.h"
#include "model/office.h"

#include "app/decisions.h"
#include "app/holiday.h"

enum { FIRST_OFFICE = 1 };

bool
init_prepare(struct act *act, struct error *err)
{
	struct session *s = act->s;
	const char *where = s->wish.register_path;

	if (s->wish.read_only)
		return error_set(err, &STORE_READ_ONLY, "%s", where);
	s->store = store_open(where, STORE_NEW, err);
	if (s->store == NULL)
		return false;
	if (mark_stands(store_beside(s->store))) {
		store_discard(s->store);
		s->store = NULL;
		return error_set(err, &GUARD_GONE, "%s", where);
	}
	s->office = FIRST_OFFICE;
	return true;
}

/* What an office of its kind begins with: data/office.json. */
static void
put_usual_office(json_t *body, const char *kind)
{
	const struct embedded *file = embedded_find("office.json");
	json_error_t where;
	json_t *usual;

	if (file == NULL)
		bug("office.json is not built in");
	usual = json_loadb(file->text, file->n, 0, &where);
	if (usual == NULL)
		bug("office.json, line %d: %s", where.line, where.text);
	if (json_object_update(body, json_object_get(usual, kind)) != 0)
		bug("office.json has no %s", kind);
	json_decref(usual);
}

/* The holidays that the program knows when the office begins. */
static void
put_holidays(json_t *body)
{
	struct arena a = {0};
	struct holidays h;

	holidays_shipped(&a, &h);
	json_object_set_new(body, "holidays", holidays_json(&h));
	arena_done(&a);
}

static void
put(json_t *body, const char *key, const char *text)
{
	if (text != NULL)
		json_object_set_new(body, key, json_string(text));
}

/* The words of office.found that init and `office add` share. */
static bool
put_office(struct act *act, json_t *body, struct error *err)
{
	const char *next = act_text(act, "next-number");
	const char *kind = act_text(act, "kind");
	int number = 1;

	if (next != NULL && !number_whole(next, &number))
		return error_set(err, &REQUEST_WRONG, "%s", next);
	kind = choice_find(office_kinds, kind ? kind : "abt")->value;
	put_usual_office(body, kind);
	put_holidays(body);
	put(body, "kind", kind);
	put(body, "prefix", act_text(act, "prefix"));
	json_object_set_new(body, "year", json_integer(session_year(act->s)));
	json_object_set_new(body, "next_number", json_integer(number));
	return true;
}

bool
init_decide(struct act *act, struct error *err)
{
	struct session *s = act->s;
	const char *code = act_text(act, "code");
	bool practice = request_value(act->r, "practice") != NULL;

	if (!put_office(act, act->entry.body, err))
		return false;
	act_put(act, "name", act_operand(act, 0));
	act_put(act, "code", code ? code : "main");
	act_put_json(act, "practice", json_boolean(practice));
	if (!key_put_first(act, err))
		return false;
	/* The identity is no event: it is what the first event hashes. */
	return ledger_found(s->store, act->at, practice, err);
}

static bool
code_is_new(struct act *act, const char *code, struct error *err)
{
	struct office other = {0};
	bool found;

	if (!act_check_code(code, err) ||
	    !office_load(act->s->store, code, act->arena, &other, &found, err))
		return false;
	return !found || error_set(err, &RULE_REFUSED,
				   _("the office %s is there already: %s"),
				   code, other.name);
}

/* A new chain begins with the event that founds the office; the office in
   which it was done keeps who did it. */
bool
office_add_decide(struct act *act, struct error *err)
{
	struct session *s = act->s;
	const char *code = act_operand(act, 0), *name = act_operand(act, 1);
	const char *above = act_text(act, "under");
	struct office_list all = {0};
	struct entry *found;

	if (!code_is_new(act, code, err) ||
	    (above != NULL && !act_check_code(above, err)) ||
	    !offices_load(s->store, "", session_today(s), act->arena, &all,
			  err))
		return false;
	act_put(act, "code", code);
	act_put(act, "name", name);
	found = act_also(act, "office.found");
	found->office = all.at[all.n - 1].office + 1;
	put(found->body, "code", code);
	put(found->body, "name", name);
	put(found->body, "above", above);
	return put_office(act, found->body, err);
}

bool
office_set_decide(struct act *act, struct error *err)
{
	static const struct {
		const char *option, *key;
	} settable[] = {
	    {"name", "name"}, {"prefix", "prefix"}, {"under", "above"}};
	const char *above = act_text(act, "under");

	if (above != NULL && !act_check_code(above, err))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(settable); i++)
		act_put(act, settable[i].key,
			act_text(act, settable[i].option));
	return json_object_size(act->entry.body) > 0 ||
	       error_set(
		   err, &REQUEST_MISSING,
		   _("say what is to be changed: --name, --prefix or --under"));
}

/* Named again, it has another name or key; those of this register are known
   anyway. */
bool
office_know_decide(struct act *act, struct error *err)
{
	const char *code = act_operand(act, 0);
	const char *above = act_text(act, "under");
	const char *key = act_text(act, "key");
	struct sign_key k;

	if (!code_is_new(act, code, err) ||
	    (above != NULL && !act_check_code(above, err)))
		return false;
	if (!sign_key_of_line(key, &k))
		return error_set(err, &REQUEST_WRONG,
				 _("%.60s is no public key; `key show' tells "
				   "it there"),
				 key);
	act_put(act, "code", code);
	act_put(act, "name", act_operand(act, 1));
	act_put(act, "above", above);
	act_put(act, "key", key);
	return true;
}
