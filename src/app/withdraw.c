/* withdraw.c -- ถอนคืน: what was sent on is taken back before it is received */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/office.h"
#include "model/parcel.h"

#include "app/decisions.h"

static bool
is_asked(const struct act *act, const struct sending *s)
{
	const char *word = request_value(act->r, "from");

	for (size_t i = 0; word != NULL; i++) {
		word = request_value_at(act->r, "from", i);
		if (word != NULL && (strcmp(word, s->target) == 0 ||
				     strcmp(word, s->target_name) == 0))
			return true;
	}
	return request_value(act->r, "from") == NULL;
}

/* In the chain of an office of this register it ends as well. */
static bool
end_parcel(struct act *act, const struct sending *s, struct error *err)
{
	struct session *session = act->s;
	struct office to = {0};
	char uuid[UUID_TEXT_SIZE];
	struct origin o = {uuid, session->office_code, s->sending};
	struct entry *e;
	struct came came;
	bool found;

	if (!ledger_uuid(session->store, uuid, err) ||
	    !office_load(session->store, s->target, act->arena, &to, &found,
			 err))
		return false;
	if (!parcel_of_origin(session->store, to.office, &o, act->arena, &came,
			      &found, err))
		return false;
	e = act_also(act, "parcel.end");
	e->office = to.office;
	json_object_set_new(e->body, "parcel", json_integer(came.parcel));
	json_object_set_new(e->body, "state", json_string(SENDING_WITHDRAWN));
	json_object_set_new(e->body, "reason",
			    json_string(act_text(act, "reason")));
	return true;
}

static bool
withdraw_one(struct act *act, const struct sending *s, json_t *list,
	     struct error *err)
{
	json_array_append_new(list,
			      json_pack("{s:I, s:s, s:s}", "sending",
					(json_int_t)s->sending, "office",
					s->target, "name", s->target_name));
	return s->elsewhere != NULL || end_parcel(act, s, err);
}

/* What an office has received stays with it. */
static bool
refuse_settled(const struct sending *s, struct error *err)
{
	return error_set(err, &RULE_REFUSED,
			 s->accept_id ? _("%s has received it as number %s")
				      : _("%s has answered already: %s"),
			 s->target_name,
			 s->accept_id ? s->accept_id
				      : choice_label(sending_states, s->state));
}

/* A letter that was taken back may have been sent to the office again. */
static bool
withdraw_open(struct act *act, const struct sending_list *all, json_t *list,
	      struct error *err)
{
	const struct sending *settled = NULL;

	for (size_t i = 0; i < all->n; i++) {
		const struct sending *s = &all->at[i];

		if (!is_asked(act, s))
			continue;
		if (!sending_is_open(s))
			settled = s;
		else if (!withdraw_one(act, s, list, err))
			return false;
	}
	if (json_array_size(list) > 0)
		return true;
	if (settled != NULL && request_value(act->r, "from") != NULL)
		return refuse_settled(settled, err);
	return error_set(err, &RULE_REFUSED,
			 _("it waits nowhere to be received"));
}

bool
withdraw_decide(struct act *act, struct error *err)
{
	const struct session *s = act->s;
	struct sending_list all = {0};
	json_t *list = json_array();

	act_put_json(act, "targets", list);
	act_put(act, "reason", act_text(act, "reason"));
	return sendings_of_letter(s->store, s->office,
				  act->standing.file.letter.id, act->arena,
				  &all, err) &&
	       withdraw_open(act, &all, list, err);
}
