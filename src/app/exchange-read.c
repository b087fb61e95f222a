/* exchange-read.c -- what a signed file of an office elsewhere holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/file.h"
#include "base/i18n.h"

#include "store/attach.h"

#include "model/exchange.h"
#include "model/parcel.h"
#include "model/seal.h"

#include "app/collect-between.h"
#include "app/decisions.h"
#include "app/json.h"

/* A file on its way in. */
struct incoming {
	struct act *act;
	json_t *document, *signature;
	struct target from;
	struct text bytes;
};

static void
incoming_done(struct incoming *in)
{
	json_decref(in->document);
	json_decref(in->signature);
	text_done(&in->bytes);
}

static const json_t *
part(const json_t *document, const char *of, const char *key)
{
	return json_object_get(json_object_get(document, of), key);
}

static const char *
part_word(const struct incoming *in, const char *of, const char *key)
{
	const char *s = json_string_value(part(in->document, of, key));

	return s != NULL ? s : "";
}

/* It is meant for this office of this register. */
static bool
is_for_us(const struct incoming *in, struct error *err)
{
	const struct session *s = in->act->s;
	struct sign_key own;
	char line[SIGN_LINE_SIZE];

	if (!seal_public(s->store, &own, err))
		return false;
	sign_key_line(&own, line);
	if (strcmp(part_word(in, "to", "key"), line) == 0 &&
	    strcmp(part_word(in, "to", "office"), s->office_code) == 0)
		return true;
	return error_set(err, &RULE_REFUSED,
			 _("the file is addressed to another office: %.60s"),
			 part_word(in, "to", "office"));
}

/* Who sent it is believed once his key has signed it. */
static bool
is_believed(struct incoming *in, struct error *err)
{
	const struct session *s = in->act->s;
	struct sign_key k;

	if (strcmp(answer_word(in->document, "format"), EXCHANGE_FORMAT) != 0)
		return error_set(err, &EXCHANGE_DAMAGED, "%.60s",
				 answer_word(in->document, "format"));
	if (!known_office(s->store, s->office, part_word(in, "from", "office"),
			  in->act->arena, &in->from, err))
		return false;
	if (!sign_key_of_line(in->from.key, &k))
		return error_set(err, &EXCHANGE_UNSIGNED, "%s", in->from.name);
	return exchange_verify(&k, in->document, in->signature, err) &&
	       is_for_us(in, err);
}

/* ---------------------------------------------------------------- the files */

static bool
is_file(const json_t *j)
{
	return json_is_string(json_object_get(j, "name")) &&
	       json_is_string(json_object_get(j, "mimeCode")) &&
	       json_is_string(json_object_get(j, "content"));
}

/* A name is words and no path. */
static json_t *
described(const json_t *file, const struct file_info *info)
{
	char hex[HEX_SIZE];
	struct text name = {0};
	json_t *j;

	hex_of(info->digest, DIGEST_SIZE, hex);
	text_add_visible(&name, file_name_of(answer_word(file, "name")), false);
	j = json_pack("{s:s, s:s, s:I, s:s}", "name", text_str(&name), "sha256",
		      hex, "size", (json_int_t)info->size, "type",
		      attach_type(info));
	text_done(&name);
	return j;
}

/* keep: the file is copied in; else it is only described. */
static bool
take_file(const struct incoming *in, const json_t *file, bool keep,
	  json_t *list, struct error *err)
{
	struct text bytes = {0};
	struct file_info info;
	bool ok = is_file(file) &&
		  base64_decode(answer_word(file, "content"), &bytes) &&
		  bytes.n <= EXCHANGE_MAX_FILE;

	if (!ok)
		error_set(err, &EXCHANGE_DAMAGED, _("an attached file"));
	else if (keep)
		ok = attach_bytes(in->act->s->store, text_str(&bytes), bytes.n,
				  &info, err);
	else
		file_inspect_bytes(text_str(&bytes), bytes.n, &info);
	if (ok && list != NULL)
		json_array_append_new(list, described(file, &info));
	text_done(&bytes);
	return ok;
}

static bool
take_files(const struct incoming *in, const json_t *letter, bool keep,
	   json_t *list, struct error *err)
{
	const json_t *main = json_object_get(letter, "MainLetterBinaryObject");
	const json_t *others =
	    json_object_get(letter, "AttachmentBinaryObject");
	size_t i;
	json_t *one;

	if (main != NULL && !take_file(in, main, keep, list, err))
		return false;
	json_array_foreach(others, i, one)
	{
		if (!take_file(in, one, keep, list, err))
			return false;
	}
	return true;
}

static bool
keep_files(const struct incoming *in, struct error *err)
{
	const json_t *letters = json_object_get(in->document, "letters");
	size_t i;
	json_t *one;

	json_array_foreach(letters, i, one)
	{
		if (!take_files(in, one, true, NULL, err))
			return false;
	}
	return true;
}

/* -------------------------------------------------------------- the letters */

static bool
origin_of(const json_t *j, struct origin *o, struct error *err)
{
	const json_t *origin = json_object_get(j, "origin");

	*o = (struct origin){answer_word(origin, "register"),
			     answer_word(origin, "office"),
			     answer_whole(origin, "seq")};
	return (o->seq > 0 && strlen(o->register_id) == 2 * ID_SIZE) ||
	       error_set(err, &EXCHANGE_DAMAGED, "origin");
}

/* A letter comes from who signs for it. */
static bool
is_of_sender(const struct incoming *in, const struct origin *o,
	     struct error *err)
{
	return (strcmp(o->register_id, part_word(in, "from", "register")) ==
		    0 &&
		strcmp(o->office, in->from.code) == 0) ||
	       error_set(err, &EXCHANGE_DAMAGED, "origin");
}

static bool
add_letter(struct incoming *in, const json_t *one, struct error *err)
{
	json_t *letter = exchange_letter_read(one, err), *files = json_array();
	struct origin o;
	json_t *j;

	if (letter == NULL || !origin_of(one, &o, err) ||
	    !is_of_sender(in, &o, err) ||
	    !take_files(in, one, false, files, err)) {
		json_decref(letter);
		json_decref(files);
		return false;
	}
	json_object_set_new(letter, "attachments", files);
	j = json_pack("{s:{s:s, s:s, s:I, s:s}, s:o}", "from", "register",
		      o.register_id, "office", o.office, "seq",
		      (json_int_t)o.seq, "name", in->from.name, "letter",
		      letter);
	json_array_append_new(json_object_get(in->act->exchange, "letters"), j);
	return true;
}

static bool
add_letters(struct incoming *in, struct error *err)
{
	const json_t *letters = json_object_get(in->document, "letters");
	size_t i;
	json_t *one;

	if (!json_is_array(letters) ||
	    json_array_size(letters) > EXCHANGE_MAX_LETTERS)
		return error_set(err, &EXCHANGE_DAMAGED, "letters");
	json_array_foreach(letters, i, one)
	{
		if (!add_letter(in, one, err))
			return false;
	}
	return true;
}

/* Those of programs before this one have none. */
static bool
add_reports(struct incoming *in, struct error *err)
{
	json_t *reports = json_object_get(in->document, "reports");

	if (reports == NULL)
		return true;
	json_object_set(in->act->exchange, "reports", reports);
	return exchange_reports_are_read(reports) ||
	       error_set(err, &EXCHANGE_DAMAGED, "reports");
}

static bool
open_file(struct incoming *in, struct error *err)
{
	const char *path = request_operand(in->act->r, 0);

	if (!file_read(path, EXCHANGE_MAX_BYTES, &in->bytes, err) ||
	    !exchange_read(text_str(&in->bytes), in->bytes.n, &in->document,
			   &in->signature, err) ||
	    !is_believed(in, err))
		return false;
	in->act->exchange =
	    json_pack("{s:[], s:O, s:s, s:s}", "letters", "notices",
		      json_object_get(in->document, "notices"), "office",
		      in->from.code, "name", in->from.name);
	if (in->act->exchange == NULL)
		return error_set(err, &EXCHANGE_DAMAGED, "notices");
	return add_letters(in, err) && add_reports(in, err);
}

bool
exchange_import_prepare(struct act *act, struct error *err)
{
	struct incoming in = {.act = act};
	bool done = false;
	bool ok = open_file(&in, err) && act_rehearse(act, &done, err) &&
		  (done || keep_files(&in, err));

	incoming_done(&in);
	return ok;
}

/* ------------------------------------------------------------ what it changes
 */

static bool
take_letter(struct act *act, json_t *one, size_t *n, struct error *err)
{
	const json_t *from = json_object_get(one, "from");
	const struct origin o = {answer_word(from, "register"),
				 answer_word(from, "office"),
				 answer_whole(from, "seq")};
	struct came came;
	struct entry *e;
	bool found;

	if (!parcel_of_origin(act->s->store, act->s->office, &o, act->arena,
			      &came, &found, err))
		return false;
	if (found)
		return true;
	e = act_also(act, "parcel.arrive");
	json_object_update(e->body, one);
	++*n;
	return true;
}

/* It is asked back: what was not received yet is given back. */
static bool
take_recall(struct act *act, const struct origin *o, size_t *n,
	    struct error *err)
{
	struct came came;
	struct entry *e;
	bool found;

	if (!parcel_of_origin(act->s->store, act->s->office, o, act->arena,
			      &came, &found, err))
		return false;
	if (!found || strcmp(came.state, PARCEL_WAITING) != 0)
		return true;
	e = act_also(act, "parcel.end");
	json_object_update_new(e->body, json_pack("{s:I, s:s}", "parcel",
						  (json_int_t)came.parcel,
						  "state", SENDING_WITHDRAWN));
	++*n;
	return true;
}

static void
put_answer(struct entry *e, const json_t *notice, const struct origin *o,
	   const struct act *act, const char *state)
{
	const char *id = answer_word(notice, "AcceptID");
	const char *why = answer_word(notice, "Description");
	struct error ignored = {0};
	bool has_time;
	moment at;

	json_object_update_new(
	    e->body,
	    json_pack("{s:I, s:s, s:s, s:s}", "sending", (json_int_t)o->seq,
		      "office", answer_word(act->exchange, "office"), "name",
		      answer_word(act->exchange, "name"), "answer", state));
	if (id[0] != '\0')
		json_object_set_new(e->body, "accept_id", json_string(id));
	if (id[0] != '\0' && moment_parse(answer_word(notice, "AcceptDate"),
					  &at, &has_time, &ignored))
		json_object_set_new(e->body, "accepted_at", json_integer(at));
	if (why[0] != '\0')
		json_object_set_new(e->body, "reason", json_string(why));
}

static bool
is_open(const char *state)
{
	return strcmp(state, SENDING_SENT) == 0 ||
	       strcmp(state, SENDING_ARRIVED) == 0;
}

static bool
take_answer(struct act *act, const json_t *notice, const struct origin *o,
	    const char *state, size_t *n, struct error *err)
{
	struct sent_row row = {0};
	struct entry *e;
	bool found;

	if (!sending_of_origin(act->s->store, o,
			       answer_word(act->exchange, "office"), act->arena,
			       &row, &found, err))
		return false;
	if (!found || row.office != act->s->office || !is_open(row.state) ||
	    strcmp(row.state, state) == 0)
		return true;
	e = act_also(act, "sending.answer");
	e->letter = row.letter;
	put_answer(e, notice, o, act, state);
	++*n;
	return true;
}

/* Notices of letters of another register are none of ours. */
static bool
take_notice(struct act *act, const json_t *notice, const char *own, size_t *n,
	    struct error *err)
{
	const char *name = answer_word(notice, "Notifier");
	const char *state = exchange_notice_state(name);
	struct origin o;

	if (!origin_of(notice, &o, err))
		return false;
	if (strcmp(name, EXCHANGE_RECALL) == 0)
		return strcmp(o.office, answer_word(act->exchange, "office")) ==
			       0
			   ? take_recall(act, &o, n, err)
			   : error_set(err, &EXCHANGE_DAMAGED, "origin");
	if (state == NULL)
		return error_set(err, &EXCHANGE_DAMAGED, "%.60s", name);
	return strcmp(o.register_id, own) != 0 ||
	       take_answer(act, notice, &o, state, n, err);
}

static bool
take_all(struct act *act, size_t *letters, size_t *notices, size_t *reports,
	 struct error *err)
{
	const json_t *list = json_object_get(act->exchange, "letters");
	char own[UUID_TEXT_SIZE];
	size_t i;
	json_t *one;

	if (!ledger_uuid(act->s->store, own, err))
		return false;
	json_array_foreach(list, i, one)
	{
		if (!take_letter(act, one, letters, err))
			return false;
	}
	list = json_object_get(act->exchange, "notices");
	json_array_foreach(list, i, one)
	{
		if (!take_notice(act, one, own, notices, err))
			return false;
	}
	return collect_import(act, json_object_get(act->exchange, "reports"),
			      own, reports, err);
}

bool
exchange_import_decide(struct act *act, struct error *err)
{
	size_t letters = 0, notices = 0, reports = 0;

	if (!take_all(act, &letters, &notices, &reports, err))
		return false;
	act_put(act, "office", answer_word(act->exchange, "office"));
	act_put(act, "name", answer_word(act->exchange, "name"));
	act_put_int(act, "letters", (int64_t)letters);
	act_put_int(act, "notices", (int64_t)notices);
	act_put_int(act, "reports", (int64_t)reports);
	return letters + notices + reports > 0 ||
	       error_set(err, &EXCHANGE_NOTHING,
			 _("all that it holds was taken in before"));
}
