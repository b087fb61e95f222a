/* setup.c -- init: a new register with an office, its posts and divisions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/embedded.h"
#include "base/i18n.h"

#include "model/number.h"

#include "app/act.h"

enum { FIRST_OFFICE = 1 };

bool
init_prepare(struct act *act, struct error *err)
{
	struct session *s = act->s;

	if (s->wish.read_only)
		return error_set(err, &STORE_READ_ONLY, "%s",
				 s->wish.register_path);
	s->store = store_open(s->wish.register_path, STORE_NEW, err);
	if (s->store == NULL)
		return false;
	s->office = FIRST_OFFICE;
	return true;
}

/* What a subdistrict office begins with: data/office.json. */
static void
put_usual_office(struct act *act)
{
	const struct embedded *file = embedded_find("office.json");
	json_error_t where;
	json_t *usual;

	if (file == NULL)
		bug("office.json is not built in");
	usual = json_loadb(file->text, file->n, 0, &where);
	if (usual == NULL)
		bug("office.json, line %d: %s", where.line, where.text);
	json_object_update(act->entry.body, usual);
	json_decref(usual);
}

bool
init_decide(struct act *act, struct error *err)
{
	struct session *s = act->s;
	const char *code = act_text(act, "code");
	const char *next = act_text(act, "next-number");
	bool practice = request_value(act->r, "practice") != NULL;
	int number = 1;

	if (next != NULL && !number_whole(next, &number))
		return error_set(err, &REQUEST_WRONG, "%s", next);
	put_usual_office(act);
	act_put(act, "name", act_operand(act, 0));
	act_put(act, "code", code ? code : "main");
	act_put_int(act, "year", session_year(s));
	act_put_int(act, "next_number", number);
	act_put_json(act, "practice", json_boolean(practice));
	if (!key_put_first(act, err))
		return false;
	/* The identity is no event: it is what the first event hashes. */
	return ledger_found(s->store, act->at, practice, err);
}
