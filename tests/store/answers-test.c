/* answers-test.c -- an answer of a server is kept for its own question alone */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/postgresql-answers.h"

#include "tests/test.h"

static struct prepared one = {.name = "s1", .n = 1};
static struct prepared other = {.name = "s2", .n = 1};

/* Of one parameter: text, or n bytes. */
static struct answer *
await(struct prepared *p, const char *value, int n)
{
	const int lengths[] = {n}, formats[] = {n > 0};
	const char *const values[] = {value};
	const struct question q = {.prepared = p,
				   .values = values,
				   .lengths = lengths,
				   .formats = formats};

	return answer_await(&q);
}

static struct answers kept;

static void
keep(struct answer *a)
{
	assert_true(answers_add(&kept, a));
	answer_done(a);
}

static bool
is_kept(struct answer *like)
{
	bool is = answers_find(&kept, like) != NULL;

	answer_done(like);
	return is;
}

static void
the_same_question_has_the_same_answer(void **state)
{
	(void)state;
	keep(await(&one, "ก", 0));
	assert_true(is_kept(await(&one, "ก", 0)));
	assert_false(is_kept(await(&one, "ข", 0)));
	assert_false(is_kept(await(&other, "ก", 0)));
	answers_forget(&kept);
	assert_false(is_kept(await(&one, "ก", 0)));
}

static void
nothing_is_not_an_empty_text(void **state)
{
	(void)state;
	keep(await(&one, "", 0));
	assert_true(is_kept(await(&one, "", 0)));
	assert_false(is_kept(await(&one, NULL, 0)));
	answers_forget(&kept);
	keep(await(&one, NULL, 0));
	assert_true(is_kept(await(&one, NULL, 0)));
	assert_false(is_kept(await(&one, "", 0)));
	answers_forget(&kept);
}

static void
bytes_have_their_length(void **state)
{
	(void)state;
	keep(await(&one, "a\0b", 3));
	assert_true(is_kept(await(&one, "a\0b", 3)));
	assert_false(is_kept(await(&one, "a\0c", 3)));
	assert_false(is_kept(await(&one, "a\0b", 2)));
	answers_forget(&kept);
}

static void
what_would_not_fit_is_not_kept(void **state)
{
	struct answer *a;

	(void)state;
	for (int i = 0; i < KEPT_MAX; i++)
		keep(await(&one, (const char[]){(char)('!' + i), '\0'}, 0));
	a = await(&one, "ก", 0);
	assert_false(answers_add(&kept, a));
	answer_done(a);
	answers_forget(&kept);
}

static int
begin(void **state)
{
	struct error err = {0};

	(void)state;
	return late_load(&libpq_late, &err) ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_same_question_has_the_same_answer),
	    cmocka_unit_test(nothing_is_not_an_empty_text),
	    cmocka_unit_test(bytes_have_their_length),
	    cmocka_unit_test(what_would_not_fit_is_not_kept),
	};

	return cmocka_run_group_tests(tests, begin, NULL);
}
