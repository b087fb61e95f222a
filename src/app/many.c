/* many.c -- one act on several letters: which ones, each decided, all or none
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/many.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

#include "app/answer.h"

const struct error_kind ACT_NOT_ALL = {
    "not-all", EXIT_REFUSED,
    N_("nothing is done, as it cannot be done to all of them")};

/* ------------------------------------------------------------ which letters */

const char *
letter_of(const struct book_number *n, struct arena *a)
{
	return book_operand(n->book->code, n->year, n->number, a);
}

static bool
is_asked(const struct letters_asked *asked, const struct book_number *n)
{
	for (size_t i = 0; i < asked->n; i++)
		if (asked->at[i].book == n->book &&
		    asked->at[i].year == n->year &&
		    asked->at[i].number == n->number)
			return true;
	return false;
}

static bool
add_range(struct letters_asked *asked, const struct book_range *r,
	  struct error *err)
{
	struct book_number n = {r->book, r->year, r->first};

	for (; n.number <= r->last; n.number++) {
		if (is_asked(asked, &n))
			continue;
		if (asked->n == LETTERS_MAX)
			return error_set(err, &REQUEST_WRONG,
					 _("more than %s letters in one act"),
					 DIGITS(LETTERS_MAX));
		asked->at[asked->n++] = n;
	}
	return true;
}

bool
letters_asked(const struct request *r, int this_year, struct arena *a,
	      struct letters_asked *asked, struct error *err)
{
	const char *word;
	struct book_range range;

	asked->at = arena_array(a, LETTERS_MAX, sizeof(*asked->at));
	asked->n = 0;
	for (size_t i = 0; (word = request_operand(r, i)) != NULL; i++)
		if (!book_parse_range(word, this_year, &range, err) ||
		    !add_range(asked, &range, err))
			return false;
	return true;
}

/* Behind the last that follows the one before it. */
static size_t
run_end(const struct letters_asked *asked, size_t from)
{
	const struct book_number *at = asked->at;
	size_t i = from + 1;

	while (i < asked->n && at[i].book == at[from].book &&
	       at[i].year == at[from].year &&
	       at[i].number == at[i - 1].number + 1)
		i++;
	return i;
}

void
text_add_letters(struct text *t, const struct letters_asked *asked)
{
	bool thai = digits_are_thai();

	for (size_t i = 0, end; i < asked->n; i = end) {
		const struct book_number *n = &asked->at[i];

		end = run_end(asked, i);
		text_add(t, i > 0 ? ", " : "");
		if (end == i + 1) {
			text_add_book_number(t, n->book->code, n->year,
					     n->number, thai);
			continue;
		}
		text_add_book_place(t, n->book->code, n->number, thai);
		text_printf(t, "–%s/%s", DIGITS(asked->at[end - 1].number),
			    DIGITS(n->year));
	}
}

/* -------------------------------------------------------------- done before */

/* Each letter behind the first has an id made from that of the act and its
   place: the same when it is asked again.  That of an event which belongs to
   one letter is made from four bytes; so they never meet. */
static void
id_of_letter(const unsigned char act_id[ID_SIZE], size_t i,
	     unsigned char id[ID_SIZE])
{
	static const char tag[] = "letter";
	unsigned char digest[DIGEST_SIZE];
	unsigned char place[4] = {i >> 24, i >> 16, i >> 8, i};
	struct digest d;

	if (i == 0) {
		memcpy(id, act_id, ID_SIZE);
		return;
	}
	digest_start(&d);
	digest_add(&d, act_id, ID_SIZE);
	digest_add(&d, tag, sizeof(tag));
	digest_add(&d, place, sizeof(place));
	digest_end(&d, digest);
	memcpy(id, digest, ID_SIZE);
}

static bool
same_act(const struct action *a, const struct event *e, const struct session *s,
	 struct error *err)
{
	bool is_it = strcmp(e->kind, a->event) == 0 ||
		     (a->or_event && strcmp(e->kind, a->or_event) == 0);

	if (is_it && e->person == s->actor.person)
		return true;
	return error_set(err, &LEDGER_ACT_TAKEN, "%s, %s", e->kind, e->login);
}

static bool
find_letter(struct session *s, const struct request *r, size_t i, bool *found,
	    json_t *answers, struct error *err)
{
	unsigned char id[ID_SIZE];
	struct arena a = {0};
	struct event e;
	json_t *one = NULL;
	bool ok;

	id_of_letter(r->act_id, i, id);
	ok = ledger_find(s->store, s->office, id, &a, &e, found, err) &&
	     (!*found || (same_act(r->action, &e, s, err) &&
			  answer_of_event(s, &e, &one, err)));
	if (one != NULL)
		json_array_append_new(answers, one);
	arena_done(&a);
	return ok;
}

/* One letter's answer stands alone. */
static json_t *
answer_of(json_t *answers)
{
	json_t *answer = json_array_size(answers) > 1
			     ? json_pack("{s:O}", "letters", answers)
			     : json_incref(json_array_get(answers, 0));

	json_decref(answers);
	return answer;
}

bool
act_find_done(struct session *s, const struct request *r, bool *found,
	      json_t **answer, struct error *err)
{
	json_t *answers = json_array();
	bool more, ok;

	ok = find_letter(s, r, 0, found, answers, err);
	more = ok && *found && r->action->many != NULL;
	for (size_t i = 1; ok && more; i++)
		ok = find_letter(s, r, i, &more, answers, err);
	*answer = answer_of(answers);
	return ok;
}

/* ----------------------------------------------------------------- refusals */

struct refusal {
	char *why;
	struct letters_asked letters; /* for whom it holds */
};

static void
put(struct letters_asked *list, const struct book_number *letter)
{
	list->at = xreallocarray(list->at, list->n + 1, sizeof(*list->at));
	list->at[list->n++] = *letter;
}

void
refusals_add(struct refusals *r, const struct book_number *letter,
	     const struct error *why)
{
	char *sentence = error_sentence(why);
	size_t i = 0;

	while (i < r->n && strcmp(r->at[i].why, sentence) != 0)
		i++;
	if (i == r->n) {
		r->at = xreallocarray(r->at, r->n + 1, sizeof(*r->at));
		r->at[r->n++] = (struct refusal){.why = xstrdup(sentence)};
	}
	free(sentence);
	if (r->n_letters++ == 0)
		r->first = *why;
	put(&r->at[i].letters, letter);
}

static void
drop(struct refusals *r)
{
	for (size_t i = 0; i < r->n; i++) {
		free(r->at[i].why);
		free(r->at[i].letters.at);
	}
	free(r->at);
	*r = (struct refusals){0};
}

bool
refusals_set(struct refusals *r, size_t n, struct error *err)
{
	struct text t = {0};

	if (r->n == 1 && r->n_letters == n &&
	    r->first.kind->exit_status == EXIT_USAGE) {
		*err = r->first;
	} else {
		for (size_t i = 0; i < r->n; i++) {
			text_add(&t, i > 0 ? "; " : "");
			text_add_letters(&t, &r->at[i].letters);
			text_printf(&t, ": %s", r->at[i].why);
		}
		error_set(err, &ACT_NOT_ALL, "%s", text_str(&t));
	}
	text_done(&t);
	drop(r);
	return false;
}

/* ---------------------------------------------------------------- the turns */

static bool
do_letter(const struct act *act, const struct book_number *letter, size_t i,
	  json_t *answers, struct error *err)
{
	unsigned char id[ID_SIZE];
	struct arena a = {0};
	struct act one = {
	    .s = act->s,
	    .at = act->at,
	    .clock = act->clock,
	    .r = act->r,
	    .id = id,
	    .number = letter_of(letter, &a),
	    .arena = &a,
	    .entry = {.body = json_object()},
	    /* What stood to be written before has taken some. */
	    .n_derived = i == 0 ? act->n_derived : 0,
	};
	json_t *answer = NULL;
	bool ok;

	id_of_letter(act->r->act_id, i, id);
	ok = act_one(&one, &answer, err);
	if (ok) {
		act_add_told(&one, answer);
		json_array_append(answers, answer);
	}
	json_decref(answer);
	act_done(&one);
	arena_done(&a);
	return ok;
}

/* All are looked at, so that who asked learns of each that may not; but what
   the register itself refuses is no letter's fault. */
bool
act_many(struct act *act, const struct letters_asked *asked, json_t **answer,
	 struct error *err)
{
	struct refusals refused = {0};
	json_t *answers = json_array();
	struct error why = {0};

	for (size_t i = 0; i < asked->n; i++) {
		if (do_letter(act, &asked->at[i], i, answers, &why))
			continue;
		if (why.kind->exit_status == EXIT_REGISTER) {
			*err = why;
			drop(&refused);
			json_decref(answers);
			return false;
		}
		refusals_add(&refused, &asked->at[i], &why);
	}
	if (refused.n > 0) {
		json_decref(answers);
		return refusals_set(&refused, asked->n, err);
	}
	*answer = answer_of(answers);
	return true;
}

bool
action_may_all(struct session *s, const struct action *a,
	       const struct letters_asked *asked, bool *refused,
	       struct error *err)
{
	struct refusals no = {0};
	struct arena arena = {0};
	struct error why = {0};

	for (size_t i = 0; i < asked->n; i++) {
		const struct book_number *n = &asked->at[i];
		bool may = action_may(s, a, letter_of(n, &arena), &why);

		if (refused != NULL)
			refused[i] = !may;
		if (!may)
			refusals_add(&no, n, &why);
	}
	arena_done(&arena);
	return no.n == 0 || refusals_set(&no, asked->n, err);
}
