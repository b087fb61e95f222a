/* act-test.c -- an act that writes several events writes all of them or none
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/act.h"

#include "tests/fixture.h"
#include "tests/test.h"

#define EVENTS "SELECT count(*) FROM event"

/* Settles a number of days, as the act's own event does. */
static void
settles(struct entry *e, int days)
{
	json_object_set_new(e->body, "name", json_string("correct-days"));
	json_object_set_new(e->body, "value", json_integer(days));
}

/* Writes three events in one act, whose decision is made here; `third` is the
   kind of the last. */
static bool
writes_three(struct fixture *f, const unsigned char id[ID_SIZE],
	     const char *third)
{
	struct session *s = fixture_session(f, NULL);
	struct request r = {.action = action_find("policy set")};
	struct arena a = {0};
	struct act act = {
	    .s = s, .r = &r, .id = r.act_id, .arena = &a, .at = f->now};
	struct event e;
	bool ok;

	memcpy(r.act_id, id, ID_SIZE);
	act.entry = (struct entry){.kind = "policy.set", .body = json_object()};
	settles(&act.entry, 1);
	settles(act_also(&act, "policy.set"), 2);
	settles(act_also(&act, third), 3);
	assert_true(store_begin_write(s->store, &f->err));
	ok = session_actor(s, &a, &act.actor, &f->err) &&
	     act_write_all(&act, &e, &f->err) &&
	     store_commit(s->store, &f->err);
	store_rollback(s->store);
	entry_done(&act.entry);
	act_drop_also(&act);
	arena_done(&a);
	return ok;
}

static void
the_events_of_an_act_follow_each_other_in_order(void **state)
{
	static const unsigned char id[ID_SIZE] = {1};
	struct fixture f;
	int64_t before;

	(void)state;
	fixture_register(&f);
	before = fixture_count(&f, EVENTS);
	assert_true(writes_three(&f, id, "policy.set"));
	assert_int_equal(fixture_count(&f, EVENTS), before + 3);
	assert_int_equal(fixture_count(&f, "SELECT value FROM policy"), 3);
	assert_int_equal(
	    fixture_count(&f, "SELECT count(DISTINCT act_id) FROM event"),
	    before + 3);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
an_act_asked_twice_writes_nothing_the_second_time(void **state)
{
	static const unsigned char id[ID_SIZE] = {2};
	struct fixture f;
	int64_t before;

	(void)state;
	fixture_register(&f);
	assert_true(writes_three(&f, id, "policy.set"));
	before = fixture_count(&f, EVENTS);
	assert_false(writes_three(&f, id, "policy.set"));
	assert_int_equal(fixture_count(&f, EVENTS), before);
	fixture_done(&f);
}

/* The state refuses the last event: a post that is not there cannot be held. */
static void
nothing_is_written_when_one_event_cannot_be(void **state)
{
	static const unsigned char id[ID_SIZE] = {3};
	struct fixture f;
	int64_t before;

	(void)state;
	fixture_register(&f);
	before = fixture_count(&f, EVENTS);
	assert_false(writes_three(&f, id, "person.hold"));
	assert_int_equal(fixture_count(&f, EVENTS), before);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_events_of_an_act_follow_each_other_in_order),
	    cmocka_unit_test(an_act_asked_twice_writes_nothing_the_second_time),
	    cmocka_unit_test(nothing_is_written_when_one_event_cannot_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
