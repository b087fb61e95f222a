/* destruction.c -- a list of letters that are to be destroyed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/destruction.h"

#include <string.h>

#include "base/i18n.h"

#include "model/book.h"
#include "model/retention.h"
#include "model/secrecy.h"

/* clang-format off: it counts the bytes of Thai */
const struct choice destruction_decisions[] = {
    {DECISION_DESTROY, "ทำลาย", N_("to be destroyed")},
    {DECISION_KEEP, "เก็บต่อ", N_("kept on")},
    {0}};

const struct choice destruction_answers[] = {
    {ANSWER_AGREED, "เห็นชอบ", N_("agreed")},
    {ANSWER_SILENT, "ไม่ตอบ", N_("no answer in 60 days")},
    {0}};
/* clang-format on */

static const struct field destruction_fields[] = {
    FIELD(struct destruction, list, FIELD_INT64),
    FIELD(struct destruction, year, FIELD_INT),
    FIELD(struct destruction, number, FIELD_INT),
    FIELD(struct destruction, drawn_at, FIELD_INT64),
    FIELD(struct destruction, committee_order, FIELD_TEXT),
    FIELD(struct destruction, chair, FIELD_TEXT),
    FIELD(struct destruction, members, FIELD_TEXT),
    FIELD(struct destruction, approved_at, FIELD_INT64),
    FIELD(struct destruction, approved_by, FIELD_TEXT),
    FIELD(struct destruction, approved_post, FIELD_TEXT),
    FIELD(struct destruction, sent_on, FIELD_DATE),
    FIELD(struct destruction, sent_ref, FIELD_TEXT),
    FIELD(struct destruction, answer, FIELD_TEXT),
    FIELD(struct destruction, answered_on, FIELD_DATE),
    FIELD(struct destruction, answer_ref, FIELD_TEXT),
    FIELD(struct destruction, done_at, FIELD_INT64),
    FIELD(struct destruction, done_by, FIELD_TEXT),
    {0}};
static const struct row_type destruction_row = {sizeof(struct destruction),
						destruction_fields};

static const struct field verdict_fields[] = {
    FIELD(struct verdict, decision, FIELD_TEXT),
    FIELD(struct verdict, reason, FIELD_TEXT),
    {0}};
static const struct row_type verdict_row = {sizeof(struct verdict),
					    verdict_fields};

bool
destruction_under_way(struct store *st, int64_t office, struct arena *a,
		      struct destruction *d, bool *found, struct error *err)
{
	return query_row(st, QUERY_DESTRUCTION_UNDER_WAY,
			 PARAMS(P_INT("office", office)), &destruction_row, a,
			 d, found, err);
}

bool
destruction_of_year(struct store *st, int64_t office, int year, struct arena *a,
		    struct destruction *d, bool *found, struct error *err)
{
	return query_row(st, QUERY_DESTRUCTION_OF_YEAR,
			 PARAMS(P_INT("office", office), P_INT("year", year)),
			 &destruction_row, a, d, found, err);
}

static bool
veil_all(struct store *st, const struct viewer *by,
	 struct destruction_items *items, struct error *err)
{
	for (size_t i = 0; i < items->n; i++)
		if (!secrecy_veil(st, by, &items->letters[i], err))
			return false;
	return true;
}

bool
destruction_items_load(struct store *st, const struct viewer *by, int64_t list,
		       struct arena *a, struct destruction_items *items,
		       struct error *err)
{
	const struct param *params =
	    PARAMS(P_INT("office", by->office), P_INT("list", list));

	*items = (struct destruction_items){0};
	return query_rows(st, QUERY_DESTRUCTION_ITEMS, params, &letter_row, a,
			  &items->letters, &items->n, err) &&
	       query_rows(st, QUERY_DESTRUCTION_ITEMS, params, &verdict_row, a,
			  &items->verdicts, &items->n, err) &&
	       veil_all(st, by, items, err);
}

#define PERIOD_PARAMS(office, year)                                            \
	PARAMS(P_INT("office", office), P_INT("year", year),                   \
	       P_INT("usual", RETENTION_USUAL))

bool
destruction_expired_load(struct store *st, const struct viewer *by, int year,
			 struct arena *a, struct destruction_items *items,
			 struct error *err)
{
	*items = (struct destruction_items){0};
	return query_rows(st, QUERY_LETTERS_EXPIRED,
			  PERIOD_PARAMS(by->office, year), &letter_row, a,
			  &items->letters, &items->n, err) &&
	       veil_all(st, by, items, err);
}

bool
destruction_count_in_work(struct store *st, int64_t office, int year,
			  int64_t *n, struct error *err)
{
	return query_number(st, QUERY_COUNT_EXPIRED_IN_WORK,
			    PERIOD_PARAMS(office, year), n, err);
}

bool
destruction_is_due(struct store *st, int64_t office, int year, bool *is,
		   struct error *err)
{
	struct arena a = {0};
	int64_t n = 0;
	bool ok =
	    query_number(st, QUERY_IS_DESTRUCTION_DUE,
			 PARAMS(P_INT("office", office), P_INT("year", year),
				P_INT("usual", RETENTION_USUAL),
				P_TEXT("books", books_json(&a))),
			 &n, err);

	arena_done(&a);
	*is = n != 0;
	return ok;
}

size_t
destruction_count(const struct destruction_items *items, const char *decision)
{
	size_t n = 0;

	for (size_t i = 0; i < items->n; i++) {
		const char *is = items->verdicts[i].decision;

		n += decision == NULL ? is == NULL
				      : is != NULL && strcmp(is, decision) == 0;
	}
	return n;
}
