/* read.c -- what stands in a letter's text, as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/read.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#include "app/act.h"
#include "app/answer.h"

static const char *
certainty_name(enum certainty sure)
{
	static const char *const names[] = {"missing", "read", "doubtful"};

	return names[sure];
}

static json_t *
references_json(const struct read_letter *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n_references; i++) {
		const struct read_reference *r = &l->references[i];

		json_array_append_new(
		    list,
		    json_pack("{s:o, s:o, s:o, s:o}", "ref_no",
			      text_json(r->ref_no), "from", text_json(r->from),
			      "dated", date_json(r->dated), "urgency",
			      text_json(r->urgency)));
	}
	return list;
}

static json_t *
enclosures_json(const struct read_letter *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n_enclosures; i++) {
		const struct read_enclosure *e = &l->enclosures[i];

		json_array_append_new(list,
				      json_pack("{s:o, s:o, s:o}", "title",
						text_json(e->title), "count",
						number_json(e->count), "unit",
						text_json(e->unit)));
	}
	return list;
}

static json_t *
places_json(const struct read_duty *d)
{
	json_t *list = json_array();

	for (size_t i = 0; i < d->n_places; i++)
		json_array_append_new(list, json_string(d->places[i]));
	return list;
}

static json_t *
duty_json(const struct read_duty *d)
{
	json_t *j = json_pack(
	    "{s:o, s:o, s:o, s:b, s:o, s:s}", "due", date_json(d->due), "rrule",
	    text_json(d->rrule), "days_after_receipt",
	    number_json(d->days_after_receipt), "working_days", d->working_days,
	    "words", text_json(d->words), "certainty", certainty_name(d->sure));

	json_object_set_new(j, "what", text_json(d->what));
	json_object_set_new(j, "where", places_json(d));
	json_object_set_new(j, "form", text_json(d->form));
	json_object_set_new(j, "pictures", number_json(d->pictures));
	json_object_set_new(j, "copies", number_json(d->copies));
	if (d->week_start.year != 0)
		json_object_set_new(j, "from", date_json(d->week_start));
	return j;
}

static json_t *
duties_json(const struct read_letter *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n_duties; i++)
		json_array_append_new(list, duty_json(&l->duties[i]));
	return list;
}

static json_t *
links_json(const struct read_letter *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n_links; i++)
		json_array_append_new(list, json_string(l->links[i]));
	return list;
}

/* The signer's fields stand in an object of their own. */
static bool
is_of_signer(size_t field)
{
	return field >= READ_SIGNER && field <= READ_RANK;
}

static json_t *
letter_to_json(const struct read_letter *l)
{
	json_t *j = json_object(), *signer = json_object();
	json_t *sure = json_object();

	json_object_set_new(j, "kind", json_string(read_kind_names[l->kind]));
	json_object_set_new(j, "circular", json_boolean(l->is_circular));
	for (size_t i = 0; i < READ_FIELDS; i++) {
		const struct read_value *f = &l->field[i];

		json_object_set_new(is_of_signer(i) ? signer : j,
				    read_field_names[i], text_json(f->s));
		json_object_set_new(sure, read_field_names[i],
				    json_string(certainty_name(f->sure)));
	}
	json_object_set_new(j, "dated", date_json(l->dated));
	json_object_set_new(sure, "dated",
			    json_string(certainty_name(l->dated_sure)));
	json_object_set_new(j, "signer",
			    l->field[READ_SIGNER].s ? json_incref(signer)
						    : json_null());
	json_decref(signer);
	json_object_set_new(j, "references", references_json(l));
	json_object_set_new(j, "enclosures", enclosures_json(l));
	json_object_set_new(j, "links", links_json(l));
	json_object_set_new(j, "duties", duties_json(l));
	json_object_set_new(j, "certainty", sure);
	return j;
}

static json_t *
letters_json(const struct reading *r)
{
	json_t *list = json_array();

	for (size_t i = 0; i < r->n_letters; i++)
		json_array_append_new(list, letter_to_json(&r->letters[i]));
	return list;
}

static json_t *
stamps_json(const struct reading *r)
{
	json_t *list = json_array();

	for (size_t i = 0; i < r->n_stamps; i++) {
		const struct read_stamp *s = &r->stamps[i];

		json_array_append_new(
		    list,
		    json_pack("{s:o, s:o, s:o, s:o, s:o}", "office",
			      text_json(s->office), "number",
			      text_json(s->number), "date", date_json(s->date),
			      "time", text_json(s->time), "date_words",
			      text_json(s->date_words)));
	}
	return list;
}

static json_t *
notes_json(const struct reading *r)
{
	json_t *list = json_array();

	for (size_t i = 0; i < r->n_notes; i++) {
		const struct read_note *n = &r->notes[i];

		json_array_append_new(
		    list,
		    json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "by",
			      text_json(n->by), "rank", text_json(n->rank),
			      "title", text_json(n->title), "capacity",
			      text_json(n->capacity), "text",
			      text_json(n->text), "date", date_json(n->date)));
	}
	return list;
}

static json_t *
candidates_json(const struct reading *r)
{
	json_t *list = json_array();

	for (size_t i = 0; i < r->n_candidates; i++) {
		const struct read_candidate *c = &r->candidates[i];

		json_array_append_new(
		    list,
		    json_pack("{s:o, s:o, s:o, s:b, s:i}", "ref_no",
			      text_json(c->ref_no), "from", text_json(c->from),
			      "dated", date_json(c->dated), "endorsement",
			      c->is_endorsement, "letter", (int)c->letter));
	}
	return list;
}

/* Words of a sheet with their numbers in the digits of the language in force;
   the caller frees. */
static char *
in_digits(const char *s)
{
	struct text words = {0};

	for (; *s != '\0'; s++)
		if (*s >= '0' && *s <= '9')
			text_add(&words, DIGITS(*s - '0'));
		else
			text_add_n(&words, s, 1);
	return text_take(&words);
}

void
text_add_warning(struct text *t, const struct warning *w)
{
	char *detail = w->detail != NULL ? in_digits(w->detail) : NULL;
	char *likely = w->likely != NULL ? in_digits(w->likely) : NULL;

	text_add(t, _(warning_kinds[w->code].text));
	if (detail != NULL)
		text_printf(t, ": %s", detail);
	if (likely != NULL)
		text_printf(t, _("; likely %s"), likely);
	free(detail);
	free(likely);
}

static json_t *
remark_json(const struct warning *w)
{
	struct text t = {0};
	json_t *j;

	text_add_warning(&t, w);
	j = json_pack("{s:s, s:o, s:o, s:s}", "code",
		      warning_kinds[w->code].name, "detail",
		      text_json(w->detail), "likely", text_json(w->likely),
		      "text", text_str(&t));
	text_done(&t);
	return j;
}

static json_t *
remarks_json(const struct reading *r)
{
	json_t *list = json_array();

	for (size_t i = 0; i < r->n_warnings; i++)
		json_array_append_new(list, remark_json(&r->warnings[i]));
	return list;
}

/* Each code once, in the order of their table. */
static json_t *
codes_json(const struct reading *r)
{
	json_t *list = json_array();

	for (size_t code = 0; code < WARNINGS; code++)
		for (size_t i = 0; i < r->n_warnings; i++)
			if (r->warnings[i].code == code) {
				json_array_append_new(
				    list,
				    json_string(warning_kinds[code].name));
				break;
			}
	return list;
}

static json_t *
reading_json(const struct reading *r)
{
	return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o}", "letters",
			 letters_json(r), "stamps", stamps_json(r), "notes",
			 notes_json(r), "candidates", candidates_json(r),
			 "warnings", codes_json(r), "remarks", remarks_json(r));
}

static json_t *
parts_json(const struct mail *m)
{
	json_t *list = json_array();

	for (size_t i = 0; i < m->n_parts; i++)
		json_array_append_new(
		    list, json_pack("{s:s, s:I}", "name", m->parts[i].name,
				    "size", (json_int_t)m->parts[i].n));
	return list;
}

static json_t *
mail_json(const struct mail *m)
{
	json_t *j = letter_mail_json(&m->head);

	json_object_set_new(j, "parts", parts_json(m));
	return j;
}

json_t *
file_reading_json(const struct file_reading *f, const char *path)
{
	json_t *j = reading_json(&f->reading);
	struct text name = {0};

	if (f->mail != NULL)
		json_object_set_new(j, "mail", mail_json(f->mail));
	text_add_visible(&name, path, false);
	json_object_set_new(j, "file", json_string(text_str(&name)));
	text_done(&name);
	return j;
}

static json_t *
read_and_tell(const struct session *s, const char *path, struct error *err)
{
	struct arena a = {0};
	struct file_reading f;
	json_t *j = NULL;

	if (read_file(s, path, &a, &f, err))
		j = file_reading_json(&f, path);
	arena_done(&a);
	return j;
}

bool
read_look(struct session *s, const struct request *r, json_t **answer,
	  struct error *err)
{
	json_t *list = json_array();
	const char *path;

	for (size_t i = 0; (path = request_operand(r, i)) != NULL; i++) {
		json_t *j = read_and_tell(s, path, err);

		if (j == NULL) {
			json_decref(list);
			return false;
		}
		json_array_append_new(list, j);
	}
	if (json_array_size(list) > 1) {
		*answer = list;
		return true;
	}
	*answer = json_incref(json_array_get(list, 0));
	json_decref(list);
	return true;
}
