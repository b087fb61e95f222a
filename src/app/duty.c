/* duty.c -- what a letter asks for: added, changed, and days that come */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/duty.h"

#include <string.h>

#include "base/i18n.h"

#include "model/number.h"

#include "app/duty-which.h"
#include "app/look.h"

static bool
holidays_of(struct act *act, struct holidays *h, struct error *err)
{
	return holidays_read(act->s->store, act->s->office, act->arena, h, err);
}

struct duty_letter
duty_letter_of(const struct letter *l)
{
	return (struct duty_letter){l->sender, l->dated,
				    moment_date(l->received_at), l->subject};
}

/* What a duty is called where nobody says. */
static const char *
what_of_letter(const char *subject)
{
	return subject ? subject : _("report as the letter asks");
}

static int
next_nth(const struct letter_file *f)
{
	return f->n_duties == 0 ? 1 : f->duties[f->n_duties - 1].nth + 1;
}

bool
duty_add_decide(struct act *act, struct error *err)
{
	const struct letter_file *f = &act->standing.file;
	struct duty_letter of = duty_letter_of(&f->letter);
	struct duty_terms t = {.what = what_of_letter(of.subject)};
	struct holidays h;
	bool days;

	if (!holidays_of(act, &h, err) ||
	    !duty_terms_take(act, &of, &h, &t, &days, err))
		return false;
	if (t.n_asked == 0)
		return error_set(err, &REQUEST_MISSING,
				 _("by when: --when, --due or --rrule"));
	act_put_int(act, "nth", next_nth(f));
	duty_terms_put(act->entry.body, &t);
	return duty_days_put(act, act->entry.body, &t.rule, (struct date){0}, 1,
			     &h, err);
}

/* ------------------------------------------------------- with a receipt */

/* Of a receipt only its event speaks yet. */
static struct duty_letter
letter_of_receipt(const struct act *act)
{
	const json_t *body = act->entry.body;
	struct error none = {0};
	struct duty_letter of = {
	    .sender = json_string_value(json_object_get(body, "from")),
	    .subject = json_string_value(json_object_get(body, "subject")),
	    .received = moment_date(
		json_integer_value(json_object_get(body, "received_at"))),
	};
	const char *dated = json_string_value(json_object_get(body, "dated"));

	if (dated != NULL && !date_parse(dated, &of.dated, &none))
		bug("a day that was put is none: %s", dated);
	return of;
}

/* The letter is the event that is written first. */
static bool
id_of_receipt(struct act *act, int64_t *id, struct error *err)
{
	struct chain_head head;

	*id = act->entry.letter;
	if (*id != LETTER_SELF)
		return true;
	if (!ledger_head(act->s->store, act->s->office, &head, err))
		return false;
	*id = head.seq + 1;
	return true;
}

static bool
add_line(struct act *act, const char *line, int64_t letter, int nth,
	 const struct holidays *h, struct error *err)
{
	struct duty_letter of = letter_of_receipt(act);
	struct duty_terms t = {.what = what_of_letter(of.subject)};
	struct entry *e;

	if (!duty_terms_of_line(act, line, &of, h, &t, err))
		return false;
	e = act_also(act, "duty.add");
	e->letter = letter;
	e->as = act->entry.as;
	json_object_set_new(e->body, "nth", json_integer(nth));
	duty_terms_put(e->body, &t);
	return duty_days_put(act, e->body, &t.rule, (struct date){0}, 1, h,
			     err);
}

bool
duty_also(struct act *act, struct error *err)
{
	struct holidays h;
	int64_t letter;
	int nth = 0;

	if (request_value(act->r, "duty") == NULL)
		return true;
	if (!holidays_of(act, &h, err) || !id_of_receipt(act, &letter, err))
		return false;
	for (size_t i = 0; request_value_at(act->r, "duty", i) != NULL; i++) {
		const char *line = act_text_at(act, "duty", i);

		if (line != NULL &&
		    !add_line(act, line, letter, ++nth, &h, err))
			return false;
	}
	return true;
}

/* -------------------------------------------------------------- changed */

static struct duty_terms
terms_of(const struct letter_file *f, const struct duty *d, struct arena *a)
{
	const struct duty_asked *asked;
	const struct duty_where *where;
	struct duty_terms t = {
	    .what = d->what,
	    .words = d->words,
	    .owner_post = d->owner_post,
	    .owner_division = d->owner_division,
	    .rule = {d->first, d->from_day, d->rrule, d->behind},
	    .after_receipt = d->after_receipt,
	    .working_days = d->working_days,
	    .form = d->form,
	    .pictures = d->pictures,
	    .copies = d->copies,
	    .unit = d->unit,
	    .target = d->target,
	};

	t.n_asked = duty_asked_of(f, d, &asked);
	t.n_where = duty_where_of(f, d, &where);
	t.asked = arena_array(a, t.n_asked, sizeof(*asked));
	t.where = arena_array(a, t.n_where, sizeof(*where));
	memcpy(t.asked, asked, t.n_asked * sizeof(*asked));
	memcpy(t.where, where, t.n_where * sizeof(*where));
	return t;
}

/* Days that are settled stay as they were: the others come behind them. */
static void
settled_until(const struct letter_file *f, const struct duty *d,
	      struct date *after, int *period)
{
	const struct duty_row *rows;
	size_t n = duty_rows_of(f, d, &rows);

	*after = (struct date){0};
	*period = 1;
	for (size_t i = 0; i < n; i++) {
		if (strcmp(rows[i].state, DUTY_OPEN) == 0)
			continue;
		if (date_compare(rows[i].due, *after) > 0)
			*after = rows[i].due;
		if (rows[i].period >= *period)
			*period = rows[i].period + 1;
	}
}

/* As the option would take it; NULL where it is not so simple, or not there. */
static const char *
value_now(const struct duty *d, const char *option, struct arena *a)
{
	/* clang-format off */
	const struct {
		const char *option, *text;
		int number;
	} values[] = {
		{ "what", d->what, 0 },
		{ "owner",
		  d->owner_division ? d->owner_division : d->owner_post, 0 },
		{ "form", d->form, 0 },
		{ "pictures", NULL, d->pictures },
		{ "copies", NULL, d->copies },
	};
	/* clang-format on */

	for (size_t i = 0; i < ARRAY_SIZE(values); i++)
		if (strcmp(values[i].option, option) == 0)
			return values[i].number > 0
				   ? arena_printf(a, "%d", values[i].number)
				   : values[i].text;
	return NULL;
}

/* Which options say something else than what stands there. */
static json_t *
names_changed(const struct act *act, const struct duty *d)
{
	json_t *list = json_array();

	for (size_t i = 0; i < act->r->n; i++) {
		const struct argument *at = &act->r->at[i];

		if (at->name != NULL && strcmp(at->name, "duty") != 0 &&
		    !text_is_blank(at->value) &&
		    !text_is_same(at->value,
				  value_now(d, at->name, act->arena)))
			json_array_append_new(list, json_string(at->name));
	}
	return list;
}

/* One that is read to stand so is confirmed by that alone. */
static bool
is_changed(const struct act *act, const struct duty *d, struct error *err)
{
	json_t *names = names_changed(act, d);
	bool any = json_array_size(names) > 0;

	json_decref(names);
	return any || d->is_proposed ||
	       error_set(err, &REQUEST_MISSING, _("what is to be changed"));
}

static bool
is_given(const struct request *r, const char *option)
{
	return !text_is_blank(request_value(r, option));
}

/* A form begins with what stands there, where one duty is meant. */
bool
duty_change_fill(struct session *s, const struct request *r, struct arena *a,
		 struct request *filled, struct error *err)
{
	static const char *const names[] = {"what", "owner", "form", "pictures",
					    "copies"};
	struct letter_file f;
	const struct duty *d;
	struct argument *at;
	int nth = 0;

	if (!look_letter(s, request_operand(r, 0), a, &f, err))
		return false;
	*filled = *r;
	if (is_given(r, "duty") &&
	    !number_whole(request_value(r, "duty"), &nth))
		return true;
	d = f.n_duties == 1 && nth == 0 ? &f.duties[0] : duty_nth(&f, nth);
	if (d == NULL)
		return true;
	at = arena_array(a, r->n + ARRAY_SIZE(names), sizeof(*at));
	for (filled->n = 0; filled->n < r->n; filled->n++)
		at[filled->n] = r->at[filled->n];
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		const char *value = value_now(d, names[i], a);

		if (value != NULL && !is_given(r, names[i]))
			at[filled->n++] = (struct argument){names[i], value};
	}
	filled->at = at;
	return true;
}

static bool
put_days_anew(struct act *act, const struct duty *d, const struct duty_terms *t,
	      const struct holidays *h, struct error *err)
{
	struct date after;
	int period;

	settled_until(&act->standing.file, d, &after, &period);
	return duty_days_put(act, act->entry.body, &t->rule, after, period, h,
			     err);
}

bool
duty_change_decide(struct act *act, struct error *err)
{
	const struct duty *d = duty_asked_for(act, err);
	struct duty_letter of = duty_letter_of(&act->standing.file.letter);
	struct duty_terms t;
	struct holidays h;
	bool days;

	if (d == NULL || !is_changed(act, d, err) || !holidays_of(act, &h, err))
		return false;
	t = terms_of(&act->standing.file, d, act->arena);
	if (!duty_terms_take(act, &of, &h, &t, &days, err))
		return false;
	duty_put(act, d);
	act_put_json(act, "changed", names_changed(act, d));
	duty_terms_put(act->entry.body, &t);
	if (days)
		return put_days_anew(act, d, &t, &h, err);
	act_put(act, "ahead", date_iso(act->arena, d->ahead));
	return true;
}

/* ------------------------------------------------------------ days to come */

struct rolling {
	int64_t id, letter;
	struct date first, from_day;
	const char *rrule;
	int behind;
	struct date ahead;
	int last_period;
};

static bool
find_rolling(struct act *act, struct rolling **at, size_t *n, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct rolling, id, FIELD_INT64),
	    FIELD(struct rolling, letter, FIELD_INT64),
	    FIELD(struct rolling, first, FIELD_DATE),
	    FIELD(struct rolling, from_day, FIELD_DATE),
	    FIELD(struct rolling, rrule, FIELD_TEXT),
	    FIELD(struct rolling, behind, FIELD_INT),
	    FIELD(struct rolling, ahead, FIELD_DATE),
	    FIELD(struct rolling, last_period, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct rolling), fields};
	struct date until = date_after(moment_date(act->at), DUTY_LEAST);

	return query_rows(act->s->store, QUERY_DUTIES_TO_ROLL,
			  PARAMS(P_INT("office", act->s->office),
				 P_TEXT("until", date_iso(act->arena, until))),
			  &type, act->arena, at, n, err);
}

static bool
roll(struct act *act, const struct rolling *r, const struct holidays *h,
     struct error *err)
{
	const struct duty_rule rule = {r->first, r->from_day, r->rrule,
				       r->behind};
	struct entry entry = {
	    .kind = "duty.roll",
	    .letter = r->letter,
	    .body = json_pack("{s:I}", "duty", (json_int_t)r->id)};
	struct event e;

	if (duty_days_put(act, entry.body, &rule, r->ahead, r->last_period + 1,
			  h, err))
		return act_write(act, &entry, &e, err);
	entry_done(&entry);
	return false;
}

bool
duty_roll_before(struct act *act, struct error *err)
{
	struct rolling *at;
	struct holidays h;
	size_t n = 0;

	if (!find_rolling(act, &at, &n, err))
		return false;
	if (n > 0 && (!holidays_of(act, &h, err) ||
		      !session_actor(act->s, act->arena, &act->actor, err)))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!roll(act, &at[i], &h, err))
			return false;
	return true;
}
