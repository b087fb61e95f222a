/* destroy.c -- การทำลายหนังสือ: how long letters are kept, and their list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/destroy.h"

#include <string.h>

#include "base/i18n.h"

#include "model/book.h"
#include "model/number.h"
#include "model/retention.h"

#include "app/decisions.h"

#define REFUSE(err, ...) error_set(err, &RULE_REFUSED, __VA_ARGS__)

/* ------------------------------------------------------- how long it is kept
 */

static bool
last_year(struct act *act, const char *class, int *year, struct error *err)
{
	const char *until = request_value(act->r, "until");

	*year = 0;
	if (until != NULL && !retention_asks_year(class))
		return error_set(err, &REQUEST_WRONG, "%s",
				 _("only a law of its own says the last year"));
	if (until != NULL && !number_year(until, year))
		return error_set(err, &REQUEST_WRONG, "--until %.60s", until);
	if (retention_years(class) > 0)
		*year = act->standing.file.letter.year + retention_years(class);
	return true;
}

struct list_name {
	int year, number;
};

/* What the committee has before it is not taken away from it. */
static bool
is_on_no_list(struct act *act, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct list_name, year, FIELD_INT),
	    FIELD(struct list_name, number, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct list_name), fields};
	struct list_name on;
	bool found;

	if (!query_row(act->s->store, QUERY_LIST_OF_LETTER,
		       PARAMS(P_INT("office", act->s->office),
			      P_INT("letter", act->standing.file.letter.id)),
		       &type, act->arena, &on, &found, err))
		return false;
	return !found ||
	       REFUSE(err,
		      _("it stands on the list of destruction %s/%s: the "
			"committee decides about it"),
		      DIGITS(on.number), DIGITS(on.year));
}

bool
retain_decide(struct act *act, struct error *err)
{
	const char *class =
	    choice_find(retention_classes, act_operand(act, 1))->value;
	int year;

	if (!route_by_clerk(&act->standing, &act->entry.as, err))
		return false;
	if (!state_has_letter(act->standing.file.letter.state))
		return error_set(err, &ROUTE_WRONG_STATE, _("it is %s"),
				 choice_label(letter_states,
					      act->standing.file.letter.state));
	if (!last_year(act, class, &year, err) || !is_on_no_list(act, err))
		return false;
	act_put(act, "class", class);
	if (year != 0)
		act_put_int(act, "last_year", year);
	act_put(act, "reason", act_text(act, "reason"));
	return true;
}

/* ------------------------------------------------------------------ the list
 */

bool
destroy_year(struct session *s, const struct request *r, int *year,
	     struct error *err)
{
	const char *given = request_value(r, "year");
	int now = moment_buddhist_year(session_now(s));

	*year = now - 1;
	if (given != NULL && !number_year(given, year))
		return error_set(err, &REQUEST_WRONG, "--year %.60s", given);
	return true;
}

static struct viewer
viewer_of(struct act *act)
{
	return (struct viewer){act->s->office, &act->actor,
			       moment_date(act->at)};
}

bool
destroy_load(struct act *act, struct destruction *d,
	     struct destruction_items *items, struct error *err)
{
	struct session *s = act->s;
	struct viewer by = viewer_of(act);
	bool found;

	if (!destruction_under_way(s->store, s->office, act->arena, d, &found,
				   err))
		return false;
	if (!found)
		return REFUSE(err, _("no list is under way; `destroy draw' "
				     "draws one up"));
	return destruction_items_load(s->store, &by, d->list, act->arena, items,
				      err);
}

static json_t *
ids_of(const struct destruction_items *items)
{
	json_t *ids = json_array();

	for (size_t i = 0; i < items->n; i++)
		json_array_append_new(ids, json_integer(items->letters[i].id));
	return ids;
}

static bool
is_free(struct act *act, int year, int *number, struct error *err)
{
	struct session *s = act->s;
	struct destruction d;
	bool found;

	if (!destruction_under_way(s->store, s->office, act->arena, &d, &found,
				   err))
		return false;
	if (found)
		return REFUSE(err, _("the list %s/%s is under way"),
			      DIGITS(d.number), DIGITS(d.year));
	if (!destruction_of_year(s->store, s->office, year, act->arena, &d,
				 &found, err))
		return false;
	*number = found ? d.number + 1 : 1;
	return true;
}

bool
destroy_draw_decide(struct act *act, struct error *err)
{
	struct viewer by = viewer_of(act);
	struct destruction_items items;
	int year, number = 1;

	if (!route_by_clerk(&act->standing, &act->entry.as, err) ||
	    !destroy_year(act->s, act->r, &year, err))
		return false;
	if (year >= moment_buddhist_year(act->at))
		return REFUSE(err, _("the year %s is not over"), DIGITS(year));
	if (!is_free(act, year, &number, err) ||
	    !destruction_expired_load(act->s->store, &by, year, act->arena,
				      &items, err))
		return false;
	if (items.n == 0)
		return REFUSE(err,
			      _("no letter has to be destroyed whose "
				"keeping ended with %s"),
			      DIGITS(year));
	act_put_int(act, "year", year);
	act_put_int(act, "number", number);
	act_put_json(act, "letters", ids_of(&items));
	return true;
}

/* ------------------------------------------------------------- the committee
 */

static bool
is_not_approved(const struct destruction *d, struct error *err)
{
	return d->approved_at == 0 ||
	       REFUSE(err,
		      _("the list %s/%s is approved; nothing about it "
			"changes any more"),
		      DIGITS(d->number), DIGITS(d->year));
}

bool
destroy_committee_decide(struct act *act, struct error *err)
{
	struct destruction d;
	struct destruction_items items;
	json_t *members = json_array();
	const char *name;

	for (size_t i = 0; (name = act_text_at(act, "member", i)) != NULL; i++)
		json_array_append_new(members, json_string(name));
	act_put_json(act, "members", members);
	if (!route_by_clerk(&act->standing, &act->entry.as, err) ||
	    !destroy_load(act, &d, &items, err) || !is_not_approved(&d, err))
		return false;
	/* As amended in 2560. */
	if (json_array_size(members) < 2)
		return REFUSE(err, _("a committee is a chair and at least two "
				     "members"));
	act_put_int(act, "list", d.list);
	act_put(act, "order", act_text(act, "order"));
	act_put(act, "chair", act_text(act, "chair"));
	return true;
}

static const struct letter *
letter_on_list(struct act *act, const struct destruction_items *items,
	       const char *word, struct error *err)
{
	struct book_number n;

	if (!book_parse(word, session_year(act->s), &n, err))
		return NULL;
	for (size_t i = 0; i < items->n; i++) {
		const struct letter *l = &items->letters[i];

		if (l->year == n.year && l->number == n.number &&
		    strcmp(l->book, n.book->code) == 0)
			return l;
	}
	REFUSE(err, _("%s is not on the list"),
	       BOOK_NUMBER(n.book->code, n.year, n.number));
	return NULL;
}

/* Those named, from operand `first` on; and those left with --rest. */
static bool
letters_asked(struct act *act, const struct destruction_items *items,
	      json_t *ids, struct error *err)
{
	const char *word;

	for (size_t i = 1; (word = request_operand(act->r, i)) != NULL; i++) {
		const struct letter *l = letter_on_list(act, items, word, err);

		if (l == NULL)
			return false;
		json_array_append_new(ids, json_integer(l->id));
	}
	if (request_value(act->r, "rest") != NULL)
		for (size_t i = 0; i < items->n; i++)
			if (items->verdicts[i].decision == NULL)
				json_array_append_new(
				    ids, json_integer(items->letters[i].id));
	return json_array_size(ids) > 0 ||
	       error_set(err, &REQUEST_MISSING, "%s",
			 _("which letters: their numbers, or --rest"));
}

bool
destroy_decide_decide(struct act *act, struct error *err)
{
	const char *decision =
	    choice_find(destruction_decisions, act_operand(act, 0))->value;
	const char *reason = act_text(act, "reason");
	struct destruction d;
	struct destruction_items items;
	json_t *ids = json_array();

	act_put_json(act, "letters", ids);
	if (!route_by_clerk(&act->standing, &act->entry.as, err) ||
	    !destroy_load(act, &d, &items, err) || !is_not_approved(&d, err) ||
	    !letters_asked(act, &items, ids, err))
		return false;
	if (d.committee_order == NULL)
		return REFUSE(err, _("no committee is recorded; `destroy "
				     "committee' records it"));
	if (strcmp(decision, DECISION_KEEP) == 0 && reason == NULL)
		return error_set(err, &REQUEST_MISSING, "%s",
				 _("why it is kept on: --reason"));
	act_put_int(act, "list", d.list);
	act_put(act, "decision", decision);
	act_put(act, "reason", reason);
	return true;
}

/* --------------------------------------------- the head, and the archives
 */

bool
destroy_approve_decide(struct act *act, struct error *err)
{
	struct destruction d;
	struct destruction_items items;
	size_t open;

	if (!route_by_head(&act->standing, &act->entry.as, err) ||
	    !destroy_load(act, &d, &items, err) || !is_not_approved(&d, err))
		return false;
	open = destruction_count(&items, NULL);
	if (open > 0)
		return REFUSE(err,
			      _("about %s of %s letters nothing is "
				"decided yet"),
			      DIGITS(open), DIGITS(items.n));
	act_put_int(act, "list", d.list);
	return true;
}

/* The day said with --on, or today; not behind us too far, nor ahead. */
static bool
put_day(struct act *act, struct date from, struct error *err)
{
	const char *given = act_text(act, "on");
	struct date today = moment_date(act->at), d = today;

	if (given != NULL && !option_date(action_option(act->r->action, "on"),
					  given, today, &d, err))
		return false;
	if (date_compare(d, from) < 0 || date_compare(d, today) > 0)
		return REFUSE(err, _("it happened after what was done before, "
				     "and not in future"));
	act_put(act, "on", date_iso(act->arena, d));
	return true;
}

bool
destroy_send_decide(struct act *act, struct error *err)
{
	struct destruction d;
	struct destruction_items items;

	if (!route_by_clerk(&act->standing, &act->entry.as, err) ||
	    !destroy_load(act, &d, &items, err))
		return false;
	if (d.approved_at == 0)
		return REFUSE(err, _("the head of the office has not approved "
				     "it"));
	if (d.answer != NULL)
		return REFUSE(err, _("it is answered already"));
	act_put_int(act, "list", d.list);
	act_put(act, "ref", act_text(act, "ref"));
	return put_day(act, moment_date(d.approved_at), err);
}

/* Silence counts after its time, and only when a person says so. */
static bool
may_be_silent(struct act *act, const struct destruction *d, struct error *err)
{
	struct date from = date_after(d->sent_on, RETENTION_ANSWER_DAYS);
	struct text day = {0};

	if (date_compare(moment_date(act->at), from) > 0)
		return true;
	text_add_date(&day, from, DATE_LONG, digits_are_thai());
	REFUSE(err, _("the National Archives have until %s"), day.s);
	text_done(&day);
	return false;
}

static bool
put_kept(struct act *act, const struct destruction_items *items,
	 struct error *err)
{
	json_t *ids = json_array();
	const char *word;

	act_put_json(act, "keep", ids);
	for (size_t i = 0; (word = request_value_at(act->r, "keep", i)) != NULL;
	     i++) {
		const struct letter *l = letter_on_list(act, items, word, err);

		if (l == NULL)
			return false;
		json_array_append_new(ids, json_integer(l->id));
	}
	return true;
}

bool
destroy_answer_decide(struct act *act, struct error *err)
{
	const char *answer =
	    choice_find(destruction_answers, act_operand(act, 0))->value;
	bool agreed = strcmp(answer, ANSWER_AGREED) == 0;
	struct destruction d;
	struct destruction_items items;

	if (!route_by_clerk(&act->standing, &act->entry.as, err) ||
	    !destroy_load(act, &d, &items, err))
		return false;
	if (d.sent_on.year == 0)
		return REFUSE(err, _("it was not sent to the National "
				     "Archives"));
	if (agreed && act_text(act, "ref") == NULL)
		return error_set(err, &REQUEST_MISSING, "%s",
				 _("the number of their letter: --ref"));
	if (!agreed && !may_be_silent(act, &d, err))
		return false;
	act_put_int(act, "list", d.list);
	act_put(act, "answer", answer);
	act_put(act, "ref", act_text(act, "ref"));
	return put_kept(act, &items, err) && put_day(act, d.sent_on, err);
}
