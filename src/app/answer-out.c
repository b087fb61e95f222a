/* answer-out.c -- what a letter answers, and how it went out, as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/answer.h"
#include "app/json.h"

/* What it answers, or what answers it. */
static json_t *
replies_json(const struct letter_file *f, bool is_answer)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_replies; i++) {
		const struct reply *r = &f->replies[i];

		if (r->is_answer == is_answer)
			json_array_append_new(
			    list,
			    json_pack("{s:s, s:i, s:i, s:o, s:o, s:s}", "book",
				      r->book, "number", r->number, "year",
				      r->year, "ref_no", text_json(r->ref_no),
				      "division", text_json(r->division),
				      "state", r->state));
	}
	return list;
}

static json_t *
dispatches_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_dispatches; i++) {
		const struct dispatch *d = &f->dispatches[i];

		json_array_append_new(
		    list,
		    json_pack("{s:s, s:o, s:o, s:s, s:o}", "how", d->how,
			      "receiver", text_json(d->receiver), "sent_at",
			      moment_json(d->sent_at), "person", d->person_name,
			      "at", moment_json(d->at)));
	}
	return list;
}

void
letter_add_out(const struct letter_file *f, json_t *j)
{
	json_object_set_new(j, "reply_to", replies_json(f, false));
	json_object_set_new(j, "replies", replies_json(f, true));
	json_object_set_new(j, "dispatches", dispatches_json(f));
}
