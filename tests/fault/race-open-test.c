/* race-open-test.c -- without the gate the same race loses letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sqlite3.h>

#include "tests/fault/race.h"
#include "tests/test.h"

/* The fault is mended in 3.51.3, 3.50.7 and 3.44.6. */
static bool
sqlite_is_mended(void)
{
	int v = sqlite3_libversion_number();

	return v >= 3051003 || (v >= 3050007 && v < 3051000) ||
	       (v >= 3044006 && v < 3045000);
}

static void
without_the_gate_letters_are_lost(void **state)
{
	enum { TRIES = 5 };
	bool clean = true;

	(void)state;
	if (sqlite_is_mended())
		skip();
	for (int i = 0; i < TRIES && clean; i++) {
		struct race_result r = race_run(5.0);

		print_message("# received %ld, kept %ld, refused %ld, "
			      "findings %d\n",
			      r.received, r.kept, r.refusals, r.findings);
		clean = race_is_clean(&r);
	}
	assert_false(clean);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without_the_gate_letters_are_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
