/* journeys-test.c -- how often an act waits for the server, and others for it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

/* At most so many; all but some three are made in the turn of the office. */
enum { OF_RECEIPT = 12, OF_ROAD = 12, OF_OPENING = 16 };

static unsigned long
journeys_of(struct fixture *f, const char *login)
{
	return store_journeys(fixture_session(f, login)->store);
}

static void
start(struct fixture *f)
{
	if (!server_is_used())
		skip();
	fixture_register(f);
}

static void
is_few(const char *what, unsigned long n, unsigned long most)
{
	print_message("# %s: %lu\n", what, n);
	if (n > most)
		fail_msg("%s waits %lu times for the server, and not %lu", what,
			 n, most);
}

static void
receive(struct fixture *f)
{
	fixture_must(f, "clerk", "receive", "--subject", "ขอความร่วมมือ",
		     "--from", "จังหวัด", "--ref", "ชย ๐๐๑๘/๑", "--dated",
		     "19/1/2569", NULL);
}

static void
a_receipt_waits_seldom(void **state)
{
	struct fixture f;
	unsigned long before;

	(void)state;
	start(&f);
	receive(&f);
	before = journeys_of(&f, "clerk");
	receive(&f);
	is_few("a receipt", journeys_of(&f, "clerk") - before, OF_RECEIPT);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
so_do_an_endorsement_and_an_order(void **state)
{
	static const char *const posts[] = {"clerk", "head", "deputy", "palad"};
	struct fixture f;
	unsigned long before;

	(void)state;
	start(&f);
	receive(&f);
	for (size_t i = 0; i < ARRAY_SIZE(posts); i++) {
		before = journeys_of(&f, posts[i]);
		fixture_must(&f, posts[i], "endorse", "1", "--note", "เพื่อทราบ",
			     NULL);
		is_few("an endorsement", journeys_of(&f, posts[i]) - before,
		       OF_ROAD);
	}
	before = journeys_of(&f, "nayok");
	fixture_must(&f, "nayok", "order", "1", "--note", "ทราบ", NULL);
	is_few("an order", journeys_of(&f, "nayok") - before, OF_ROAD);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
a_register_is_opened_in_few(void **state)
{
	struct fixture f;

	(void)state;
	start(&f);
	fixture_close(&f);
	is_few("to open it", journeys_of(&f, "clerk"), OF_OPENING);
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_receipt_waits_seldom),
	    cmocka_unit_test(so_do_an_endorsement_and_an_order),
	    cmocka_unit_test(a_register_is_opened_in_few),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
