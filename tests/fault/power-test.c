/* power-test.c -- the power is cut at every operation on the disk */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/fault/disk.h"
#include "tests/fault/shim.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum {
	RECEIPTS = SOAK ? 25 : 4,
	SEEDS = SOAK ? 20 : 1,
	STRIDE = SOAK ? 9 : 45,
	RANDOM = SOAK ? 5000 : 0
};

/* What a cut at each operation came to. */
struct outcome {
	long operations; /* of the load */
	int64_t acked;   /* numbers that clerks have seen */
	int64_t most;    /* ... in one go */
	int64_t lost;    /* of those, no more in the register */
	int cuts_that_lose;
	int damaged;
};

typedef void (*loosen_fn)(void);

static void
leave_as_it_is(void)
{
}

/* Behind the program's back: its own settings are read back at opening. */
static void
forget_to_sync(void)
{
	sqlite3_exec(shim_connection(), "PRAGMA synchronous = NORMAL", NULL,
		     NULL, NULL);
}

/* Receives letters until the power goes; the last number it was given. */
static int64_t
receive_until_dark(struct fixture *f, loosen_fn loosen)
{
	int64_t last = 0;

	if (fixture_session(f, "clerk") == NULL)
		return 0;
	loosen();
	for (int i = 0; i < RECEIPTS && !disk_is_dead(); i++)
		if (fixture_act(f, "clerk", "receive", "--subject", "x", NULL))
			last = fixture_int(f, "number");
	fixture_close(f);
	return last;
}

static int64_t
last_number(const struct fixture *f)
{
	return fixture_count(f, "SELECT coalesce(max(number), 0) FROM letter");
}

/* What is there once the light is on again, against what was seen. */
static void
compare(struct fixture *f, int64_t acked, struct outcome *o)
{
	int64_t there = 0;

	if (fixture_findings_quietly(f) == 0)
		there = last_number(f);
	else
		o->damaged++;
	o->acked += acked;
	o->most = acked > o->most ? acked : o->most;
	o->lost += acked > there ? acked - there : 0;
	o->cuts_that_lose += acked > there;
}

static void
start_again(const struct fixture *f)
{
	disk_reset();
	fixture_forget_mark(f);
}

/* False when the load was done before the nth operation. */
static bool
cut(struct fixture *f, loosen_fn loosen, long n, uint64_t seed,
    struct outcome *o)
{
	int64_t acked;
	bool dark;

	start_again(f);
	disk_cut_at(n, seed);
	acked = receive_until_dark(f, loosen);
	dark = disk_is_dead();
	disk_power_on();
	compare(f, acked, o);
	o->operations = n > o->operations ? n : o->operations;
	return dark;
}

/* The second cut at the mth operation of coming up again. */
static bool
cut_twice(struct fixture *f, long n, long m, struct outcome *o)
{
	int64_t acked;
	bool dark;

	start_again(f);
	disk_cut_at(n, (uint64_t)m);
	acked = receive_until_dark(f, leave_as_it_is);
	disk_power_on();
	disk_cut_at(m, (uint64_t)n);
	fixture_findings_quietly(f);
	dark = disk_is_dead();
	disk_power_on();
	compare(f, acked, o);
	return dark;
}

static void
start(struct fixture *f)
{
	disk_install();
	shim_watch();
	fixture_register(f);
	fixture_close(f);
	disk_keep();
}

static void
end(struct fixture *f, const struct outcome *o)
{
	print_message("%ld operations, %lld numbers seen, %lld lost in %d "
		      "cuts, %d damaged\n",
		      o->operations, (long long)o->acked, (long long)o->lost,
		      o->cuts_that_lose, o->damaged);
	fixture_done(f);
	disk_remove();
}

static void
cut_everywhere(loosen_fn loosen, struct outcome *o)
{
	struct fixture f;
	uint64_t draws = 4;

	*o = (struct outcome){0};
	start(&f);
	for (uint64_t seed = 0; seed < SEEDS; seed++)
		for (long n = 1; cut(&f, loosen, n, seed, o); n++)
			continue;
	for (int i = 0; i < RANDOM; i++)
		cut(&f, loosen,
		    1 + fixture_draw(&draws, (uint32_t)o->operations),
		    (uint64_t)(SEEDS + i), o);
	end(&f, o);
}

static void
no_number_that_was_seen_is_lost(void **state)
{
	struct outcome o;

	(void)state;
	cut_everywhere(leave_as_it_is, &o);
	assert_true(o.operations > 30);
	assert_int_equal(o.most, RECEIPTS);
	assert_int_equal(o.damaged, 0);
	assert_int_equal(o.lost, 0);
}

static void
a_second_cut_while_coming_up_loses_nothing(void **state)
{
	struct fixture f;
	struct outcome o = {0};

	(void)state;
	start(&f);
	for (long n = 1; cut(&f, leave_as_it_is, n, 1, &o); n += STRIDE)
		for (long m = 1; cut_twice(&f, n, m, &o); m++)
			continue;
	end(&f, &o);
	assert_int_equal(o.most, RECEIPTS);
	assert_int_equal(o.damaged, 0);
	assert_int_equal(o.lost, 0);
}

/* Proves that the tests above can fail, and why synchronous is FULL. */
static void
without_full_syncing_numbers_are_lost(void **state)
{
	struct outcome o;

	(void)state;
	cut_everywhere(forget_to_sync, &o);
	assert_int_equal(o.damaged, 0);
	assert_true(o.lost > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_number_that_was_seen_is_lost),
	    cmocka_unit_test(a_second_cut_while_coming_up_loses_nothing),
	    cmocka_unit_test(without_full_syncing_numbers_are_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
