/* duty-body.c -- what is said of a duty, into its event */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "app/duty.h"

static void
put_text(json_t *body, const char *key, const char *text)
{
	if (text != NULL)
		json_object_set_new(body, key, json_string(text));
}

static void
put_int(json_t *body, const char *key, int value)
{
	if (value != 0)
		json_object_set_new(body, key, json_integer(value));
}

static void
put_date(json_t *body, const char *key, struct date d)
{
	struct text t = {0};

	text_add_iso_date(&t, d);
	put_text(body, key, t.s);
	text_done(&t);
}

static json_t *
asked_body(const struct duty_terms *t)
{
	json_t *list = json_array();

	for (size_t i = 0; i < t->n_asked; i++) {
		const struct duty_asked *k = &t->asked[i];
		json_t *j = json_pack("{s:s}", "by", k->asked_by);

		put_date(j, "first", k->first);
		put_date(j, "from_day", k->from_day);
		put_text(j, "rrule", k->rrule);
		put_text(j, "words", k->words);
		json_array_append_new(list, j);
	}
	return list;
}

static json_t *
where_body(const struct duty_terms *t)
{
	json_t *list = json_array();

	for (size_t i = 0; i < t->n_where; i++) {
		json_t *j = json_pack("{s:s, s:s}", "kind", t->where[i].kind,
				      "name", t->where[i].name);

		put_text(j, "link", t->where[i].link);
		json_array_append_new(list, j);
	}
	return list;
}

void
duty_terms_put(json_t *body, const struct duty_terms *t)
{
	put_text(body, "what", t->what);
	put_text(body, "words", t->words);
	put_text(body, "owner_post", t->owner_post);
	put_text(body, "owner_division", t->owner_division);
	put_date(body, "first", t->rule.first);
	put_date(body, "from_day", t->rule.from_day);
	put_text(body, "rrule", t->rule.rrule);
	put_int(body, "after_receipt", t->after_receipt);
	put_int(body, "working_days", t->working_days);
	put_int(body, "behind", t->rule.behind);
	put_int(body, "proposed", t->is_proposed);
	put_text(body, "form", t->form);
	put_int(body, "pictures", t->pictures);
	put_int(body, "copies", t->copies);
	put_text(body, "unit", t->unit);
	put_int(body, "target", t->target);
	json_object_set_new(body, "asked", asked_body(t));
	json_object_set_new(body, "where", where_body(t));
}

static json_t *
row_body(const struct duty_row *r)
{
	json_t *j =
	    json_pack("{s:i, s:s}", "period", r->period, "name", r->name);

	put_date(j, "from_day", r->from_day);
	put_date(j, "due", r->due);
	put_date(j, "last_day", r->last_day);
	return j;
}

/* Its first day lies beyond the table of holidays: there weekends alone are
   left out. */
static void
remark_unknown(struct act *act, const struct duty_days *days,
	       const struct holidays *h)
{
	struct text t = {0};

	if (days->n == 0 || holidays_know(h, days->at[0].due))
		return;
	text_printf(&t,
		    _("holidays of %s are not known yet: a last working day "
		      "may still move"),
		    DIGITS(days->at[0].due.year + BUDDHIST_ERA));
	act_remark(act, t.s);
	text_done(&t);
}

bool
duty_days_put(struct act *act, json_t *body, const struct duty_rule *rule,
	      struct date after, int period, const struct holidays *h,
	      struct error *err)
{
	struct date until = date_after(moment_date(act->at), DUTY_AHEAD);
	json_t *rows = json_array();
	struct duty_days days;

	json_object_set_new(body, "rows", rows);
	if (!duty_rule_days(rule, after, until, period, h, act->arena, &days,
			    err))
		return false;
	for (size_t i = 0; i < days.n; i++)
		json_array_append_new(rows, row_body(&days.at[i]));
	if (days.endless)
		put_date(body, "ahead", until);
	if (after.year == 0)
		remark_unknown(act, &days, h);
	return true;
}
