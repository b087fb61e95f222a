/* holiday.c -- the office's holidays: changed, and what moves with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/holiday.h"

#include "base/i18n.h"

#include "app/json.h"

json_t *
holiday_json(const struct holiday *h)
{
	return json_pack("{s:o, s:s, s:s, s:o, s:b}", "day", date_json(h->day),
			 "kind", h->kind, "name", h->name, "name_en",
			 text_json(h->name_en), "is_doubtful", h->is_doubtful);
}

static json_t *
days_json(const struct holiday *at, size_t n)
{
	json_t *all = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(all, holiday_json(&at[i]));
	return all;
}

static void
put_bounds(json_t *body, const struct holidays *h)
{
	json_object_set_new(body, "first_day", date_json(h->from));
	json_object_set_new(body, "last_day", date_json(h->to));
	json_object_set_new(body, "edition", date_json(h->edition));
}

json_t *
holidays_json(const struct holidays *h)
{
	json_t *body = json_object();

	json_object_set_new(body, "add", days_json(h->at, h->n));
	put_bounds(body, h);
	return body;
}

static bool
has_bounds(const struct holidays *h)
{
	return h->from.year > 0;
}

static bool
same_bounds(const struct holidays *a, const struct holidays *b)
{
	return date_compare(a->from, b->from) == 0 &&
	       date_compare(a->to, b->to) == 0 &&
	       date_compare(a->edition, b->edition) == 0;
}

/* Of the days to add those that say something new. */
static void
leave_known(struct holiday_changing *c, struct arena *a)
{
	struct holiday *add = arena_array(a, c->change.n_add, sizeof(*add));
	size_t n = 0;

	for (size_t i = 0; i < c->change.n_add; i++) {
		const struct holiday *new = &c->change.add[i];
		const struct holiday *old = holidays_find(&c->before, new->day);

		if (!old || !holiday_is_same(old, new))
			add[n++] = *new;
	}
	c->change.add = add;
	c->change.n_add = n;
}

static void
put_gone(struct act *act, const struct holiday_change *c)
{
	json_t *gone = json_array();

	for (size_t i = 0; i < c->n_gone; i++)
		json_array_append_new(gone, date_json(c->gone[i]));
	act_put_json(act, "gone", gone);
}

bool
holiday_change_put(struct act *act, struct holiday_changing *c,
		   struct error *err)
{
	struct holidays bounds = c->after;

	leave_known(c, act->arena);
	if (c->change.n_add + c->change.n_gone == 0 &&
	    same_bounds(&c->before, &bounds))
		return error_set(err, &RULE_REFUSED,
				 _("the table of holidays says so already"));
	holidays_change(&c->before, &c->change, act->arena, &c->after);
	act_put_json(act, "add", days_json(c->change.add, c->change.n_add));
	put_gone(act, &c->change);
	if (has_bounds(&bounds) && !same_bounds(&c->before, &bounds))
		put_bounds(act->entry.body, &bounds);
	return holidays_put_moved(act, c, err);
}

bool
holiday_change_begin(struct act *act, struct holiday_changing *c,
		     struct error *err)
{
	*c = (struct holiday_changing){0};
	if (!holidays_read(act->s->store, act->s->office, act->arena,
			   &c->before, err))
		return false;
	c->after = c->before;
	return true;
}

static bool
day_asked(struct act *act, const char *word, struct date *d, struct error *err)
{
	return option_date(operand_option("DAY"), word, session_today(act->s),
			   d, err);
}

bool
holiday_move_end(struct act *act, struct holidays *h, struct error *err)
{
	const char *iso;
	struct date to;

	if (!act_date(act, "known-to", &iso, err))
		return false;
	if (!iso)
		return true;
	if (!date_parse(iso, &to, err))
		return false;
	if (!has_bounds(h)) {
		h->from = (struct date){to.year, 1, 1};
		h->edition = session_today(act->s);
	}
	if (date_compare(to, h->to) <= 0)
		return error_set(err, &REQUEST_WRONG,
				 _("the holidays are known up to a later day "
				   "already"));
	h->to = to;
	return true;
}

bool
holiday_add_decide(struct act *act, struct error *err)
{
	const char *kind = act_text(act, "kind");
	struct holiday day = {
	    .kind = choice_find(holiday_kinds, kind ? kind : "extra")->value,
	    .name = act_operand(act, 1),
	    .name_en = act_text(act, "english"),
	};
	struct holiday_changing c;

	if (!day_asked(act, act_operand(act, 0), &day.day, err) ||
	    !holiday_change_begin(act, &c, err) ||
	    !holiday_move_end(act, &c.after, err))
		return false;
	c.change.add = &day;
	c.change.n_add = 1;
	return holiday_change_put(act, &c, err);
}

bool
holiday_remove_decide(struct act *act, struct error *err)
{
	struct holiday_changing c;
	struct date day;

	if (!day_asked(act, act_operand(act, 0), &day, err) ||
	    !holiday_change_begin(act, &c, err))
		return false;
	if (!holidays_find(&c.before, day))
		return error_set(err, &RULE_REFUSED,
				 _("that day is no holiday of the table"));
	c.change.gone = &day;
	c.change.n_gone = 1;
	act_put(act, "reason", act_text(act, "reason"));
	return holiday_change_put(act, &c, err);
}

bool
holiday_update_decide(struct act *act, struct error *err)
{
	struct holiday_changing c;
	struct holidays shipped;

	if (!holiday_change_begin(act, &c, err))
		return false;
	holidays_shipped(act->arena, &shipped);
	if (date_compare(shipped.edition, c.before.edition) <= 0)
		return error_set(err, &RULE_REFUSED,
				 _("the program brings no newer holidays than "
				   "the office has"));
	c.change.add = shipped.at;
	c.change.n_add = shipped.n;
	c.after.edition = shipped.edition;
	if (!has_bounds(&c.before) ||
	    date_compare(shipped.from, c.before.from) < 0)
		c.after.from = shipped.from;
	if (date_compare(shipped.to, c.before.to) > 0)
		c.after.to = shipped.to;
	return holiday_change_put(act, &c, err);
}
