/* morning-load.c -- what the office has on its desks, read once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/secrecy.h"
#include "model/workday.h"

#include "app/morning.h"

/* Reminders begin a month before the last day, or on the working day before
   that; no run of holidays is as long. */
enum { AHEAD_DAYS = REMIND_FIRST + 20 };
/* What has lain longer is late whatever the office has settled. */
enum { LAIN_DAYS = 800 };
/* A report is told of so many days before. */
enum { REPORT_DAYS = 7 };

static const struct row_type row_type = {
    sizeof(struct morning_row),
    (const struct field[]){
	FIELD(struct morning_row, id, FIELD_INT64),
	FIELD(struct morning_row, book, FIELD_TEXT),
	FIELD(struct morning_row, year, FIELD_INT),
	FIELD(struct morning_row, number, FIELD_INT),
	FIELD(struct morning_row, subject, FIELD_TEXT),
	FIELD(struct morning_row, sender, FIELD_TEXT),
	FIELD(struct morning_row, secrecy, FIELD_TEXT),
	FIELD(struct morning_row, urgency, FIELD_TEXT),
	FIELD(struct morning_row, urgency_rank, FIELD_INT),
	FIELD(struct morning_row, post, FIELD_TEXT),
	FIELD(struct morning_row, person, FIELD_INT64),
	FIELD(struct morning_row, since, FIELD_INT64),
	FIELD(struct morning_row, taken_at, FIELD_INT64),
	FIELD(struct morning_row, until, FIELD_DATE),
	FIELD(struct morning_row, from_name, FIELD_TEXT),
	{0},
    }};

/* The list may be mailed: of a secret letter it has no words even for who may
   read them. */
static bool
leave_secrets_out(struct store *st, const struct viewer *by,
		  struct morning_rows *rows, struct error *err)
{
	size_t n = 0;

	for (size_t i = 0; i < rows->n; i++) {
		struct morning_row r = rows->at[i];
		struct letter l = {.id = r.id, .secrecy = r.secrecy};

		if (r.secrecy != NULL) {
			if (!secrecy_veil(st, by, &l, err))
				return false;
			r.subject = r.sender = NULL;
		}
		if (!l.is_veiled)
			rows->at[n++] = r;
	}
	rows->n = n;
	return true;
}

static bool
read_rows(struct store *st, const struct viewer *by, enum query_id query,
	  struct date until, struct arena *a, struct morning_rows *rows,
	  struct error *err)
{
	return query_rows(st, query,
			  PARAMS(P_INT("office", by->office),
				 P_TEXT("until", date_iso(a, until))),
			  &row_type, a, &rows->at, &rows->n, err) &&
	       leave_secrets_out(st, by, rows, err);
}

static bool
read_owners(struct store *st, int64_t office, struct date until,
	    struct arena *a, struct morning *m, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct morning_owner, letter, FIELD_INT64),
	    FIELD(struct morning_owner, post, FIELD_TEXT),
	    {0}};
	static const struct row_type type = {sizeof(struct morning_owner),
					     fields};

	return query_rows(st, QUERY_MORNING_OWNERS,
			  PARAMS(P_INT("office", office),
				 P_TEXT("until", date_iso(a, until))),
			  &type, a, &m->owners, &m->n_owners, err);
}

static bool
read_duties(struct store *st, const struct viewer *by, struct arena *a,
	    struct morning *m, struct error *err)
{
	const struct post *clerk = post_first(&m->posts);
	struct date until = date_after(m->today, AHEAD_DAYS);

	if (!duties_open(st, by, clerk ? clerk->code : NULL, false, until, a,
			 &m->duties, err))
		return false;
	for (size_t i = 0; i < m->duties.n; i++) {
		struct duty_due *d = &m->duties.at[i];

		if (d->secrecy != NULL)
			d->what = d->subject = d->sender = NULL;
	}
	return m->duties.n == 0 ||
	       read_owners(st, by->office, until, a, m, err);
}

static bool
is_working(const void *ctx, struct date day)
{
	return workday_is(ctx, day);
}

static bool
read_rules(struct session *s, struct arena *a, struct morning *m,
	   struct error *err)
{
	if (!policies_read(s->store, s->office, m->now, &m->policies, err) ||
	    !holidays_read(s->store, s->office, a, &m->holidays, err) ||
	    !hours_table_read(s->store, s->office, a, &m->hours_table, err))
		return false;
	m->is_workday = workday_is(&m->holidays, m->today);
	hours_make(&m->hours_table, is_working, &m->holidays,
		   date_after(m->today, -LAIN_DAYS), m->today, a, &m->hours);
	return true;
}

static bool
read_people(struct session *s, struct arena *a, struct morning *m,
	    struct error *err)
{
	return roster_load(s->store, s->office, m->now, a, &m->roster, err) &&
	       office_posts_by(s->store, s->office, &m->roster, a, &m->posts,
			       err);
}

/* Of another day than today: the office as it opens. */
static moment
moment_of(const struct session *s, struct date on)
{
	if (date_compare(on, session_today(s)) == 0)
		return session_now(s);
	return moment_at(on, 8, 30, 0);
}

static bool
read_reminders(struct session *s, const struct viewer *by, struct date on,
	       struct arena *a, struct morning *m, struct error *err)
{
	struct store *st = s->store;
	const struct date soon = date_after(on, REPORT_DAYS);

	*m = (struct morning){.now = moment_of(s, on), .today = on};
	return read_people(s, a, m, err) && read_rules(s, a, m, err) &&
	       read_duties(st, by, a, m, err) &&
	       read_rows(st, by, QUERY_MORNING_LETTERS, soon, a, &m->letters,
			 err) &&
	       (m->duties.n == 0 || /* a report is a duty */
		read_rows(st, by, QUERY_MORNING_REPORTS, soon, a, &m->reports,
			  err));
}

bool
morning_load_reminders(struct session *s, struct date on, struct arena *a,
		       struct morning *m, struct error *err)
{
	struct actor actor;
	const struct viewer by = {s->office, &actor, session_today(s)};

	return session_actor(s, a, &actor, err) &&
	       read_reminders(s, &by, on, a, m, err);
}

bool
morning_load(struct session *s, struct date on, struct arena *a,
	     struct morning *m, struct error *err)
{
	struct store *st = s->store;
	struct actor actor;
	const struct viewer by = {s->office, &actor, session_today(s)};
	const struct date soon = date_after(on, REPORT_DAYS);

	return session_actor(s, a, &actor, err) &&
	       read_reminders(s, &by, on, a, m, err) &&
	       read_rows(st, &by, QUERY_MORNING_CIRCULATED, soon, a,
			 &m->circulated, err) &&
	       read_rows(st, &by, QUERY_MORNING_PAPERS, soon, a, &m->papers,
			 err);
}
