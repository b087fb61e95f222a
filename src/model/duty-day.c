/* duty-day.c -- the days of duties as a calendar shows them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/duty-day.h"

#include <string.h>

#include "model/actor.h"
#include "model/letter.h"
#include "model/secrecy.h"

static const struct field fields[] = {
    FIELD(struct duty_day, id, FIELD_INT64),
    FIELD(struct duty_day, nth, FIELD_INT),
    FIELD(struct duty_day, what, FIELD_TEXT),
    FIELD(struct duty_day, period, FIELD_INT),
    FIELD(struct duty_day, name, FIELD_TEXT),
    FIELD(struct duty_day, from_day, FIELD_DATE),
    FIELD(struct duty_day, due, FIELD_DATE),
    FIELD(struct duty_day, last_day, FIELD_DATE),
    FIELD(struct duty_day, state, FIELD_TEXT),
    FIELD(struct duty_day, state_at, FIELD_INT64),
    FIELD(struct duty_day, by_name, FIELD_TEXT),
    FIELD(struct duty_day, ref, FIELD_TEXT),
    FIELD(struct duty_day, reason, FIELD_TEXT),
    FIELD(struct duty_day, form, FIELD_TEXT),
    FIELD(struct duty_day, owner_name, FIELD_TEXT),
    FIELD(struct duty_day, report_to, FIELD_TEXT),
    FIELD(struct duty_day, letter, FIELD_INT64),
    FIELD(struct duty_day, book, FIELD_TEXT),
    FIELD(struct duty_day, year, FIELD_INT),
    FIELD(struct duty_day, number, FIELD_INT),
    FIELD(struct duty_day, subject, FIELD_TEXT),
    FIELD(struct duty_day, sender, FIELD_TEXT),
    FIELD(struct duty_day, secrecy, FIELD_TEXT),
    FIELD(struct duty_day, changes, FIELD_INT),
    FIELD(struct duty_day, changed_at, FIELD_INT64),
    {0}};
static const struct row_type day_type = {sizeof(struct duty_day), fields};

/* Keeps those that may be seen. */
static bool
leave_out(struct store *st, const struct viewer *by,
	  const struct duty_day_scope *scope, struct duty_day_list *list,
	  struct error *err)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct letter l = {.id = list->at[i].letter,
				   .secrecy = list->at[i].secrecy};

		if (l.secrecy != NULL && !secrecy_veil(st, by, &l, err))
			return false;
		if (!l.is_veiled &&
		    (l.secrecy == NULL || !scope->leaves_secrets))
			list->at[kept++] = list->at[i];
	}
	list->n = kept;
	return true;
}

bool
duty_days(struct store *st, const struct viewer *by,
	  const struct duty_day_scope *scope, struct arena *a,
	  struct duty_day_list *list, struct error *err)
{
	return query_rows(st, QUERY_DUTY_DAYS,
			  PARAMS(P_INT("office", by->office),
				 P_TEXT("since", date_iso(a, scope->from)),
				 P_TEXT("until", date_iso(a, scope->to)),
				 P_TEXT("posts", scope->posts),
				 P_TEXT("division", scope->division),
				 P_TEXT("clerk", scope->clerk)),
			  &day_type, a, &list->at, &list->n, err) &&
	       leave_out(st, by, scope, list, err);
}

enum duty_mark
duty_day_mark(const struct duty_day *d, struct date today)
{
	if (strcmp(d->state, DUTY_DONE) == 0)
		return MARK_DONE;
	if (strcmp(d->state, DUTY_WAIVED) == 0)
		return MARK_WAIVED;
	return duty_when(d->due, d->last_day, today) == DUTY_OVERDUE
		   ? MARK_OVERDUE
		   : MARK_OPEN;
}

struct changes {
	int changes;
	moment changed_at;
};

bool
holiday_changes(struct store *st, int64_t office, int *changes,
		moment *changed_at, struct error *err)
{
	static const struct field of[] = {
	    FIELD(struct changes, changes, FIELD_INT),
	    FIELD(struct changes, changed_at, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct changes), of};
	struct arena a = {0};
	struct changes row = {0};
	bool found;
	bool ok = query_row(st, QUERY_HOLIDAY_CHANGES,
			    PARAMS(P_INT("office", office)), &type, &a, &row,
			    &found, err);

	arena_done(&a);
	*changes = row.changes;
	*changed_at = row.changed_at;
	return ok;
}
