/* day-page.c -- what stands on the page of a day, as it was when it was closed
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day-page.h"

#include <stddef.h>
#include <string.h>

#include "base/i18n.h"

const struct error_kind DAY_UNKNOWN = {
    "day-unknown", EXIT_NOTHING, N_("the register has no page of this day")};

static const struct field entry_row_fields[] = {
    FIELD(struct day_entry, id, FIELD_INT64),
    FIELD(struct day_entry, book, FIELD_TEXT),
    FIELD(struct day_entry, year, FIELD_INT),
    FIELD(struct day_entry, number, FIELD_INT),
    FIELD(struct day_entry, ref_no, FIELD_TEXT),
    FIELD(struct day_entry, dated, FIELD_TEXT),
    FIELD(struct day_entry, sender, FIELD_TEXT),
    FIELD(struct day_entry, recipient, FIELD_TEXT),
    FIELD(struct day_entry, subject, FIELD_TEXT),
    FIELD(struct day_entry, secrecy, FIELD_TEXT),
    FIELD(struct day_entry, urgency, FIELD_TEXT),
    FIELD(struct day_entry, late, FIELD_TEXT),
    FIELD(struct day_entry, is_sheet, FIELD_BOOL),
    FIELD(struct day_entry, received_at, FIELD_INT64),
    FIELD(struct day_entry, lies_with, FIELD_TEXT),
    FIELD(struct day_entry, ordered, FIELD_TEXT),
    FIELD(struct day_entry, cancelled, FIELD_TEXT),
    FIELD(struct day_entry, replaces_year, FIELD_INT),
    FIELD(struct day_entry, replaces_number, FIELD_INT),
    FIELD(struct day_entry, purpose, FIELD_TEXT),
    FIELD(struct day_entry, voided, FIELD_TEXT),
    FIELD(struct day_entry, is_lost, FIELD_BOOL),
    {0}};
static const struct row_type entry_row = {sizeof(struct day_entry),
					  entry_row_fields};

static const struct field change_fields[] = {
    FIELD(struct day_change, book, FIELD_TEXT),
    FIELD(struct day_change, year, FIELD_INT),
    FIELD(struct day_change, number, FIELD_INT),
    FIELD(struct day_change, secrecy, FIELD_TEXT),
    FIELD(struct day_change, field, FIELD_TEXT),
    FIELD(struct day_change, was, FIELD_TEXT),
    FIELD(struct day_change, now, FIELD_TEXT),
    FIELD(struct day_change, reason, FIELD_TEXT),
    FIELD(struct day_change, by_name, FIELD_TEXT),
    FIELD(struct day_change, at, FIELD_INT64),
    {0}};
static const struct row_type change_row = {sizeof(struct day_change),
					   change_fields};

/* A correction after the page: what stood there when it was closed. */
struct earlier {
	int64_t letter;
	const char *field, *was;
};
static const struct field earlier_fields[] = {
    FIELD(struct earlier, letter, FIELD_INT64),
    FIELD(struct earlier, field, FIELD_TEXT),
    FIELD(struct earlier, was, FIELD_TEXT),
    {0}};
static const struct row_type earlier_row = {sizeof(struct earlier),
					    earlier_fields};

/* Where a field that can be corrected stands in a line; others are on no
   page. */
static const char **
entry_field(struct day_entry *e, const char *field)
{
	static const struct {
		const char *field;
		size_t offset;
	} places[] = {
	    {"ref", offsetof(struct day_entry, ref_no)},
	    {"dated", offsetof(struct day_entry, dated)},
	    {"from", offsetof(struct day_entry, sender)},
	    {"to", offsetof(struct day_entry, recipient)},
	    {"subject", offsetof(struct day_entry, subject)},
	    {"urgency", offsetof(struct day_entry, urgency)},
	    {"secrecy", offsetof(struct day_entry, secrecy)},
	};

	for (size_t i = 0; i < ARRAY_SIZE(places); i++)
		if (strcmp(places[i].field, field) == 0)
			return (const char **)(void *)((char *)e +
						       places[i].offset);
	return NULL;
}

/* The newest first: at the end the oldest word is left. */
static void
put_back(struct day_page *p, const struct earlier *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < p->n_entries; k++) {
			const char **field =
			    p->entries[k].id == at[i].letter
				? entry_field(&p->entries[k], at[i].field)
				: NULL;

			if (field != NULL)
				*field = at[i].was;
		}
}

static bool
is_bare(const struct day_entry *e)
{
	return e->purpose != NULL || e->voided != NULL || e->is_lost;
}

/* Secret when the page was closed, or since: paper goes everywhere. */
static void
veil(struct day_entry *e, bool was_secret)
{
	if (!was_secret && e->secrecy == NULL && !is_bare(e))
		return;
	e->ref_no = e->sender = e->recipient = NULL;
	e->subject = NULL;
	if (e->secrecy != NULL && e->cancelled != NULL)
		e->cancelled = "";
}

static void
veil_changes(struct day_page *p)
{
	for (size_t i = 0; i < p->n_changes; i++)
		if (p->changes[i].secrecy != NULL)
			p->changes[i].was = p->changes[i].now =
			    p->changes[i].reason = NULL;
}

static bool
read_entries(struct store *st, const struct param *of_page, struct arena *a,
	     struct day_page *p, struct error *err)
{
	struct earlier *earlier;
	bool *secret;
	size_t n;

	if (!query_rows(st, QUERY_DAY_ENTRIES, of_page, &entry_row, a,
			&p->entries, &p->n_entries, err) ||
	    !query_rows(st, QUERY_DAY_LATER, of_page, &earlier_row, a, &earlier,
			&n, err))
		return false;
	secret = arena_array(a, p->n_entries + 1, sizeof(*secret));
	for (size_t i = 0; i < p->n_entries; i++)
		secret[i] = p->entries[i].secrecy != NULL;
	put_back(p, earlier, n);
	for (size_t i = 0; i < p->n_entries; i++)
		veil(&p->entries[i], secret[i]);
	return true;
}

static bool
read_page(struct store *st, int64_t office, moment until, struct arena *a,
	  struct day_page *p, struct error *err)
{
	const struct param *of_page =
	    PARAMS(P_INT("office", office), P_INT("after", p->day.after),
		   P_INT("seq", p->day.seq), P_INT("until", until));

	if (!read_entries(st, of_page, a, p, err) ||
	    !query_rows(st, QUERY_DAY_CHANGES, of_page, &change_row, a,
			&p->changes, &p->n_changes, err))
		return false;
	veil_changes(p);
	return true;
}

/* Not closed yet: is it a day that may have a page? */
static bool
gather_open(struct store *st, int64_t office, struct date day, moment now,
	    struct arena *a, struct day_page *p, struct error *err)
{
	struct chain_head head;
	struct date due;
	struct day last;
	bool found;

	if (!day_last(st, office, a, &last, &found, err) ||
	    !day_due(st, office, &last, &due, err) ||
	    !ledger_head(st, office, &head, err))
		return false;
	if (date_compare(day, due) < 0 ||
	    date_compare(day, moment_date(now)) > 0)
		return error_set(err, &DAY_UNKNOWN, "%s",
				 day_words(date_iso(a, day), a));
	return day_gather(st, office, date_iso(a, day), head.seq, head.hash, a,
			  &p->day, err);
}

bool
day_page_load(struct store *st, int64_t office, struct date day, moment now,
	      struct arena *a, struct day_page *p, struct error *err)
{
	*p = (struct day_page){0};
	if (!ledger_identity(st, &p->identity, err) ||
	    !office_divisions(st, office, a, &p->divisions, err) ||
	    !day_load(st, office, date_iso(a, day), a, &p->day, &p->is_closed,
		      err))
		return false;
	p->is_practice = p->identity.practice;
	if (!p->is_closed && !gather_open(st, office, day, now, a, p, err))
		return false;
	return read_page(st, office, p->is_closed ? p->day.closed_at : now, a,
			 p, err);
}
