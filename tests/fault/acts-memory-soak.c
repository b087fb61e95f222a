/* acts-memory-soak.c -- memory runs out in the middle of every act */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fault/each-act.h"
#include "tests/fault/memory.h"
#include "tests/fixture.h"
#include "tests/test.h"

static enum memory_of whose;
static long wanted;

static void
prepare(void)
{
	memory_fail_at(whose, 0, false);
}

static void
arm(long n)
{
	wanted = n;
	memory_fail_at(whose, n, false);
}

static bool
reached(void)
{
	return memory_asked() >= wanted;
}

static void
each_act_without_memory_is_whole_or_absent(void **state)
{
	struct act_fault fault = {.prepare = prepare,
				  .arm = arm,
				  .reached = reached,
				  .may_end = true,
				  .is_known = true};

	(void)state;
	if (!memory_install()) {
		print_message("memory cannot be taken away here\n");
		skip();
	}
	whose = MEMORY_OF_US;
	fault.step = 37;
	each_act(&fault);
	whose = MEMORY_OF_SQLITE;
	fault.step = 257;
	each_act(&fault);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_act_without_memory_is_whole_or_absent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
