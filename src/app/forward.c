/* forward.c -- ส่งต่อ: a letter is sent on to other offices */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/minisign.h"
#include "base/refno.h"

#include "model/book.h"
#include "model/office.h"
#include "model/parcel.h"

#include "app/answer.h"
#include "app/collect-between.h"
#include "app/decisions.h"
#include "app/send.h"

/* One act of sending on, as it is put together. */
struct forwarding {
	struct act *act;
	struct office own; /* which one sends */
	struct target_list all;
	const struct target **to;
	size_t n_to;
	struct sending_list before; /* of the same letter */
	json_t *letter;             /* as it goes out */
};

/* ------------------------------------------------------------- to whom */

static bool
is_under(const struct target *t, const struct office *o)
{
	return t->above != NULL && strcmp(t->above, o->code) == 0;
}

static const struct sending *
sent_before(const struct forwarding *f, const struct target *t)
{
	for (size_t i = 0; i < f->before.n; i++) {
		const struct sending *s = &f->before.at[i];

		if (strcmp(s->target, t->code) == 0 &&
		    (sending_is_open(s) ||
		     strcmp(s->state, SENDING_ACCEPTED) == 0))
			return s;
	}
	return NULL;
}

static void
add_target(struct forwarding *f, const struct target *t)
{
	for (size_t i = 0; i < f->n_to; i++)
		if (f->to[i] == t)
			return;
	f->to[f->n_to++] = t;
}

/* What an office has is not sent to it again; named, it is told. */
static bool
take_named(struct forwarding *f, struct error *err)
{
	const char *word;

	for (size_t i = 0; (word = act_text_at(f->act, "to", i)) != NULL; i++) {
		const struct target *t = target_find(&f->all, word, err);
		const struct sending *s = t ? sent_before(f, t) : NULL;

		if (t == NULL)
			return false;
		if (s != NULL)
			return error_set(
			    err, &RULE_REFUSED,
			    _("%s has it already, as %s: %s"), t->name,
			    s->ref_no, choice_label(sending_states, s->state));
		add_target(f, t);
	}
	return true;
}

static void
take_all_under(struct forwarding *f)
{
	for (size_t i = 0; i < f->all.n; i++)
		if (is_under(&f->all.at[i], &f->own) &&
		    sent_before(f, &f->all.at[i]) == NULL)
			add_target(f, &f->all.at[i]);
}

static bool
choose_targets(struct forwarding *f, struct error *err)
{
	struct act *act = f->act;
	const struct session *s = act->s;

	if (!targets_load(s->store, s->office, act->arena, &f->all, err) ||
	    !sendings_of_letter(s->store, s->office,
				act->standing.file.letter.id, act->arena,
				&f->before, err))
		return false;
	f->to = arena_array(act->arena, f->all.n + 1, sizeof(*f->to));
	if (!take_named(f, err))
		return false;
	if (request_value(act->r, "to-all") != NULL)
		take_all_under(f);
	return f->n_to > 0 ||
	       error_set(err, &REQUEST_MISSING,
			 _("no office is left to send it to: --to OFFICE, or "
			   "--to-all for those under this one"));
}

/* -------------------------------------------------------- what is sent */

static void
put(json_t *j, const char *key, json_t *value)
{
	if (json_is_null(value))
		json_decref(value);
	else
		json_object_set_new(j, key, value);
}

/* A key without a value is left out. */
static void
drop_nulls(json_t *list)
{
	size_t i;
	json_t *row, *value;
	const char *key;
	void *next;

	json_array_foreach(list, i, row)
	{
		json_object_foreach_safe(row, next, key, value)
		{
			if (json_is_null(value))
				json_object_del(row, key);
		}
	}
}

static json_t *
day_json(moment m)
{
	struct date d = moment_date(m);
	char *s = xasprintf("%d/%d/%d", d.day, d.month, d.year + 543);
	json_t *j = json_string(s);

	free(s);
	return j;
}

/* Our own stamp, beside those that are on the sheet. */
static json_t *
own_stamp(const struct forwarding *f)
{
	const struct letter *l = &f->act->standing.file.letter;
	int hour, minute, second;
	struct text number = {0};
	char *time;
	json_t *j;

	text_add_book_number(&number, l->book, l->year, l->number, false);
	moment_time(l->received_at, &hour, &minute, &second);
	time = xasprintf("%d.%02d น.", hour, minute);
	j = json_pack("{s:s, s:s, s:o, s:s}", "office", f->own.name, "number",
		      text_str(&number), "date", day_json(l->received_at),
		      "time", time);
	text_done(&number);
	free(time);
	return j;
}

/* "หนังสือจังหวัดชัยภูมิ ที่ ชย 0023.3/555 ลงวันที่ 7 มิถุนายน 2565": what is
   sent on stays named on what goes out. */
static const char *
letter_in_words(const struct forwarding *f)
{
	const struct letter *l = &f->act->standing.file.letter;
	struct text t = {0};
	const char *words;

	text_printf(&t, "หนังสือ%s", l->sender ? l->sender : "");
	if (l->ref_no != NULL)
		text_printf(&t, " ที่ %s", l->ref_no);
	if (l->dated.year != 0)
		text_printf(&t, " ลงวันที่ %d %s %d", l->dated.day,
			    date_thai_month(l->dated.month),
			    l->dated.year + 543);
	words = arena_strdup(f->act->arena, text_str(&t));
	text_done(&t);
	return words;
}

/* Notes as they came, then our own in their order. */
static json_t *
notes_json(const struct forwarding *f)
{
	const struct letter_file *file = &f->act->standing.file;
	json_t *list = json_array(), *j;

	for (size_t i = 0; i < file->n_earlier_notes; i++) {
		const struct earlier_note *n = &file->earlier_notes[i];

		j = json_pack("{s:s, s:s, s:s, s:s, s:I}", "office",
			      n->office_name, "act", n->act, "by_name",
			      n->person_name, "words", n->text, "at",
			      (json_int_t)n->at);
		put(j, "by_post", text_json(n->post_name));
		json_array_append_new(list, j);
	}
	for (size_t i = 0; i < file->n_notes; i++) {
		const struct note *n = &file->notes[i];

		j = json_pack("{s:s, s:s, s:s, s:s, s:I}", "office",
			      f->own.name, "act", n->act, "by_name",
			      n->person_name, "words", n->text, "at",
			      (json_int_t)n->at);
		put(j, "by_post", text_json(n->post_name));
		json_array_append_new(list, j);
	}
	return list;
}

/* The endorsement is a note on the sheet like those before it. */
static void
add_endorsement(const struct forwarding *f, json_t *notes)
{
	const struct act *act = f->act;
	const char *words = act_text(f->act, "endorse");
	json_t *j;

	if (words == NULL)
		return;
	j = json_pack("{s:s, s:s, s:s, s:s, s:I}", "office", f->own.name, "act",
		      "forward", "by_name", act->actor.name, "words", words,
		      "at", (json_int_t)act->at);
	put(j, "by_post",
	    text_json(act->entry.as ? act->entry.as->name : NULL));
	json_array_append_new(notes, j);
}

/* With a covering letter the sheet goes with it as an enclosure. */
static json_t *
enclosures_of(const struct forwarding *f, const json_t *whole)
{
	json_t *list = json_array();

	if (act_text(f->act, "covering") != NULL)
		json_array_append_new(list,
				      json_pack("{s:s, s:i, s:s}", "title",
						letter_in_words(f), "count", 1,
						"unit", "ฉบับ"));
	json_array_extend(list, json_object_get(whole, "enclosures"));
	return list;
}

static json_t *
references_of(const struct forwarding *f, const json_t *whole)
{
	json_t *list = json_array();

	json_array_append_new(list, json_string(letter_in_words(f)));
	json_array_extend(list, json_object_get(whole, "references"));
	return list;
}

static json_t *
texts_of(const json_t *whole)
{
	json_t *list = json_array();
	json_t *text = json_object_get(whole, "text");

	if (json_is_string(text))
		json_array_append(list, text);
	return list;
}

static void
put_lists(const struct forwarding *f, const json_t *whole)
{
	json_t *stamps = json_incref(json_object_get(whole, "stamps"));
	json_t *enclosures = enclosures_of(f, whole);
	json_t *notes = notes_json(f);

	json_array_append_new(stamps, own_stamp(f));
	add_endorsement(f, notes);
	drop_nulls(stamps);
	drop_nulls(enclosures);
	put(f->letter, "stamps", stamps);
	put(f->letter, "notes", notes);
	put(f->letter, "references", references_of(f, whole));
	put(f->letter, "enclosures", enclosures);
	put(f->letter, "links", json_incref(json_object_get(whole, "links")));
	put(f->letter, "attachments",
	    json_incref(json_object_get(whole, "attachments")));
	put(f->letter, "text", texts_of(whole));
}

/* Of a covering letter it is new; of an endorsed sheet it is the sheet's. */
static const char *
kind_of(const struct forwarding *f)
{
	const struct act *act = f->act;
	const char *word = act_text(f->act, "kind");

	if (word != NULL)
		return choice_find(letter_kinds, word)->value;
	return act_text(f->act, "covering") != NULL
		   ? "external"
		   : act->standing.file.letter.kind;
}

static void
put_fields(const struct forwarding *f)
{
	struct act *act = f->act;
	const struct letter *l = &act->standing.file.letter;
	const char *covering = act_text(act, "covering");

	put(f->letter, "from", text_json(f->own.name));
	put(f->letter, "to", text_json(act_text(act, "address")));
	put(f->letter, "subject", text_json(covering ? covering : l->subject));
	put(f->letter, "kind", text_json(kind_of(f)));
	put(f->letter, "urgency", text_json(l->urgency));
	put(f->letter, "urgency_rank", json_integer(urgency_rank(l->urgency)));
	put(f->letter, "pages", number_json(l->pages));
	put(f->letter, "dated", date_json(moment_date(act->at)));
}

/* "องค์การบริหารส่วนตำบลบ้านไร่ และอีก 12 แห่ง" */
static json_t *
receivers(const struct forwarding *f)
{
	const char *first = f->to[0]->name;

	return f->n_to > 1
		   ? json_sprintf("%s และอีก %zu แห่ง", first, f->n_to - 1)
		   : json_string(first);
}

/* It stands in the outgoing register like any letter, and is sent at once. */
static bool
put_outgoing(struct forwarding *f, struct error *err)
{
	struct act *act = f->act;
	struct entry *send = act_also(act, "letter.send");
	bool is_circular = request_value(act->r, "circular") != NULL;
	const char *ref;
	char *key;

	send->letter = LETTER_SELF;
	send->as = act->entry.as;
	if (!send_take_number(act, send, NULL, is_circular, &ref, err))
		return false;
	if (ref == NULL)
		return error_set(err, &RULE_REFUSED,
				 _("say first what stands before the numbers "
				   "of this office: `office set --prefix'"));
	key = refno_key(ref);
	put(f->letter, "ref_no", json_string(ref));
	put(f->letter, "ref_key", json_string(key));
	free(key);
	json_object_update(send->body, f->letter);
	json_object_del(send->body, "notes");
	json_object_del(send->body, "asks");
	json_object_set_new(send->body, "circular", json_boolean(is_circular));
	json_object_set_new(send->body, "reply_to", json_array());
	if (act_text(act, "address") == NULL)
		json_object_set_new(send->body, "to", receivers(f));
	return true;
}

/* The event that numbered it is the one behind act->entry. */
static bool
put_dispatch(struct forwarding *f, struct error *err)
{
	struct act *act = f->act;
	struct entry *sent = act_also(act, "letter.sent");
	struct chain_head head;

	if (!ledger_head(act->s->store, act->s->office, &head, err))
		return false;
	sent->letter = head.seq + 2;
	sent->as = act->entry.as;
	json_object_set_new(sent->body, "how", json_string("system"));
	json_object_set_new(sent->body, "sent_at", json_integer(act->at));
	json_object_set_new(sent->body, "receiver", receivers(f));
	return true;
}

/* ----------------------------------------------------- the chains it is in */

static json_t *
target_json(const struct target *t)
{
	struct sign_key k;
	char name[SIGN_NAME_SIZE];
	json_t *j = json_pack("{s:s, s:s}", "office", t->code, "name", t->name);

	if (t->key != NULL && sign_key_of_line(t->key, &k)) {
		sign_key_name(&k, name);
		json_object_set_new(j, "elsewhere", json_string(name));
	}
	return j;
}

static void
put_targets(struct forwarding *f)
{
	json_t *list = json_array();

	for (size_t i = 0; i < f->n_to; i++)
		json_array_append_new(list, target_json(f->to[i]));
	act_put_json(f->act, "targets", list);
}

/* Each office of this register gets it at once, in a chain of its own. */
static bool
put_arrivals(struct forwarding *f, struct error *err)
{
	json_t *from;

	if (!act_origin(f->act, &from, err))
		return false;
	for (size_t i = 0; i < f->n_to; i++) {
		struct entry *e;

		if (f->to[i]->office == 0)
			continue;
		e = act_also(f->act, "parcel.arrive");
		e->office = f->to[i]->office;
		json_object_set(e->body, "from", from);
		json_object_set(e->body, "letter", f->letter);
	}
	json_decref(from);
	return true;
}

static bool
make_letter(struct forwarding *f, struct error *err)
{
	json_t *whole = letter_file_json(&f->act->standing.file);

	put_fields(f);
	put_lists(f, whole);
	json_decref(whole);
	return collect_put_asks(f->act, f->letter, err) && put_outgoing(f, err);
}

/* Secret letters go in sealed envelopes, from registrar to registrar; nor can
   another office open what was sealed while the letter was secret. */
static bool
may_leave(const struct act *act, struct error *err)
{
	const struct letter_file *f = &act->standing.file;

	if (f->letter.secrecy != NULL)
		return error_set(err, &RULE_REFUSED,
				 _("a secret letter is not sent on here: it "
				   "goes sealed, from registrar to registrar"));
	for (size_t i = 0; i < f->n_attachments; i++)
		if (f->attachments[i].is_sealed)
			return error_set(err, &RULE_REFUSED,
					 _("file %s is sealed since it was "
					   "secret: take it out, and send it "
					   "with a letter of your own"),
					 DIGITS(i + 1));
	return true;
}

bool
forward_decide(struct act *act, struct error *err)
{
	struct forwarding f = {.act = act, .letter = json_object()};
	const char *words = act_text(act, "endorse");
	bool found, ok;

	act_put_json(act, "letter", f.letter);
	ok = may_leave(act, err) &&
	     office_load(act->s->store, act->s->office_code, act->arena, &f.own,
			 &found, err) &&
	     choose_targets(&f, err) && make_letter(&f, err);
	if (!ok)
		return false;
	put_targets(&f);
	act_put(act, "note", words ? words : act_text(act, "covering"));
	return put_dispatch(&f, err) && put_arrivals(&f, err);
}

const char *
forward_lacks(const struct request *r, moment now)
{
	(void)now;
	return text_is_blank(request_value(r, "covering")) ? "endorse" : NULL;
}
