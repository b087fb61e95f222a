/* ledger-test.c -- numbers, years, act ids: what the ledger promises */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/ledger.h"

#include "tests/fixture.h"
#include "tests/test.h"

static void
numbers_run_from_1(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	for (int i = 1; i <= 3; i++) {
		fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
		assert_int_equal(fixture_int(&f, "number"), i);
		assert_int_equal(fixture_int(&f, "year"), 2569);
	}
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(numbers_run_from_1),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
