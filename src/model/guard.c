/* guard.c -- after a restore: no number before paper has been looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/guard.h"

#include "base/i18n.h"

const struct error_kind GUARD_ASKS = {
    "paper-number-asked", EXIT_REFUSED,
    N_("the register was restored from a backup: before it gives a number "
       "again, look at the book on paper and tell its last number with "
       "`restore confirm'")};

struct waiting {
	int64_t restored;
};

bool
guard_check(struct store *st, int64_t office, const char *book, int64_t year,
	    struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct waiting, restored, FIELD_INT64), {0}};
	static const struct row_type type = {sizeof(struct waiting), fields};
	struct arena a = {0};
	struct waiting w;
	bool asks = false;
	bool ok = query_row(st, QUERY_PAPER_IS_ASKED,
			    PARAMS(P_INT("office", office),
				   P_TEXT("book", book), P_INT("year", year)),
			    &type, &a, &w, &asks, err);

	arena_done(&a);
	if (ok && asks)
		return error_set(err, &GUARD_ASKS, _("book %s, year %s"), book,
				 DIGITS(year));
	return ok;
}

bool
guard_list(struct store *st, int64_t office, struct arena *a,
	   struct asked_list *list, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct asked, book, FIELD_TEXT),
	    FIELD(struct asked, division, FIELD_TEXT),
	    FIELD(struct asked, year, FIELD_INT64),
	    FIELD(struct asked, last, FIELD_INT64),
	    FIELD(struct asked, since, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct asked), fields};

	int64_t is_restored = 0;

	*list = (struct asked_list){0};
	if (!query_number(st, QUERY_IS_RESTORED,
			  PARAMS(P_INT("office", office)), &is_restored, err))
		return false;
	return !is_restored || query_rows(st, QUERY_PAPER_ASKED,
					  PARAMS(P_INT("office", office)),
					  &type, a, &list->at, &list->n, err);
}

struct hash_row {
	unsigned char hash[DIGEST_SIZE];
};

bool
guard_event_hash(struct store *st, int64_t office, int64_t seq,
		 unsigned char hash[DIGEST_SIZE], bool *found,
		 struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct hash_row, hash, FIELD_DIGEST), {0}};
	static const struct row_type type = {sizeof(struct hash_row), fields};
	struct arena a = {0};
	struct hash_row row = {{0}};
	bool ok = query_row(st, QUERY_EVENT_HASH,
			    PARAMS(P_INT("office", office), P_INT("seq", seq)),
			    &type, &a, &row, found, err);

	arena_done(&a);
	for (size_t i = 0; i < DIGEST_SIZE; i++)
		hash[i] = row.hash[i];
	return ok;
}
