/* receive.c -- ลงรับ: a letter comes in and gets its number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/refno.h"
#include "base/thai.h"

#include "model/number.h"
#include "model/secrecy.h"

#include "app/decisions.h"
#include "app/duty.h"
#include "app/entry.h"
#include "app/fill.h"
#include "app/papers.h"
#include "app/reserve.h"

/* The stated time may lie a little ahead: the wall clock of the front desk is
   not ours. */
static const moment AHEAD = (moment)10 * 60 * 1000000;

/* What was done under this act id stays done, whatever became of the file. */
static bool
fill_or_done(struct act *act, bool *done, struct error *err)
{
	struct error why = {0};

	*done = false;
	if (act_fill(act, &why))
		return true;
	if (act_rehearse(act, done, err) && *done)
		return true;
	*err = why;
	return false;
}

/* Files are copied in before the gate: a scan of 20 MB must not make the
   other counters wait.  What is refused leaves none behind. */
bool
entry_keep_files(struct act *act, json_t *list, struct error *err)
{
	bool done;

	if (!papers_are_given(act))
		return papers_seal_words(act, err);
	if (!act_rehearse(act, &done, err))
		return false;
	return done ||
	       (papers_can_be_read(act, err) && papers_seal_words(act, err) &&
		papers_keep(act, list, err));
}

bool
receive_prepare(struct act *act, struct error *err)
{
	json_t *list = json_array();
	bool done;

	act_put_json(act, "attachments", list);
	if (!fill_or_done(act, &done, err))
		return false;
	return done || entry_keep_files(act, list, err);
}

/* "แบบรายงานฯ จำนวน ๑ ฉบับ": the title, and what stands after จำนวน. */
static json_t *
enclosure_json(const char *words)
{
	static const char mark[] = "จำนวน";
	json_t *j = json_object();
	const char *at = strstr(words, mark);
	char *title =
	    at != NULL ? xstrndup(words, (size_t)(at - words)) : xstrdup(words);
	char *rest = thai_digits_to_arabic(at ? at + strlen(mark) : "");
	char *unit;
	long count = strtol(rest, &unit, 10);

	if (count > 0) {
		json_object_set_new(j, "title", json_string(text_trim(title)));
		json_object_set_new(j, "count", json_integer(count));
		if (!text_is_blank(unit))
			json_object_set_new(j, "unit",
					    json_string(text_trim(unit)));
	} else {
		json_object_set_new(j, "title", json_string(words));
	}
	free(title);
	free(rest);
	return j;
}

/* "OFFICE; NUMBER; DATE; TIME", each as written, each may be empty. */
static json_t *
stamp_json(const char *words)
{
	static const char *const keys[] = {"office", "number", "date", "time"};
	json_t *j = json_object();

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		size_t n = i + 1 < ARRAY_SIZE(keys) ? strcspn(words, ";")
						    : strlen(words);
		char *part = xstrndup(words, n);

		text_trim(part);
		if (part[0] != '\0')
			json_object_set_new(j, keys[i], json_string(part));
		free(part);
		words += n;
		words += *words == ';';
	}
	return j;
}

static json_t *
words_json(const char *words)
{
	return json_string(words);
}

/* Options that may be given again and again become lists. */
void
entry_put_lists(struct act *act)
{
	static const struct {
		const char *option;
		const char *key;
		json_t *(*json)(const char *words);
	} lists[] = {
	    {"reference", "references", words_json},
	    {"enclosure", "enclosures", enclosure_json},
	    {"stamp", "stamps", stamp_json},
	    {"link", "links", words_json},
	};

	for (size_t k = 0; k < ARRAY_SIZE(lists); k++) {
		json_t *list = json_array();
		const char *words;

		for (size_t i = 0; request_value_at(act->r, lists[k].option, i);
		     i++) {
			words = act_text_at(act, lists[k].option, i);
			if (words != NULL)
				json_array_append_new(list,
						      lists[k].json(words));
		}
		act_put_json(act, lists[k].key, list);
	}
}

static const char *
choice_of(struct act *act, const char *option, const struct choice *from,
	  const char *otherwise)
{
	const char *word = act_text(act, option);

	return word != NULL ? choice_find(from, word)->value : otherwise;
}

void
entry_put_classes(struct act *act)
{
	const char *urgency = choice_of(act, "urgency", letter_urgencies, NULL);

	act_put(act, "urgency", urgency);
	act_put_int(act, "urgency_rank", urgency_rank(urgency));
	act_put(act, "secrecy",
		choice_of(act, "secrecy", letter_secrecies, NULL));
	act_put(act, "kind", choice_of(act, "kind", letter_kinds, "external"));
}

static bool
put_reference_number(struct act *act, struct error *err)
{
	const char *ref = act_text(act, "ref");
	const char *dated;
	char *key;

	if (!act_date(act, "dated", &dated, err))
		return false;
	act_put(act, "dated", dated);
	act_put(act, "ref_no", ref);
	if (ref != NULL) {
		key = refno_key(ref);
		act_put(act, "ref_key", key);
		free(key);
	}
	return true;
}

static bool
is_earlier_day(moment stated, moment now)
{
	return date_compare(moment_date(stated), moment_date(now)) < 0;
}

const char *
receive_lacks(const struct request *r, moment now)
{
	const char *at = request_value(r, "at");
	struct error none = {0};
	moment stated;
	bool has_time;

	if (request_value(r, "sheet") != NULL)
		return reserve_lacks(r);
	if (text_is_blank(at) ||
	    !moment_parse_near(at, now, &stated, &has_time, &none))
		return NULL;
	return is_earlier_day(stated, now) ? "late" : NULL;
}

/* A letter of an earlier day gets the next number all the same: the book runs
   in the order of entry, and says why this one is out of its day.  An
   emergency sheet says why by itself. */
static void
put_late(struct act *act, moment stated, moment now)
{
	const char *why = act_text(act, "late");

	if (is_earlier_day(stated, now) &&
	    request_value(act->r, "sheet") == NULL)
		act_put(act, "late", why);
}

/* When it came, as the clerk states it; now, when nothing is stated. */
static bool
put_stated_time(struct act *act, struct error *err)
{
	const char *at = act_text(act, "at");
	moment now = session_now(act->s), stated = now;
	bool has_time;

	if (at != NULL && !moment_parse_near(at, now, &stated, &has_time, err))
		return false;
	if (stated > now + AHEAD)
		return error_set(err, &RULE_REFUSED,
				 _("the letter cannot have come later than "
				   "now: %s"),
				 at);
	act_put_int(act, "received_at", stated);
	put_late(act, stated, now);
	return true;
}

static void
put_pages(struct act *act)
{
	const char *given = act_text(act, "pages");
	int pages;

	if (given != NULL && number_whole(given, &pages))
		act_put_int(act, "pages", pages);
}

static const char *
word_put(const struct act *act, const char *key)
{
	return json_string_value(json_object_get(act->entry.body, key));
}

/* The clerk is not asked for the book: the letter says what it is. */
static bool
take_number(struct act *act, struct error *err)
{
	const struct policies *p = &act->standing.policies;
	const char *ref = word_put(act, "ref_no");
	bool is_circular = ref != NULL && refno_is_circular(ref);
	int kept;

	if (reserve_is_asked(act->r)) {
		act->entry.kind = "letter.enter";
		return reserve_take(act, BOOK_IN, is_circular, &kept, err);
	}
	act->entry.letter = LETTER_SELF;
	act->entry.book =
	    book_for(BOOK_IN, word_put(act, "secrecy"), is_circular, p)->code;
	act->entry.year = p->year;
	return ledger_next_number(act->s->store, act->s->office,
				  act->entry.book, act->entry.year,
				  &act->entry.number, err);
}

/* Nothing at all was said of it: that is a slip of the finger, not a
   letter.  A stamped letter has no subject and perhaps no sender's number, so
   no single field is asked for. */
static bool
says_something(struct act *act, struct error *err)
{
	static const char *const any[] = {"ref", "from", "subject"};

	for (size_t i = 0; i < ARRAY_SIZE(any); i++)
		if (act_text(act, any[i]) != NULL)
			return true;
	return error_set(err, &REQUEST_MISSING,
			 _("give at least the letter's number, its sender or "
			   "its subject"));
}

static const struct field message_fields[] = {
    FIELD(struct letter, id, FIELD_INT64),
    FIELD(struct letter, book, FIELD_TEXT),
    FIELD(struct letter, number, FIELD_INT),
    FIELD(struct letter, year, FIELD_INT),
    FIELD(struct letter, secrecy, FIELD_TEXT),
    {0}};

/* The same message twice is one letter, unless the clerk says otherwise; that
   it is a secret one is told to nobody who may not read it. */
static bool
is_new_message(struct act *act, struct error *err)
{
	static const struct row_type type = {sizeof(struct letter),
					     message_fields};
	const struct viewer by = {act->s->office, &act->actor,
				  session_today(act->s)};
	struct letter first;
	bool found;

	if (act->message_id == NULL || request_value(act->r, "again") != NULL)
		return true;
	if (!query_row(act->s->store, QUERY_LETTER_OF_MESSAGE,
		       PARAMS(P_INT("office", act->s->office),
			      P_TEXT("message_id", act->message_id)),
		       &type, act->arena, &first, &found, err) ||
	    (found && !secrecy_veil(act->s->store, &by, &first, err)))
		return false;
	if (!found || first.is_veiled)
		return true;
	return error_set(err, &RULE_REFUSED,
			 _("this message is number %s already; --again "
			   "registers it once more"),
			 BOOK_NUMBER(first.book, first.year, first.number));
}

/* Without a registrar the clerk enters secret letters, too, and is told. */
static bool
may_enter_secret(struct act *act, struct error *err)
{
	const struct post *keeper = post_registrar(&act->standing.posts);

	if (keeper == NULL) {
		act_remark(act, _("the office has no registrar of secret "
				  "letters: `post add --role registrar' and "
				  "`person hold' name one"));
		return true;
	}
	act->entry.as = actor_registrar(&act->actor);
	return act->entry.as != NULL ||
	       error_set(err, &ROUTE_NOT_YOURS,
			 _("a secret letter is registered by its registrar: "
			   "hand the envelope, unopened, to %s (%s)"),
			 keeper->name, keeper->holders);
}

bool
entry_is_of_counter(struct act *act, bool is_secret, struct error *err)
{
	if (is_secret)
		return may_enter_secret(act, err);
	return role_of(act->entry.as->role) != ROLE_REGISTRAR ||
	       error_set(err, &ROUTE_NOT_YOURS,
			 _("the registrar registers secret letters; others "
			   "go to the clerk"));
}

bool
entry_is_at_counter(struct act *act, struct error *err)
{
	return entry_is_of_counter(act, word_put(act, "secrecy") != NULL, err);
}

bool
receive_decide(struct act *act, struct error *err)
{
	if (!is_new_message(act, err))
		return false;
	if (!says_something(act, err) || !put_reference_number(act, err) ||
	    !put_stated_time(act, err) || !cancel_replaced(act, err))
		return false;
	act_put(act, "from", act_text(act, "from"));
	act_put(act, "to", act_text(act, "to"));
	act_put(act, "subject", act_text(act, "subject"));
	entry_put_classes(act);
	act_put(act, "channel",
		choice_of(act, "channel", letter_channels, "paper"));
	entry_put_lists(act);
	put_pages(act);
	return entry_is_at_counter(act, err) && take_number(act, err) &&
	       duty_also(act, err);
}
