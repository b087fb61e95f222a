/* io-error-test.c -- an act whose nth operation on the disk fails */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/fault/shim.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum { OPERATIONS_MIN = 10, OPERATIONS_MAX = 2000 };

/* Which operation fails: the nth from now on; for ever, or once. */
static struct {
	long n;
	bool for_ever;
	long asked;
} plan;

static bool
ask(void *ctx, enum shim_op op)
{
	(void)ctx;
	if (op == SHIM_CHECKPOINT)
		return true;
	plan.asked++;
	if (plan.n == 0)
		return true;
	return plan.for_ever ? plan.asked < plan.n : plan.asked != plan.n;
}

static void
fail_at(long n, bool for_ever)
{
	plan.n = n;
	plan.for_ever = for_ever;
	plan.asked = 0;
}

static bool
receive(struct fixture *f, const unsigned char id[ID_SIZE])
{
	return fixture_act_as(f, id, "clerk", "receive", "--subject", "x",
			      "--enclosure", "x", NULL);
}

static int64_t
letters(struct fixture *f)
{
	return fixture_count(f, "SELECT count(*) FROM letter");
}

static void
assert_refused_in_words(const struct fixture *f)
{
	char *sentence;

	assert_non_null(f->err.kind);
	/* The disk is broken, and not full. */
	assert_ptr_not_equal(f->err.kind, &STORE_FULL);
	sentence = error_sentence(&f->err);
	assert_true(sentence[0] != '\0');
	free(sentence);
}

/* Refused in words, or done; asked again, it is done once.  False when there
   was no nth operation. */
static bool
survives(struct fixture *f, long n, bool for_ever)
{
	unsigned char id[ID_SIZE];
	int64_t before = letters(f);
	bool done, reached;

	random_bytes(id, sizeof(id));
	fail_at(n, for_ever);
	done = receive(f, id);
	reached = plan.asked >= n;
	fail_at(0, false);
	if (!done)
		assert_refused_in_words(f);
	/* Unless the disk stays broken, what was refused was not done. */
	if (!done && !for_ever)
		assert_int_equal(letters(f), before);
	if (!receive(f, id))
		fail_msg("after operation %ld%s: %s, %s", n,
			 for_ever ? " and all later" : "", f->err.kind->name,
			 f->err.detail);
	assert_int_equal(letters(f), before + 1);
	assert_int_equal(fixture_int(f, "number"), before + 1);
	return reached;
}

/* What is done to the session before each try. */
typedef void (*before_fn)(struct fixture *f);

/* Each operation in turn, until there is no nth any more. */
static void
every_operation_fails(before_fn before, bool for_ever)
{
	struct fixture f;
	long n = 0;
	bool reached;

	fixture_register(&f);
	fixture_close(&f);
	shim_install(ask, NULL);
	do {
		before(&f);
		reached = survives(&f, ++n, for_ever);
	} while (reached && n < OPERATIONS_MAX);
	assert_in_range(n, OPERATIONS_MIN, OPERATIONS_MAX - 1);
	fixture_close(&f);
	shim_remove();
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
keep_open(struct fixture *f)
{
	if (fixture_session(f, "clerk") == NULL)
		fail_msg("%s", f->err.detail);
}

/* Nothing is remembered: every page is read again, after the commit, too. */
static void
forget_pages(struct fixture *f)
{
	fixture_close(f);
	keep_open(f);
	sqlite3_exec(shim_connection(), "PRAGMA cache_size = 0", NULL, NULL,
		     NULL);
}

static void
an_act_survives_any_operation_failing(void **state)
{
	(void)state;
	every_operation_fails(keep_open, false);
	every_operation_fails(keep_open, true);
}

static void
opening_survives_any_operation_failing(void **state)
{
	(void)state;
	every_operation_fails(fixture_close, false);
	every_operation_fails(fixture_close, true);
}

static void
reading_survives_any_operation_failing(void **state)
{
	(void)state;
	shim_watch();
	every_operation_fails(forget_pages, false);
	every_operation_fails(forget_pages, true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_act_survives_any_operation_failing),
	    cmocka_unit_test(opening_survives_any_operation_failing),
	    cmocka_unit_test(reading_survives_any_operation_failing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
