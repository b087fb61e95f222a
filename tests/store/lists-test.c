/* lists-test.c -- lists of letters are read by pieces, and nothing is lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/look.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* Of them every second number is a circular's, too, in a book of its own. */
enum { LETTERS = 1201, CIRCULARS = 601 };

/* The year has every third number of the first thousands: no list may count
   on numbers that follow each other. */
static int
with_letters(void **state)
{
	static struct fixture f;

	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "ก", NULL);
	fixture_close(&f);
	if (!fixture_sql(
		&f,
		"WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 "
		"FROM more WHERE n < 1200) INSERT INTO letter (office, letter, "
		"book, year, number, subject, urgency, urgency_rank, kind, "
		"channel, received_at, registered_at, state, at_post, since) "
		"SELECT office, letter + 9999 + n, book, year, 3 * n, subject, "
		"iif(n % 4 > 0, NULL, 'ด่วนมาก'), iif(n % 4 > 0, 0, 2), kind, "
		"channel, "
		"received_at, registered_at + 3600000000 * n, "
		"iif(n % 5 > 0, 'received', 'presented'), at_post, since + n % "
		"7 "
		"FROM more, letter WHERE number = 1") ||
	    !fixture_sql(
		&f,
		"INSERT INTO letter (office, letter, book, year, number, "
		"subject, urgency, urgency_rank, kind, channel, received_at, "
		"registered_at, state, at_post, since) SELECT office, letter "
		"+ 20000, 'circular', year, number, subject, urgency, "
		"urgency_rank, kind, channel, received_at, registered_at, "
		"state, 'head', since FROM letter WHERE number % 2 = 1"))
		return -1;
	*state = &f;
	return 0;
}

static int
without_letters(void **state)
{
	fixture_done(*state);
	return 0;
}

/* --------------------------------------------------------------- pieces */

static void
read_piece(struct fixture *f, const struct look_filter *filter,
	   struct row_span span, struct arena *a, struct letter_list *list)
{
	assert_true(look_letters(fixture_session(f, "clerk"), filter, &span, a,
				 list, &f->err));
}

static struct row_span
around(const struct look_filter *filter, const struct letter *l, int n)
{
	return (struct row_span){look_key(filter, l), n, n};
}

/* Around a row of the whole list there stands what stands there in it. */
static void
assert_pieces_fit(struct fixture *f, const struct look_filter *filter,
		  size_t expected)
{
	struct arena a = {0};
	struct letter_list all, some;

	read_piece(f, filter, (struct row_span){ROW_KEY_TOP, 0, 9999}, &a,
		   &all);
	assert_int_equal(all.n, expected);
	for (size_t at = 0; at < all.n; at += 97) {
		size_t before = at < 20 ? at : 20;

		read_piece(f, filter, around(filter, &all.at[at], 20), &a,
			   &some);
		for (size_t i = 0; i < some.n; i++)
			assert_int_equal(some.at[i].id,
					 all.at[at - before + i].id);
		assert_int_equal(some.n - before,
				 all.n - at < 20 ? all.n - at : 20);
	}
	arena_done(&a);
}

static void
a_piece_of_the_register_is_what_stands_there(void **state)
{
	assert_pieces_fit(*state, &(struct look_filter){0}, LETTERS);
	assert_pieces_fit(*state, &(struct look_filter){.state = "presented"},
			  LETTERS / 5);
}

static void
each_book_is_a_list_of_its_own(void **state)
{
	const struct book *circulars = book_find("circular");

	assert_pieces_fit(*state, &(struct look_filter){.book = circulars},
			  CIRCULARS);
	assert_pieces_fit(
	    *state,
	    &(struct look_filter){.book = circulars, .state = "presented"},
	    CIRCULARS / 5);
	assert_pieces_fit(*state,
			  &(struct look_filter){.book = book_find("send")}, 0);
}

static void
a_piece_of_the_desk_is_what_stands_there(void **state)
{
	assert_pieces_fit(*state, &(struct look_filter){.mine = true}, LETTERS);
	assert_pieces_fit(
	    *state, &(struct look_filter){.mine = true, .state = "presented"},
	    LETTERS / 5);
}

/* ------------------------------------------------------------- row by row */

struct seen {
	struct fixture *f;
	size_t n;
	int last;
	int register_at; /* another letter comes when so many were told */
};

static bool
see(void *ctx, const struct letter *l)
{
	struct seen *s = ctx;

	assert_true(s->last == 0 || l->number < s->last);
	s->last = l->number;
	if (++s->n == (size_t)s->register_at)
		fixture_must(s->f, "clerk", "receive", "--subject", "ข", NULL);
	return true;
}

static void
each_letter_is_told_once_while_others_come(void **state)
{
	struct seen s = {*state, .register_at = 600};

	assert_true(look_each(fixture_session(s.f, "clerk"),
			      &(struct look_filter){0}, see, &s, &s.f->err));
	assert_int_equal(s.n, LETTERS + 1);
	assert_int_equal(s.last, 1);
}

static bool
stop_at_the_third(void *ctx, const struct letter *l)
{
	(void)l;
	return ++*(int *)ctx < 3;
}

static void
who_has_seen_enough_is_told_no_more(void **state)
{
	struct fixture *f = *state;
	int n = 0;

	assert_true(look_each(fixture_session(f, "clerk"),
			      &(struct look_filter){.mine = true},
			      stop_at_the_third, &n, &f->err));
	assert_int_equal(n, 3);
}

/* ------------------------------------------------------------------ days */

static void
a_day_is_found_between_numbers_that_are_missing(void **state)
{
	struct fixture *f = *state;
	struct session *s = fixture_session(f, "clerk");
	struct arena a = {0};
	struct letter_list list;
	int number;

	for (int day = 18; day < 30; day++) {
		struct date d = {2026, 1, day};

		assert_true(
		    look_number_since(s, &(struct look_filter){.year = 2569}, d,
				      &number, &f->err));
		read_piece(f, &(struct look_filter){0},
			   (struct row_span){{{number}}, 1, 1}, &a, &list);
		const struct letter *after = &list.at[list.n - 1];
		assert_true(after->registered_at >= moment_at(d, 0, 0, 0));
		if (list.n == 2)
			assert_true(list.at[0].registered_at <
				    moment_at(d, 0, 0, 0));
	}
	assert_true(look_number_since(s, &(struct look_filter){.year = 2500},
				      (struct date){1957, 1, 1}, &number,
				      &f->err));
	arena_done(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_piece_of_the_register_is_what_stands_there),
	    cmocka_unit_test(each_book_is_a_list_of_its_own),
	    cmocka_unit_test(a_piece_of_the_desk_is_what_stands_there),
	    cmocka_unit_test(who_has_seen_enough_is_told_no_more),
	    cmocka_unit_test(a_day_is_found_between_numbers_that_are_missing),
	    cmocka_unit_test(each_letter_is_told_once_while_others_come),
	};

	return cmocka_run_group_tests(tests, with_letters, without_letters);
}
