/* acting.c -- who acts for whom by which order, and who is absent when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/decisions.h"

/* ----------------------------------------------------------------- periods */

struct period {
	moment since, until;
};

/* A day alone begins with it, and ends with its last moment. */
static bool
moment_given(struct act *act, const char *option, bool is_end, moment *m,
	     struct error *err)
{
	const moment day = (moment)24 * 60 * 60 * 1000000;
	const char *given = act_text(act, option);
	bool has_time;

	if (given == NULL)
		return true;
	if (!moment_parse(given, m, &has_time, err))
		return false;
	if (is_end && !has_time)
		*m += day;
	return true;
}

static bool
period_given(struct act *act, struct period *p, struct error *err)
{
	*p = (struct period){act->at, MOMENT_NEVER};
	if (!moment_given(act, "from", false, &p->since, err) ||
	    !moment_given(act, "to", true, &p->until, err))
		return false;
	if (p->until <= p->since)
		return error_set(err, &REQUEST_WRONG,
				 _("it ends before it begins"));
	return p->until > act->at ||
	       error_set(err, &REQUEST_WRONG, _("it is over already"));
}

static void
put_period(struct act *act, const struct period *p)
{
	act_put_int(act, "since", p->since);
	if (p->until != MOMENT_NEVER)
		act_put_int(act, "until", p->until);
}

struct left {
	int64_t id;
	moment since, until;
};
struct left_list {
	struct left *at;
	size_t n;
};

/* Orders or absences that are not over, the soonest first. */
static bool
read_left(struct act *act, enum query_id q, const struct param *params,
	  struct left_list *list, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct left, id, FIELD_INT64),
	    FIELD(struct left, since, FIELD_INT64),
	    FIELD(struct left, until, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct left), fields};

	return query_rows(act->s->store, q, params, &type, act->arena,
			  &list->at, &list->n, err);
}

static bool
overlaps(const struct left_list *list, const struct period *p,
	 struct error *err)
{
	struct text t = {0};

	for (size_t i = 0; t.n == 0 && i < list->n; i++)
		if (list->at[i].since < p->until &&
		    p->since < list->at[i].until)
			text_add_period(&t, list->at[i].since,
					list->at[i].until);
	if (t.n > 0)
		error_set(err, &RULE_REFUSED, _("it is recorded already, %s"),
			  t.s);
	text_done(&t);
	return err->kind == &RULE_REFUSED;
}

/* The soonest of them ends at a moment that is not behind us: what was done
   until now stays lawful. */
static bool
put_end(struct act *act, const struct left_list *list, const char *key,
	struct error *err)
{
	moment at = act->at;

	if (list->n == 0)
		return error_set(err, &RULE_REFUSED,
				 _("there is nothing to end"));
	if (!moment_given(act, "at", true, &at, err))
		return false;
	if (at < act->at || at > list->at[0].until)
		return error_set(err, &RULE_REFUSED,
				 _("it ends between now and the end that was "
				   "recorded"));
	act_put_int(act, key, list->at[0].id);
	act_put_int(act, "until", at);
	return true;
}

/* ------------------------------------------------------------ who and where */

static const struct post *
put_post(struct act *act, struct error *err)
{
	const struct post *p =
	    post_find(&act->standing.posts, act_operand(act, 0), err);

	if (p != NULL) {
		act_put(act, "post", p->code);
		act_put(act, "post_name", p->name);
	}
	return p;
}

static bool
read_orders(struct act *act, const struct post *p, const struct actor *person,
	    struct left_list *list, struct error *err)
{
	return read_left(act, QUERY_ACTINGS_LEFT,
			 PARAMS(P_INT("office", act->s->office),
				P_INT("now", act->at), P_TEXT("post", p->code),
				P_INT("person", person->person)),
			 list, err);
}

static bool
read_absences(struct act *act, const struct actor *person,
	      struct left_list *list, struct error *err)
{
	return read_left(act, QUERY_ABSENCES_LEFT,
			 PARAMS(P_INT("office", act->s->office),
				P_INT("now", act->at),
				P_INT("person", person->person)),
			 list, err);
}

/* ------------------------------------------------------------------ orders */

static bool
put_capacity(struct act *act, const struct post *p, struct error *err)
{
	const char *word = act_text(act, "capacity");
	const struct capacity *c =
	    capacity_of(choice_find(acting_capacities, word)->value);
	bool is_top = p == post_top(&act->standing.posts);

	if ((c->where == AT_TOP && !is_top) ||
	    (c->where == BELOW_TOP && is_top))
		return error_set(err, &RULE_REFUSED, "%s: %s", c->word,
				 _(c->rule));
	act_put(act, "capacity", c->word);
	return true;
}

static bool
put_order(struct act *act, struct error *err)
{
	const char *dated, *named = act_text(act, "rank");
	int rank;

	if (!act_date(act, "order-date", &dated, err))
		return false;
	act_put(act, "order", act_text(act, "order"));
	act_put(act, "order_date", dated);
	if (named != NULL && number_whole(named, &rank))
		act_put_int(act, "rank", rank);
	return true;
}

bool
acting_add_decide(struct act *act, struct error *err)
{
	struct actor person = {0};
	struct left_list orders;
	struct period period;
	const struct post *p = put_post(act, err);

	if (p == NULL || !act_put_person(act, 1, &person, err) ||
	    !put_capacity(act, p, err) || !put_order(act, err) ||
	    !period_given(act, &period, err) ||
	    !read_orders(act, p, &person, &orders, err) ||
	    overlaps(&orders, &period, err))
		return false;
	put_period(act, &period);
	return true;
}

bool
acting_end_decide(struct act *act, struct error *err)
{
	struct actor person = {0};
	struct left_list orders;
	const struct post *p = put_post(act, err);

	return p != NULL && act_put_person(act, 1, &person, err) &&
	       read_orders(act, p, &person, &orders, err) &&
	       put_end(act, &orders, "acting", err);
}

/* The post said, or the only one at which something could wait for him. */
static const struct post *
post_to_take(struct act *act, struct error *err)
{
	const char *said = act_operand(act, 0);
	const struct held_post *only = NULL;

	for (size_t i = 0; !said && i < act->actor.n_posts; i++) {
		if (act->actor.posts[i].from == 0)
			continue;
		if (only != NULL) {
			error_set(err, &REQUEST_MISSING, _("%s or %s"),
				  only->name, act->actor.posts[i].name);
			return NULL;
		}
		only = &act->actor.posts[i];
	}
	if (!said && !only) {
		error_set(err, &RULE_REFUSED,
			  _("nothing waits that is not yours already"));
		return NULL;
	}
	return post_find(&act->standing.posts, said ? said : only->post, err);
}

/* With what lay there before: a person accepts it, it never just moves. */
bool
acting_take_decide(struct act *act, struct error *err)
{
	const struct post *p = post_to_take(act, err);
	const struct held_post *as =
	    p ? actor_post(&act->actor, p->code) : NULL;

	if (p == NULL)
		return false;
	if (as == NULL)
		return standing_refuse(&act->standing, p->code, err);
	if (as->capacity == NULL || as->from == 0)
		return error_set(err, &RULE_REFUSED,
				 _("what waits with %s is yours already"),
				 p->name);
	act_put(act, "post", p->code);
	act_put(act, "post_name", p->name);
	act_put_int(act, "acting", as->acting);
	act->entry.as = as;
	return true;
}

/* ---------------------------------------------------------------- absences */

/* One's own, or who keeps people and posts. */
static bool
may_tell(const struct act *act, const struct actor *person, struct error *err)
{
	if (person->person == act->actor.person ||
	    actor_roles(&act->actor) & ROLES_KEEP)
		return true;
	return error_set(err, &ROUTE_NOT_YOURS,
			 _("only %s, and who keeps people and posts, may"),
			 person->name);
}

bool
absent_decide(struct act *act, struct error *err)
{
	struct actor person = {0};
	struct left_list absences;
	struct period period;

	if (!act_put_person(act, 0, &person, err) ||
	    !may_tell(act, &person, err) || !period_given(act, &period, err) ||
	    !read_absences(act, &person, &absences, err) ||
	    overlaps(&absences, &period, err))
		return false;
	put_period(act, &period);
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}

bool
absent_end_decide(struct act *act, struct error *err)
{
	struct actor person = {0};
	struct left_list absences;

	return act_put_person(act, 0, &person, err) &&
	       may_tell(act, &person, err) &&
	       read_absences(act, &person, &absences, err) &&
	       put_end(act, &absences, "absence", err);
}
