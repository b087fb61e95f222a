/* exchange.c -- what goes to an office elsewhere, as one signed file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/exchange.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/recur.h"
#include "base/refno.h"

#include "model/choices.h"
#include "model/parcel.h"
#include "model/seal.h"

const struct error_kind EXCHANGE_DAMAGED = {
    "exchange-damaged", EXIT_USAGE,
    N_("this is no file of the exchange between offices, or it was changed on "
       "its way")};
const struct error_kind EXCHANGE_UNSIGNED = {
    "exchange-unsigned", EXIT_REFUSED,
    N_("the file is not signed by the key that is known of its sender")};

const struct error_kind EXCHANGE_NOTHING = {"exchange-nothing", EXIT_NOTHING,
					    N_("nothing is changed")};

#define TRUSTED "saraban exchange"

/* ------------------------------------------------------------- the file */

static char *
canonical(const json_t *j)
{
	char *s = json_dumps(j, JSON_SORT_KEYS | JSON_COMPACT);

	if (s == NULL)
		bug("a document that cannot be written");
	return s;
}

static void
add_file(struct text *out, const char *document, const json_t *signature)
{
	char *quoted = json_dumps(signature, JSON_ENCODE_ANY);

	text_printf(out, "{\"document\":%s,\"signature\":%s}\n", document,
		    quoted ? quoted : "null");
	free(quoted);
}

bool
exchange_write(struct store *st, const json_t *document, struct text *out,
	       struct error *err)
{
	char *s = canonical(document);
	struct text signature = {0};
	json_t *j;
	bool ok = seal_sign(st, s, strlen(s), TRUSTED, &signature, err);

	if (ok) {
		j = json_string(text_str(&signature));
		add_file(out, s, j);
		json_decref(j);
	}
	text_done(&signature);
	free(s);
	return ok;
}

/* There is one way only to write it. */
static bool
is_as_written(const char *bytes, size_t n, const json_t *document,
	      const json_t *signature)
{
	char *s = canonical(document);
	struct text again = {0};
	bool same;

	add_file(&again, s, signature);
	same = again.n == n && memcmp(again.s, bytes, n) == 0;
	text_done(&again);
	free(s);
	return same;
}

bool
exchange_read(const char *bytes, size_t n, json_t **document,
	      json_t **signature, struct error *err)
{
	json_t *file = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, NULL);

	*document = json_incref(json_object_get(file, "document"));
	*signature = json_incref(json_object_get(file, "signature"));
	json_decref(file);
	if (!json_is_object(*document))
		return error_set(err, &EXCHANGE_DAMAGED, NULL);
	if (!json_is_string(*signature))
		return error_set(err, &EXCHANGE_UNSIGNED,
				 _("it has no signature"));
	if (!is_as_written(bytes, n, *document, *signature))
		return error_set(err, &EXCHANGE_DAMAGED, NULL);
	return true;
}

/* And nothing behind them. */
static bool
has_four_lines(const char *s)
{
	for (int i = 0; i < 4 && s != NULL; i++) {
		s = strchr(s, '\n');
		s = s != NULL ? s + 1 : NULL;
	}
	return s != NULL && *s == '\0';
}

/* The one line of a signature that nothing signs. */
static bool
has_our_comment(const struct sign_key *k, const char *signature)
{
	char name[SIGN_NAME_SIZE];
	char *line;
	bool is;

	sign_key_name(k, name);
	line = xasprintf("untrusted comment: signed with key %s\n", name);
	is = strncmp(signature, line, strlen(line)) == 0 &&
	     has_four_lines(signature);
	free(line);
	return is;
}

bool
exchange_verify(const struct sign_key *k, const json_t *document,
		const json_t *signature, struct error *err)
{
	const char *signed_by = json_string_value(signature);
	char *s = canonical(document), *trusted = NULL;
	bool ok = has_our_comment(k, signed_by) &&
		  sign_verify(k, s, strlen(s), signed_by, &trusted) &&
		  strcmp(trusted, TRUSTED) == 0;

	free(trusted);
	free(s);
	return ok || error_set(err, &EXCHANGE_UNSIGNED, NULL);
}

/* ---------------------------------------------------------- its letters */

enum { WORDS_MAX = 30000, TEXT_MAX = 2 << 20, LIST_MAX = 200 };

/* A text that a form would take, too: no byte that moves a terminal. */
static bool
is_words(const json_t *j, size_t max)
{
	const char *s = json_string_value(j);

	if (s == NULL || strlen(s) > max || strlen(s) != json_string_length(j))
		return false;
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' && *s != '\n' && *s != '\t')
			return false;
	return true;
}

static bool
is_line(const json_t *j)
{
	return is_words(j, WORDS_MAX);
}

static bool
is_day(const json_t *j)
{
	struct error ignored = {0};
	struct date d;

	return is_words(j, 10) &&
	       date_parse(json_string_value(j), &d, &ignored);
}

static bool
is_urgency(const json_t *j)
{
	return is_line(j) &&
	       choice_find(letter_urgencies, json_string_value(j));
}

static bool
is_kind(const json_t *j)
{
	return is_line(j) && choice_find(letter_kinds, json_string_value(j));
}

static bool
is_count(const json_t *j)
{
	return json_is_integer(j) && json_integer_value(j) > 0 &&
	       json_integer_value(j) < 100000;
}

static bool
is_moment(const json_t *j)
{
	return json_is_integer(j) && json_integer_value(j) > 0;
}

/* A list of words, or of objects whose values are words or counts. */
static bool
are_words(const json_t *j)
{
	size_t i;
	json_t *one;

	if (!json_is_array(j) || json_array_size(j) > LIST_MAX)
		return false;
	json_array_foreach(j, i, one) if (!is_line(one)) return false;
	return true;
}

static bool
are_texts(const json_t *j)
{
	return json_is_array(j) && json_array_size(j) <= 1 &&
	       (json_array_size(j) == 0 ||
		is_words(json_array_get(j, 0), TEXT_MAX));
}

/* Objects that have these keys and no other. */
struct member {
	const char *key;
	bool (*is)(const json_t *j);
	bool is_required;
};

static bool
is_object_of(const json_t *j, const struct member *members)
{
	size_t known = 0;

	if (!json_is_object(j))
		return false;
	for (const struct member *m = members; m->key != NULL; m++) {
		const json_t *value = json_object_get(j, m->key);

		if (value == NULL ? m->is_required : !m->is(value))
			return false;
		known += value != NULL;
	}
	return known == json_object_size(j);
}

static bool
are_objects_of(const json_t *j, const struct member *members)
{
	size_t i;
	json_t *one;

	if (!json_is_array(j) || json_array_size(j) > LIST_MAX)
		return false;
	json_array_foreach(j, i,
			   one) if (!is_object_of(one, members)) return false;
	return true;
}

static bool
are_enclosures(const json_t *j)
{
	static const struct member members[] = {{"title", is_line, true},
						{"count", is_count, false},
						{"unit", is_line, false},
						{NULL, NULL, false}};

	return are_objects_of(j, members);
}

static bool
are_stamps(const json_t *j)
{
	static const struct member members[] = {{"office", is_line, false},
						{"number", is_line, false},
						{"date", is_line, false},
						{"time", is_line, false},
						{NULL, NULL, false}};

	return are_objects_of(j, members);
}

static bool
are_notes(const json_t *j)
{
	static const struct member members[] = {
	    {"office", is_line, true},  {"act", is_line, true},
	    {"by_name", is_line, true}, {"by_post", is_line, false},
	    {"words", is_line, true},   {"at", is_moment, true},
	    {NULL, NULL, false}};

	return are_objects_of(j, members);
}

static bool
is_rule(const json_t *j)
{
	struct error none = {0};

	return is_words(j, WORDS_MAX) &&
	       recur_check(json_string_value(j), &none);
}

static bool
is_figure(const json_t *j)
{
	return json_is_integer(j) && json_integer_value(j) >= 0;
}

static bool
are_places(const json_t *j)
{
	static const struct member members[] = {{"office", is_line, true},
						{"share", is_figure, false},
						{NULL, NULL, false}};

	return are_objects_of(j, members);
}

/* What is asked of who receives it (app/collect-between.h). */
static bool
are_asks(const json_t *j)
{
	static const struct member members[] = {
	    {"duty", is_moment, true},     {"what", is_line, true},
	    {"words", is_line, false},     {"first", is_day, true},
	    {"from_day", is_day, false},   {"rrule", is_rule, false},
	    {"behind", is_count, false},   {"form", is_line, false},
	    {"pictures", is_count, false}, {"copies", is_count, false},
	    {"unit", is_line, false},      {"running", is_count, false},
	    {"to", are_places, true},      {NULL, NULL, false}};

	return are_objects_of(j, members);
}

static bool
is_ask(const json_t *j)
{
	static const struct member members[] = {{"register", is_line, true},
						{"duty", is_moment, true},
						{NULL, NULL, false}};

	return is_object_of(j, members);
}

bool
exchange_reports_are_read(const json_t *reports)
{
	static const struct member members[] = {{"ask", is_ask, true},
						{"period", is_line, true},
						{"from_seq", is_moment, true},
						{"by_name", is_line, true},
						{"by_post", is_line, false},
						{"figure", is_figure, false},
						{"note", is_line, false},
						{"ref", is_line, false},
						{NULL, NULL, false}};

	return are_objects_of(reports, members);
}

/* clang-format off */

/* Our name, that of the government exchange, and what the value must be. */
static const struct part {
	const char *key;
	const char *name;
	bool (*is)(const json_t *j);
	bool is_required;
} parts[] = {
	{ "ref_no", "ID", is_line, true },
	{ "dated", "CorrespondenceDate", is_day, true },
	{ "subject", "Subject", is_line, false },
	{ "urgency", "SpeedCode", is_urgency, false },
	{ "from", "SenderParty", is_line, true },
	{ "to", "ReceiverParty", is_line, false },
	{ "references", "ReferenceCorrespondence", are_words, true },
	{ "enclosures", "Attachment", are_enclosures, true },
	{ "kind", "kind", is_kind, true },
	{ "pages", "pages", is_count, false },
	{ "links", "links", are_words, true },
	{ "stamps", "stamps", are_stamps, true },
	{ "notes", "notes", are_notes, true },
	{ "asks", "asks", are_asks, false },
	{ "text", "Description", are_texts, true },
};

static const struct notice {
	const char *state;
	const char *name;
} notices[] = {
	{ SENDING_ARRIVED, "ReceiveLetterNotifier" },
	{ SENDING_ACCEPTED, "AcceptLetterNotifier" },
	{ SENDING_REJECTED, "RejectLetterNotifier" },
	{ SENDING_WRONG, "InvalidLetterNotifier" },
	{ SENDING_WITHDRAWN,
	  "CorrespondenceDeleteGovernmentDocumentResponse" },
};

/* clang-format on */

json_t *
exchange_letter(const json_t *letter)
{
	json_t *j = json_object();

	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		json_t *value = json_object_get(letter, parts[i].key);

		if (value != NULL)
			json_object_set(j, parts[i].name, value);
	}
	return j;
}

static bool
is_secret(const json_t *from)
{
	const char *code =
	    json_string_value(json_object_get(from, "SecretCode"));

	return code != NULL && code[0] != '\0';
}

json_t *
exchange_letter_read(const json_t *from, struct error *err)
{
	json_t *j = json_object();
	const char *urgency;
	char *key;

	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		json_t *value = json_object_get(from, parts[i].name);

		if (value == NULL ? parts[i].is_required
				  : !parts[i].is(value)) {
			error_set(err, &EXCHANGE_DAMAGED, "%s", parts[i].name);
			json_decref(j);
			return NULL;
		}
		if (value != NULL)
			json_object_set(j, parts[i].key, value);
	}
	if (is_secret(from)) {
		error_set(err, &EXCHANGE_DAMAGED,
			  _("a secret letter does not travel this way"));
		json_decref(j);
		return NULL;
	}
	urgency = json_string_value(json_object_get(j, "urgency"));
	key = refno_key(json_string_value(json_object_get(j, "ref_no")));
	json_object_set_new(j, "urgency_rank",
			    json_integer(urgency_rank(urgency)));
	json_object_set_new(j, "ref_key", json_string(key));
	free(key);
	return j;
}

const char *
exchange_notice(const char *state)
{
	if (strcmp(state, PARCEL_WAITING) == 0)
		state = SENDING_ARRIVED;
	for (size_t i = 0; i < ARRAY_SIZE(notices); i++)
		if (strcmp(notices[i].state, state) == 0)
			return notices[i].name;
	return NULL;
}

const char *
exchange_notice_state(const char *name)
{
	for (size_t i = 0; name != NULL && i < ARRAY_SIZE(notices); i++)
		if (strcmp(notices[i].name, name) == 0)
			return notices[i].state;
	return NULL;
}
