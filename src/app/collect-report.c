/* collect-report.c -- one of those asked reports, or is nudged */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/thai.h"

#include "app/collect-between.h"
#include "app/collect.h"
#include "app/duty-which.h"
#include "app/duty.h"
#include "app/json.h"

/* One report, as it is put together. */
struct reporting {
	struct act *act;
	struct collect_view v;
	const struct collect_line *line;
};

/* ------------------------------------------------------------------ figures */

bool
collect_figure(const char *word, int64_t *n, struct error *err)
{
	enum { DIGITS_MAX = 15 };
	char *arabic = thai_digits_to_arabic(word);
	size_t digits = 0;

	*n = 0;
	for (const char *p = arabic; *p != '\0'; p++) {
		if (*p == ',' || *p == ' ')
			continue;
		if (*p < '0' || *p > '9' || ++digits > DIGITS_MAX) {
			digits = 0;
			break;
		}
		*n = *n * 10 + (*p - '0');
	}
	free(arabic);
	return digits > 0 || error_set(err, &REQUEST_WRONG,
				       _("%.60s is no figure: a whole number, "
					 "0 or more"),
				       word);
}

static bool
put_figure(struct reporting *r, struct error *err)
{
	const char *unit = r->v.c.it.unit;
	const char *word = act_text(r->act, "figure");
	int64_t figure;

	if (word == NULL)
		return unit == NULL || error_set(err, &REQUEST_MISSING,
						 _("the figure, in %s "
						   "(--figure)"),
						 unit);
	if (unit == NULL)
		return error_set(err, &REQUEST_WRONG,
				 _("no figure is asked for"));
	if (!collect_figure(word, &figure, err))
		return false;
	act_put_int(r->act, "figure", figure);
	return true;
}

/* ------------------------------------------------------------- whose it is */

static bool
heads(const struct act *act, const struct collected_from *f)
{
	return f->post != NULL && actor_post(&act->actor, f->post) != NULL;
}

static bool
is_named(const struct collected_from *f, const char *word)
{
	return strcmp(f->name, word) == 0 || text_is_same(f->division, word) ||
	       text_is_same(f->place, word);
}

/* Whom the clerk, or who settles the duty, writes down for. */
static bool
choose_named(struct reporting *r, const char *word, struct error *err)
{
	const struct held_post *as;

	for (size_t i = 0; i < r->v.n && r->line == NULL; i++)
		if (is_named(r->v.lines[i].from, word))
			r->line = &r->v.lines[i];
	if (r->line == NULL)
		return error_set(err, &REQUEST_WRONG,
				 _("%s is not asked: `collected' shows who is"),
				 word);
	if (heads(r->act, r->line->from))
		return true;
	return duty_may_settle(&r->act->standing, &as, err);
}

/* The division that one heads. */
static bool
choose_own(struct reporting *r, struct error *err)
{
	for (size_t i = 0; i < r->v.n; i++) {
		if (!heads(r->act, r->v.lines[i].from))
			continue;
		if (r->line != NULL)
			return error_set(err, &REQUEST_MISSING,
					 _("for %s or for %s (--for)"),
					 r->line->from->name,
					 r->v.lines[i].from->name);
		r->line = &r->v.lines[i];
	}
	return r->line != NULL ||
	       error_set(err, &REQUEST_MISSING,
			 _("for whom it is written down (--for)"));
}

static bool
choose(struct reporting *r, struct error *err)
{
	const char *word = act_text(r->act, "for");
	const struct collected_from *f;

	if (word != NULL ? !choose_named(r, word, err) : !choose_own(r, err))
		return false;
	f = r->line->from;
	if (heads(r->act, f))
		r->act->entry.as = actor_post(&r->act->actor, f->post);
	act_put_int(r->act, "position", f->position);
	act_put(r->act, "name", f->name);
	act_put(r->act, "how",
		heads(r->act, f) ? COLLECTED_HERE
		: act_text(r->act, "how")
		    ? choice_find(collected_told_ways, act_text(r->act, "how"))
			  ->value
		    : COLLECTED_PAPER);
	return true;
}

/* --------------------------------------------------------------- the report */

/* What was given once is mended, with a reason, and never given twice. */
static bool
put_before(struct reporting *r, struct error *err)
{
	const char *reason = act_text(r->act, "reason");
	const struct collected *was = r->line->given;

	act_put(r->act, "reason", reason);
	if (was == NULL)
		return true;
	if (reason == NULL)
		return error_set(err, &RULE_REFUSED,
				 _("%s gave %s for %s already; --reason says "
				   "why that is corrected"),
				 r->line->from->name,
				 was->has_figure ? DIGITS(was->figure)
						 : _("its report"),
				 r->v.row->name);
	if (was->has_figure)
		act_put_int(r->act, "was", was->figure);
	return true;
}

static void
put_period(struct reporting *r)
{
	struct act *act = r->act;

	duty_put(act, r->v.duty);
	act_put_int(act, "period", r->v.row->period);
	act_put(act, "period_name", r->v.row->name);
	act_put(act, "unit", r->v.c.it.unit);
}

static bool
wish_of(struct act *act, struct collect_view *v, struct error *err)
{
	const struct collect_wish wish = {act_text(act, "duty"),
					  act_text(act, "period")};

	return collect_view_fill(act->s, &act->standing.file, &wish, act->arena,
				 v, err);
}

static bool
report_here(struct act *act, struct error *err)
{
	struct reporting r = {.act = act};

	if (!wish_of(act, &r.v, err) || !choose(&r, err) ||
	    !put_before(&r, err) || !put_figure(&r, err))
		return false;
	put_period(&r);
	act_put(act, "note", act_text(act, "note"));
	act_put(act, "ref", act_text(act, "reply"));
	if (collect_sent(&r.v.c, r.v.row->period) != NULL)
		act_put_int(act, "after", 1);
	return true;
}

/* Is it one of ours that an office above collects, and that was not handed
   further down, or that we answer ourselves? */
static bool
is_ours_to_answer(struct act *act)
{
	const struct letter_file *f = &act->standing.file;

	return act_text(act, "for") == NULL && f->n_collectors > 0 &&
	       f->n_collected_from == 0;
}

bool
duty_report_prepare(struct act *act, struct error *err)
{
	return duty_done_prepare(act, err);
}

bool
duty_report_decide(struct act *act, struct error *err)
{
	if (is_ours_to_answer(act)) {
		act->entry.kind = "duty.done";
		return duty_done_decide(act, err);
	}
	return report_here(act, err);
}

/* ------------------------------------------------------------------- nudged */

struct nudged_duty {
	int64_t office, duty, letter;
};

/* It shows on their desk at once. */
static bool
nudge_there(struct act *act, const struct collect_view *v,
	    const struct collected_from *f, const char *uuid, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct nudged_duty, office, FIELD_INT64),
	    FIELD(struct nudged_duty, duty, FIELD_INT64),
	    FIELD(struct nudged_duty, letter, FIELD_INT64),
	    {0}};
	static const struct row_type type = {sizeof(struct nudged_duty),
					     fields};
	struct nudged_duty d;
	struct entry *e;
	bool found;

	if (f->place == NULL)
		return true;
	if (!query_row(act->s->store, QUERY_DUTY_OF_COLLECTION,
		       PARAMS(P_TEXT("place", f->place),
			      P_TEXT("code", act->s->office_code),
			      P_TEXT("register", uuid),
			      P_INT("duty", v->duty->id)),
		       &type, act->arena, &d, &found, err))
		return false;
	if (!found)
		return true;
	e = act_also(act, "duty.nudged");
	e->office = d.office;
	e->letter = d.letter;
	json_object_update_new(e->body, json_pack("{s:I, s:s, s:s}", "duty",
						  (json_int_t)d.duty, "name",
						  v->row->name, "by_office",
						  act->s->office_name));
	return true;
}

static bool
nudge_line(struct act *act, const struct collect_view *v,
	   const struct collect_line *l, json_t *to, const char *uuid,
	   struct error *err)
{
	if (l->given != NULL || !l->is_asked)
		return true;
	json_array_append_new(to, json_pack("{s:i, s:s}", "position",
					    l->from->position, "name",
					    l->from->name));
	return nudge_there(act, v, l->from, uuid, err);
}

bool
duty_nudge_decide(struct act *act, struct error *err)
{
	struct collect_view v;
	char uuid[UUID_TEXT_SIZE];
	json_t *to = json_array();

	act_put_json(act, "to", to);
	if (!wish_of(act, &v, err) || !ledger_uuid(act->s->store, uuid, err))
		return false;
	for (size_t i = 0; i < v.n; i++)
		if (!nudge_line(act, &v, &v.lines[i], to, uuid, err))
			return false;
	duty_put(act, v.duty);
	act_put_int(act, "period", v.row->period);
	act_put(act, "period_name", v.row->name);
	return json_array_size(to) > 0 ||
	       error_set(err, &RULE_REFUSED, _("nobody is missing for %s"),
			 v.row->name);
}
