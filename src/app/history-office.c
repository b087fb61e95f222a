/* history-office.c -- what happens in an office besides letters, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/destruction.h"
#include "model/parcel.h"
#include "model/role.h"

#include "app/event-value.h"
#include "app/event-words.h"

/* A value of the payload and the words around it. */
struct part {
	const char *key;   /* "from.name": in the object "from"; "a|b": a, or
			      where there is none, b */
	const char *words; /* N_(), with one %s, but of a truth; NULL: the value
			      alone */
	write_fn write;    /* NULL: write_word() */
	const struct choice *choices; /* the value is one of them */
};

enum { PARTS_MAX = 9 };

/* clang-format off */

/* The title, ": ", and the parts that there are, ", " between them. */
static const struct office_telling {
	const char *kind;
	const char *title; /* N_() */
	struct part parts[PARTS_MAX];
} tellings[] = {
	{ "office.found", N_("office founded"), {
	    { .key = "name" },
	    { .key = "code", .words = N_("code %s") },
	    { .key = "kind", .choices = office_kinds },
	    { .key = "above", .words = N_("under %s") },
	    { .key = "prefix", .words = N_("number prefix %s") },
	    { .key = "next_number", .words = N_("first number %s"),
	      .write = write_whole },
	    { .key = "practice", .words = N_("for practice"),
	      .write = write_truth } } },
	{ "office.set", N_("office changed"), {
	    { .key = "name", .words = N_("its name is now %s") },
	    { .key = "above", .words = N_("under %s") },
	    { .key = "prefix", .words = N_("number prefix %s") } } },
	{ "office.know", N_("an office elsewhere made known"), {
	    { .key = "name" },
	    { .key = "code", .words = N_("code %s") },
	    { .key = "above", .words = N_("under %s") } } },
	{ "office.add", N_("an office added to the register"), {
	    { .key = "name" },
	    { .key = "code", .words = N_("code %s") } } },
	{ "day.close", N_("day closed"), {
	    { .key = "day", .write = write_day },
	    { .key = "books", .words = N_("last numbers %s"),
	      .write = write_lasts },
	    { .key = "missed", .words = N_("afterwards, as nobody had done "
	      "it"), .write = write_truth },
	    { .key = "unsigned", .words = N_("without a signature"),
	      .write = write_truth } } },
	{ "key.set", N_("signing key of the register changed"), {
	    { .key = "key", .words = N_("now %s") },
	    { .key = "reason", .write = write_quoted } } },
	{ "register.restored", N_("register restored"), {
	    { .key = "name", .words = N_("from backup %s") },
	    { .key = "lasts", .words = N_("last numbers before %s"),
	      .write = write_lasts },
	    { .key = "overlooked", .words = N_("though something was wrong: "
	      "%s"), .write = write_overlooked },
	    { .key = "reason", .write = write_quoted } } },
	{ "number.confirm", N_("last number on paper told"), {
	    { .key = "last", .write = write_number } } },
	{ "backup.made", N_("backup made"), {
	    { .key = "name" },
	    { .key = "events", .words = N_("%s events"),
	      .write = write_count } } },
	{ "backup.drilled", N_("restoring a backup tried out"), {
	    { .key = "name" },
	    { .key = "took", .words = N_("in %s seconds"),
	      .write = write_seconds } } },
	{ "person.add", N_("person added"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") },
	    { .key = "post_name|post", .words = N_("post %s") },
	    { .key = "since", .words = N_("beginning %s"), .write = write_day },
	    { .key = "until", .words = N_("ending %s"),
	      .write = write_day } } },
	{ "person.hold", N_("post given"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") },
	    { .key = "post_name|post", .words = N_("post %s") },
	    { .key = "since", .words = N_("beginning %s"), .write = write_day },
	    { .key = "until", .words = N_("ending %s"),
	      .write = write_day } } },
	{ "person.end", N_("a person leaves"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") },
	    { .key = "post_name|post", .words = N_("only the post %s") },
	    { .key = "on", .words = N_("last day %s"), .write = write_day } } },
	{ "person.clear", N_("cleared for secret letters"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") },
	    { .key = "class", .words = N_("up to %s"),
	      .choices = letter_secrecies },
	    { .key = "order", .words = N_("order “%s”") },
	    { .key = "until", .words = N_("ending %s"),
	      .write = write_day } } },
	{ "person.unclear", N_("clearance for secret letters withdrawn"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") },
	    { .key = "order", .words = N_("order “%s”") } } },
	{ "post.add", N_("post set up"), {
	    { .key = "name" },
	    { .key = "post", .words = N_("code %s") },
	    { .key = "role", .choices = post_roles },
	    { .key = "position", .words = N_("place %s in the chain"),
	      .write = write_whole } } },
	{ "post.end", N_("post ended"), {
	    { .key = "name" },
	    { .key = "post", .words = N_("code %s") } } },
	{ "division.add", N_("division set up"), {
	    { .key = "name" },
	    { .key = "division", .words = N_("code %s") },
	    { .key = "post_name|post", .words = N_("headed by %s") } } },
	{ "division.end", N_("division ended"), {
	    { .key = "name" },
	    { .key = "division", .words = N_("code %s") } } },
	{ "acting.add", N_("order to act recorded"), {
	    { .key = "name" },
	    { .key = "post_name|post", .write = write_acted },
	    { .key = "order", .words = N_("order “%s”") },
	    { .key = "order_date", .words = N_("dated %s"),
	      .write = write_day },
	    { .key = "rank", .words = N_("rank %s"), .write = write_rank },
	    { .key = "since", .words = N_("beginning %s"),
	      .write = write_moment },
	    { .key = "until", .words = N_("ending %s"),
	      .write = write_moment } } },
	{ "acting.take", N_("took over what waited"), {
	    { .key = "post_name|post" } } },
	{ "acting.end", N_("order to act ended"), {
	    { .key = "name" },
	    { .key = "post_name|post" },
	    { .key = "until", .words = N_("on %s"), .write = write_moment } } },
	{ "absence.add", N_("absence recorded"), {
	    { .key = "name" },
	    { .key = "since", .words = N_("beginning %s"),
	      .write = write_moment },
	    { .key = "until", .words = N_("ending %s"), .write = write_moment },
	    { .key = "reason", .write = write_quoted } } },
	{ "absence.end", N_("absence ended"), {
	    { .key = "name" },
	    { .key = "until", .words = N_("on %s"), .write = write_moment } } },
	{ "clock.confirm", N_("clock of the machine confirmed"), {
	    { .key = "says", .words = N_("it read %s"), .write = write_moment },
	    { .key = "before", .words = N_("before that %s"),
	      .write = write_moment },
	    { .key = "reason", .write = write_quoted } } },
	{ "destroy.draw", N_("list of destruction drawn up"), {
	    { .key = "number", .words = N_("list %s"),
	      .write = write_of_list },
	    { .key = "letters", .words = N_("letters on it: %s"),
	      .write = write_count } } },
	{ "destroy.committee", N_("committee of destruction appointed"), {
	    { .key = "order", .words = N_("order “%s”") },
	    { .key = "chair", .words = N_("chaired by %s") },
	    { .key = "members", .words = N_("members %s"),
	      .write = write_list } } },
	{ "destroy.decide", N_("decided about letters on the list"), {
	    { .key = "decision", .choices = destruction_decisions },
	    { .key = "letters", .words = N_("letters: %s"),
	      .write = write_count } } },
	{ "destroy.approve", N_("list of destruction approved"), {
	    { .key = NULL } } },
	{ "destroy.send", N_("list sent to the National Archives"), {
	    { .key = "ref", .words = N_("letter %s") },
	    { .key = "on", .words = N_("on %s"), .write = write_day } } },
	{ "destroy.answer", N_("answer of the National Archives recorded"), {
	    { .key = "answer", .choices = destruction_answers },
	    { .key = "ref", .words = N_("letter %s") },
	    { .key = "on", .words = N_("on %s"), .write = write_day },
	    { .key = "keep", .words = N_("letters to be kept: %s"),
	      .write = write_count } } },
	{ "destroy.done", N_("letters of the list destroyed"), {
	    { .key = "letters", .words = N_("letters: %s"),
	      .write = write_count } } },
	{ "key.add", N_("key to come in by added"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") },
	    { .key = "comment", .write = write_quoted },
	    { .key = "print" } } },
	{ "key.end", N_("key to come in by ended"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") },
	    { .key = "print" },
	    { .key = "reason", .write = write_quoted } } },
	{ "pin.set", N_("PIN set"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") } } },
	{ "pin.end", N_("PIN ended"), {
	    { .key = "name" },
	    { .key = "login", .words = N_("login %s") },
	    { .key = "reason", .write = write_quoted } } },
	{ "pin.wrong", N_("wrong PIN"), {
	    { .key = "tries", .words = N_("%s times"),
	      .write = write_count },
	    { .key = "since", .words = N_("beginning %s"),
	      .write = write_moment } } },
	{ "exchange.export", N_("file for another office written"), {
	    { .key = "name" },
	    { .key = "sendings", .words = N_("letters: %s"),
	      .write = write_count },
	    { .key = "parcels", .words = N_("answers: %s"),
	      .write = write_count },
	    { .key = "reports", .words = N_("reports: %s"),
	      .write = write_count } } },
	{ "exchange.import", N_("file of another office read"), {
	    { .key = "name" },
	    { .key = "letters", .words = N_("letters: %s"),
	      .write = write_count },
	    { .key = "notices", .words = N_("answers: %s"),
	      .write = write_count },
	    { .key = "reports", .words = N_("reports: %s"),
	      .write = write_count } } },
	{ "parcel.arrive", N_("a letter came from another office"), {
	    { .key = "from.name" },
	    { .key = "letter.ref_no", .words = N_("letter %s") },
	    { .key = "letter.subject", .write = write_quoted } } },
	{ "parcel.end", N_("a letter of another office not received"), {
	    { .key = "state", .choices = parcel_states },
	    { .key = "reason", .write = write_quoted } } },
	{ "search.save", N_("a search kept for oneself"), {
	    { .key = NULL } } },
	{ "search.forget", N_("a search of one's own forgotten"), {
	    { .key = NULL } } },
	{ "search.rebuild", N_("search index made anew"), {
	    { .key = NULL } } },
	{ "search.add", N_("letters put into the search index"), {
	    { .key = NULL } } },
	{ "book.begin", N_("first number of a book settled"), {
	    { .key = "next_number", .write = write_number } } },
	{ "holiday.set", N_("holidays changed"), {
	    { .key = "add", .words = N_("added: %s"),
	      .write = write_days },
	    { .key = "gone", .words = N_("taken away: %s"),
	      .write = write_days },
	    { .key = "last_day", .words = N_("known to %s"),
	      .write = write_day },
	    { .key = "reason", .write = write_quoted } } },
	{ "policy.set", N_("policy changed"), {
	    { .key = "name" },
	    { .key = "value", .words = N_("now %s"), .write = write_policy },
	    { .key = "was", .words = N_("was %s"), .write = write_policy },
	    { .key = "year", .words = N_("from the year %s"),
	      .write = write_whole },
	    { .key = "since", .words = N_("beginning %s"),
	      .write = write_day } } },
};

/* clang-format on */

static const struct office_telling *
telling_of(const char *kind)
{
	for (size_t i = 0; i < ARRAY_SIZE(tellings); i++)
		if (strcmp(tellings[i].kind, kind) == 0)
			return &tellings[i];
	return NULL;
}

const char *
office_title(const char *kind)
{
	const struct office_telling *telling = telling_of(kind);

	return telling != NULL ? telling->title : NULL;
}

/* "from.name" is a value inside an object. */
static const json_t *
value_at(const json_t *body, const char *key, size_t n)
{
	char *first = xstrndup(key, n), *inner = strchr(first, '.');
	const json_t *value;

	if (inner != NULL)
		*inner++ = '\0';
	value = json_object_get(body, first);
	if (inner != NULL)
		value = json_object_get(value, inner);
	free(first);
	return value;
}

static const json_t *
value_of(const json_t *body, const char *key)
{
	size_t n = strcspn(key, "|");
	const json_t *value = value_at(body, key, n);

	return value == NULL && key[n] == '|'
		   ? value_at(body, key + n + 1, strlen(key + n + 1))
		   : value;
}

static void
write_part(struct text *t, const struct part *p, const struct event *e,
	   const json_t *body)
{
	const json_t *value = value_of(body, p->key);

	if (p->choices != NULL && json_is_string(value))
		text_add(t, choice_label(p->choices, json_string_value(value)));
	else if (value != NULL && !json_is_null(value))
		(p->write ? p->write : write_word)(t, value, e, body);
}

/* The words of a part with its value in place of %s. */
static void
add_part(struct text *t, const char *words, const char *value)
{
	const char *at = strstr(words, "%s");

	if (at == NULL) {
		text_add(t, words);
		return;
	}
	text_add_n(t, words, (size_t)(at - words));
	text_add(t, value);
	text_add(t, at + 2);
}

void
tell_office(struct text *t, const struct event *e, const json_t *body)
{
	const struct office_telling *telling = telling_of(e->kind);
	const char *before = ": ";
	struct text value = {0};

	text_add(t, _(telling->title));
	for (const struct part *p = telling->parts; p->key != NULL; p++) {
		text_clear(&value);
		write_part(&value, p, e, body);
		if (value.n == 0)
			continue;
		text_add(t, before);
		add_part(t, p->words ? _(p->words) : "%s", value.s);
		before = ", ";
	}
	text_done(&value);
}
