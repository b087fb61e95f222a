/* duty-asked.c -- the days that an office above asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/duty-asked.h"

#include <string.h>

#include "base/i18n.h"
#include "base/recur.h"

#include "intake/reading.h"

static bool
first_of_rule(struct asking *k, struct error *err)
{
	struct duty_asked *d = &k->days;

	if (d->rrule == NULL || d->first.year != 0)
		return true;
	if (!recur_first(d->rrule, k->of->received, &d->first, err))
		return false;
	return d->first.year != 0 ||
	       error_set(err, &REQUEST_WRONG, _("the rule has no day: %s"),
			 d->rrule);
}

static void
count_from_receipt(struct asking *k, const struct read_duty *d)
{
	k->after_receipt = d->days_after_receipt;
	k->working_days = d->working_days;
	if (d->days_after_receipt == 0)
		return;
	k->days.first =
	    d->working_days
		? workday_add(k->holidays, k->of->received,
			      d->days_after_receipt)
		: date_after(k->of->received, d->days_after_receipt);
}

bool
asking_read(struct asking *k, const char *words, struct read_duty *out,
	    struct error *err)
{
	struct read_duty d;

	if (!intake_read_days(words, k->of->dated, k->act->arena, &d))
		return error_set(err, &REQUEST_WRONG,
				 _("no day can be read in “%s”"), words);
	if (out != NULL)
		*out = d;
	k->days.words = out && d.words ? d.words : words;
	k->days.first = d.due;
	k->days.from_day = d.week_start;
	k->days.rrule = d.rrule;
	k->is_given = true;
	if (d.rrule != NULL)
		k->behind = d.next_period ? 1 : duty_rule_behind(d.rrule);
	count_from_receipt(k, &d);
	return first_of_rule(k, err);
}

bool
asking_figures(struct asking *k, struct error *err)
{
	struct act *act = k->act;
	const char *due, *rule = act_text(act, "rrule");
	struct error none = {0};

	if (!act_date(act, "due", &due, err))
		return false;
	if (due == NULL && rule == NULL)
		return true;
	k->is_given = true;
	k->days.from_day = (struct date){0};
	k->after_receipt = 0;
	k->working_days = false;
	if (due != NULL && !date_parse(due, &k->days.first, &none))
		bug("a day that was read is none: %s", due);
	if (rule == NULL)
		return true;
	k->days.rrule = option_is_cleared(rule) ? NULL : rule;
	if (due == NULL)
		k->days.first = (struct date){0};
	if (k->days.rrule == NULL)
		return true;
	k->behind = duty_rule_behind(rule);
	return recur_check(rule, err) && first_of_rule(k, err);
}

void
asking_put(struct asking *k)
{
	struct duty_terms *t = k->terms;
	struct duty_asked *all =
	    arena_array(k->act->arena, t->n_asked + 1, sizeof(*all));
	int near = office_nearness(k->days.asked_by);
	size_t n = 0;
	bool is_put = false;

	for (size_t i = 0; i < t->n_asked; i++) {
		const struct duty_asked *was = &t->asked[i];

		if (text_is_same(was->asked_by, k->days.asked_by))
			continue;
		if (!is_put && near <= office_nearness(was->asked_by)) {
			all[n++] = k->days;
			is_put = true;
		}
		all[n++] = *was;
	}
	if (!is_put)
		all[n++] = k->days;
	t->asked = all;
	t->n_asked = n;
	t->words = all[0].words;
	t->rule.first = all[0].first;
	t->rule.from_day = all[0].from_day;
	t->rule.rrule = all[0].rrule;
	if (all[0].asked_by != k->days.asked_by)
		return;
	t->rule.behind = k->behind;
	t->after_receipt = k->after_receipt;
	t->working_days = k->working_days;
}

static const struct duty_asked *
asked_of(const struct duty_terms *t, const char *by)
{
	for (size_t i = 0; i < t->n_asked; i++)
		if (text_is_same(t->asked[i].asked_by, by))
			return &t->asked[i];
	return NULL;
}

void
asking_begin(struct asking *k, const char *by)
{
	const struct duty_asked *was;

	if (by == NULL)
		by = k->terms->n_asked > 0 ? k->terms->asked[0].asked_by
		     : k->of->sender       ? k->of->sender
					   : "-";
	was = asked_of(k->terms, by);
	if (was != NULL)
		k->days = *was;
	k->days.asked_by = by;
	k->behind = k->terms->rule.behind;
}
