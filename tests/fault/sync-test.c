/* sync-test.c -- what the disk could not keep is never called kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "tests/fault/disk.h"
#include "tests/fixture.h"
#include "tests/test.h"

/*
 * After a sync that failed the kernel forgets what it was for, and the next one
 * succeeds: a program that goes on as if nothing had been has told numbers that
 * the disk never had.  Each of the syncs fails once, and then the power goes.
 */
enum { RECEIPTS = SOAK ? 40 : 6, SEEDS = SOAK ? 5 : 1 };

struct outcome {
	long syncs;
	int64_t acked, lost;
	int refused, damaged;
};

/* What is refused is asked for again, as a clerk would. */
static int64_t
receive_all(struct fixture *f, struct outcome *o)
{
	unsigned char id[ID_SIZE];
	int64_t last = 0;

	for (int i = 0; i < RECEIPTS; i++) {
		random_bytes(id, sizeof(id));
		for (int k = 0; k < 2; k++) {
			if (fixture_act_as(f, id, "clerk", "receive",
					   "--subject", "x", NULL)) {
				last = fixture_int(f, "number");
				break;
			}
			o->refused++;
		}
	}
	return last;
}

static void
compare(struct fixture *f, int64_t acked, struct outcome *o)
{
	int64_t there = 0;

	if (fixture_findings_quietly(f) == 0)
		there = fixture_count(
		    f, "SELECT coalesce(max(number), 0) FROM letter");
	else
		o->damaged++;
	o->acked += acked;
	o->lost += acked > there ? acked - there : 0;
}

/* False when there was no nth sync.  Cut while all are at work, or when all
   have left and the log was written back. */
static bool
fail_sync(struct fixture *f, long n, bool is_told, bool leaves, uint64_t seed,
	  struct outcome *o)
{
	int64_t acked;
	bool reached;

	disk_reset();
	fixture_forget_mark(f);
	disk_fail_sync_at(n, is_told);
	acked = receive_all(f, o);
	if (leaves)
		fixture_close(f);
	reached = disk_syncs() >= n;
	disk_fail_sync_at(0, true);
	disk_cut_now(seed);
	fixture_close(f);
	disk_power_on();
	compare(f, acked, o);
	o->syncs = n;
	return reached;
}

static void
fail_everywhere(bool is_told, struct outcome *o)
{
	struct fixture f;

	*o = (struct outcome){0};
	disk_install();
	fixture_register(&f);
	fixture_close(&f);
	disk_keep();
	for (uint64_t seed = 0; seed < SEEDS; seed++)
		for (int leaves = 0; leaves <= 1; leaves++)
			for (long n = 1;
			     fail_sync(&f, n, is_told, leaves, seed, o); n++)
				continue;
	print_message("%ld syncs, %lld numbers seen, %d refused, %lld lost, %d "
		      "damaged\n",
		      o->syncs, (long long)o->acked, o->refused,
		      (long long)o->lost, o->damaged);
	fixture_done(&f);
	disk_remove();
}

static void
no_number_is_lost_by_a_sync_that_failed(void **state)
{
	struct outcome o;

	(void)state;
	fail_everywhere(true, &o);
	assert_true(o.syncs > RECEIPTS);
	assert_true(o.refused > 0);
	assert_int_equal(o.damaged, 0);
	assert_int_equal(o.lost, 0);
}

/* Proves that the test above can fail: nobody is told, and numbers are lost. */
static void
a_disk_that_lies_loses_numbers(void **state)
{
	struct outcome o;

	(void)state;
	fail_everywhere(false, &o);
	assert_true(o.lost > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_number_is_lost_by_a_sync_that_failed),
	    cmocka_unit_test(a_disk_that_lies_loses_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
