/* acting-look.c -- the orders to act and the absences, as rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/roster.h"

#include "app/act.h"
#include "app/json.h"
#include "app/look.h"

static const char *const state_names[] = {
    [KEEPER_ACTS] = "acts",        [KEEPER_AWAY] = "absent",
    [KEEPER_EARLY] = "not-begun",  [KEEPER_OVER] = "over",
    [KEEPER_UNLAWFUL] = "not-now", [KEEPER_BEHIND] = "behind",
};

static json_t *
end_json(moment until)
{
	return until == MOMENT_NEVER ? json_null() : moment_json(until);
}

static json_t *
order_json(const struct keeper *k, struct arena *a)
{
	const char *why = keeper_why_not(k, a);

	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:i, s:o, s:o, "
			 "s:s, s:s?, s:b}",
			 "post", k->post, "post_name", k->post_name, "login",
			 k->login, "name", k->name, "capacity", k->capacity,
			 "order", k->order_no, "order_date",
			 date_iso(a, k->order_date), "rank", k->rank, "since",
			 moment_json(k->since), "until", end_json(k->until),
			 "state", state_names[k->state], "why", why, "taken",
			 k->taken_at != 0 && k->taken_at >= k->began);
}

bool
look_roster(struct session *s, struct arena *a, struct roster *roster,
	    struct error *err)
{
	return roster_load(s->store, s->office, session_now(s), a, roster, err);
}

bool
acting_list_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	struct arena a = {0};
	struct roster roster;
	bool ok = look_roster(s, &a, &roster, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < roster.n; i++)
		if (roster.at[i].acting)
			json_array_append_new(*answer,
					      order_json(&roster.at[i], &a));
	arena_done(&a);
	return ok;
}

struct absence {
	const char *login, *name, *reason;
	moment since, until;
};

bool
absent_list_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct absence, login, FIELD_TEXT),
	    FIELD(struct absence, name, FIELD_TEXT),
	    FIELD(struct absence, reason, FIELD_TEXT),
	    FIELD(struct absence, since, FIELD_INT64),
	    FIELD(struct absence, until, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct absence), fields};
	struct arena a = {0};
	struct absence *at;
	size_t n;
	moment now = session_now(s);
	bool ok = query_rows(s->store, QUERY_ABSENCES_TOLD,
			     PARAMS(P_INT("office", s->office),
				    P_INT("told", now - ROSTER_TOLD)),
			     &type, &a, &at, &n, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < n; i++)
		json_array_append_new(
		    *answer,
		    json_pack("{s:s, s:s, s:s, s:o, s:o, s:b}", "login",
			      at[i].login, "name", at[i].name, "reason",
			      at[i].reason, "since", moment_json(at[i].since),
			      "until", end_json(at[i].until), "now",
			      at[i].since <= now && now < at[i].until));
	arena_done(&a);
	return ok;
}
