/* holiday-file.c -- holidays from a calendar file, and as one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/calendar-file.h"
#include "app/json.h"

/* What recurs is counted out to here, unless --known-to says further. */
enum { YEARS_AHEAD = 1, FAULTS_SHOWN = 20 };

/* Two holidays on one day: both names. */
static void
join_same_days(struct holiday *at, size_t n, struct arena *a)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = 0; k < i; k++)
			if (date_compare(at[i].day, at[k].day) == 0 &&
			    strstr(at[k].name, at[i].name) == NULL)
				at[i].name = arena_printf(
				    a, _("%s and %s"), at[k].name, at[i].name);
}

/* The wish, from the request; `after` has the end that --known-to gives. */
static struct calendar_wish
wish_of(struct session *s, const struct request *r, const struct holidays *h)
{
	struct date today = session_today(s);
	struct date to = {today.year + YEARS_AHEAD, 12, 31};

	if (date_compare(h->to, to) > 0)
		to = h->to;
	return (struct calendar_wish){
	    .kind = request_value(r, "kind"),
	    .match = request_value(r, "match"),
	    .from = {today.year, 1, 1},
	    .to = to,
	};
}

static void
remark_faults(struct act *act, const json_t *faults)
{
	size_t i;
	json_t *fault;

	json_array_foreach(faults, i, fault)
	{
		if (i == FAULTS_SHOWN)
			break;
		act_remark(act, json_string_value(fault));
	}
	if (json_array_size(faults) > FAULTS_SHOWN)
		act_remark(act, _("... and more that were not taken"));
}

bool
holiday_import_prepare(struct act *act, struct error *err)
{
	struct ics *ics = arena_alloc(act->arena, sizeof(*ics));

	act->calendar = ics;
	return calendar_read(request_operand(act->r, 0), act->arena, ics, err);
}

bool
holiday_import_decide(struct act *act, struct error *err)
{
	struct holiday_changing c;
	struct calendar_wish wish;
	struct holiday *days;
	json_t *faults;
	size_t n;

	if (!holiday_change_begin(act, &c, err) ||
	    !holiday_move_end(act, &c.after, err))
		return false;
	faults = json_array();
	wish = wish_of(act->s, act->r, &c.after);
	calendar_holidays(act->calendar, &wish, act->arena, &days, &n, faults);
	remark_faults(act, faults);
	json_decref(faults);
	if (n == 0)
		return error_set(err, &RULE_REFUSED,
				 _("no holiday was found in the file"));
	join_same_days(days, n, act->arena);
	c.change.add = days;
	c.change.n_add = n;
	return holiday_change_put(act, &c, err);
}

/* ------------------------------------------------------- what would be taken
 */

static const char *
state_of(const struct holidays *h, const struct holiday *day)
{
	const struct holiday *old = holidays_find(h, day->day);

	if (!old)
		return "new";
	return holiday_is_same(old, day) ? "same" : "other";
}

static json_t *
read_json(const struct holidays *h, const struct holiday *at, size_t n,
	  json_t *faults)
{
	json_t *days = json_array();

	for (size_t i = 0; i < n; i++) {
		json_t *day = holiday_json(&at[i]);

		json_object_set_new(day, "state",
				    json_string(state_of(h, &at[i])));
		json_array_append_new(days, day);
	}
	return json_pack("{s:o, s:o}", "holidays", days, "remarks", faults);
}

bool
holiday_read_look(struct session *s, const struct request *r, json_t **answer,
		  struct error *err)
{
	struct arena a = {0};
	struct holidays h;
	struct holiday *days;
	struct ics ics;
	size_t n;
	bool ok = calendar_read(request_operand(r, 0), &a, &ics, err) &&
		  holidays_read(s->store, s->office, &a, &h, err);

	if (ok) {
		struct calendar_wish wish = wish_of(s, r, &h);
		json_t *faults = json_array();

		calendar_holidays(&ics, &wish, &a, &days, &n, faults);
		join_same_days(days, n, &a);
		*answer = read_json(&h, days, n, faults);
	}
	arena_done(&a);
	return ok;
}

/* ------------------------------------------------------------------ written
 */

static void
add_event(struct text *t, const struct holiday *h, const char *register_id,
	  int64_t office, moment stamp)
{
	struct text uid = {0};

	text_printf(&uid, "holiday-%04d%02d%02d-%lld-%s", h->day.year,
		    h->day.month, h->day.day, (long long)office, register_id);
	text_add_ics_open(t, "VEVENT");
	text_add_ics_text(t, "UID", uid.s);
	text_add_ics_moment(t, "DTSTAMP", stamp);
	text_add_ics_day(t, "DTSTART", h->day);
	text_add_ics_day(t, "DTEND", date_after(h->day, 1));
	text_add_ics_text(t, "SUMMARY", h->name);
	text_add_ics_text(t, "COMMENT;LANGUAGE=en", h->name_en);
	text_add_ics_text(t, "CATEGORIES", h->kind);
	text_add_ics(t, "STATUS", h->is_doubtful ? "TENTATIVE" : "CONFIRMED");
	text_add_ics(t, "TRANSP", "TRANSPARENT");
	text_add_ics_close(t, "VEVENT");
	text_done(&uid);
}

/* The same table is the same file: stamped with its edition. */
static bool
write_all(struct session *s, const struct request *r, struct text *t,
	  struct error *err)
{
	struct arena a = {0};
	struct holidays h;
	char uuid[UUID_TEXT_SIZE];
	int year;
	bool ok = holiday_year_asked(r, &year, err) &&
		  ledger_uuid(s->store, uuid, err) &&
		  holidays_read(s->store, s->office, &a, &h, err);

	if (ok) {
		text_add_ics_begin(t, _("Holidays"));
		for (size_t i = 0; i < h.n; i++)
			if (holiday_is_of(&h.at[i], year))
				add_event(t, &h.at[i], uuid, s->office,
					  moment_at(h.edition, 0, 0, 0));
		text_add_ics_end(t);
	}
	arena_done(&a);
	return ok;
}

bool
holiday_export_each(struct session *s, const struct request *r,
		    answer_row_fn row, void *ctx, struct error *err)
{
	return calendar_give_rows(write_all, s, r, row, ctx, err);
}

bool
holiday_export_look(struct session *s, const struct request *r, json_t **answer,
		    struct error *err)
{
	return calendar_give_file(write_all, s, r, answer, err);
}
