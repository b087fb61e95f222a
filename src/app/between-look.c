/* between-look.c -- what came from other offices, and what was sent to them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "base/i18n.h"

#include "model/parcel.h"

#include "app/act.h"
#include "app/json.h"
#include "app/look.h"
#include "app/may.h"

enum { NEWEST = 200, ACTS = 50 };

/* Who may look at letters may look at these. */
static bool
may_look(struct session *s, struct error *err)
{
	struct arena a = {0};
	struct actor actor = {0};
	bool ok =
	    session_actor(s, &a, &actor, err) && actor_may_read(&actor, err);

	arena_done(&a);
	return ok;
}

bool
look_parcels(struct session *s, bool all, struct arena *a,
	     struct parcel_list *list, struct error *err)
{
	if (!may_look(s, err))
		return false;
	return all ? parcels_newest(s->store, s->office, NEWEST, a, list, err)
		   : parcels_waiting(s->store, s->office, a, list, err);
}

bool
look_sendings(struct session *s, const char *number, struct arena *a,
	      struct sending_list *list, struct error *err)
{
	struct letter_file file;

	if (number == NULL)
		return may_look(s, err) &&
		       sendings_recent(s->store, s->office, ACTS, a, list, err);
	return look_letter(s, number, a, &file, err) &&
	       sendings_of_letter(s->store, s->office, file.letter.id, a, list,
				  err);
}

static json_t *
place_json(const char *book, int year, int number)
{
	if (number == 0)
		return json_null();
	return json_pack("{s:s, s:i, s:i}", "book", book, "year", year,
			 "number", number);
}

static json_t *
parcel_json(const struct parcel *p)
{
	return json_pack(
	    "{s:i, s:s, s:s, s:s, s:s, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, "
	    "s:i}",
	    "item", p->number, "from", p->sender, "office", p->from_office,
	    "register", p->from_register, "ref_no", p->ref_no, "dated",
	    date_json(p->dated), "subject", text_json(p->subject), "urgency",
	    text_json(p->urgency), "state", p->state, "arrived_at",
	    moment_json(p->arrived_at), "state_at", moment_json(p->state_at),
	    "received_as", place_json(p->as_book, p->as_year, p->as_number),
	    "reason", text_json(p->reason), "attachments", p->n_files);
}

bool
inbox_look(struct session *s, const struct request *r, json_t **answer,
	   struct error *err)
{
	struct arena a = {0};
	struct parcel_list list = {0};
	bool ok =
	    look_parcels(s, request_value(r, "all") != NULL, &a, &list, err);

	if (ok)
		*answer = json_array();
	for (size_t i = 0; ok && i < list.n; i++)
		json_array_append_new(*answer, parcel_json(&list.at[i]));
	arena_done(&a);
	return ok;
}

static json_t *
sending_json(const struct sending *s)
{
	return json_pack(
	    "{s:s, s:i, s:i, s:s, s:o, s:o, s:s, s:s, s:o, s:s, s:o, s:o, s:o, "
	    "s:o, s:o, s:o, s:o}",
	    "book", s->book, "year", s->year, "number", s->number, "ref_no",
	    s->ref_no, "dated", date_json(s->dated), "subject",
	    text_json(s->subject), "office", s->target, "name", s->target_name,
	    "elsewhere", text_json(s->elsewhere), "state", s->state, "sent_at",
	    moment_json(s->sent_at), "state_at", moment_json(s->state_at),
	    "accept_id", text_json(s->accept_id), "accepted_at",
	    moment_json(s->accepted_at), "by", text_json(s->by_name), "reason",
	    text_json(s->reason), "recalled_at", moment_json(s->recalled_at));
}

bool
forwarded_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err)
{
	struct arena a = {0};
	struct sending_list list = {0};
	bool ok = look_sendings(s, request_operand(r, 0), &a, &list, err);

	if (ok)
		*answer = json_array();
	for (size_t i = 0; ok && i < list.n; i++)
		json_array_append_new(*answer, sending_json(&list.at[i]));
	arena_done(&a);
	return ok;
}
