/* writers-test.c -- many receive at once: no number is missing or double */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "tests/fault/crowd.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum { WRITERS = 20, EACH = SOAK ? 1000 : 50 };

static bool
receive_some(struct fixture *f, struct crowd *c, size_t i)
{
	(void)i;
	for (int k = 0; k < EACH; k++) {
		if (!fixture_act(f, "clerk", "receive", "--subject", "x", NULL))
			return false;
		crowd_tell(c, fixture_int(f, "number"));
	}
	return true;
}

static void
twenty_who_receive_at_once_get_every_number_once(void **state)
{
	struct fixture f;
	struct crowd c;
	int64_t *numbers;
	size_t n;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	crowd_start(&c, WRITERS, &f, receive_some);
	numbers = crowd_numbers(&c, &n);
	assert_int_equal(crowd_wait(&c), 0);
	assert_int_equal(n, WRITERS * EACH);
	assert_true(crowd_without_gap(numbers, n));
	assert_true(fixture_is_clean(&f));
	free(numbers);
	fixture_done(&f);
}

/* Each opens the register anew for every letter, as the command line does. */
static bool
receive_as_commands(struct fixture *f, struct crowd *c, size_t i)
{
	(void)i;
	for (int k = 0; k < 10; k++) {
		if (!fixture_act(f, "clerk", "receive", "--subject", "x", NULL))
			return false;
		crowd_tell(c, fixture_int(f, "number"));
		fixture_close(f);
	}
	return true;
}

static void
who_opens_and_closes_for_every_letter_gets_every_number_once(void **state)
{
	struct fixture f;
	struct crowd c;
	int64_t *numbers;
	size_t n;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	crowd_start(&c, WRITERS, &f, receive_as_commands);
	numbers = crowd_numbers(&c, &n);
	assert_int_equal(crowd_wait(&c), 0);
	assert_int_equal(n, WRITERS * 10);
	assert_true(crowd_without_gap(numbers, n));
	assert_true(fixture_is_clean(&f));
	free(numbers);
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(twenty_who_receive_at_once_get_every_number_once),
	    cmocka_unit_test(
		who_opens_and_closes_for_every_letter_gets_every_number_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
