/* restore-guard.c -- what a person tells from paper after a restore */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "model/book.h"
#include "model/guard.h"
#include "model/manifest.h"
#include "model/number.h"

#include "app/decisions.h"
#include "app/restore.h"

/* A slip of the finger must not fill the book: more than this wants a word
   more, and a year has no more than the other. */
enum { SPAN_SURE = 30, SPAN_MAX = 20000 };

/* ------------------------------------------------------- restore confirm */

/* By its code, by what clerks call it, or by its name. */
static const char *
book_meant(struct act *act, const char *word)
{
	for (const struct book *b = books; b->code != NULL; b++)
		if (strcmp(b->code, word) == 0 || strcmp(b->typed, word) == 0 ||
		    strcmp(_(b->name), word) == 0)
			return b->code;
	for (size_t i = 0; i < act->standing.divisions.n; i++) {
		const struct division *d = &act->standing.divisions.at[i];
		const char *code =
		    arena_printf(act->arena, "division:%s", d->code);

		if (strcmp(code, word) == 0 || strcmp(d->name, word) == 0)
			return code;
	}
	return NULL;
}

/* A book that has no number yet is asked for when its first is taken. */
static bool
find_unused(struct act *act, const char *book, int year, struct asked *q,
	    struct error *err)
{
	struct error asks = {0};

	*q = (struct asked){.book = book,
			    .year = year ? year : session_year(act->s)};
	if (!guard_check(act->s->store, act->s->office, book, q->year, &asks) &&
	    asks.kind == &GUARD_ASKS)
		return true;
	if (asks.kind != NULL)
		*err = asks;
	else
		error_set(err, &RULE_REFUSED,
			  _("nothing is asked of book %s; `restore asks' tells "
			    "what is"),
			  book);
	return false;
}

static bool
find_in_list(struct act *act, const char *book, int year, struct asked *q,
	     struct error *err)
{
	struct asked_list list;
	size_t n = 0;

	if (!guard_list(act->s->store, act->s->office, act->arena, &list, err))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		if (strcmp(list.at[i].book, book) != 0 ||
		    (year != 0 && list.at[i].year != year))
			continue;
		if (n++ > 0)
			return error_set(err, &REQUEST_MISSING,
					 _("of which year (--year): %s or %s"),
					 DIGITS(q->year),
					 DIGITS(list.at[i].year));
		*q = list.at[i];
	}
	return n > 0 || find_unused(act, book, year, q, err);
}

/* The year may be left out where the book is asked for in one only. */
static bool
find_asked(struct act *act, struct asked *q, struct error *err)
{
	const char *word = act_operand(act, 0);
	const char *book = book_meant(act, word);
	const char *given = act_text(act, "year");
	int year = 0;

	if (book == NULL)
		return error_set(err, &REQUEST_WRONG,
				 _("there is no book %.60s"), word);
	if (given != NULL && !number_year(given, &year))
		return error_set(err, &REQUEST_WRONG, "%.60s", given);
	return find_in_list(act, book, year, q, err);
}

static bool
read_last(struct act *act, int *last, struct error *err)
{
	const char *word = act_operand(act, 1);

	*last = 0;
	return number_whole(word, last) || strcmp(word, "0") == 0 ||
	       strcmp(word, "๐") == 0 ||
	       error_set(err, &REQUEST_WRONG,
			 _("the last number on paper is a number, or 0 when "
			   "none was given that year, not %.60s"),
			 word);
}

static bool
is_likely(struct act *act, const struct asked *q, int last, struct error *err)
{
	int64_t span = last - q->last;

	if (span < 0)
		return error_set(err, &RULE_REFUSED,
				 _("number %s was given already: the last on "
				   "paper cannot be %s.  Look at the book "
				   "again"),
				 DIGITS(q->last), DIGITS(last));
	if (span > SPAN_MAX)
		return error_set(err, &RULE_REFUSED,
				 _("from %s to %s are %s numbers; that cannot "
				   "be"),
				 DIGITS(q->last), DIGITS(last), DIGITS(span));
	return span <= SPAN_SURE || request_value(act->r, "sure") != NULL ||
	       error_set(err, &RULE_REFUSED,
			 _("from %s to %s are %s numbers, each of which will "
			   "stand in the book as lost for ever; if that is so, "
			   "say --sure"),
			 DIGITS(q->last), DIGITS(last), DIGITS(span));
}

static bool
is_of_division(const char *book)
{
	return strncmp(book, "division:", strlen("division:")) == 0;
}

/* Each number that paper has and the register has not is an event of its
   own. */
static void
add_lost(struct act *act, const struct asked *q, int64_t first, int64_t last)
{
	for (int64_t n = first; n <= last; n++) {
		struct entry *e = act_also(act, "number.lost");

		e->as = act->entry.as;
		e->letter = is_of_division(q->book) ? 0 : LETTER_SELF;
		e->book = q->book;
		e->year = q->year;
		e->number = n;
	}
}

/* Once the guard is open, by act->entry: so it is read past it. */
static bool
next_of(struct act *act, const struct asked *q, int64_t *next,
	struct error *err)
{
	struct manifest m;

	if (!manifest_read_store(act->s->store, act->arena, &m, err))
		return false;
	*next = 1;
	for (size_t i = 0; i < m.n_lasts; i++)
		if (m.lasts[i].office == act->s->office &&
		    m.lasts[i].year == q->year &&
		    strcmp(m.lasts[i].book, q->book) == 0)
			*next = m.lasts[i].number + 1;
	return true;
}

static bool
confirm(struct act *act, const struct asked *q, int last, struct error *err)
{
	int64_t next;

	if (!is_likely(act, q, last, err) || !next_of(act, q, &next, err))
		return false;
	act->entry.book = q->book;
	act->entry.year = q->year;
	act_put_int(act, "last", last);
	act_put_int(act, "first_lost", next);
	add_lost(act, q, next, last);
	act_tell(act, "book", json_string(q->book));
	act_tell(act, "book_year", json_integer(q->year));
	act_tell(act, "last", json_integer(last));
	act_tell(act, "lost", json_integer(last - next + 1));
	return true;
}

/* The words of what was done: how many numbers are lost, what is next. */
static void
tell_next(struct act *act, const struct asked *q, int last)
{
	char *words = xasprintf(_("the next number is %s"),
				BOOK_NUMBER(q->book, q->year, last + 1));

	act_tell(act, "words", json_string(words));
	free(words);
}

bool
confirm_decide(struct act *act, struct error *err)
{
	struct asked q = {0};
	int last;

	if (!find_asked(act, &q, err) || !read_last(act, &last, err) ||
	    !confirm(act, &q, last, err))
		return false;
	tell_next(act, &q, last);
	return true;
}

/* --------------------------------------------------------- restore admit */

/* The file was moved or copied here by hand: the chain says so, and numbers
   are asked for as after any restore. */
bool
admit_decide(struct act *act, struct error *err)
{
	struct session *s = act->s;
	struct manifest m;

	act_put(act, "reason", act_text(act, "reason"));
	if (!restored_body(s, store_path(s->store), act->at, NULL,
			   act->entry.body, err) ||
	    !manifest_read_store(s->store, act->arena, &m, err))
		return false;
	act_put_json(act, "lasts", restored_lasts(&m, s->office));
	return true;
}

/* ---------------------------------------------------------- restore asks */

static json_t *
asked_json(const struct asked *q)
{
	struct text at = {0};
	json_t *j;

	text_add_iso_moment(&at, q->since);
	j = json_pack("{s:s, s:s?, s:I, s:I, s:s}", "book", q->book, "division",
		      q->division, "year", (json_int_t)q->year, "number",
		      (json_int_t)q->last, "restored_at", at.s);
	text_done(&at);
	return j;
}

bool
asks_look(struct session *s, const struct request *r, json_t **answer,
	  struct error *err)
{
	struct arena a = {0};
	struct asked_list list;
	bool ok = guard_list(s->store, s->office, &a, &list, err);

	(void)r;
	if (ok)
		*answer = json_array();
	for (size_t i = 0; ok && i < list.n; i++)
		json_array_append_new(*answer, asked_json(&list.at[i]));
	arena_done(&a);
	return ok;
}
