/* return-test.c -- where a returned letter goes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* A letter that the clerk has sent straight to the palad. */
static void
sent_past_the_head(struct fixture *f)
{
	fixture_must(f, "clerk", "endorse", "1", "--note", "x", "--to", "palad",
		     "--reason", "x", NULL);
}

static void
a_letter_goes_back_one_step(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	fixture_must(&f, "head", "endorse", "1", "--note", "x", NULL);
	fixture_must(&f, "deputy", "return", "1", "--reason", "x", NULL);
	assert_string_equal(fixture_text(&f, "at_post"), "head");
	fixture_must(&f, "head", "return", "1", "--reason", "x", NULL);
	assert_string_equal(fixture_text(&f, "at_post"), "clerk");
	assert_string_equal(fixture_text(&f, "state"), "received");
	fixture_done(&f);
}

static void
a_skipped_post_gets_nothing_back(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	sent_past_the_head(&f);
	fixture_must(&f, "palad", "return", "1", "--reason", "x", NULL);
	assert_string_equal(fixture_text(&f, "at_post"), "clerk");
	fixture_done(&f);
}

static void
a_post_it_was_recalled_from_gets_nothing_back(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	fixture_must(&f, "clerk", "recall", "1", NULL);
	sent_past_the_head(&f);
	fixture_must(&f, "palad", "return", "1", "--reason", "x", NULL);
	assert_string_equal(fixture_text(&f, "at_post"), "clerk");
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_letter_goes_back_one_step),
	    cmocka_unit_test(a_skipped_post_gets_nothing_back),
	    cmocka_unit_test(a_post_it_was_recalled_from_gets_nothing_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
