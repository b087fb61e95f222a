/* exchange.c -- a signed file for an office that keeps a register of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/exchange.h"

#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/file.h"
#include "base/i18n.h"

#include "store/attach.h"

#include "model/book.h"
#include "model/parcel.h"
#include "model/seal.h"

#include "app/collect-between.h"
#include "app/decisions.h"
#include "app/json.h"

/* A file as it is put together. */
struct file {
	struct act *act;
	struct target to;
	json_t *document, *letters, *notices;
	json_t *reports; /* of the document: what is given to its collector */
	/* What the event says is in it. */
	json_t *sendings, *parcels, *told;
	char uuid[UUID_TEXT_SIZE];
	char key[SIGN_LINE_SIZE];
	bool again; /* what files told before, too */
};

static json_t *
origin_json(const char *register_id, const char *office, int64_t seq)
{
	return json_pack("{s:s, s:s, s:I}", "register", register_id, "office",
			 office, "seq", (json_int_t)seq);
}

/* ------------------------------------------------------------- letters out */

struct out_row {
	int64_t sending;
	const char *target, *state, *ref_no, *subject, *body;
	struct date dated;
	moment recalled_at;
};

static bool
add_content(const struct file *f, const char *hex, struct text *content,
	    struct error *err)
{
	char *path = attach_path(f->act->s->store, hex);
	struct text bytes = {0};
	bool ok = file_read(path, EXCHANGE_MAX_FILE, &bytes, err);

	if (ok)
		text_add_bytes_base64(content, text_str(&bytes), bytes.n);
	text_done(&bytes);
	free(path);
	return ok;
}

/* The first file is the letter itself. */
static bool
put_files(const struct file *f, const json_t *list, json_t *letter,
	  struct error *err)
{
	json_t *others = json_array(), *one;
	size_t i;

	json_object_set_new(letter, "AttachmentBinaryObject", others);
	json_array_foreach(list, i, one)
	{
		struct text content = {0};
		json_t *j;

		if (!add_content(f, answer_word(one, "sha256"), &content, err))
			return false;
		j = json_pack("{s:s, s:s, s:s}", "name",
			      answer_word(one, "name"), "mimeCode",
			      answer_word(one, "type"), "content",
			      text_str(&content));
		text_done(&content);
		if (i == 0)
			json_object_set_new(letter, "MainLetterBinaryObject",
					    j);
		else
			json_array_append_new(others, j);
	}
	return true;
}

static bool
add_letter(struct file *f, const struct out_row *row, struct error *err)
{
	const struct session *s = f->act->s;
	json_t *body = json_loads(row->body, 0, NULL);
	const json_t *letter = json_object_get(body, "letter");
	json_t *j = exchange_letter(letter);
	bool ok;

	json_object_set_new(j, "GovernmentSignature",
			    json_pack("{s:{s:s, s:s, s:s}}", "SignerParty",
				      "GivenName", answer_word(body, "by_name"),
				      "Title", answer_word(body, "by_post"),
				      "DepartmentCode", s->office_code));
	json_object_set_new(j, "origin",
			    origin_json(f->uuid, s->office_code, row->sending));
	json_array_append_new(f->letters, j);
	ok = put_files(f, json_object_get(letter, "attachments"), j, err);
	json_decref(body);
	return ok;
}

static json_t *
notice_json(const char *name, const char *ref_no, struct date dated,
	    const char *subject)
{
	return json_pack("{s:s, s:s, s:o, s:s}", "Notifier", name, "LetterID",
			 ref_no, "CorrespondenceDate", date_json(dated),
			 "Subject", subject ? subject : "");
}

static void
add_recall(struct file *f, const struct out_row *row)
{
	json_t *body = json_loads(row->body, 0, NULL);
	json_t *j =
	    notice_json(EXCHANGE_RECALL, row->ref_no, row->dated, row->subject);

	json_object_set_new(
	    j, "origin",
	    origin_json(f->uuid, f->act->s->office_code, row->sending));
	json_array_append_new(f->notices, j);
	json_decref(body);
}

static bool
add_sendings(struct file *f, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct out_row, sending, FIELD_INT64),
	    FIELD(struct out_row, target, FIELD_TEXT),
	    FIELD(struct out_row, state, FIELD_TEXT),
	    FIELD(struct out_row, ref_no, FIELD_TEXT),
	    FIELD(struct out_row, subject, FIELD_TEXT),
	    FIELD(struct out_row, body, FIELD_TEXT),
	    FIELD(struct out_row, dated, FIELD_DATE),
	    FIELD(struct out_row, recalled_at, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct out_row), fields};
	const struct session *s = f->act->s;
	struct out_row *rows;
	size_t n;

	if (!query_rows(
		s->store,
		f->again ? QUERY_SENDINGS_UNANSWERED : QUERY_SENDINGS_TO_EXPORT,
		PARAMS(P_INT("office", s->office), P_TEXT("code", f->to.code)),
		&type, f->act->arena, &rows, &n, err))
		return false;
	for (size_t i = 0; i < n && i < EXCHANGE_MAX_LETTERS; i++) {
		const struct out_row *row = &rows[i];

		if (row->recalled_at != 0)
			add_recall(f, row);
		else if (strcmp(row->state, SENDING_SENT) != 0)
			continue;
		else if (!add_letter(f, row, err))
			return false;
		json_array_append_new(
		    f->sendings, json_pack("{s:I, s:s, s:s}", "sending",
					   (json_int_t)row->sending, "office",
					   row->target, "state", row->state));
	}
	return true;
}

/* ------------------------------------------------------------- answers out */

struct in_row {
	int64_t parcel, from_seq;
	const char *ref_no, *subject, *state, *reason, *as_book;
	struct date dated;
	moment received_at;
	int as_number, as_year;
};

static void
add_notice(struct file *f, const char *register_id, const struct in_row *row)
{
	json_t *j = notice_json(exchange_notice(row->state), row->ref_no,
				row->dated, row->subject);
	struct text number = {0};

	if (row->as_number != 0) {
		text_add_book_number(&number, row->as_book, row->as_year,
				     row->as_number, false);
		json_object_set_new(j, "AcceptID",
				    json_string(text_str(&number)));
		json_object_set_new(j, "AcceptDate",
				    moment_json(row->received_at));
		json_object_set_new(j, "AcceptDepartmentCode",
				    json_string(f->act->s->office_code));
	}
	if (row->reason != NULL)
		json_object_set_new(j, "Description", json_string(row->reason));
	json_object_set_new(
	    j, "origin", origin_json(register_id, f->to.code, row->from_seq));
	json_array_append_new(f->notices, j);
	json_array_append_new(f->parcels, json_pack("{s:I, s:s}", "parcel",
						    (json_int_t)row->parcel,
						    "state", row->state));
	text_done(&number);
}

static bool
add_answers_to(struct file *f, const char *register_id, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct in_row, parcel, FIELD_INT64),
	    FIELD(struct in_row, from_seq, FIELD_INT64),
	    FIELD(struct in_row, ref_no, FIELD_TEXT),
	    FIELD(struct in_row, subject, FIELD_TEXT),
	    FIELD(struct in_row, state, FIELD_TEXT),
	    FIELD(struct in_row, reason, FIELD_TEXT),
	    FIELD(struct in_row, as_book, FIELD_TEXT),
	    FIELD(struct in_row, dated, FIELD_DATE),
	    FIELD(struct in_row, received_at, FIELD_INT64),
	    FIELD(struct in_row, as_number, FIELD_INT),
	    FIELD(struct in_row, as_year, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct in_row), fields};
	const struct session *s = f->act->s;
	struct in_row *rows;
	size_t n;

	if (!query_rows(s->store,
			f->again ? QUERY_PARCELS_ANSWERED
				 : QUERY_PARCELS_TO_EXPORT,
			PARAMS(P_INT("office", s->office),
			       P_TEXT("register", register_id),
			       P_TEXT("code", f->to.code)),
			&type, f->act->arena, &rows, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		add_notice(f, register_id, &rows[i]);
	return true;
}

struct register_row {
	const char *from_register;
};

/* A register that was founded anew has another uuid, and the same office. */
static bool
add_answers(struct file *f, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct register_row, from_register, FIELD_TEXT), {0}};
	static const struct row_type type = {sizeof(struct register_row),
					     fields};
	const struct session *s = f->act->s;
	struct register_row *rows;
	size_t n;

	if (!query_rows(
		s->store,
		f->again ? QUERY_REGISTERS_ANSWERED : QUERY_REGISTERS_OF_OFFICE,
		PARAMS(P_INT("office", s->office), P_TEXT("code", f->to.code)),
		&type, f->act->arena, &rows, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!add_answers_to(f, rows[i].from_register, err))
			return false;
	return true;
}

/* ----------------------------------------------------------------- the act */

static bool
begin(struct file *f, struct error *err)
{
	const struct session *s = f->act->s;
	struct sign_key own;

	if (!known_office(s->store, s->office, act_operand(f->act, 0),
			  f->act->arena, &f->to, err) ||
	    !ledger_uuid(s->store, f->uuid, err) ||
	    !seal_public(s->store, &own, err))
		return false;
	sign_key_line(&own, f->key);
	f->letters = json_array();
	f->notices = json_array();
	f->sendings = json_array();
	f->parcels = json_array();
	f->reports = json_array();
	f->told = json_array();
	f->document = json_pack(
	    "{s:s, s:o, s:{s:s, s:s, s:s, s:s}, s:{s:s, s:s}, s:o, s:o, s:o}",
	    "format", EXCHANGE_FORMAT, "SendDate", moment_json(session_now(s)),
	    "from", "register", f->uuid, "office", s->office_code, "name",
	    s->office_name, "key", f->key, "to", "office", f->to.code, "key",
	    f->to.key, "letters", f->letters, "notices", f->notices, "reports",
	    f->reports);
	return true;
}

static bool
write_it(struct file *f, struct error *err)
{
	const char *path = request_operand(f->act->r, 1);
	struct text out = {0};
	bool ok = exchange_write(f->act->s->store, f->document, &out, err) &&
		  file_write(text_str(&out), out.n, path, err);

	text_done(&out);
	return ok;
}

static void
put_event(struct file *f)
{
	struct act *act = f->act;

	act_put(act, "office", f->to.code);
	act_put(act, "name", f->to.name);
	act_put_json(act, "sendings", json_incref(f->sendings));
	act_put_json(act, "parcels", json_incref(f->parcels));
	act_put_json(act, "reports", json_incref(f->told));
}

bool
exchange_export_prepare(struct act *act, struct error *err)
{
	struct file f = {
	    .act = act,
	    .again = request_value(act->r, "again") != NULL,
	};
	bool done = false;
	bool ok = begin(&f, err) && add_sendings(&f, err) &&
		  add_answers(&f, err) &&
		  collect_export(act, f.to.code, f.reports, f.told, err);

	if (ok)
		put_event(&f);
	ok = ok && act_rehearse(act, &done, err) && (done || write_it(&f, err));
	json_decref(f.document);
	json_decref(f.sendings);
	json_decref(f.parcels);
	json_decref(f.told);
	return ok;
}

bool
exchange_export_decide(struct act *act, struct error *err)
{
	const json_t *body = act->entry.body;

	return json_array_size(json_object_get(body, "sendings")) > 0 ||
	       json_array_size(json_object_get(body, "parcels")) > 0 ||
	       json_array_size(json_object_get(body, "reports")) > 0 ||
	       error_set(err, &EXCHANGE_NOTHING,
			 _("nothing is to be told to this office"));
}
