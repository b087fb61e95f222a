/* calendar-duties.c -- duties as a calendar file that telephones follow */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/duty-day.h"
#include "model/number.h"
#include "model/office.h"

#include "app/calendar-file.h"
#include "app/letters-out.h"
#include "app/may.h"

/*
 * A duty is an event of a whole day, at the last working day up to the date
 * of the letter: calendars of telephones show events and leave tasks (VTODO)
 * out, which is why --tasks has to be asked for.  An event has no state of
 * being done (RFC 5545, 3.8.1.11), so that its name begins with a tick; a task
 * has.  What was waived is cancelled in both.
 *
 * The id is that of the register, office, duty and period; sequence and stamps
 * come from the chain.  So the same register on the same day is the same file,
 * and what changed replaces what a calendar had before.
 */

enum { DAYS_BACK = 366 };

struct writing {
	struct session *s;
	struct text *out;
	char uuid[UUID_TEXT_SIZE];
	bool as_tasks;
	int alarm; /* days before; 0 none */
	int holiday_changes;
	moment holidays_changed_at;
	struct since since;
};

static void
add_line(struct text *t, const char *label, const char *value)
{
	if (value && *value != '\0')
		text_printf(t, "%s%s: %s", t->n > 0 ? "\n" : "", label, value);
}

static void
add_day(struct text *t, const char *label, struct date d)
{
	struct text day = {0};

	text_add_date(&day, d, DATE_LONG, digits_are_thai());
	add_line(t, label, text_str(&day));
	text_done(&day);
}

static void
add_description(struct text *out, const struct duty_day *d)
{
	struct text t = {0};

	add_day(&t, _("date of the letter"), d->due);
	add_line(&t, _("period"), d->name);
	add_line(&t, _("subject"), d->subject);
	add_line(&t, _("from"), d->sender);
	add_line(&t, _("whose"), d->owner_name);
	add_line(&t, _("report to"), d->report_to);
	add_line(&t, _("form"), d->form);
	add_line(&t, _("done with"), d->ref);
	add_line(&t, _("why waived"), d->reason);
	text_add_ics_text(out, "DESCRIPTION", t.s);
	text_done(&t);
}

static void
add_summary(const struct writing *w, const struct duty_day *d)
{
	struct text t = {0};

	if (!w->as_tasks && strcmp(d->state, DUTY_DONE) == 0)
		text_add(&t, "✓ ");
	text_printf(&t, "%s · ", d->what);
	text_add_book_number(&t, d->book, d->year, d->number,
			     digits_are_thai());
	text_add_ics_text(w->out, "SUMMARY", t.s);
	text_done(&t);
}

static moment
changed_at(const struct writing *w, const struct duty_day *d)
{
	return d->changed_at > w->holidays_changed_at ? d->changed_at
						      : w->holidays_changed_at;
}

static void
add_identity(const struct writing *w, const struct duty_day *d)
{
	moment at = changed_at(w, d);
	struct text t = {0};

	text_printf(&t, "duty-%lld-%d-%lld-%s@saraban", (long long)d->id,
		    d->period, (long long)w->s->office, w->uuid);
	text_add_ics_text(w->out, "UID", t.s);
	text_clear(&t);
	text_printf(&t, "%d", d->changes + w->holiday_changes);
	text_add_ics(w->out, "SEQUENCE", t.s);
	text_add_ics_moment(w->out, "DTSTAMP", at);
	text_add_ics_moment(w->out, "LAST-MODIFIED", at);
	text_done(&t);
}

static void
add_event_state(const struct writing *w, const struct duty_day *d)
{
	text_add_ics_day(w->out, "DTSTART", d->last_day);
	text_add_ics_day(w->out, "DTEND", date_after(d->last_day, 1));
	text_add_ics(w->out, "TRANSP", "TRANSPARENT");
	text_add_ics(w->out, "STATUS",
		     strcmp(d->state, DUTY_WAIVED) == 0 ? "CANCELLED"
							: "CONFIRMED");
}

static void
add_task_state(const struct writing *w, const struct duty_day *d)
{
	text_add_ics_day(w->out, "DUE", d->last_day);
	if (strcmp(d->state, DUTY_OPEN) == 0) {
		text_add_ics(w->out, "STATUS", "NEEDS-ACTION");
	} else if (strcmp(d->state, DUTY_WAIVED) == 0) {
		text_add_ics(w->out, "STATUS", "CANCELLED");
	} else {
		text_add_ics(w->out, "STATUS", "COMPLETED");
		text_add_ics(w->out, "PERCENT-COMPLETE", "100");
		text_add_ics_moment(w->out, "COMPLETED", d->state_at);
	}
}

static void
add_alarm(const struct writing *w, const struct duty_day *d)
{
	struct text t = {0};

	if (w->alarm == 0 || strcmp(d->state, DUTY_OPEN) != 0)
		return;
	text_printf(&t, "-P%dD", w->alarm);
	text_add_ics_open(w->out, "VALARM");
	text_add_ics(w->out, "ACTION", "DISPLAY");
	text_add_ics(w->out, w->as_tasks ? "TRIGGER;RELATED=END" : "TRIGGER",
		     t.s);
	text_add_ics_text(w->out, "DESCRIPTION", d->what);
	text_add_ics_close(w->out, "VALARM");
	text_done(&t);
}

static void
add_duty(const struct writing *w, const struct duty_day *d)
{
	const char *component = w->as_tasks ? "VTODO" : "VEVENT";

	if (changed_at(w, d) < w->since.at)
		return;
	text_add_ics_open(w->out, component);
	add_identity(w, d);
	(w->as_tasks ? add_task_state : add_event_state)(w, d);
	add_summary(w, d);
	add_description(w->out, d);
	add_alarm(w, d);
	text_add_ics_close(w->out, component);
}

/* ------------------------------------------------------------------- whose */

static bool
post_asked(struct session *s, const char *word, struct arena *a,
	   struct duty_day_scope *scope, struct error *err)
{
	struct post_list posts;
	const struct post *p;

	if (!office_posts(s->store, s->office, session_now(s), a, &posts, err))
		return false;
	scope->clerk = post_first(&posts) ? post_first(&posts)->code : NULL;
	if (!word)
		return true;
	p = post_find(&posts, word, err);
	if (p)
		scope->posts = arena_printf(a, "[{\"post\":\"%s\"}]", p->code);
	return p;
}

static bool
division_asked(struct session *s, const char *word, struct arena *a,
	       struct duty_day_scope *scope, struct error *err)
{
	struct division_list divisions;
	const struct division *d;

	if (!word)
		return true;
	if (!office_divisions(s->store, s->office, a, &divisions, err))
		return false;
	d = division_find(&divisions, word, err);
	if (d)
		scope->division = d->code;
	return d;
}

/* One of them, or mine. */
static bool
scope_of(struct session *s, const struct request *r, const struct actor *actor,
	 struct arena *a, struct duty_day_scope *scope, struct error *err)
{
	const char *post = request_value(r, "post");
	const char *division = request_value(r, "division");
	bool all = request_value(r, "office"), mine = request_value(r, "mine");

	if (!!post + !!division + all + mine > 1)
		return error_set(err, &REQUEST_WRONG, "%s",
				 _("one of --mine, --post, --division and "
				   "--office"));
	*scope = (struct duty_day_scope){
	    .from = date_after(session_today(s), -DAYS_BACK),
	    .to = date_after(session_today(s), DUTY_AHEAD),
	    .leaves_secrets = true,
	};
	if (!post && !division && !all)
		scope->posts = actor->held;
	return post_asked(s, post, a, scope, err) &&
	       division_asked(s, division, a, scope, err);
}

static bool
alarm_asked(const struct request *r, int *days, struct error *err)
{
	const char *word = request_value(r, "alarm");

	*days = 0;
	if (!word || (number_whole(word, days) && *days <= 60))
		return true;
	return error_set(err, &REQUEST_WRONG, "--alarm %.60s", word);
}

static bool
begin(struct writing *w, const struct request *r, struct error *err)
{

	w->as_tasks = request_value(r, "tasks");
	if (!since_asked(w->s, r, &w->since, err) ||
	    !alarm_asked(r, &w->alarm, err) ||
	    !ledger_uuid(w->s->store, w->uuid, err) ||
	    !holiday_changes(w->s->store, w->s->office, &w->holiday_changes,
			     &w->holidays_changed_at, err))
		return false;
	return true;
}

static bool
write_all(struct session *s, const struct request *r, struct text *out,
	  struct error *err)
{
	struct writing w = {.s = s, .out = out};
	struct arena a = {0};
	struct actor *actor = arena_alloc(&a, sizeof(*actor));
	struct viewer by = {s->office, actor, session_today(s)};
	struct duty_day_scope scope;
	struct duty_day_list list;
	bool ok = session_actor(s, &a, actor, err) &&
		  actor_may_read(actor, err) && begin(&w, r, err) &&
		  scope_of(s, r, actor, &a, &scope, err) &&
		  duty_days(s->store, &by, &scope, &a, &list, err);

	if (ok) {
		text_add_ics_begin(out, s->office_name);
		for (size_t i = 0; i < list.n; i++)
			add_duty(&w, &list.at[i]);
		text_add_ics_end(out);
	}
	arena_done(&a);
	return ok;
}

bool
duty_calendar_each(struct session *s, const struct request *r,
		   answer_row_fn row, void *ctx, struct error *err)
{
	return calendar_give_rows(write_all, s, r, row, ctx, err);
}

bool
duty_calendar_look(struct session *s, const struct request *r, json_t **answer,
		   struct error *err)
{
	return calendar_give_file(write_all, s, r, answer, err);
}
