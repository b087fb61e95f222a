/* collect-answer.c -- what is given to the office above that collects it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/exchange.h"

#include "app/collect-between.h"
#include "app/collect.h"
#include "app/json.h"

/* Where it goes: a place in the collection of an office of this register. */
struct goal {
	int64_t office, letter;
	const char *unit;
	bool is_running;
	int position;
	const char *secrecy;
};

static bool
find_goal(struct act *act, const char *code, int64_t duty, const char *place,
	  struct goal *g, bool *found, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct goal, office, FIELD_INT64),
	    FIELD(struct goal, letter, FIELD_INT64),
	    FIELD(struct goal, unit, FIELD_TEXT),
	    FIELD(struct goal, is_running, FIELD_BOOL),
	    FIELD(struct goal, position, FIELD_INT),
	    FIELD(struct goal, secrecy, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(*g), fields};

	return query_row(act->s->store, QUERY_COLLECTION_OF_ORIGIN,
			 PARAMS(P_TEXT("code", code), P_INT("duty", duty),
				P_TEXT("place", place)),
			 &type, act->arena, g, found, err);
}

/* The period of that name there, and what it was given before. */
struct slot {
	int period;
	int64_t seq, from_seq;
	bool is_sent;
};

static bool
find_slot(struct act *act, const struct goal *g, int64_t duty, const char *name,
	  struct slot *slot, bool *found, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct slot, period, FIELD_INT),
	    FIELD(struct slot, seq, FIELD_INT64),
	    FIELD(struct slot, from_seq, FIELD_INT64),
	    FIELD(struct slot, is_sent, FIELD_BOOL),
	    {0}};
	static const struct row_type type = {sizeof(*slot), fields};

	return query_row(act->s->store, QUERY_PERIOD_OF_NAME,
			 PARAMS(P_INT("office", g->office), P_INT("duty", duty),
				P_INT("position", g->position),
				P_TEXT("name", name)),
			 &type, act->arena, slot, found, err);
}

/* A report into the asker's chain; `from' has figure, note, ref and who. */
static void
put_report(struct act *act, const struct goal *g, const struct slot *slot,
	   int64_t duty, const char *period_name, const char *name,
	   const char *how, const json_t *from)
{
	static const char *const keys[] = {"figure", "note", "ref", "reason",
					   "from_seq"};
	struct entry *e = act_also(act, "duty.report");

	e->office = g->office;
	e->letter = g->letter;
	json_object_update_new(
	    e->body, json_pack("{s:I, s:i, s:s, s:i, s:s, s:s}", "duty",
			       (json_int_t)duty, "period", slot->period,
			       "period_name", period_name, "position",
			       g->position, "name", name, "how", how));
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (json_object_get(from, keys[i]) != NULL)
			json_object_set(e->body, keys[i],
					json_object_get(from, keys[i]));
	if (g->unit != NULL)
		json_object_set_new(e->body, "unit", json_string(g->unit));
	if (slot->is_sent)
		json_object_set_new(e->body, "after", json_integer(1));
	/* Words of a letter that became secret stay with it. */
	if (g->secrecy == NULL && json_object_get(from, "attachments") != NULL)
		json_object_set(e->body, "attachments",
				json_object_get(from, "attachments"));
}

/* -------------------------------------------------- in the same register */

static const struct collector *
collector_of(const struct letter_file *f, int64_t duty)
{
	for (size_t i = 0; i < f->n_collectors; i++)
		if (f->collectors[i].duty == duty)
			return &f->collectors[i];
	return NULL;
}

static bool
answer_period(struct act *act, const struct collector *c, const struct goal *g,
	      const char *name, const json_t *done, struct error *err)
{
	struct slot slot;
	bool found;

	if (!find_slot(act, g, c->from_duty, name, &slot, &found, err))
		return false;
	if (found)
		put_report(act, g, &slot, c->from_duty, name,
			   act->s->office_name, COLLECTED_REGISTER, done);
	return true;
}

static bool
answer_there(struct act *act, const struct collector *c, const json_t *done,
	     struct error *err)
{
	struct goal g;
	bool found;
	size_t i;
	json_t *name;

	if (!find_goal(act, c->from_office, c->from_duty, act->s->office_code,
		       &g, &found, err))
		return false;
	if (!found)
		return true;
	json_array_foreach(json_object_get(done, "names"), i, name)
	{
		if (!answer_period(act, c, &g, json_string_value(name), done,
				   err))
			return false;
	}
	return true;
}

bool
collect_answer(struct act *act, const struct letter_file *f, const json_t *done,
	       struct error *err)
{
	const struct collector *c = collector_of(f, answer_whole(done, "duty"));
	bool is_here = false;

	if (c == NULL)
		return true;
	if (c->unit != NULL && json_object_get(done, "figure") == NULL)
		return error_set(err, &REQUEST_MISSING,
				 _("%s asks for the figure, in %s (--figure)"),
				 c->name, c->unit);
	return act_is_of_this_register(act, c->from_register, &is_here, err) &&
	       (!is_here || answer_there(act, c, done, err));
}

/* ----------------------------------------------------- to another register */

struct given_row {
	int64_t duty, seq, from_duty, figure;
	int period;
	const char *from_register, *name, *note, *ref, *by_name, *by_post;
	bool has_figure;
};

static json_t *
report_json(const struct given_row *g)
{
	json_t *j = json_pack(
	    "{s:{s:s, s:I}, s:s, s:I, s:s}", "ask", "register",
	    g->from_register, "duty", (json_int_t)g->from_duty, "period",
	    g->name, "from_seq", (json_int_t)g->seq, "by_name", g->by_name);

	if (g->has_figure)
		json_object_set_new(j, "figure", json_integer(g->figure));
	if (g->note != NULL)
		json_object_set_new(j, "note", json_string(g->note));
	if (g->ref != NULL)
		json_object_set_new(j, "ref", json_string(g->ref));
	if (g->by_post != NULL)
		json_object_set_new(j, "by_post", json_string(g->by_post));
	return j;
}

bool
collect_export(struct act *act, const char *office, json_t *reports,
	       json_t *told, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct given_row, duty, FIELD_INT64),
	    FIELD(struct given_row, seq, FIELD_INT64),
	    FIELD(struct given_row, from_duty, FIELD_INT64),
	    FIELD(struct given_row, figure, FIELD_INT64),
	    FIELD(struct given_row, period, FIELD_INT),
	    FIELD(struct given_row, from_register, FIELD_TEXT),
	    FIELD(struct given_row, name, FIELD_TEXT),
	    FIELD(struct given_row, note, FIELD_TEXT),
	    FIELD(struct given_row, ref, FIELD_TEXT),
	    FIELD(struct given_row, by_name, FIELD_TEXT),
	    FIELD(struct given_row, by_post, FIELD_TEXT),
	    FIELD(struct given_row, has_figure, FIELD_BOOL),
	    {0}};
	static const struct row_type type = {sizeof(struct given_row), fields};
	const struct session *s = act->s;
	struct given_row *rows;
	size_t n;

	if (!query_rows(
		s->store, QUERY_REPORTS_TO_EXPORT,
		PARAMS(P_INT("office", s->office), P_TEXT("code", office)),
		&type, act->arena, &rows, &n, err))
		return false;
	for (size_t i = 0; i < n; i++) {
		json_array_append_new(reports, report_json(&rows[i]));
		json_array_append_new(told,
				      json_pack("{s:I, s:i, s:I}", "duty",
						(json_int_t)rows[i].duty,
						"period", rows[i].period, "seq",
						(json_int_t)rows[i].seq));
	}
	return true;
}

/* News is what its office gave after what is there; a file read twice tells
   none. */
static bool
take_report(struct act *act, const json_t *one, const char *own, size_t *n,
	    struct error *err)
{
	const json_t *ask = json_object_get(one, "ask");
	const char *name = answer_word(one, "period");
	struct slot slot;
	struct goal g;
	bool found;

	if (strcmp(answer_word(ask, "register"), own) != 0)
		return true;
	if (!find_goal(act, act->s->office_code, answer_whole(ask, "duty"),
		       answer_word(act->exchange, "office"), &g, &found, err))
		return false;
	if (found && !find_slot(act, &g, answer_whole(ask, "duty"), name, &slot,
				&found, err))
		return false;
	if (!found || slot.from_seq >= answer_whole(one, "from_seq"))
		return true;
	g.office = 0;
	put_report(act, &g, &slot, answer_whole(ask, "duty"), name,
		   answer_word(act->exchange, "name"), COLLECTED_FILE, one);
	++*n;
	return true;
}

bool
collect_import(struct act *act, const json_t *reports, const char *own,
	       size_t *n, struct error *err)
{
	size_t i;
	json_t *one;

	json_array_foreach(reports, i, one)
	{
		if (!take_report(act, one, own, n, err))
			return false;
	}
	return true;
}
