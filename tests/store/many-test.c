/* many-test.c -- one act on several letters is all of them, or nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/many.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { LETTERS = 24, ROUNDS = SOAK ? 400 : 40, WORD = 16 };

/* The posts a letter goes through from the clerk up. */
static const char *const chain[] = {"clerk", "head", "deputy", "palad"};

/* What the test knows of each letter: at which of them it lies. */
struct town {
	struct fixture f;
	size_t at[LETTERS];
	uint64_t seed;
};

static void
open_town(struct town *o)
{
	*o = (struct town){.seed = 2569};
	fixture_register(&o->f);
	for (size_t i = 0; i < LETTERS; i++)
		fixture_must(&o->f, "clerk", "receive", "--subject", "x", NULL);
}

/* Letters, none twice, in any order. */
static size_t
draw_letters(struct town *o, size_t drawn[LETTERS])
{
	size_t n = 2 + fixture_draw(&o->seed, 6);

	for (size_t i = 0; i < LETTERS; i++)
		drawn[i] = i;
	for (size_t i = 0; i < n; i++) {
		size_t k = i + fixture_draw(&o->seed, (uint32_t)(LETTERS - i));
		size_t other = drawn[k];

		drawn[k] = drawn[i];
		drawn[i] = other;
	}
	return n;
}

static bool
endorse(struct town *o, const unsigned char *act_id, const char *login,
	const size_t *letters, size_t n)
{
	char numbers[LETTERS][WORD];
	const char *at[LETTERS + 3] = {"endorse"};
	struct words words = {at, 1};

	for (size_t i = 0; i < n; i++) {
		snprintf(numbers[i], WORD, "%zu", letters[i] + 1);
		at[words.n++] = numbers[i];
	}
	at[words.n++] = "--note";
	at[words.n++] = "x";
	return fixture_run(&o->f, act_id, login, &words);
}

static int64_t
events(struct town *o)
{
	return fixture_count(&o->f, "SELECT count(*) FROM event");
}

static size_t
not_at(const struct town *o, size_t post, const size_t *letters, size_t n)
{
	size_t others = 0;

	for (size_t i = 0; i < n; i++)
		others += o->at[letters[i]] != post;
	return others;
}

/* Those that lie with another post are named side by side with the reason; all
   at the post of the last one are looked at. */
static void
assert_names(const struct town *o, size_t post, const size_t *letters, size_t n)
{
	struct book_number at[LETTERS];
	struct letters_asked refused = {at, 0};
	struct text words = {0};

	for (size_t i = 0; i < n; i++)
		if (o->at[letters[i]] == o->at[letters[n - 1]] &&
		    o->at[letters[i]] != post)
			at[refused.n++] = (struct book_number){
			    book_general, 2569, (int)letters[i] + 1};
	if (refused.n > 0) {
		text_add_letters(&words, &refused);
		text_add(&words, ": ");
		assert_non_null(strstr(o->f.err.detail, words.s));
	}
	text_done(&words);
}

static void
one_that_may_not_holds_all_back(void **state)
{
	struct town o;
	size_t letters[LETTERS], done = 0, refused = 0;

	(void)state;
	open_town(&o);
	for (int round = 0; round < ROUNDS; round++) {
		size_t n = draw_letters(&o, letters);
		size_t post = o.at[letters[0]];
		size_t others = not_at(&o, post, letters, n);
		int64_t before = events(&o);

		if (post == ARRAY_SIZE(chain))
			continue;
		if (endorse(&o, NULL, chain[post], letters, n)) {
			assert_int_equal(others, 0);
			assert_int_equal(events(&o), before + (int64_t)n);
			for (size_t i = 0; i < n; i++)
				o.at[letters[i]]++;
			done++;
			continue;
		}
		assert_ptr_equal(o.f.err.kind, &ACT_NOT_ALL);
		assert_int_not_equal(others, 0);
		assert_int_equal(events(&o), before);
		assert_names(&o, post, letters, n);
		refused++;
	}
	assert_int_not_equal(done, 0);
	assert_int_not_equal(refused, 0);
	assert_true(fixture_is_clean(&o.f));
	fixture_done(&o.f);
}

static void
asked_twice_it_is_done_once(void **state)
{
	static const unsigned char id[ID_SIZE] = {1};
	static const size_t letters[] = {3, 1, 2}, fewer[] = {3};
	struct town o;
	json_t *first;
	int64_t before;

	(void)state;
	open_town(&o);
	assert_true(endorse(&o, id, "clerk", letters, 3));
	first = json_deep_copy(o.f.answer);
	before = events(&o);
	assert_true(endorse(&o, id, "clerk", letters, 3));
	assert_true(json_equal(first, o.f.answer));
	/* What was asked the first time counts. */
	assert_true(endorse(&o, id, "clerk", fewer, 1));
	assert_true(json_equal(first, o.f.answer));
	assert_int_equal(events(&o), before);
	assert_int_equal(json_array_size(json_object_get(first, "letters")), 3);
	json_decref(first);
	assert_true(fixture_is_clean(&o.f));
	fixture_done(&o.f);
}

/* The page of the day before is closed once, and before all of them. */
static void
what_stands_before_is_written_once(void **state)
{
	static const size_t letters[] = {0, 1, 2, 3, 4};
	struct town o;
	int64_t before;

	(void)state;
	open_town(&o);
	before = events(&o);
	o.f.now += 24 * 3600 * (moment)1000000;
	assert_true(endorse(&o, NULL, "clerk", letters, 5));
	assert_int_equal(events(&o), before + 1 + 5);
	assert_true(fixture_is_clean(&o.f));
	fixture_done(&o.f);
}

static void
each_takes_the_next_number_of_a_book(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_to_the_top(&f, 4);
	for (int i = 1; i <= 4; i++) {
		char number[WORD];

		snprintf(number, WORD, "%d", i);
		fixture_must(&f, "nayok", "order", number, "--note", "x",
			     "--assign", "works", NULL);
	}
	fixture_must(&f, "works", "acknowledge", "2", NULL);
	/* Refused, it has taken none. */
	assert_true(fixture_refuses(&f, &ACT_NOT_ALL, "works", "acknowledge",
				    "4", "3", "2", NULL));
	fixture_must(&f, "works", "acknowledge", "4", "1", "3", NULL);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event "
					   "WHERE book = 'division:works'"),
			 4);
	assert_int_equal(fixture_count(&f, "SELECT max(number) FROM event "
					   "WHERE book = 'division:works'"),
			 4);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* The flag of the row and its words say the same, and nothing of it is left
   half done. */
static void
what_takes_many_says_so_in_its_row(void **state)
{
	size_t n = 0;

	(void)state;
	for (const struct action *a = actions; a->name != NULL; a++) {
		bool has_words = strcmp(a->operands, "NUMBER...") == 0;

		if (has_words != (a->many != NULL))
			fail_msg("%s", a->name);
		if (a->many == NULL)
			continue;
		assert_true(a->needs & NEED_LETTER);
		assert_non_null(a->decide);
		assert_null(a->prepare);
		assert_null(a->settle);
		n++;
	}
	assert_true(n >= 6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_that_may_not_holds_all_back),
	    cmocka_unit_test(asked_twice_it_is_done_once),
	    cmocka_unit_test(what_stands_before_is_written_once),
	    cmocka_unit_test(each_takes_the_next_number_of_a_book),
	    cmocka_unit_test(what_takes_many_says_so_in_its_row),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
