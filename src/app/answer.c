/* answer.c -- letters as the JSON that scripts may rely on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/answer.h"

#include <string.h>

#include "base/text.h"

#include "app/duty.h"
#include "app/json.h"

/* What its number was reserved for, and until when; null when it was not. */
static json_t *
reserved_json(const struct letter *l)
{
	if (l->purpose == NULL)
		return json_null();
	return json_pack("{s:s, s:o, s:o, s:i, s:i, s:b}", "purpose",
			 l->purpose, "at", moment_json(l->numbered_at), "until",
			 date_json(l->until), "block", l->block, "page",
			 l->page, "sheet", l->is_sheet);
}

/* By which list of destruction its words went, or null. */
static json_t *
destroyed_json(const struct letter *l)
{
	if (l->list_year == 0)
		return json_null();
	return json_pack("{s:i, s:i}", "list_year", l->list_year, "list_number",
			 l->list_number);
}

json_t *
letter_json(const struct letter *l)
{
	return json_pack(
	    "{s:s, s:i, s:i, s:s, s:o, s:o, s:o, s:b, s:o, s:o, s:o, s:o, "
	    "s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:i, "
	    "s:b, s:b}",
	    "book", l->book, "year", l->year, "number", l->number, "state",
	    l->state, "at_post", text_json(l->at_post), "at_post_name",
	    text_json(l->at_post_name), "since", moment_json(l->since),
	    "opened", l->is_opened, "ref_no", text_json(l->ref_no), "dated",
	    date_json(l->dated), "from", text_json(l->sender), "to",
	    text_json(l->recipient), "subject", text_json(l->subject),
	    "urgency", text_json(l->urgency), "kind", text_json(l->kind),
	    "channel", text_json(l->channel), "secrecy", text_json(l->secrecy),
	    "received_at", moment_json(l->received_at), "registered_at",
	    moment_json(l->registered_at), "late", text_json(l->late),
	    "reserved", reserved_json(l), "void", text_json(l->void_reason),
	    "destroyed", destroyed_json(l), "attachments", l->n_attachments,
	    "imported", l->is_imported, "veiled", l->is_veiled);
}

void
text_add_answer_number(struct text *t, const json_t *row)
{
	const char *book = json_string_value(json_object_get(row, "book"));

	text_add_book_number(
	    t, book != NULL ? book : book_general->code,
	    (int)json_integer_value(json_object_get(row, "year")),
	    (int)json_integer_value(json_object_get(row, "number")),
	    digits_are_thai());
}

json_t *
same_list_json(const struct same_list *list)
{
	json_t *j = json_array();

	for (size_t i = 0; i < list->n; i++)
		json_array_append_new(
		    j,
		    json_pack("{s:s, s:i, s:i, s:b}", "book", list->at[i].book,
			      "number", list->at[i].number, "year",
			      list->at[i].year, "sure", list->at[i].is_sure));
	return j;
}

static json_t *
references_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_references; i++)
		json_array_append_new(list,
				      json_string(f->references[i].words));
	return list;
}

static json_t *
addresses_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_addresses; i++)
		json_array_append_new(list, json_string(f->addresses[i].link));
	return list;
}

static json_t *
enclosures_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_enclosures; i++) {
		const struct enclosure *e = &f->enclosures[i];

		json_array_append_new(
		    list, json_pack("{s:s, s:o, s:o}", "title", e->title,
				    "count", number_json(e->count), "unit",
				    text_json(e->unit)));
	}
	return list;
}

static json_t *
stamps_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_stamps; i++) {
		const struct stamp *s = &f->stamps[i];

		json_array_append_new(
		    list,
		    json_pack("{s:o, s:o, s:o, s:o}", "office",
			      text_json(s->stamped_by), "number",
			      text_json(s->number), "date", text_json(s->date),
			      "time", text_json(s->time)));
	}
	return list;
}

static json_t *
notes_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_notes; i++) {
		const struct note *n = &f->notes[i];

		json_array_append_new(
		    list,
		    json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:b, s:s, "
			      "s:o}",
			      "act", n->act, "person", n->person_name, "post",
			      text_json(n->post), "post_name",
			      text_json(n->post_name), "capacity",
			      text_json(n->capacity), "acting_order",
			      text_json(n->acting_order), "own_post_name",
			      text_json(n->own_post_name), "own_proposal",
			      n->is_own_proposal, "text", n->text, "at",
			      moment_json(n->at)));
	}
	return list;
}

static json_t *
earlier_notes_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_earlier_notes; i++) {
		const struct earlier_note *n = &f->earlier_notes[i];

		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:s, s:o, s:s, s:o}", "office",
				    n->office_name, "act", n->act, "person",
				    n->person_name, "post_name",
				    text_json(n->post_name), "text", n->text,
				    "at", moment_json(n->at)));
	}
	return list;
}

/* What the register from which it was imported says, as written there. */
static json_t *
imported_json(const struct letter_file *f)
{
	const struct old_entry *o = f->imported;

	if (f->n_imported == 0)
		return json_null();
	return json_pack(
	    "{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:s, s:i, s:o, s:s}",
	    "number", o->number, "received", o->received, "dated",
	    text_json(o->dated), "ordered", text_json(o->ordered), "doer",
	    text_json(o->doer), "due", text_json(o->due), "done",
	    text_json(o->done), "remark", text_json(o->remark), "file", o->file,
	    "row", o->row, "at", moment_json(o->at), "person", o->person_name);
}

static json_t *
sendings_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_sendings; i++) {
		const struct sent_on *s = &f->sendings[i];

		json_array_append_new(
		    list,
		    json_pack("{s:s, s:s, s:s, s:o, s:o, s:o}", "name",
			      s->target_name, "ref_no", s->ref_no, "state",
			      s->state, "accept_id", text_json(s->accept_id),
			      "accepted_at", moment_json(s->accepted_at),
			      "reason", text_json(s->reason)));
	}
	return list;
}

static json_t *
steps_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_steps; i++) {
		const struct step *s = &f->steps[i];

		json_array_append_new(
		    list,
		    json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o}",
			      "post", s->post, "post_name", s->post_name,
			      "arrived_at", moment_json(s->arrived_at),
			      "opened_at", moment_json(s->opened_at),
			      "opened_by", text_json(s->opened_by), "left_at",
			      moment_json(s->left_at), "how", text_json(s->how),
			      "reason", text_json(s->reason)));
	}
	return list;
}

static json_t *
assignments_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_assignments; i++) {
		const struct assignment *g = &f->assignments[i];

		json_array_append_new(
		    list,
		    json_pack(
			"{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, "
			"s:o, s:o}",
			"division", g->division, "division_name",
			g->division_name, "ordered_at",
			moment_json(g->ordered_at), "number",
			number_json(g->number), "year", number_json(g->year),
			"acknowledged_at", moment_json(g->acknowledged_at),
			"acknowledged_by", text_json(g->acknowledged_by),
			"done_at", moment_json(g->done_at), "done_by",
			text_json(g->done_by), "reply", text_json(g->reply_ref),
			"note", text_json(g->done_note)));
	}
	return list;
}

static json_t *
paper_json(const struct letter_file *f)
{
	const struct paper *p = f->papers;

	if (f->n_papers == 0)
		return json_null();
	return json_pack("{s:s, s:s, s:b, s:o, s:o, s:s}", "post", p->post,
			 "post_name", p->post_name, "on_the_way", p->is_on_way,
			 "since", moment_json(p->since), "from_name",
			 text_json(p->from_name), "by", p->by_name);
}

static json_t *
circulated_json(const struct circulated *c)
{
	return json_pack("{s:s, s:o, s:o, s:o, s:o, s:i, s:b}", "name", c->name,
			 "division", text_json(c->division), "noted_at",
			 moment_json(c->noted_at), "noted_by",
			 text_json(c->noted_by), "nudged_at",
			 moment_json(c->nudged_at), "nudges", c->nudges,
			 "waited_for", circulated_is_open(c));
}

static json_t *
round_json(const struct letter_file *f, const struct circulation *c)
{
	json_t *to = json_array();

	for (size_t i = 0; i < f->n_circulated; i++)
		if (f->circulated[i].circulation == c->id)
			json_array_append_new(
			    to, circulated_json(&f->circulated[i]));
	return json_pack("{s:s, s:o, s:s, s:o, s:o, s:o, s:o, s:o}", "purpose",
			 c->purpose, "until", date_json(c->until), "person",
			 c->person_name, "post_name", text_json(c->post_name),
			 "at", moment_json(c->at), "closed_at",
			 moment_json(c->closed_at), "closed_why",
			 text_json(c->closed_why), "to", to);
}

static json_t *
circulations_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_circulations; i++)
		json_array_append_new(list, round_json(f, &f->circulations[i]));
	return list;
}

static json_t *
corrections_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_corrections; i++) {
		const struct correction *c = &f->corrections[i];

		json_array_append_new(
		    list, json_pack("{s:s, s:o, s:o, s:s, s:s, s:o, s:o}",
				    "field", c->field, "old", text_json(c->was),
				    "new", text_json(c->now), "reason",
				    c->reason, "person", c->person_name,
				    "post_name", text_json(c->post_name), "at",
				    moment_json(c->at)));
	}
	return list;
}

/* {"book", "number", "year"} of the entry it replaces, or of the one for it. */
static json_t *
link_json(const struct letter_file *f, bool is_newer)
{
	for (size_t i = 0; i < f->n_links; i++)
		if (f->links[i].is_newer == is_newer)
			return json_pack("{s:s, s:i, s:i}", "book",
					 f->links[i].book, "number",
					 f->links[i].number, "year",
					 f->links[i].year);
	return json_null();
}

/* Beside what every list says of it: who reserved the number, who wrote on
   the sheet and why, who made it void. */
static void
add_reservation(const struct letter_file *f, json_t *letter)
{
	json_t *j = json_object_get(letter, "reserved");
	const struct reservation *r = f->reservations;

	if (f->n_reservations == 0)
		return;
	json_object_set_new(j, "by", json_string(r->person_name));
	json_object_set_new(j, "post_name", text_json(r->post_name));
	json_object_set_new(j, "pages", json_integer(r->pages));
	json_object_set_new(j, "written_by", text_json(r->written_by));
	json_object_set_new(j, "why", text_json(r->why));
	json_object_set_new(j, "void_by", text_json(r->void_by));
}

static json_t *
attachments_json(const struct letter_file *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_attachments; i++) {
		const struct attachment *a = &f->attachments[i];

		json_array_append_new(
		    list,
		    json_pack("{s:s, s:s, s:I, s:s, s:b}", "name", a->name,
			      "sha256", a->digest, "size", (json_int_t)a->size,
			      "type", a->type, "sealed", a->is_sealed));
	}
	return list;
}

static json_t *
same_json(const struct letter_file *f)
{
	return same_list_json(&f->same);
}

json_t *
letter_mail_json(const struct letter_mail *m)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "from",
			 text_json(m->sender), "address", text_json(m->address),
			 "subject", text_json(m->subject), "message_id",
			 text_json(m->message_id), "sent_at",
			 moment_json(m->sent_at));
}

json_t *
letter_file_json(const struct letter_file *f)
{
	static const struct {
		const char *key;
		json_t *(*json)(const struct letter_file *f);
	} parts[] = {
	    {"references", references_json},
	    {"enclosures", enclosures_json},
	    {"links", addresses_json},
	    {"stamps", stamps_json},
	    {"notes", notes_json},
	    {"earlier_notes", earlier_notes_json},
	    {"old_register", imported_json},
	    {"sent_on", sendings_json},
	    {"steps", steps_json},
	    {"assignments", assignments_json},
	    {"paper", paper_json},
	    {"circulations", circulations_json},
	    {"attachments", attachments_json},
	    {"corrections", corrections_json},
	    {"same_as", same_json},
	};
	json_t *j = letter_json(&f->letter);

	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		json_object_set_new(j, parts[i].key, parts[i].json(f));
	json_object_set_new(
	    j, "text", text_json(f->n_texts > 0 ? f->texts[0].body : NULL));
	json_object_set_new(j, "mail",
			    f->n_mails > 0 ? letter_mail_json(&f->mails[0])
					   : json_null());
	add_reservation(f, j);
	json_object_set_new(j, "away", text_json(f->away));
	letter_add_out(f, j);
	json_object_set_new(j, "locked", json_boolean(f->is_locked));
	json_object_set_new(j, "replaces", link_json(f, false));
	json_object_set_new(j, "replaced_by", link_json(f, true));
	json_object_set_new(j, "pages", number_json(f->letter.pages));
	json_object_set_new(j, "duties", letter_duties_json(f));
	return j;
}
