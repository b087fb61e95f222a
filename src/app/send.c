/* send.c -- ส่งหนังสือ: a letter gets its number and goes out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/send.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/refno.h"
#include "base/thai.h"

#include "model/office.h"

#include "app/collect.h"
#include "app/decisions.h"
#include "app/entry.h"
#include "app/reserve.h"

/* In the digits of the prefix: an office that writes Thai ones writes them
   everywhere. */
static const char *
office_number(const char *prefix, bool is_circular, int64_t number,
	      struct arena *a)
{
	char *arabic = thai_digits_to_arabic(prefix);
	bool thai_digits = strcmp(arabic, prefix) != 0;
	struct text t = {0};
	const char *kept;

	text_printf(&t, "%s/%s", prefix, is_circular ? "ว " : "");
	text_add_number(&t, (long)number, thai_digits);
	kept = arena_strdup(a, t.s);
	text_done(&t);
	free(arabic);
	return kept;
}

/* NULL where the office has no prefix. */
static bool
number_on_letter(struct act *act, int64_t number, bool is_circular,
		 const char **ref, struct error *err)
{
	struct office own;
	bool found;

	if (!office_load(act->s->store, act->s->office_code, act->arena, &own,
			 &found, err))
		return false;
	*ref = text_is_blank(own.prefix)
		   ? NULL
		   : office_number(own.prefix, is_circular, number, act->arena);
	return true;
}

bool
send_take_number(struct act *act, struct entry *e, const char *secrecy,
		 bool is_circular, const char **ref, struct error *err)
{
	const struct policies *p = &act->standing.policies;

	e->book = book_for(BOOK_OUT, secrecy, is_circular, p)->code;
	e->year = p->year;
	return ledger_next_number(act->s->store, act->s->office, e->book,
				  e->year, &e->number, err) &&
	       number_on_letter(act, e->number, is_circular, ref, err);
}

/* The number that was kept for it is the letter from now on. */
static bool
take_kept(struct act *act, bool is_circular, const char **ref,
	  struct error *err)
{
	int number;

	act->entry.kind = "letter.issue";
	return reserve_take(act, BOOK_OUT, is_circular, &number, err) &&
	       number_on_letter(act, number, is_circular, ref, err);
}

bool
send_prepare(struct act *act, struct error *err)
{
	json_t *list = json_array();

	act_put_json(act, "attachments", list);
	return collect_send_prepare(act, err) &&
	       entry_keep_files(act, list, err);
}

/* A division or post by code or name, else the words themselves; the office,
   when nothing is said. */
static void
put_sender(struct act *act)
{
	const char *word = act_text(act, "from");
	const struct standing *s = &act->standing;
	struct error none = {0};
	const struct division *d =
	    word ? division_find(&s->divisions, word, &none) : NULL;
	const struct post *p =
	    word && !d ? post_find(&s->posts, word, &none) : NULL;

	act_put(act, "from",
		d      ? d->name
		: p    ? p->name
		: word ? word
		       : act->s->office_name);
	act_put(act, "division", d ? d->code : NULL);
}

static bool
answers(struct act *act, const char *word, int64_t *id, struct error *err)
{
	struct session *s = act->s;
	struct viewer by = {s->office, &act->actor, session_today(s)};
	struct letter_file file;
	struct book_number n;

	if (!book_parse(word, act->standing.policies.year, &n, err) ||
	    !letter_file_load(s->store, &by, &n, act->arena, &file, err))
		return false;
	*id = file.letter.id;
	if (n.book->way == BOOK_IN && state_has_letter(file.letter.state) &&
	    strcmp(file.letter.state, STATE_CANCELLED) != 0)
		return true;
	return error_set(err, &RULE_REFUSED,
			 _("%s is no letter that came in; only such a letter "
			   "is answered"),
			 BOOK_NUMBER(n.book->code, n.year, n.number));
}

static bool
has(const json_t *list, int64_t id)
{
	const json_t *one;
	size_t i;

	json_array_foreach(list, i,
			   one) if (json_integer_value(one) == id) return true;
	return false;
}

/* The letters that it answers, each once. */
static bool
put_replies(struct act *act, struct error *err)
{
	json_t *list = json_array();
	const char *word;
	int64_t id;

	act_put_json(act, "reply_to", list);
	for (size_t i = 0;
	     (word = request_value_at(act->r, "reply-to", i)) != NULL; i++) {
		if (text_is_blank(word))
			continue;
		if (!answers(act, word, &id, err))
			return false;
		if (!has(list, id))
			json_array_append_new(list, json_integer(id));
	}
	return true;
}

static bool
put_dated(struct act *act, struct error *err)
{
	struct text today = {0};
	const char *dated;

	if (!act_date(act, "dated", &dated, err))
		return false;
	text_add_iso_date(&today, session_today(act->s));
	act_put(act, "dated", dated ? dated : today.s);
	text_done(&today);
	return true;
}

static bool
put_number(struct act *act, struct error *err)
{
	const char *secrecy =
	    json_string_value(json_object_get(act->entry.body, "secrecy"));
	bool is_circular = request_value(act->r, "circular") != NULL;
	const char *ref;
	char *key;

	act->entry.letter = LETTER_SELF;
	if (reserve_is_asked(act->r)
		? !take_kept(act, is_circular, &ref, err)
		: !send_take_number(act, &act->entry, secrecy, is_circular,
				    &ref, err))
		return false;
	act_put_json(act, "circular", json_boolean(is_circular));
	if (ref == NULL)
		return collect_send_decide(act, ref, err);
	key = refno_key(ref);
	act_put(act, "ref_no", ref);
	act_put(act, "ref_key", key);
	free(key);
	return collect_send_decide(act, ref, err);
}

bool
send_decide(struct act *act, struct error *err)
{
	if (!put_dated(act, err) || !put_replies(act, err) ||
	    !cancel_replaced(act, err))
		return false;
	put_sender(act);
	act_put(act, "to", act_text(act, "to"));
	act_put(act, "subject", act_text(act, "subject"));
	entry_put_classes(act);
	entry_put_lists(act);
	return entry_is_at_counter(act, err) && put_number(act, err);
}

/* ------------------------------------------------------------- it was sent */

/* As asked, or as it was sent before: only the receiver was lacking then. */
static bool
put_way(struct act *act, struct error *err)
{
	const struct letter_file *f = &act->standing.file;
	const char *word = act_text(act, "how");

	if (word != NULL)
		word = choice_find(letter_channels, word)->value;
	else if (f->n_dispatches > 0)
		word = f->dispatches[f->n_dispatches - 1].how;
	else
		return error_set(err, &REQUEST_MISSING, "%s (--how)",
				 _("how it went out"));
	act_put(act, "how", word);
	return true;
}

/* It goes out after it was numbered, and before now. */
static bool
put_sent_at(struct act *act, struct error *err)
{
	const char *word = act_text(act, "on");
	const struct letter *l = &act->standing.file.letter;
	moment now = session_now(act->s), at = act->at;
	bool has_time;

	if (word != NULL && !moment_parse_near(word, now, &at, &has_time, err))
		return false;
	if (at > act->at ||
	    date_compare(moment_date(at), moment_date(l->registered_at)) < 0)
		return error_set(err, &RULE_REFUSED,
				 _("it goes out when it has its number, and "
				   "not later than now: %s"),
				 word ? word : "");
	act_put_int(act, "sent_at", at);
	return true;
}

bool
sent_decide(struct act *act, struct error *err)
{
	act_put(act, "receiver", act_text(act, "receiver"));
	return put_way(act, err) && put_sent_at(act, err);
}
