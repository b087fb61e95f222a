/* parcel.c -- letters between offices: what was sent, what came, the answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/parcel.h"

#include <string.h>

#include "base/i18n.h"

/* clang-format off: it counts the bytes of Thai */

const struct choice sending_states[] = {
    {SENDING_SENT, "ส่งแล้ว", N_("on its way")},
    {SENDING_ARRIVED, "ถึงแล้ว", N_("waits to be received")},
    {SENDING_ACCEPTED, "ลงรับแล้ว", N_("received there")},
    {SENDING_REJECTED, "ปฏิเสธ", N_("refused")},
    {SENDING_WRONG, "ส่งผิด", N_("wrongly addressed")},
    {SENDING_WITHDRAWN, "ถอนคืน", N_("withdrawn")},
    {0}};

const struct choice parcel_states[] = {
    {PARCEL_WAITING, "รอลงรับ", N_("to be received")},
    {SENDING_ACCEPTED, "ลงรับแล้ว", N_("received")},
    {SENDING_REJECTED, "ปฏิเสธ", N_("refused")},
    {SENDING_WRONG, "ส่งผิด", N_("wrongly addressed")},
    {SENDING_WITHDRAWN, "ถอนคืน", N_("withdrawn")},
    {0}};

/* clang-format on */

const struct error_kind PARCEL_UNKNOWN = {
    "parcel-unknown", EXIT_NOTHING,
    N_("nothing of that number came to be received; `inbox --all' lists "
       "what did")};

const struct error_kind TARGET_UNKNOWN = {
    "target-unknown", EXIT_USAGE,
    N_("no such office can be sent to; `office list' names those of this "
       "register, `office know' makes others known")};

const struct error_kind OFFICE_NOT_KNOWN = {
    "office-not-known", EXIT_REFUSED,
    N_("no office elsewhere of that code is known; `office know' makes it "
       "known, with its key")};

static const struct field target_fields[] = {
    FIELD(struct target, code, FIELD_TEXT),
    FIELD(struct target, name, FIELD_TEXT),
    FIELD(struct target, above, FIELD_TEXT),
    FIELD(struct target, office, FIELD_INT64),
    FIELD(struct target, key, FIELD_TEXT),
    {0}};
static const struct row_type target_row = {sizeof(struct target),
					   target_fields};

bool
targets_load(struct store *st, int64_t office, struct arena *a,
	     struct target_list *list, struct error *err)
{
	return query_rows(st, QUERY_TARGETS, PARAMS(P_INT("office", office)),
			  &target_row, a, &list->at, &list->n, err);
}

bool
known_office(struct store *st, int64_t office, const char *code,
	     struct arena *a, struct target *t, struct error *err)
{
	bool found;

	if (!query_row(st, QUERY_KNOWN_OFFICE,
		       PARAMS(P_INT("office", office), P_TEXT("code", code)),
		       &target_row, a, t, &found, err))
		return false;
	return found || error_set(err, &OFFICE_NOT_KNOWN, "%.60s", code);
}

const struct target *
target_find(const struct target_list *list, const char *word, struct error *err)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->at[i].code, word) == 0 ||
		    strcmp(list->at[i].name, word) == 0)
			return &list->at[i];
	error_set(err, &TARGET_UNKNOWN, "%.60s", word);
	return NULL;
}

static const struct field sending_fields[] = {
    FIELD(struct sending, sending, FIELD_INT64),
    FIELD(struct sending, target, FIELD_TEXT),
    FIELD(struct sending, target_name, FIELD_TEXT),
    FIELD(struct sending, elsewhere, FIELD_TEXT),
    FIELD(struct sending, letter, FIELD_INT64),
    FIELD(struct sending, book, FIELD_TEXT),
    FIELD(struct sending, year, FIELD_INT),
    FIELD(struct sending, number, FIELD_INT),
    FIELD(struct sending, ref_no, FIELD_TEXT),
    FIELD(struct sending, dated, FIELD_DATE),
    FIELD(struct sending, subject, FIELD_TEXT),
    FIELD(struct sending, state, FIELD_TEXT),
    FIELD(struct sending, sent_at, FIELD_INT64),
    FIELD(struct sending, state_at, FIELD_INT64),
    FIELD(struct sending, accept_id, FIELD_TEXT),
    FIELD(struct sending, accepted_at, FIELD_INT64),
    FIELD(struct sending, by_name, FIELD_TEXT),
    FIELD(struct sending, reason, FIELD_TEXT),
    FIELD(struct sending, recalled_at, FIELD_INT64),
    {0}};
static const struct row_type sending_row = {sizeof(struct sending),
					    sending_fields};

static const struct field parcel_fields[] = {
    FIELD(struct parcel, parcel, FIELD_INT64),
    FIELD(struct parcel, number, FIELD_INT),
    FIELD(struct parcel, from_register, FIELD_TEXT),
    FIELD(struct parcel, from_office, FIELD_TEXT),
    FIELD(struct parcel, from_seq, FIELD_INT64),
    FIELD(struct parcel, sender, FIELD_TEXT),
    FIELD(struct parcel, ref_no, FIELD_TEXT),
    FIELD(struct parcel, dated, FIELD_DATE),
    FIELD(struct parcel, subject, FIELD_TEXT),
    FIELD(struct parcel, urgency, FIELD_TEXT),
    FIELD(struct parcel, state, FIELD_TEXT),
    FIELD(struct parcel, arrived_at, FIELD_INT64),
    FIELD(struct parcel, state_at, FIELD_INT64),
    FIELD(struct parcel, letter, FIELD_INT64),
    FIELD(struct parcel, as_book, FIELD_TEXT),
    FIELD(struct parcel, as_year, FIELD_INT),
    FIELD(struct parcel, as_number, FIELD_INT),
    FIELD(struct parcel, reason, FIELD_TEXT),
    FIELD(struct parcel, n_files, FIELD_INT),
    {0}};
static const struct row_type parcel_row = {sizeof(struct parcel),
					   parcel_fields};

bool
sendings_of_letter(struct store *st, int64_t office, int64_t letter,
		   struct arena *a, struct sending_list *list,
		   struct error *err)
{
	return query_rows(
	    st, QUERY_SENDINGS_OF_LETTER,
	    PARAMS(P_INT("office", office), P_INT("letter", letter)),
	    &sending_row, a, &list->at, &list->n, err);
}

bool
sendings_recent(struct store *st, int64_t office, int acts, struct arena *a,
		struct sending_list *list, struct error *err)
{
	int64_t since = 0;

	return query_number(
		   st, QUERY_SENDING_SINCE,
		   PARAMS(P_INT("office", office), P_INT("limit", acts)),
		   &since, err) &&
	       query_rows(
		   st, QUERY_SENDINGS_RECENT,
		   PARAMS(P_INT("office", office), P_INT("since", since)),
		   &sending_row, a, &list->at, &list->n, err);
}

bool
sending_is_open(const struct sending *s)
{
	return strcmp(s->state, SENDING_SENT) == 0 ||
	       strcmp(s->state, SENDING_ARRIVED) == 0;
}

bool
parcels_waiting(struct store *st, int64_t office, struct arena *a,
		struct parcel_list *list, struct error *err)
{
	return query_rows(
	    st, QUERY_PARCELS_IN_STATE,
	    PARAMS(P_INT("office", office), P_TEXT("state", PARCEL_WAITING)),
	    &parcel_row, a, &list->at, &list->n, err);
}

bool
parcels_newest(struct store *st, int64_t office, int limit, struct arena *a,
	       struct parcel_list *list, struct error *err)
{
	return query_rows(
	    st, QUERY_PARCELS_NEWEST,
	    PARAMS(P_INT("office", office), P_INT("limit", limit)), &parcel_row,
	    a, &list->at, &list->n, err);
}

bool
parcels_count(struct store *st, int64_t office, int64_t *n, struct error *err)
{
	*n = 0;
	return query_number(st, QUERY_PARCELS_WAITING,
			    PARAMS(P_INT("office", office)), n, err);
}

bool
parcel_by_number(struct store *st, int64_t office, int number, struct arena *a,
		 struct parcel *p, struct error *err)
{
	bool found;

	if (!query_row(st, QUERY_PARCEL_BY_NUMBER,
		       PARAMS(P_INT("office", office), P_INT("number", number)),
		       &parcel_row, a, p, &found, err))
		return false;
	return found || error_set(err, &PARCEL_UNKNOWN, "%s", DIGITS(number));
}

bool
parcel_of_origin(struct store *st, int64_t office, const struct origin *o,
		 struct arena *a, struct came *came, bool *found,
		 struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct came, parcel, FIELD_INT64),
	    FIELD(struct came, state, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct came), fields};

	return query_row(
	    st, QUERY_PARCEL_OF_ORIGIN,
	    PARAMS(P_INT("office", office), P_TEXT("register", o->register_id),
		   P_TEXT("code", o->office), P_INT("seq", o->seq)),
	    &type, a, came, found, err);
}

bool
sending_of_origin(struct store *st, const struct origin *o, const char *target,
		  struct arena *a, struct sent_row *row, bool *found,
		  struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct sent_row, office, FIELD_INT64),
	    FIELD(struct sent_row, letter, FIELD_INT64),
	    FIELD(struct sent_row, state, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct sent_row), fields};

	return query_row(st, QUERY_SENDING_OF_ORIGIN,
			 PARAMS(P_TEXT("code", o->office),
				P_INT("sending", o->seq),
				P_TEXT("target", target)),
			 &type, a, row, found, err);
}

struct body_row {
	const char *body;
};

bool
parcel_body(struct store *st, int64_t office, int64_t parcel, json_t **body,
	    struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct body_row, body, FIELD_TEXT), {0}};
	static const struct row_type type = {sizeof(struct body_row), fields};
	struct arena a = {0};
	struct body_row row = {0};
	bool found;
	bool ok =
	    query_row(st, QUERY_PAYLOAD_OF_EVENT,
		      PARAMS(P_INT("office", office), P_INT("seq", parcel)),
		      &type, &a, &row, &found, err);

	*body = ok && found ? json_loads(row.body, 0, NULL) : NULL;
	arena_done(&a);
	if (ok && *body == NULL)
		return error_set(err, &PARCEL_UNKNOWN, "%lld",
				 (long long)parcel);
	return ok;
}
