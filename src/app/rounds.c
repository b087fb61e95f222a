/* rounds.c -- what goes round, and who has not noted it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/act.h"
#include "app/circulate.h"
#include "app/json.h"

bool
circulate_rounds(struct session *s, struct arena *a, struct round_list *list,
		 struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct round, id, FIELD_INT64),
	    FIELD(struct round, book, FIELD_TEXT),
	    FIELD(struct round, year, FIELD_INT),
	    FIELD(struct round, number, FIELD_INT),
	    FIELD(struct round, subject, FIELD_TEXT),
	    FIELD(struct round, secrecy, FIELD_TEXT),
	    FIELD(struct round, purpose, FIELD_TEXT),
	    FIELD(struct round, until, FIELD_DATE),
	    FIELD(struct round, person_name, FIELD_TEXT),
	    FIELD(struct round, post_name, FIELD_TEXT),
	    FIELD(struct round, at, FIELD_INT64),
	    FIELD(struct round, n, FIELD_INT),
	    FIELD(struct round, n_noted, FIELD_INT),
	    FIELD(struct round, names, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct round), fields};

	if (!query_rows(s->store, QUERY_CIRCULATIONS_OPEN,
			PARAMS(P_INT("office", s->office)), &type, a, &list->at,
			&list->n, err))
		return false;
	/* It may have been classed after it began to go round. */
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].secrecy != NULL)
			list->at[i].subject = NULL;
	return true;
}

static json_t *
round_json(const struct round *r)
{
	return json_pack(
	    "{s:s, s:i, s:i, s:o, s:s, s:o, s:s, s:o, s:o, s:i, s:i, s:o}",
	    "book", r->book, "year", r->year, "number", r->number, "subject",
	    text_json(r->subject), "purpose", r->purpose, "until",
	    date_json(r->until), "person", r->person_name, "post_name",
	    text_json(r->post_name), "at", moment_json(r->at), "to", r->n,
	    "noted", r->n_noted, "not_noted", text_json(r->names));
}

bool
circulating_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	struct arena a = {0};
	struct round_list list = {0};
	bool ok = circulate_rounds(s, &a, &list, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; i < list.n; i++)
		json_array_append_new(*answer, round_json(&list.at[i]));
	arena_done(&a);
	return ok;
}
