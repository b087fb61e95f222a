/* holiday-moved.c -- the last working days that move with the holidays */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/holiday.h"
#include "app/json.h"

/* An open day of a duty. */
struct open_day {
	int64_t duty;
	int period;
	struct date due, last_day;
};

/* The days that are others now: from the first to the last. */
struct stretch {
	struct date from, to;
};

static void
reach(struct stretch *s, struct date d)
{
	if (s->from.year == 0 || date_compare(d, s->from) < 0)
		s->from = d;
	if (date_compare(d, s->to) > 0)
		s->to = d;
}

static struct stretch
changed_days(const struct holiday_change *c)
{
	struct stretch s = {{0}, {0}};

	for (size_t i = 0; i < c->n_add; i++)
		reach(&s, c->add[i].day);
	for (size_t i = 0; i < c->n_gone; i++)
		reach(&s, c->gone[i]);
	return s;
}

/* What was to be done by a day that closes stands at that day; what may be done
   on a day that opens stands at the last working day before it. */
static bool
open_days(struct act *act, const struct holiday_changing *c,
	  struct open_day **days, size_t *n, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct open_day, duty, FIELD_INT64),
	    FIELD(struct open_day, period, FIELD_INT),
	    FIELD(struct open_day, due, FIELD_DATE),
	    FIELD(struct open_day, last_day, FIELD_DATE),
	    {0}};
	static const struct row_type type = {sizeof(struct open_day), fields};
	struct stretch s = changed_days(&c->change);

	*n = 0;
	if (s.from.year == 0)
		return true;
	s.from = workday_last(&c->before, s.from);
	return query_rows(act->s->store, QUERY_DUTY_DAYS_BETWEEN,
			  PARAMS(P_INT("office", act->s->office),
				 P_TEXT("since", date_iso(act->arena, s.from)),
				 P_TEXT("until", date_iso(act->arena, s.to))),
			  &type, act->arena, days, n, err);
}

static json_t *
moved_json(const struct open_day *d, struct date now)
{
	return json_pack("{s:I, s:i, s:o, s:o, s:o}", "duty",
			 (json_int_t)d->duty, "period", d->period, "due",
			 date_json(d->due), "was", date_json(d->last_day),
			 "now", date_json(now));
}

static void
tell_moved(struct act *act, size_t n)
{
	struct text t = {0};

	act_tell(act, "moved", json_integer((json_int_t)n));
	if (n == 0)
		return;
	text_printf(&t,
		    P_("the last working day of %s open duty has moved",
		       "the last working day of %s open duties has moved", n),
		    DIGITS(n));
	act_remark(act, t.s);
	text_done(&t);
}

bool
holidays_put_moved(struct act *act, const struct holiday_changing *c,
		   struct error *err)
{
	struct open_day *days;
	json_t *moved;
	size_t n;

	if (!open_days(act, c, &days, &n, err))
		return false;
	moved = json_array();
	for (size_t i = 0; i < n; i++) {
		struct date now = workday_last(&c->after, days[i].due);

		if (date_compare(now, days[i].last_day) != 0)
			json_array_append_new(moved, moved_json(&days[i], now));
	}
	tell_moved(act, json_array_size(moved));
	act_put_json(act, "moved", moved);
	return true;
}
