/* key.c -- the key that signs for the register: shown, and replaced */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"

#include "model/seal.h"

#include "app/decisions.h"

static void
put_key(struct act *act, const struct sign_key *k)
{
	char line[SIGN_LINE_SIZE];

	sign_key_line(k, line);
	act_put(act, "key", line);
}

bool
key_put_first(struct act *act, struct error *err)
{
	struct sign_key k;

	if (!seal_found(act->s->store, &k, err))
		return false;
	put_key(act, &k);
	sign_key_wipe(&k);
	return true;
}

/* The key before says that the new one may follow it; where it is lost, only
   the reason stands there. */
static bool
put_handover(struct act *act, const struct sign_key *new, struct error *err)
{
	struct store *st = act->s->store;
	struct text message = {0}, signature = {0};
	struct error why = {0};
	struct identity id;
	bool ok = ledger_identity(st, &id, err);

	if (!ok)
		return false;
	seal_add_handover(&message, id.uuid, new);
	if (seal_sign(st, message.s, message.n, "another key of the register",
		      &signature, &why))
		act_put(act, "signature", signature.s);
	else if (why.kind != &SEAL_NONE && act_text(act, "reason") == NULL)
		ok = error_set(err, why.kind,
			       _("%s; with --reason the new key follows it "
				 "unsigned"),
			       why.detail);
	text_done(&message);
	text_done(&signature);
	return ok;
}

bool
key_new_decide(struct act *act, struct error *err)
{
	struct sign_key old, new;
	char line[SIGN_LINE_SIZE];
	struct error none = {0};

	if (seal_public(act->s->store, &old, &none)) {
		sign_key_line(&old, line);
		act_put(act, "was", line);
	} else if (none.kind != &SEAL_NONE) {
		*err = none;
		return false;
	}
	act_put(act, "reason", act_text(act, "reason"));
	if (!seal_replace(act->s->store, &new, err))
		return false;
	put_key(act, &new);
	return put_handover(act, &new, err);
}

bool
key_show_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err)
{
	char line[SIGN_LINE_SIZE], name[SIGN_NAME_SIZE];
	struct error why = {0};
	struct sign_key k, whole;
	char *sentence = NULL;

	(void)r;
	if (!seal_public(s->store, &k, err))
		return false;
	sign_key_line(&k, line);
	sign_key_name(&k, name);
	if (seal_load(s->store, &whole, &why))
		sign_key_wipe(&whole);
	else
		sentence = error_sentence(&why);
	*answer = json_pack("{s:s, s:s, s:b, s:o}", "id", name, "key", line,
			    "signs", sentence == NULL, "why_not",
			    sentence ? json_string(sentence) : json_null());
	free(sentence);
	return true;
}
