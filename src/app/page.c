/* page.c -- the page of a day: shown, printed, kept elsewhere */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/spell.h"

#include "model/choices.h"
#include "model/number.h"

#include "app/act.h"
#include "app/json.h"
#include "app/look.h"
#include "app/page-text.h"

enum { USUAL_WIDTH = 80, USUAL_LINES = 60 };

static const struct error_kind DAY_OPEN = {
    "day-open", EXIT_NOTHING, N_("the page of this day is not closed yet")};

bool
look_page(struct session *s, struct date day, struct arena *a,
	  struct day_page *p, struct error *err)
{
	return day_page_load(s->store, s->office, day, session_now(s), a, p,
			     err);
}

static json_t *
code_json(const char *hex)
{
	unsigned char digest[DIGEST_SIZE];
	char code[SPELL_SIZE];

	if (hex == NULL || !hex_read(hex, digest, sizeof(digest)))
		return json_null();
	digest_spell(digest, code);
	return json_string(code);
}

static json_t *
books_of(const struct day *d)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < d->n_books; i++) {
		const struct day_book *b = &d->books[i];

		json_array_append_new(
		    rows,
		    json_pack(
			"{s:s, s:I, s:I, s:o, s:I, s:I, s:I, s:I, s:I, "
			"s:I, s:I}",
			"book", b->book, "year", (json_int_t)b->year, "last",
			(json_int_t)b->last, "first", number_json(b->first),
			"entered", (json_int_t)b->entered, "cancelled",
			(json_int_t)b->cancelled, "corrected",
			(json_int_t)b->corrected, "late", (json_int_t)b->late,
			"reserved", (json_int_t)b->reserved, "void",
			(json_int_t)b->voided, "lost", (json_int_t)b->lost));
	}
	return rows;
}

static json_t *
entry_json(const struct day_entry *e)
{
	return json_pack(
	    "{s:s, s:i, s:i, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, "
	    "s:o, s:o, s:o, s:o, s:b}",
	    "book", e->book, "year", e->year, "number", e->number, "ref_no",
	    text_json(e->ref_no), "dated", text_json(e->dated), "from",
	    text_json(e->sender), "to", text_json(e->recipient), "subject",
	    text_json(e->subject), "urgency", text_json(e->urgency), "secrecy",
	    text_json(e->secrecy), "late", text_json(e->late), "at_post_name",
	    text_json(e->lies_with), "ordered", text_json(e->ordered),
	    "cancelled", text_json(e->cancelled), "reserved",
	    text_json(e->purpose), "void", text_json(e->voided), "lost",
	    e->is_lost);
}

static json_t *
change_json(const struct day_change *c)
{
	return json_pack(
	    "{s:s, s:i, s:i, s:o, s:o, s:o, s:o, s:s, s:o}", "book", c->book,
	    "year", c->year, "number", c->number, "field", text_json(c->field),
	    "was", text_json(c->was), "now", text_json(c->now), "reason",
	    text_json(c->reason), "by", c->by_name, "at", moment_json(c->at));
}

/* What is the same of a page in a list and alone. */
static json_t *
day_json(const struct day *d, const struct identity *id, bool is_closed)
{
	struct text note = {0};
	json_t *j;

	day_note(d, id, &note);
	j = json_pack(
	    "{s:s, s:b, s:b, s:I, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:b, "
	    "s:o}",
	    "day", d->day, "practice", id->practice, "closed", is_closed, "seq",
	    (json_int_t)d->seq, "head", d->head, "digest", text_json(d->digest),
	    "code", code_json(d->digest), "previous", text_json(d->previous),
	    "signature", text_json(d->signature), "closed_at",
	    is_closed ? moment_json(d->closed_at) : json_null(), "by",
	    text_json(d->by_name), "missed", d->is_missed, "note",
	    is_closed ? json_string(note.s) : json_null());
	text_done(&note);
	return j;
}

static json_t *
page_json(const struct day_page *p)
{
	json_t *j = day_json(&p->day, &p->identity, p->is_closed);
	json_t *entries = json_array(), *changes = json_array();

	for (size_t i = 0; i < p->n_entries; i++)
		json_array_append_new(entries, entry_json(&p->entries[i]));
	for (size_t i = 0; i < p->n_changes; i++)
		json_array_append_new(changes, change_json(&p->changes[i]));
	json_object_set_new(j, "books", books_of(&p->day));
	json_object_set_new(j, "entries", entries);
	json_object_set_new(j, "changes", changes);
	return j;
}

static int
whole_option(const struct request *r, const char *name, int usual)
{
	const char *given = request_value(r, name);
	int n;

	return given != NULL && number_whole(given, &n) ? n : usual;
}

/* What is printed: the page, or one of the texts that prove it. */
static bool
add_shown(const struct session *s, const struct request *r,
	  const struct day_page *p, struct text *t, struct error *err)
{
	const struct page_look look = {
	    .width = whole_option(r, "width", USUAL_WIDTH),
	    .lines = whole_option(r, "lines", USUAL_LINES),
	    .thai = s->wish.thai,
	    .has_qr = true,
	    .folder = s->wish.temporary,
	};
	bool note = request_value(r, "note") != NULL;
	bool signature = request_value(r, "signature") != NULL;

	if ((note || signature) && !p->is_closed)
		return error_set(err, &DAY_OPEN, "%s", p->day.day);
	if (signature && p->day.signature == NULL)
		return error_set(err, &DAY_OPEN,
				 _("the page of %s is not signed"), p->day.day);
	if (note)
		day_note(&p->day, &p->identity, t);
	if (signature)
		text_add(t, p->day.signature);
	if (!note && !signature)
		text_add_page(t, p, &look);
	return true;
}

static bool
day_operand(const struct session *s, const struct request *r, struct date *day,
	    struct error *err)
{
	const char *given = request_operand(r, 0);

	*day = session_today(s);
	return given == NULL ||
	       date_parse_near(given, session_today(s), day, err);
}

bool
page_look(struct session *s, const struct request *r, json_t **answer,
	  struct error *err)
{
	struct arena a = {0};
	struct text shown = {0};
	struct day_page p;
	struct date day;
	bool ok = day_operand(s, r, &day, err) &&
		  look_page(s, day, &a, &p, err) &&
		  add_shown(s, r, &p, &shown, err);

	if (ok) {
		*answer = page_json(&p);
		json_object_set_new(*answer, "text",
				    json_string(text_str(&shown)));
	}
	text_done(&shown);
	arena_done(&a);
	return ok;
}

bool
day_list_look(struct session *s, const struct request *r, json_t **answer,
	      struct error *err)
{
	struct arena a = {0};
	struct identity id;
	struct day *days, d;
	size_t n;
	bool found;
	bool ok = ledger_identity(s->store, &id, err) &&
		  day_list(s->store, s->office, &a, &days, &n, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (size_t i = 0; ok && i < n; i++) {
		ok = day_load(s->store, s->office, days[i].day, &a, &d, &found,
			      err);
		if (ok)
			json_array_append_new(*answer, day_json(&d, &id, true));
	}
	arena_done(&a);
	return ok;
}
