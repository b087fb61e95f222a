/* repeat.c -- what the letter before said, as options for the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/repeat.h"

#include <string.h>

#include "base/i18n.h"

#include "app/look.h"

/* A letter that came when it was typed came "now": nothing to repeat. */
static const moment NOW = (moment)60 * 1000000;

struct adding {
	struct arena *arena;
	struct argument *at;
	size_t n;
	bool thai;
};

static void
add(struct adding *to, const char *option, const char *value)
{
	if (value)
		to->at[to->n++] = (struct argument){option, value};
}

static void
add_text(struct adding *to, const char *option, struct text *value)
{
	if (value->n > 0)
		add(to, option, arena_strdup(to->arena, value->s));
	text_done(value);
}

static void
add_days(struct adding *to, const struct letter *l)
{
	struct text dated = {0}, at = {0};

	text_add_date(&dated, l->dated, DATE_SHORT, to->thai);
	add_text(to, "dated", &dated);
	if (l->registered_at - l->received_at > NOW) {
		text_add_date(&at, moment_date(l->received_at), DATE_SHORT,
			      to->thai);
		text_add(&at, " ");
		text_add_time(&at, l->received_at, to->thai);
	}
	add_text(to, "at", &at);
}

static void
add_words(struct adding *to, const struct letter *l)
{
	const struct argument words[] = {
	    {"ref", l->ref_no},      {"from", l->sender},
	    {"to", l->recipient},    {"subject", l->subject},
	    {"urgency", l->urgency}, {"secrecy", l->secrecy},
	    {"kind", l->kind},       {"channel", l->channel},
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		add(to, words[i].name, words[i].value);
	if (l->pages > 0)
		add(to, "pages", arena_printf(to->arena, "%d", l->pages));
}

static void
add_lists(struct adding *to, const struct letter_file *f)
{
	for (size_t i = 0; i < f->n_enclosures; i++) {
		const struct enclosure *e = &f->enclosures[i];
		struct text t = {0};

		text_add(&t, e->title);
		if (e->count > 0)
			text_printf(&t, " จำนวน %s %s", DIGITS(e->count),
				    e->unit ? e->unit : "");
		add_text(to, "enclosure", &t);
	}
	for (size_t i = 0; i < f->n_references; i++)
		add(to, "reference", f->references[i].words);
}

static bool
add_letter(struct session *s, const char *number, struct arena *a,
	   struct repeats *r, struct error *err)
{
	enum { SINGLE = 16 };
	struct letter_file file;
	struct adding to = {.arena = a, .thai = s->wish.thai};

	if (!look_letter(s, number, a, &file, err))
		return false;
	if (file.letter.is_veiled)
		return true;
	to.at = arena_array(a, SINGLE + file.n_enclosures + file.n_references,
			    sizeof(*to.at));
	add_words(&to, &file.letter);
	add_days(&to, &file.letter);
	add_lists(&to, &file);
	r->at = to.at;
	r->n = to.n;
	return true;
}

struct receipt {
	const char *book;
	int year, number;
};

bool
repeats_load(struct session *s, struct arena *a, struct repeats *r,
	     struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct receipt, book, FIELD_TEXT),
	    FIELD(struct receipt, year, FIELD_INT),
	    FIELD(struct receipt, number, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct receipt), fields};
	struct receipt last;
	bool found;

	*r = (struct repeats){0};
	if (!query_row(s->store, QUERY_LAST_LETTER,
		       PARAMS(P_INT("office", s->office),
			      P_TEXT("kind", "letter.receive"),
			      P_INT("year", session_year(s)),
			      P_INT("person", s->actor.person)),
		       &type, a, &last, &found, err))
		return false;
	return !found ||
	       add_letter(s, book_operand(last.book, last.year, last.number, a),
			  a, r, err);
}

const char *
repeats_value(const struct repeats *r, const char *option, size_t i)
{
	for (size_t k = 0; k < r->n; k++)
		if (strcmp(r->at[k].name, option) == 0 && i-- == 0)
			return r->at[k].value;
	return NULL;
}
