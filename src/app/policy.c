/* policy.c -- the office settles something once, for every counter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/policy.h"

#include <string.h>

#include "base/i18n.h"

#include "model/book.h"
#include "model/number.h"
#include "model/pin.h"
#include "model/remind.h"

#include "app/decisions.h"
#include "app/policy.h"

static const struct policy *
policy_asked(struct act *act, struct error *err)
{
	const char *name = act_operand(act, 0);
	const struct policy *p = policy_find(name);
	struct text all = {0};

	if (p != NULL)
		return p;
	for (p = policy_table; p->name != NULL; p++)
		text_printf(&all, "%s%s", all.n > 0 ? ", " : "", p->name);
	error_set(err, &REQUEST_WRONG, _("a policy is one of %s, not %.60s"),
		  text_str(&all), name);
	text_done(&all);
	return NULL;
}

static bool
read_choice(const struct policy *p, const char *word, int *value,
	    struct error *err)
{
	const struct choice *c = choice_find(p->choices, word);
	struct text all = {0};

	if (c != NULL) {
		*value = (int)(c - p->choices);
		return true;
	}
	for (c = p->choices; c->value != NULL; c++)
		text_printf(&all, "%s%s", all.n > 0 ? ", " : "", c->value);
	error_set(err, &REQUEST_WRONG, _("%s is one of %s, not %.60s"), p->name,
		  text_str(&all), word);
	text_done(&all);
	return false;
}

static bool
read_number(const struct policy *p, const char *word, int *value,
	    struct error *err)
{
	*value = 0;
	if ((number_whole(word, value) || strcmp(word, "0") == 0 ||
	     strcmp(word, "๐") == 0) &&
	    *value >= p->lowest && *value <= p->highest)
		return true;
	return error_set(err, &REQUEST_WRONG,
			 _("%s is a number from %s to %s, not %.60s"), p->name,
			 DIGITS(p->lowest), DIGITS(p->highest), word);
}

/* A time of day: "8.30", "08:30". */
static bool
read_time(const struct policy *p, const char *word, int *value,
	  struct error *err)
{
	const moment noon = moment_at((struct date){2000, 1, 1}, 12, 0, 0);
	struct error how = {0};
	bool has_time;
	moment m;
	int hour, minute, second;

	if (!moment_parse_near(word, noon, &m, &has_time, &how) || !has_time ||
	    date_days_between(moment_date(noon), moment_date(m)) != 0)
		return error_set(err, &REQUEST_WRONG,
				 _("%s is a time of day, as 08:30, not %.60s"),
				 p->name, word);
	moment_time(m, &hour, &minute, &second);
	*value = hour * 60 + minute;
	return true;
}

static bool
read_days(const struct policy *p, const char *word, int *value,
	  struct error *err)
{
	if (remind_days_parse(word, value))
		return true;
	return error_set(err, &REQUEST_WRONG,
			 _("%s is days from 1 to %s, as 7,3,1, or none; not "
			   "%.60s"),
			 p->name, DIGITS(REMIND_FIRST), word);
}

static bool
read_acts(const struct policy *p, const char *word, int *value,
	  struct error *err)
{
	struct text all = {0};

	if (pin_groups_parse(word, value))
		return true;
	text_add_pin_names(&all);
	error_set(err, &REQUEST_WRONG,
		  _("%s is one or more of %s, with commas; not %.60s"), p->name,
		  text_str(&all), word);
	text_done(&all);
	return false;
}

static bool
read_value(const struct policy *p, const char *word, int *value,
	   struct error *err)
{
	return (p->is_time   ? read_time
		: p->is_days ? read_days
		: p->is_acts ? read_acts
		: p->choices ? read_choice
			     : read_number)(p, word, value, err);
}

/* The hours of a day are in their order, whichever of them is moved. */
static bool
is_in_order(const struct policies *p, struct error *err)
{
	if (p->office_opens <= p->lunch_begins &&
	    p->lunch_begins <= p->lunch_ends &&
	    p->lunch_ends <= p->office_closes &&
	    p->office_opens < p->office_closes)
		return true;
	return error_set(err, &RULE_REFUSED,
			 _("the office opens before its midday break, and "
			   "closes after it: settle the others first"));
}

/* What holds on the day from which it is to hold. */
static bool
policies_then(struct act *act, const struct policy *p, const char *since,
	      struct policies *then, struct error *err)
{
	*then = act->standing.policies;
	return !p->is_dated ||
	       policies_of_day(act->s->store, act->s->office, since, then, err);
}

static bool
put_value(struct act *act, const struct policy *p, const char *since,
	  struct error *err)
{
	struct policies then;
	int value = 0;

	if (!read_value(p, act_operand(act, 1), &value, err) ||
	    !policies_then(act, p, since, &then, err))
		return false;
	act_put_int(act, "value", value);
	act_put_int(act, "was", policy_value(&then, p));
	policy_put(&then, p, value);
	return !p->is_dated || is_in_order(&then, err);
}

/* The day from which it shall hold: as asked, else today. */
static bool
day_asked(struct act *act, const struct policy *p, const char **since,
	  struct error *err)
{
	if (act_text(act, "from") == NULL) {
		*since = date_iso(act->arena, moment_date(act->at));
		return true;
	}
	if (!p->is_dated)
		return error_set(err, &REQUEST_WRONG,
				 _("%s is settled for no day: without --from"),
				 p->name);
	return act_date(act, "from", since, err);
}

/* ------------------------------------------------ for a year of the register
 */

struct given {
	int n;
};

static bool
count_given(struct act *act, const struct policy *p, int year, int *n,
	    struct error *err)
{
	static const struct field fields[] = {FIELD(struct given, n, FIELD_INT),
					      {0}};
	static const struct row_type type = {sizeof(struct given), fields};
	const struct book *b = books;
	struct given row = {0};
	bool found, ok;

	while (b->code != NULL &&
	       (b->policy == NULL || strcmp(b->policy, p->name) != 0))
		b++;
	ok = query_row(
	    act->s->store, QUERY_NUMBERS_GIVEN,
	    PARAMS(P_INT("office", act->s->office), P_TEXT("book", b->code),
		   P_TEXT("shared", b->code ? book_shared(b)->code : NULL),
		   P_INT("year", year), P_INT("paper", b->code == NULL)),
	    &type, act->arena, &row, &found, err);
	*n = row.n;
	return ok;
}

/* The year it shall hold from: as asked, else this one. */
static bool
year_asked(struct act *act, const struct policy *p, int *year,
	   struct error *err)
{
	int now = act->standing.policies.year;
	const char *word = act_text(act, "year");

	*year = p->is_yearly ? now : 0;
	if (word == NULL)
		return true;
	if (!p->is_yearly)
		return error_set(err, &REQUEST_WRONG,
				 _("%s holds at once, for no year"), p->name);
	if (!number_year(word, year) || *year < now || *year > now + 1)
		return error_set(err, &REQUEST_WRONG,
				 _("a policy is settled for %s or for %s, not "
				   "for %.60s"),
				 DIGITS(now), DIGITS(now + 1), word);
	return true;
}

/* Two ways of numbering in one year would give one letter two places in the
   book: what numbers hang on changes between years only. */
static bool
is_before_numbers(struct act *act, const struct policy *p, int year,
		  struct error *err)
{
	int given;

	if (!p->is_yearly)
		return true;
	if (!count_given(act, p, year, &given, err))
		return false;
	if (given == 0)
		return true;
	return error_set(err, &RULE_REFUSED,
			 _("numbers of %s have been given; %s can be settled "
			   "for %s: policy set %s ... --year %s"),
			 DIGITS(year), p->name, DIGITS(year + 1), p->name,
			 DIGITS(year + 1));
}

bool
policy_set_decide(struct act *act, struct error *err)
{
	const struct policy *p = policy_asked(act, err);
	const char *since;
	int year;

	if (p == NULL || !day_asked(act, p, &since, err) ||
	    !put_value(act, p, since, err) || !year_asked(act, p, &year, err) ||
	    !is_before_numbers(act, p, year, err))
		return false;
	act_put(act, "name", p->name);
	if (p->is_yearly)
		act_put_int(act, "year", year);
	if (p->is_dated)
		act_put(act, "since", since);
	return true;
}

/* --------------------------------------------------------------- the list */

static json_t *
days_json(int days)
{
	struct text t = {0};
	json_t *json;

	text_add_remind_days(&t, days);
	json = json_string(text_str(&t));
	text_done(&t);
	return json;
}

static json_t *
acts_json(int groups)
{
	struct text t = {0};
	json_t *json;

	text_add_pin_groups(&t, groups);
	json = json_string(text_str(&t));
	text_done(&t);
	return json;
}

json_t *
policy_value_json(const struct policy *p, int value)
{
	if (p->is_time)
		return json_sprintf("%02d:%02d", value / 60, value % 60);
	if (p->is_days)
		return days_json(value);
	if (p->is_acts)
		return acts_json(value);
	return p->choices ? json_string(p->choices[value].value)
			  : json_integer(value);
}

static json_t *
value_json(const struct policy *p, const struct policies *from)
{
	return policy_value_json(p, policy_value(from, p));
}

static json_t *
policy_json(const struct policy *p, const struct policies *now,
	    const struct policies *next, const struct policies *usual)
{
	json_t *value = value_json(p, now), *ahead = value_json(p, next);

	if (json_equal(value, ahead)) {
		json_decref(ahead);
		ahead = json_null();
	}
	return json_pack("{s:s, s:o, s:o, s:o, s:s}", "name", p->name, "value",
			 value, "next_year", ahead, "usual",
			 value_json(p, usual), "help", _(p->help));
}

bool
policy_list_look(struct session *s, const struct request *r, json_t **answer,
		 struct error *err)
{
	struct policies now, next, usual;

	(void)r;
	if (!policies_read(s->store, s->office, session_now(s), &now, err) ||
	    !policies_of_year(s->store, s->office, now.year + 1, &next, err))
		return false;
	policies_usual(now.year, &usual);
	*answer = json_array();
	for (const struct policy *p = policy_table; p->name != NULL; p++)
		json_array_append_new(*answer,
				      policy_json(p, &now, &next, &usual));
	return true;
}
