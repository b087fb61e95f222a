/* race-test.c -- with the gate, the race for the log is never run */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "tests/fault/race.h"
#include "tests/test.h"

/* RACE_SECONDS lengthens it for make soak. */
static double
seconds(void)
{
	const char *asked = getenv("RACE_SECONDS");

	return asked != NULL ? atof(asked) : 5.0;
}

static void
nothing_is_lost_when_all_pass_the_gate(void **state)
{
	struct race_result r = race_run(seconds());

	(void)state;
	print_message("# received %ld, kept %ld, refused %ld, findings %d\n",
		      r.received, r.kept, r.refusals, r.findings);
	assert_true(race_is_clean(&r));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_is_lost_when_all_pass_the_gate),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
