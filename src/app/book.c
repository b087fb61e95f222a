/* book.c -- the books of the office: which there are, where each begins */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/book.h"

#include <string.h>

#include "model/number.h"

#include "app/decisions.h"

/* Where a sequence stands in a year. */
struct counter {
	const char *book;
	int first, next;
};

static bool
counters_of_year(const struct session *s, int year, struct arena *a,
		 struct counter **at, size_t *n, struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct counter, book, FIELD_TEXT),
	    FIELD(struct counter, first, FIELD_INT),
	    FIELD(struct counter, next, FIELD_INT),
	    {0}};
	static const struct row_type type = {sizeof(struct counter), fields};

	return query_rows(
	    s->store, QUERY_COUNTERS_OF_YEAR,
	    PARAMS(P_INT("office", s->office), P_INT("year", year)), &type, a,
	    at, n, err);
}

static struct counter
counter_of(const struct book *b, const struct counter *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(at[i].book, b->code) == 0)
			return at[i];
	return (struct counter){b->code, 1, 1};
}

struct highest {
	int n;
};

/* Numbers of an old register were entered: they cannot be given again. */
static bool
is_behind_imported(struct act *act, const struct book *b, int year, int next,
		   struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct highest, n, FIELD_INT), {0}};
	static const struct row_type type = {sizeof(struct highest), fields};
	struct highest highest = {0};
	bool found;

	if (!query_row(act->s->store, QUERY_HIGHEST_NUMBER,
		       PARAMS(P_INT("office", act->s->office),
			      P_TEXT("book", b->code), P_INT("year", year)),
		       &type, act->arena, &highest, &found, err))
		return false;
	return next > highest.n ||
	       error_set(err, &RULE_REFUSED,
			 _("letters up to number %s of %s were entered from "
			   "an old register"),
			 DIGITS(highest.n), DIGITS(year));
}

/* Numbers before it stand on paper: an office that begins with the program in
   the middle of a year goes on where its books are. */
bool
book_begin_decide(struct act *act, struct error *err)
{
	const struct policies *p = &act->standing.policies;
	const struct book *b =
	    book_find(choice_find(book_choices, act_operand(act, 0))->value);
	struct counter *counters, now;
	int next = 0;
	size_t n;

	if (!book_is_own(b, p))
		return error_set(err, &RULE_REFUSED,
				 _("%s shares the numbers of %s"), _(b->name),
				 _(book_shared(b)->name));
	if (!counters_of_year(act->s, p->year, act->arena, &counters, &n, err))
		return false;
	now = counter_of(b, counters, n);
	if (now.next > now.first)
		return error_set(err, &RULE_REFUSED,
				 _("numbers of %s have been given in it, up "
				   "to %s"),
				 DIGITS(p->year), DIGITS(now.next - 1));
	if (!number_whole(act_operand(act, 1), &next))
		return error_set(err, &REQUEST_WRONG, "%.60s",
				 act_operand(act, 1));
	if (!is_behind_imported(act, b, p->year, next, err))
		return false;
	act_put(act, "book", b->code);
	act_put_int(act, "year", p->year);
	act_put_int(act, "next_number", next);
	return true;
}

static json_t *
book_json(const struct book *b, const struct policies *p,
	  const struct counter *counters, size_t n)
{
	bool is_own = book_is_own(b, p);
	const struct book *numbers = is_own ? b : book_shared(b);
	struct counter c = counter_of(numbers, counters, n);

	return json_pack("{s:s, s:s, s:s, s:s, s:s, s:i, s:i, s:i}", "code",
			 b->code, "prefix", b->prefix, "name", _(b->name),
			 "way", b->way == BOOK_IN ? "in" : "out", "numbers",
			 numbers->code, "year", p->year, "first", c.first,
			 "next", c.next);
}

bool
book_list_look(struct session *s, const struct request *r, json_t **answer,
	       struct error *err)
{
	struct arena a = {0};
	struct policies p;
	struct counter *counters;
	size_t n;
	bool ok = policies_read(s->store, s->office, session_now(s), &p, err) &&
		  counters_of_year(s, p.year, &a, &counters, &n, err);

	(void)r;
	*answer = ok ? json_array() : NULL;
	for (const struct book *b = books; ok && b->code != NULL; b++)
		json_array_append_new(*answer, book_json(b, &p, counters, n));
	arena_done(&a);
	return ok;
}
