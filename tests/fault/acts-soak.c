/* acts-soak.c -- killed, and a broken disk, at each operation of every act */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <unistd.h>

#include "tests/fault/each-act.h"
#include "tests/fault/shim.h"
#include "tests/fixture.h"
#include "tests/test.h"

static struct {
	long n, asked;
	bool kills, for_ever;
} plan;

static bool
ask(void *ctx, enum shim_op op)
{
	(void)ctx;
	if (op == SHIM_CHECKPOINT || plan.n == 0)
		return true;
	plan.asked++;
	if (plan.asked == plan.n && plan.kills)
		kill(getpid(), SIGKILL);
	return plan.for_ever ? plan.asked < plan.n : plan.asked != plan.n;
}

static void
prepare(void)
{
	plan.n = 0;
	shim_install(ask, NULL);
}

static void
arm(long n)
{
	plan.n = n;
	plan.asked = 0;
}

static bool
reached(void)
{
	return plan.asked >= plan.n;
}

static struct act_fault
at_each_operation(bool kills, bool for_ever)
{
	plan.kills = kills;
	plan.for_ever = for_ever;
	return (struct act_fault){.prepare = prepare,
				  .arm = arm,
				  .reached = reached,
				  .is_known = !for_ever,
				  .step = 9};
}

static void
each_act_killed_at_any_operation_is_whole_or_absent(void **state)
{
	const struct act_fault fault = at_each_operation(true, false);

	(void)state;
	each_act(&fault);
}

static void
each_act_survives_any_operation_failing(void **state)
{
	const struct act_fault once = at_each_operation(false, false);
	struct act_fault for_ever;

	(void)state;
	each_act(&once);
	for_ever = at_each_operation(false, true);
	each_act(&for_ever);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		each_act_killed_at_any_operation_is_whole_or_absent),
	    cmocka_unit_test(each_act_survives_any_operation_failing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
