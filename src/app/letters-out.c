/* letters-out.c -- the letters that are written out for other programs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/letters-out.h"

#include <string.h>

#include "base/i18n.h"

#include "model/ledger.h"
#include "model/letter-list.h"
#include "model/number.h"

#include "app/may.h"

enum { PIECE = 200 };

/* ------------------------------------------------------------ what is new */

static bool
event_time(struct session *s, int64_t seq, moment *at, struct error *err)
{
	*at = 0;
	return query_number(
	    s->store, QUERY_EVENT_TIME,
	    PARAMS(P_INT("office", s->office), P_INT("seq", seq)), at, err);
}

static bool
since_event(struct session *s, int64_t seq, struct since *since,
	    struct error *err)
{
	if (seq > s->stands)
		return error_set(err, &REQUEST_WRONG,
				 _("--since %s: the register stands at event "
				   "%s; was an older backup restored?"),
				 DIGITS(seq), DIGITS(s->stands));
	since->after = seq;
	return event_time(s, seq, &since->at, err);
}

bool
since_asked(struct session *s, const struct request *r, struct since *since,
	    struct error *err)
{
	const char *word = request_value(r, "since");
	struct chain_head head;
	struct date d;
	int seq;

	*since = (struct since){0};
	if (!ledger_head(s->store, s->office, &head, err))
		return false;
	s->stands = head.seq;
	if (word == NULL || strcmp(word, "0") == 0)
		return true;
	if (number_whole(word, &seq))
		return since_event(s, seq, since, err);
	if (!date_parse_near(word, session_today(s), &d, err))
		return false;
	since->at = moment_at(d, 0, 0, 0);
	return true;
}

/* --------------------------------------------------------- which letters */

/* Of a book and year; and the letters that are new, rising. */
struct sheet_of {
	const char *book;
	int year;
};

struct walk {
	struct letters_out *out;
	struct viewer by;
	bool is_since;
	struct touched {
		int64_t letter;
	} * touched;
	size_t n_touched;
};

static bool
read_touched(struct walk *w, struct arena *a, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct touched, letter, FIELD_INT64), {0}};
	static const struct row_type type = {sizeof(struct touched), fields};
	struct session *s = w->out->s;
	struct since since;

	if (!since_asked(s, w->out->r, &since, err))
		return false;
	w->is_since = since.after != 0 || since.at != 0;
	return !w->is_since ||
	       query_rows(s->store, QUERY_LETTERS_TOUCHED,
			  PARAMS(P_INT("office", s->office),
				 P_INT("after", since.after),
				 P_INT("since", since.at)),
			  &type, a, &w->touched, &w->n_touched, err);
}

static bool
is_new(const struct walk *w, int64_t letter)
{
	size_t from = 0, to = w->n_touched;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (w->touched[middle].letter < letter)
			from = middle + 1;
		else
			to = middle;
	}
	return from < w->n_touched && w->touched[from].letter == letter;
}

static bool
give_piece(struct walk *w, const struct letter_list *list, struct error *err)
{
	for (size_t i = 0; i < list->n; i++) {
		if (w->is_since && !is_new(w, list->at[i].id))
			continue;
		w->out->letters++;
		if (!w->out->each(w->out->ctx, &list->at[i], err))
			return false;
	}
	return true;
}

static bool
give_year(struct walk *w, const struct sheet_of *of, struct error *err)
{
	struct row_span span = {.from = ROW_KEY_TOP, .after = PIECE};
	struct letter_list list;
	bool ok;

	do {
		struct arena a = {0};

		ok = letters_of_year(w->out->s->store, &w->by, of->book,
				     of->year, NULL, &span, &a, &list, err) &&
		     give_piece(w, &list, err);
		if (ok && list.n > 0) {
			span.from = letter_key_of_year(&list.at[list.n - 1]);
			span.from.part[0]++; /* the number behind it */
		}
		arena_done(&a);
	} while (ok && list.n == PIECE);
	return ok;
}

/* Is the book of that row asked for, and its year? */
static bool
is_asked(const struct request *r, const struct sheet_of *of)
{
	const char *book = request_value(r, "book");
	const char *year = request_value(r, "year");
	int be = 0;

	if (book != NULL &&
	    strcmp(choice_find(book_choices, book)->value, of->book) != 0)
		return false;
	return year == NULL || (number_year(year, &be) && be == of->year);
}

static bool
read_years(struct session *s, struct arena *a, struct sheet_of **at, size_t *n,
	   struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct sheet_of, book, FIELD_TEXT),
	    FIELD(struct sheet_of, year, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct sheet_of), fields};

	return query_rows(
	    s->store, QUERY_SHEETS_OF_OFFICE,
	    PARAMS(P_INT("office", s->office), P_TEXT("books", books_json(a))),
	    &type, a, at, n, err);
}

/* Where it stands is read first: what is written meanwhile may be in it, and
   is new the next time again, but is never missed. */
bool
letters_out(struct letters_out *o, struct error *err)
{
	struct session *s = o->s;
	struct arena a = {0};
	struct actor actor;
	struct walk w = {.out = o, .by = {s->office, &actor, session_today(s)}};
	struct sheet_of *at = NULL;
	size_t n = 0;
	bool ok = session_actor(s, &a, &actor, err) &&
		  actor_may_read(&actor, err) && read_touched(&w, &a, err) &&
		  read_years(s, &a, &at, &n, err);

	for (size_t i = 0; ok && i < n; i++)
		if (is_asked(o->r, &at[i]))
			ok = give_year(&w, &at[i], err);
	arena_done(&a);
	return ok;
}
