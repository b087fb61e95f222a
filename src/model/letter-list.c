/* letter-list.c -- letters in the order of a list, piece by piece */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/letter-list.h"

#include "model/secrecy.h"

static bool
list_veil(struct store *st, const struct viewer *by, struct letter_list *list,
	  struct error *err)
{
	for (size_t i = 0; i < list->n; i++)
		if (!secrecy_veil(st, by, &list->at[i], err))
			return false;
	return true;
}

bool
letters_of_viewer(struct store *st, const struct viewer *by, const char *state,
		  const struct row_span *span, struct arena *a,
		  struct letter_list *list, struct error *err)
{
	bool ok = query_rows(
	    st, QUERY_LETTERS_OF_PERSON,
	    PARAMS(P_INT("office", by->office),
		   P_INT("person", by->actor->person),
		   P_TEXT("posts", by->actor->held), P_TEXT("state", state),
		   P_INT("rank", span->from.part[0]),
		   P_INT("since", span->from.part[1]),
		   P_INT("letter", span->from.part[2]),
		   P_INT("before", span->before), P_INT("after", span->after)),
	    &letter_row, a, &list->at, &list->n, err);

	return ok && list_veil(st, by, list, err);
}

bool
letters_of_year(struct store *st, const struct viewer *by, const char *book,
		int year, const char *state, const struct row_span *span,
		struct arena *a, struct letter_list *list, struct error *err)
{
	bool ok = query_rows(
	    st, QUERY_LETTERS_OF_YEAR,
	    PARAMS(P_INT("office", by->office), P_TEXT("book", book),
		   P_INT("year", year), P_TEXT("state", state),
		   P_INT("number", span->from.part[0]),
		   P_INT("before", span->before), P_INT("after", span->after)),
	    &letter_row, a, &list->at, &list->n, err);

	return ok && list_veil(st, by, list, err);
}

struct row_key
letter_key_of_viewer(const struct letter *l)
{
	return (struct row_key){{-urgency_rank(l->urgency), l->since, l->id}};
}

struct row_key
letter_key_of_year(const struct letter *l)
{
	return (struct row_key){{l->number}};
}

struct ends {
	int first;
	int last;
};
static const struct field ends_fields[] = {FIELD(struct ends, first, FIELD_INT),
					   FIELD(struct ends, last, FIELD_INT),
					   {0}};
static const struct row_type ends_row = {sizeof(struct ends), ends_fields};

struct number {
	int n;
};
static const struct field number_fields[] = {FIELD(struct number, n, FIELD_INT),
					     {0}};
static const struct row_type number_row = {sizeof(struct number),
					   number_fields};

static bool
one_number(struct store *st, enum query_id q, const struct param *params,
	   int *n, struct error *err)
{
	struct arena a = {0};
	struct number row = {0};
	bool found;
	bool ok = query_row(st, q, params, &number_row, &a, &row, &found, err);

	arena_done(&a);
	*n = row.n;
	return ok;
}

bool
letters_count_of_viewer(struct store *st, const struct viewer *by, int *n,
			struct error *err)
{
	return one_number(st, QUERY_COUNT_OF_PERSON,
			  PARAMS(P_INT("office", by->office),
				 P_INT("person", by->actor->person),
				 P_TEXT("posts", by->actor->held)),
			  n, err);
}

bool
letters_ends_of_year(struct store *st, int64_t office, const char *book,
		     int year, int *first, int *last, struct error *err)
{
	struct arena a = {0};
	struct ends row = {0};
	bool found;
	bool ok = query_row(st, QUERY_ENDS_OF_YEAR,
			    PARAMS(P_INT("office", office),
				   P_TEXT("book", book), P_INT("year", year)),
			    &ends_row, &a, &row, &found, err);

	arena_done(&a);
	*first = row.first;
	*last = row.last;
	return ok;
}

bool
letters_number_since(struct store *st, int64_t office, const char *book,
		     int year, moment since, int *number, struct error *err)
{
	return one_number(st, QUERY_NUMBER_SINCE,
			  PARAMS(P_INT("office", office), P_TEXT("book", book),
				 P_INT("year", year), P_INT("since", since)),
			  number, err);
}
