/* kill-test.c -- kill -9 at any moment of an act, of one and of many */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/fault/crowd.h"
#include "tests/fault/shim.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum {
	TRIALS = SOAK ? 10000 : 50,
	WRITERS = 4,
	ANSWERS = SOAK ? 500 : 20,
	ROUNDS = SOAK ? 5 : 1,
	OPERATIONS_MAX = 500
};

static unsigned char act_id[ID_SIZE];

static bool
receive(struct fixture *f)
{
	return fixture_act_as(f, act_id, "clerk", "receive", "--subject", "x",
			      NULL);
}

static int64_t
letters(const struct fixture *f)
{
	return fixture_count(f, "SELECT count(*) FROM letter");
}

/* The one who was killed comes back and asks again. */
static void
assert_done_once(struct fixture *f, int64_t number)
{
	if (!receive(f))
		fail_msg("%s: %s", f->err.kind->name, f->err.detail);
	assert_int_equal(fixture_int(f, "number"), number);
	assert_int_equal(letters(f), number);
	fixture_close(f);
}

/* ------------------------------------- between the commit and the answer */

static int
die(void *ctx, sqlite3 *db, const char *name, int pages)
{
	(void)ctx;
	(void)db;
	(void)name;
	(void)pages;
	return kill(getpid(), SIGKILL);
}

static bool
die_after_commit(struct fixture *f, struct crowd *c, size_t i)
{
	(void)i;
	shim_watch();
	if (fixture_session(f, "clerk") == NULL)
		return false;
	sqlite3_wal_hook(shim_connection(), die, NULL);
	if (receive(f))
		crowd_tell(c, fixture_int(f, "number"));
	return true;
}

static void
who_is_killed_after_the_commit_asks_again_and_gets_his_number(void **state)
{
	struct fixture f;
	struct crowd c;
	size_t n;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	for (int64_t i = 1; i <= ANSWERS; i++) {
		random_bytes(act_id, sizeof(act_id));
		crowd_start(&c, 1, &f, die_after_commit);
		free(crowd_numbers(&c, &n));
		assert_int_equal(crowd_wait(&c), 1);
		assert_int_equal(n, 0);
		/* It is in the register; he only was not told. */
		assert_int_equal(letters(&f), i);
		assert_done_once(&f, i);
	}
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* ------------------------------------------ before each of its operations */

static long operations_left;

static bool
die_at_last(void *ctx, enum shim_op op)
{
	(void)ctx;
	if (op != SHIM_CHECKPOINT && --operations_left == 0)
		kill(getpid(), SIGKILL);
	return true;
}

static bool
die_at_operation(struct fixture *f, struct crowd *c, size_t i)
{
	(void)c;
	(void)i;
	shim_install(die_at_last, NULL);
	return receive(f);
}

/* False when it was done before the nth. */
static bool
dies_at(struct fixture *f, long n)
{
	struct crowd c;
	size_t seen;

	operations_left = n;
	crowd_start(&c, 1, f, die_at_operation);
	free(crowd_numbers(&c, &seen));
	return crowd_wait(&c) != 0;
}

/* Each round goes on where the other left the log and its file. */
static void
kill_at_each_operation(struct fixture *f)
{
	long n = 0;
	bool died;

	do {
		int64_t next = letters(f) + 1;

		random_bytes(act_id, sizeof(act_id));
		died = dies_at(f, ++n);
		assert_true(fixture_is_clean(f));
		assert_done_once(f, next);
	} while (died && n < OPERATIONS_MAX);
	assert_in_range(n, 20, OPERATIONS_MAX - 1);
}

static void
an_act_killed_at_any_operation_is_whole_or_absent(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	for (int round = 0; round < ROUNDS; round++)
		kill_at_each_operation(&f);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* ------------------------------------------------- several, at any moment */

static bool
receive_for_ever(struct fixture *f, struct crowd *c, size_t i)
{
	(void)i;
	while (fixture_act(f, "clerk", "receive", "--subject", "x", NULL))
		crowd_tell(c, fixture_int(f, "number"));
	return false;
}

/* At any moment of their beginning, or of their work when some number was
   told; one of them first and the others a moment later, or all. */
static void
kill_them(struct crowd *c, uint64_t *seed, bool at_work)
{
	if (at_work)
		crowd_await_number(c);
	usleep(3000 + fixture_draw(seed, 60000));
	if (fixture_draw(seed, 2) == 0) {
		crowd_kill_one(c, fixture_draw(seed, WRITERS));
		usleep(10000);
	}
	crowd_kill(c);
	crowd_wait(c);
}

static int
by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* None told twice, none above the last of the register: without a gap, as the
   check says, all are there. */
static void
assert_all_are_there(const struct fixture *f, int64_t *numbers, size_t n,
		     int64_t before)
{
	qsort(numbers, n, sizeof(*numbers), by_number);
	for (size_t i = 0; i < n; i++)
		assert_true(numbers[i] > (i > 0 ? numbers[i - 1] : before));
	if (n > 0)
		assert_true(numbers[n - 1] <= letters(f));
}

/* How long it takes until the register can be looked at again. */
static double
seconds_to_open(const struct fixture *f)
{
	double began = fixture_seconds();

	letters(f);
	return fixture_seconds() - began;
}

static double
larger(double a, double b)
{
	return a > b ? a : b;
}

static void
no_number_seen_is_lost_when_writers_are_killed(void **state)
{
	struct fixture f;
	struct crowd c;
	uint64_t seed = 9;
	size_t n, all = 0;
	double slowest = 0;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	for (int i = 0; i < TRIALS; i++) {
		int64_t before = letters(&f);
		int64_t *numbers;

		crowd_start(&c, WRITERS, &f, receive_for_ever);
		kill_them(&c, &seed, i % 2 == 0);
		slowest = larger(slowest, seconds_to_open(&f));
		numbers = crowd_numbers(&c, &n);
		assert_all_are_there(&f, numbers, n, before);
		all += n;
		free(numbers);
	}
	assert_true(all >= TRIALS / 2);
	assert_true(fixture_is_clean(&f));
	print_message("%d kills: %zu numbers seen, %lld in the register; first "
		      "look after a kill at most %.1f ms\n",
		      TRIALS, all, (long long)letters(&f), 1000 * slowest);
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		who_is_killed_after_the_commit_asks_again_and_gets_his_number),
	    cmocka_unit_test(an_act_killed_at_any_operation_is_whole_or_absent),
	    cmocka_unit_test(no_number_seen_is_lost_when_writers_are_killed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
