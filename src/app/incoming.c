/* incoming.c -- หนังสือรอลงรับ: what other offices sent, received or refused */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#include "model/book.h"
#include "model/number.h"
#include "model/parcel.h"

#include "app/collect-between.h"
#include "app/decisions.h"
#include "app/entry.h"
#include "app/reserve.h"

/* ------------------------------------------ what came, as a clerk types it */

/* A request as it grows. */
struct filling {
	const struct request *given;
	struct arena *arena;
	struct argument *at;
	size_t n, max;
};

static bool
is_given(const struct filling *f, const char *option)
{
	const char *value;

	for (size_t i = 0; (value = request_value_at(f->given, option, i)); i++)
		if (!text_is_blank(value))
			return true;
	return false;
}

static void
add(struct filling *f, const char *option, const char *value)
{
	if (value != NULL && value[0] != '\0' && f->n < f->max)
		f->at[f->n++] =
		    (struct argument){option, arena_strdup(f->arena, value)};
}

static const char *
word(const json_t *from, const char *key)
{
	return json_string_value(json_object_get(from, key));
}

/* "แบบรายงาน จำนวน 1 ฉบับ", as receive_decide() takes it apart. */
static void
add_enclosure(struct filling *f, const json_t *e)
{
	json_int_t count = json_integer_value(json_object_get(e, "count"));
	const char *unit = word(e, "unit");
	struct text t = {0};

	text_add(&t, word(e, "title"));
	if (count > 0)
		text_printf(&t, " จำนวน %lld%s%s", (long long)count,
			    unit ? " " : "", unit ? unit : "");
	add(f, "enclosure", text_str(&t));
	text_done(&t);
}

static void
add_stamp(struct filling *f, const json_t *stamp)
{
	static const char *const keys[] = {"office", "number", "date", "time"};
	struct text t = {0};

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		const char *part = word(stamp, keys[i]);

		text_printf(&t, "%s%s", i > 0 ? "; " : "", part ? part : "");
	}
	add(f, "stamp", text_str(&t));
	text_done(&t);
}

static void
add_words(struct filling *f, const char *option, const json_t *value)
{
	add(f, option, json_string_value(value));
}

static void
add_reference(struct filling *f, const json_t *value)
{
	add_words(f, "reference", value);
}

static void
add_link(struct filling *f, const json_t *value)
{
	add_words(f, "link", value);
}

/* clang-format off */

static const struct {
	const char *option;
	const char *key;
} fields[] = {
	{ "ref", "ref_no" },
	{ "dated", "dated" },
	{ "from", "from" },
	{ "to", "to" },
	{ "subject", "subject" },
	{ "urgency", "urgency" },
	{ "kind", "kind" },
};

static const struct {
	const char *option;
	const char *key;
	void (*add)(struct filling *f, const json_t *value);
} lists[] = {
	{ "enclosure", "enclosures", add_enclosure },
	{ "reference", "references", add_reference },
	{ "stamp", "stamps", add_stamp },
	{ "link", "links", add_link },
};

/* clang-format on */

static size_t
values_of(const json_t *letter)
{
	size_t n = ARRAY_SIZE(fields) + 4;

	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		n += json_array_size(json_object_get(letter, lists[i].key));
	return n;
}

static void
add_fields(struct filling *f, const json_t *letter)
{
	json_int_t pages = json_integer_value(json_object_get(letter, "pages"));

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		if (!is_given(f, fields[i].option))
			add(f, fields[i].option, word(letter, fields[i].key));
	if (pages > 0 && !is_given(f, "pages"))
		add(f, "pages",
		    arena_printf(f->arena, "%lld", (long long)pages));
	if (!is_given(f, "channel"))
		add(f, "channel", "system");
}

static bool
has_field(const struct action *a, const char *option)
{
	return !(action_option(a, option)->flags & OPTION_HIDDEN);
}

/* What stands in no field of a form is filled in all the same. */
static void
add_lists(struct filling *f, const json_t *letter, bool as_given)
{
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++) {
		const json_t *list = json_object_get(letter, lists[i].key);
		size_t k;
		json_t *value;

		if (is_given(f, lists[i].option) ||
		    (as_given && has_field(f->given->action, lists[i].option)))
			continue;
		json_array_foreach(list, k, value) lists[i].add(f, value);
	}
}

/* What was given stands in place of what came. */
static void
fill(const struct request *given, const json_t *letter, bool for_form,
     struct arena *a, struct request *filled)
{
	struct filling f = {.given = given, .arena = a};
	bool as_given = request_value(given, "as-given") != NULL;

	f.max = given->n + values_of(letter);
	f.at = arena_array(a, f.max + 1, sizeof(*f.at));
	for (size_t i = 0; i < given->n; i++)
		f.at[f.n++] = given->at[i];
	if (!as_given)
		add_fields(&f, letter);
	add_lists(&f, letter, as_given);
	/* From here on the form has it all: what is emptied stays empty. */
	if (for_form)
		f.at[f.n++] = (struct argument){"as-given", ""};
	*filled = *given;
	filled->at = f.at;
	filled->n = f.n;
}

/* ------------------------------------------------------------ which it is */

static bool
refuse_settled(const struct parcel *p, struct error *err)
{
	if (p->letter != 0)
		return error_set(
		    err, &RULE_REFUSED, _("it was received as number %s"),
		    BOOK_NUMBER(p->as_book, p->as_year, p->as_number));
	return error_set(err, &RULE_REFUSED, _("it is not there any more: %s"),
			 choice_label(parcel_states, p->state));
}

static bool
parcel_asked(const struct session *s, const struct request *r, struct arena *a,
	     struct parcel *p, struct error *err)
{
	const char *item = request_operand(r, 0);
	int number;

	if (item == NULL)
		return error_set(err, &REQUEST_MISSING, "%s (ITEM)",
				 _(operand_option("ITEM")->label));
	if (!number_whole(item, &number))
		return error_set(err, &REQUEST_WRONG,
				 _("%.60s is no number of the list of what is "
				   "to be received"),
				 item);
	return parcel_by_number(s->store, s->office, number, a, p, err) &&
	       (strcmp(p->state, PARCEL_WAITING) == 0 ||
		refuse_settled(p, err));
}

bool
accept_fill(struct session *s, const struct request *r, struct arena *a,
	    struct request *filled, struct error *err)
{
	struct parcel p = {0};
	json_t *body = NULL;

	if (!parcel_asked(s, r, a, &p, err) ||
	    !parcel_body(s->store, s->office, p.parcel, &body, err))
		return false;
	fill(r, json_object_get(body, "letter"), true, a, filled);
	json_decref(body);
	return true;
}

/* ------------------------------------------------------------- the answers */

/* An office of this register is answered in its own chain, at once; one
   elsewhere by a file. */
static bool
answer_sender(struct act *act, const struct parcel *p, struct entry **answer,
	      struct error *err)
{
	struct session *s = act->s;
	const struct origin o = {p->from_register, p->from_office, p->from_seq};
	struct sent_row row = {0};
	bool found = false;

	*answer = NULL;
	if (!act_is_of_this_register(act, p->from_register, &found, err))
		return false;
	if (!found)
		return true;
	if (!sending_of_origin(s->store, &o, s->office_code, act->arena, &row,
			       &found, err))
		return false;
	if (!found)
		return true;
	*answer = act_also(act, "sending.answer");
	(*answer)->office = row.office;
	(*answer)->letter = row.letter;
	json_object_update_new(
	    (*answer)->body,
	    json_pack("{s:I, s:s, s:s}", "sending", (json_int_t)p->from_seq,
		      "office", s->office_code, "name", s->office_name));
	return true;
}

static void
put(struct entry *e, const char *key, const char *value)
{
	if (value != NULL)
		json_object_set_new(e->body, key, json_string(value));
}

static void
put_accepted(struct entry *answer, const struct act *act)
{
	const json_t *at = json_object_get(act->entry.body, "received_at");
	const struct entry *e = &act->entry;
	struct text number = {0};

	text_add_book_number(&number, e->book, (int)e->year, (int)e->number,
			     false);
	put(answer, "answer", SENDING_ACCEPTED);
	put(answer, "accept_id", text_str(&number));
	json_object_set_new(answer->body, "accepted_at",
			    json_integer(json_integer_value(at)));
	put(answer, "by_post", act->entry.as ? act->entry.as->name : NULL);
	text_done(&number);
}

/* ---------------------------------------------------------------- received */

bool
accept_prepare(struct act *act, struct error *err)
{
	json_t *added = json_array();
	bool ok = entry_keep_files(act, added, err);

	act_put_json(act, "attachments", added);
	return ok;
}

/* Files of the parcel lie in the register since it arrived; what the clerk
   adds comes behind them. */
static void
put_attachments(struct act *act, const json_t *letter)
{
	json_t *added = json_object_get(act->entry.body, "attachments");
	json_t *all = json_array();

	json_array_extend(all, json_object_get(letter, "attachments"));
	json_array_extend(all, added);
	act_put_json(act, "attachments", all);
}

/* What the sender asks of this office, as it is now where he is of this
   register, else as it was when the letter left. */
static bool
take_asks(struct act *act, const struct parcel *p, const json_t *letter,
	  struct error *err)
{
	const struct asker from = {p->from_register, p->from_office, p->sender};
	const struct origin o = {p->from_register, p->from_office, p->from_seq};
	json_t *asks = json_array();
	struct sent_row row = {0};
	bool found = false, ok;

	ok =
	    act_is_of_this_register(act, p->from_register, &found, err) &&
	    (!found || sending_of_origin(act->s->store, &o, act->s->office_code,
					 act->arena, &row, &found, err)) &&
	    (!found || collect_asks(act, row.office, row.letter, asks, err)) &&
	    collect_take_asks(act,
			      found ? asks : json_object_get(letter, "asks"),
			      &from, err);
	json_decref(asks);
	return ok;
}

static bool
receive_parcel(struct act *act, const struct parcel *p, const json_t *body,
	       struct error *err)
{
	const json_t *letter = json_object_get(body, "letter");
	const struct request *given = act->r;
	struct request filled;
	struct entry *answer;
	bool ok;

	fill(given, letter, false, act->arena, &filled);
	act->r = &filled;
	put_attachments(act, letter);
	act_put_int(act, "parcel", p->parcel);
	act_put_json(act, "notes",
		     json_incref(json_object_get(letter, "notes")));
	act_put_json(act, "text", json_incref(json_object_get(letter, "text")));
	act_put_json(act, "sent_by",
		     json_incref(json_object_get(body, "from")));
	ok = receive_decide(act, err);
	act->r = given;
	if (!ok || !answer_sender(act, p, &answer, err))
		return false;
	if (answer != NULL)
		put_accepted(answer, act);
	return take_asks(act, p, letter, err);
}

bool
accept_decide(struct act *act, struct error *err)
{
	struct parcel p = {0};
	json_t *body = NULL;
	bool ok;

	if (reserve_is_asked(act->r))
		return error_set(err, &REQUEST_WRONG,
				 _("what was sent gets the next number"));
	ok = parcel_asked(act->s, act->r, act->arena, &p, err) &&
	     parcel_body(act->s->store, act->s->office, p.parcel, &body, err) &&
	     receive_parcel(act, &p, body, err);

	json_decref(body);
	return ok;
}

/* ----------------------------------------------------------------- refused */

bool
refuse_decide(struct act *act, struct error *err)
{
	const char *state = request_value(act->r, "wrong-office") != NULL
				? SENDING_WRONG
				: SENDING_REJECTED;
	const char *reason = act_text(act, "reason");
	struct parcel p = {0};
	struct entry *answer;

	if (!parcel_asked(act->s, act->r, act->arena, &p, err) ||
	    !answer_sender(act, &p, &answer, err))
		return false;
	act_put_int(act, "parcel", p.parcel);
	act_put(act, "state", state);
	act_put(act, "reason", reason);
	if (answer != NULL) {
		put(answer, "answer", state);
		put(answer, "reason", reason);
	}
	return true;
}
