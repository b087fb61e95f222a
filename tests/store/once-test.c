/* once-test.c -- one look is of one moment, and asks nothing twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/digest.h"

#include "app/session.h"

#include "tests/fixture.h"
#include "tests/test.h"

static struct fixture f;

static int
begin(void **state)
{
	(void)state;
	fixture_register(&f);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

static struct actor
actor_now(struct session *s, struct arena *a)
{
	struct actor actor = {0};

	assert_true(session_actor(s, a, &actor, &f.err));
	return actor;
}

static void
what_was_asked_is_answered_again_alike(void **state)
{
	struct session *s = fixture_session(&f, "clerk");
	struct arena a = {0};
	struct actor first, again;
	unsigned long run;

	(void)state;
	assert_true(session_look_begin(s, &f.err));
	first = actor_now(s, &a);
	run = store_statements(s->store);
	again = actor_now(s, &a);
	assert_int_equal(store_statements(s->store), run);
	session_look_end(s);
	assert_int_equal(again.person, first.person);
	assert_string_equal(again.name, first.name);
	assert_int_equal(again.n_posts, first.n_posts);
	assert_string_equal(again.held, first.held);
	arena_done(&a);
}

static void
the_next_look_sees_what_was_written_since(void **state)
{
	struct session *s = fixture_session(&f, "clerk");
	struct arena a = {0};
	size_t n;

	(void)state;
	assert_true(session_look_begin(s, &f.err));
	n = actor_now(s, &a).n_posts;
	session_look_end(s);
	assert_true(n > 0);
	assert_true(fixture_sql(&f, "UPDATE post SET ended_at = 1"));
	assert_true(session_look_begin(s, &f.err));
	assert_int_equal(actor_now(s, &a).n_posts, 0);
	session_look_end(s);
	arena_done(&a);
}

static void
looks_nest_and_the_clock_stands_in_them(void **state)
{
	struct session *s = fixture_session(&f, "clerk");
	moment before;

	(void)state;
	assert_true(session_look_begin(s, &f.err));
	before = session_now(s);
	f.now += 1000000;
	assert_true(session_look_begin(s, &f.err));
	assert_int_equal(session_now(s), before);
	session_look_end(s);
	assert_true(store_in_transaction(s->store));
	session_look_end(s);
	assert_false(store_in_transaction(s->store));
	assert_int_equal(session_now(s), f.now);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		what_was_asked_is_answered_again_alike, begin, end),
	    cmocka_unit_test_setup_teardown(
		the_next_look_sees_what_was_written_since, begin, end),
	    cmocka_unit_test_setup_teardown(
		looks_nest_and_the_clock_stands_in_them, begin, end),
	};

	return digest_init() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
