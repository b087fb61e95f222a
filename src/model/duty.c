/* duty.c -- what a letter asks for, by when, and whose it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/duty.h"

#include <string.h>

#include "base/i18n.h"
#include "base/recur.h"

#include "model/actor.h"
#include "model/letter.h"
#include "model/secrecy.h"

/* clang-format off */
const struct choice duty_states[] = {
	{ DUTY_OPEN, NULL, N_("open") },
	{ DUTY_DONE, NULL, N_("done") },
	{ DUTY_WAIVED, NULL, N_("waived") },
	{ 0 }
};

const struct choice duty_where_kinds[] = {
	{ "office", NULL, N_("to an office") },
	{ "web", NULL, N_("web system") },
	{ "line", NULL, N_("LINE group") },
	{ "map", NULL, N_("map pins") },
	{ "email", NULL, N_("e-mail") },
	{ "other", NULL, N_("other") },
	{ 0 }
};

const struct choice duty_abouts[] = {
	{ "same", NULL, N_("the period its day lies in") },
	{ "before", NULL, N_("the period before its day") },
	{ 0 }
};

const struct choice duty_whens[] = {
	[DUTY_OVERDUE] = { "overdue", NULL, N_("overdue") },
	[DUTY_TODAY] = { "today", NULL, N_("today") },
	[DUTY_WEEK] = { "week", NULL, N_("this week") },
	[DUTY_MONTH] = { "month", NULL, N_("this month") },
	[DUTY_LATER] = { "later", NULL, N_("later") },
	[DUTY_WHENS] = { 0 }
};
/* clang-format on */

static const struct field duty_fields[] = {
    FIELD(struct duty, id, FIELD_INT64),
    FIELD(struct duty, nth, FIELD_INT),
    FIELD(struct duty, what, FIELD_TEXT),
    FIELD(struct duty, words, FIELD_TEXT),
    FIELD(struct duty, owner_post, FIELD_TEXT),
    FIELD(struct duty, owner_division, FIELD_TEXT),
    FIELD(struct duty, owner_name, FIELD_TEXT),
    FIELD(struct duty, division_post, FIELD_TEXT),
    FIELD(struct duty, first, FIELD_DATE),
    FIELD(struct duty, from_day, FIELD_DATE),
    FIELD(struct duty, rrule, FIELD_TEXT),
    FIELD(struct duty, after_receipt, FIELD_INT),
    FIELD(struct duty, working_days, FIELD_BOOL),
    FIELD(struct duty, behind, FIELD_INT),
    FIELD(struct duty, ahead, FIELD_DATE),
    FIELD(struct duty, is_proposed, FIELD_BOOL),
    FIELD(struct duty, form, FIELD_TEXT),
    FIELD(struct duty, pictures, FIELD_INT),
    FIELD(struct duty, copies, FIELD_INT),
    FIELD(struct duty, unit, FIELD_TEXT),
    FIELD(struct duty, target, FIELD_INT),
    FIELD(struct duty, state, FIELD_TEXT),
    {0}};
const struct row_type duty_type = {sizeof(struct duty), duty_fields};

static const struct field duty_asked_fields[] = {
    FIELD(struct duty_asked, duty, FIELD_INT64),
    FIELD(struct duty_asked, asked_by, FIELD_TEXT),
    FIELD(struct duty_asked, first, FIELD_DATE),
    FIELD(struct duty_asked, from_day, FIELD_DATE),
    FIELD(struct duty_asked, rrule, FIELD_TEXT),
    FIELD(struct duty_asked, words, FIELD_TEXT),
    {0}};
const struct row_type duty_asked_type = {sizeof(struct duty_asked),
					 duty_asked_fields};

static const struct field duty_where_fields[] = {
    FIELD(struct duty_where, duty, FIELD_INT64),
    FIELD(struct duty_where, kind, FIELD_TEXT),
    FIELD(struct duty_where, name, FIELD_TEXT),
    FIELD(struct duty_where, link, FIELD_TEXT),
    {0}};
const struct row_type duty_where_type = {sizeof(struct duty_where),
					 duty_where_fields};

static const struct field duty_row_fields[] = {
    FIELD(struct duty_row, duty, FIELD_INT64),
    FIELD(struct duty_row, period, FIELD_INT),
    FIELD(struct duty_row, name, FIELD_TEXT),
    FIELD(struct duty_row, from_day, FIELD_DATE),
    FIELD(struct duty_row, due, FIELD_DATE),
    FIELD(struct duty_row, last_day, FIELD_DATE),
    FIELD(struct duty_row, state, FIELD_TEXT),
    FIELD(struct duty_row, state_at, FIELD_INT64),
    FIELD(struct duty_row, by_name, FIELD_TEXT),
    FIELD(struct duty_row, by_post, FIELD_TEXT),
    FIELD(struct duty_row, reply_book, FIELD_TEXT),
    FIELD(struct duty_row, reply_year, FIELD_INT),
    FIELD(struct duty_row, reply_number, FIELD_INT),
    FIELD(struct duty_row, ref, FIELD_TEXT),
    FIELD(struct duty_row, files, FIELD_INT),
    FIELD(struct duty_row, first_file, FIELD_INT),
    FIELD(struct duty_row, has_figure, FIELD_BOOL),
    FIELD(struct duty_row, figure, FIELD_INT64),
    FIELD(struct duty_row, note, FIELD_TEXT),
    FIELD(struct duty_row, reason, FIELD_TEXT),
    {0}};
const struct row_type duty_row_type = {sizeof(struct duty_row),
				       duty_row_fields};

static const struct field duty_due_fields[] = {
    FIELD(struct duty_due, id, FIELD_INT64),
    FIELD(struct duty_due, nth, FIELD_INT),
    FIELD(struct duty_due, what, FIELD_TEXT),
    FIELD(struct duty_due, rrule, FIELD_TEXT),
    FIELD(struct duty_due, is_proposed, FIELD_BOOL),
    FIELD(struct duty_due, owner_post, FIELD_TEXT),
    FIELD(struct duty_due, owner_division, FIELD_TEXT),
    FIELD(struct duty_due, owner_name, FIELD_TEXT),
    FIELD(struct duty_due, with_post, FIELD_TEXT),
    FIELD(struct duty_due, period, FIELD_INT),
    FIELD(struct duty_due, name, FIELD_TEXT),
    FIELD(struct duty_due, from_day, FIELD_DATE),
    FIELD(struct duty_due, due, FIELD_DATE),
    FIELD(struct duty_due, last_day, FIELD_DATE),
    FIELD(struct duty_due, letter, FIELD_INT64),
    FIELD(struct duty_due, book, FIELD_TEXT),
    FIELD(struct duty_due, year, FIELD_INT),
    FIELD(struct duty_due, number, FIELD_INT),
    FIELD(struct duty_due, subject, FIELD_TEXT),
    FIELD(struct duty_due, sender, FIELD_TEXT),
    FIELD(struct duty_due, secrecy, FIELD_TEXT),
    FIELD(struct duty_due, urgency, FIELD_TEXT),
    FIELD(struct duty_due, urgency_rank, FIELD_INT),
    FIELD(struct duty_due, letter_state, FIELD_TEXT),
    FIELD(struct duty_due, at_post, FIELD_TEXT),
    FIELD(struct duty_due, places, FIELD_TEXT),
    FIELD(struct duty_due, known_at, FIELD_INT64),
    {0}};
static const struct row_type duty_due_type = {sizeof(struct duty_due),
					      duty_due_fields};

/* Keeps those whose letters the viewer may read. */
static bool
leave_secrets_out(struct store *st, const struct viewer *by,
		  struct duty_due_list *list, struct error *err)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct letter l = {.id = list->at[i].letter,
				   .secrecy = list->at[i].secrecy};

		if (l.secrecy != NULL && !secrecy_veil(st, by, &l, err))
			return false;
		if (!l.is_veiled)
			list->at[kept++] = list->at[i];
	}
	list->n = kept;
	return true;
}

bool
duties_open(struct store *st, const struct viewer *by, const char *clerk,
	    bool mine, struct date until, struct arena *a,
	    struct duty_due_list *list, struct error *err)
{
	const char *last = date_iso(a, until);
	int64_t is_open = 0;

	*list = (struct duty_due_list){0};
	if (!query_number(
		st, QUERY_DUTY_IS_OPEN,
		PARAMS(P_INT("office", by->office), P_TEXT("until", last)),
		&is_open, err))
		return false;
	return !is_open ||
	       (query_rows(st, QUERY_DUTIES_OPEN,
			   PARAMS(P_INT("office", by->office),
				  P_TEXT("until", last), P_INT("mine", mine),
				  P_TEXT("posts", by->actor->held),
				  P_TEXT("clerk", clerk)),
			   &duty_due_type, a, &list->at, &list->n, err) &&
		leave_secrets_out(st, by, list, err));
}

enum duty_when
duty_when(struct date due, struct date last_day, struct date today)
{
	int days = date_days_between(today, last_day);
	int to_sunday = (7 - date_weekday(today)) % 7;

	if (date_compare(due, today) < 0)
		return DUTY_OVERDUE;
	if (days <= 0)
		return DUTY_TODAY;
	if (days <= to_sunday)
		return DUTY_WEEK;
	return last_day.year == today.year && last_day.month == today.month
		   ? DUTY_MONTH
		   : DUTY_LATER;
}

/* ---------------------------------------------------------- of one letter */

const struct duty *
duty_nth(const struct letter_file *f, int nth)
{
	for (size_t i = 0; i < f->n_duties; i++)
		if (f->duties[i].nth == nth)
			return &f->duties[i];
	return NULL;
}

size_t
duty_rows_of(const struct letter_file *f, const struct duty *d,
	     const struct duty_row **rows)
{
	size_t i = 0, n = 0;

	while (i < f->n_duty_rows && f->duty_rows[i].duty != d->id)
		i++;
	while (i + n < f->n_duty_rows && f->duty_rows[i + n].duty == d->id)
		n++;
	*rows = f->duty_rows + i;
	return n;
}

size_t
duty_asked_of(const struct letter_file *f, const struct duty *d,
	      const struct duty_asked **asked)
{
	size_t i = 0, n = 0;

	while (i < f->n_duty_asked && f->duty_asked[i].duty != d->id)
		i++;
	while (i + n < f->n_duty_asked && f->duty_asked[i + n].duty == d->id)
		n++;
	*asked = f->duty_asked + i;
	return n;
}

size_t
duty_where_of(const struct letter_file *f, const struct duty *d,
	      const struct duty_where **where)
{
	size_t i = 0, n = 0;

	while (i < f->n_duty_where && f->duty_where[i].duty != d->id)
		i++;
	while (i + n < f->n_duty_where && f->duty_where[i + n].duty == d->id)
		n++;
	*where = f->duty_where + i;
	return n;
}

bool
duty_is_endless(const struct duty *d)
{
	return !recur_has_end(d->rrule);
}

size_t
duty_open_rows(const struct letter_file *f, const struct duty *d,
	       const struct duty_row **first)
{
	const struct duty_row *rows;
	size_t n = duty_rows_of(f, d, &rows), open = 0;

	*first = NULL;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(rows[i].state, DUTY_OPEN) != 0)
			continue;
		if (open++ == 0)
			*first = &rows[i];
	}
	return open;
}

bool
duties_are_open(const struct letter_file *f)
{
	for (size_t i = 0; i < f->n_duties; i++)
		if (strcmp(f->duties[i].state, DUTY_OPEN) == 0)
			return true;
	return false;
}

int
office_nearness(const char *name)
{
	static const struct {
		const char *word;
		int near;
	} words[] = {
	    {"อำเภอ", 1},   {"จังหวัด", 2}, {"ศาลากลาง", 2},
	    {"กระทรวง", 4}, {"กรม", 3},
	};

	for (size_t i = 0; name != NULL && i < ARRAY_SIZE(words); i++)
		if (strstr(name, words[i].word) != NULL)
			return words[i].near;
	return 2;
}
