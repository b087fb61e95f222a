/* absent-test.c -- five absent in a week: nothing lost, nothing signed outside
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { WEEKS = SOAK ? 60 : 4, LETTERS = 6, STEPS = 900 };

static const moment MINUTE = (moment)60 * 1000000;
static const struct date MONDAY = {2026, 1, 26};

static uint64_t seed = 20690119;

/* Who is absent in the week, and who acts for whom: also in a round. */
static const char *const gone[] = {"nayok", "palad", "deputy", "head", "works"};
static const char *const logins[] = {"clerk", "head",    "deputy", "palad",
				     "nayok", "finance", "works",  "education"};
static const char *const capacities[] = {"acting", "acting", "acting",
					 "delegate", "in-charge"};

#define ANY(list) (list)[fixture_draw(&seed, ARRAY_SIZE(list))]

/* A time of the week, as a command line takes it. */
static moment
any_time(void)
{
	return moment_at(MONDAY, 8, 0, 0) +
	       (moment)fixture_draw(&seed, 5 * 24 * 60) * MINUTE;
}

struct times {
	char from[40], to[40];
};

static struct times
any_times(void)
{
	struct text a = {0}, b = {0};
	struct times t;
	moment from = any_time();
	moment to =
	    from + (moment)(60 + fixture_draw(&seed, 3 * 24 * 60)) * MINUTE;

	text_add_iso_moment(&a, from);
	text_add_iso_moment(&b, to);
	snprintf(t.from, sizeof(t.from), "%s", a.s);
	snprintf(t.to, sizeof(t.to), "%s", b.s);
	text_done(&a);
	text_done(&b);
	return t;
}

/* Orders that cannot be are refused, and that is well. */
static void
record_the_week(struct fixture *f)
{
	for (size_t i = 0; i < ARRAY_SIZE(gone); i++) {
		struct times t = any_times();

		fixture_must(f, NULL, "absent", gone[i], "--reason", "ลา",
			     "--from", t.from, "--to", t.to, NULL);
	}
	for (int i = 0; i < 24; i++) {
		struct times t = any_times();
		char order[8];

		snprintf(order, sizeof(order), "%d", i);
		fixture_act(f, NULL, "acting add", ANY(gone), ANY(logins),
			    "--capacity", ANY(capacities), "--order", order,
			    "--order-date", "2026-01-05", "--from", t.from,
			    "--to", t.to, NULL);
	}
}

/* Somebody tries something, as people do: most of it is refused. */
static void
try_something(struct fixture *f)
{
	const char *login = ANY(logins);
	char number[8];

	snprintf(number, sizeof(number), "%u",
		 1 + fixture_draw(&seed, LETTERS));
	switch (fixture_draw(&seed, 8)) {
	case 0:
		for (size_t i = 0; i < ARRAY_SIZE(gone); i++)
			fixture_act(f, login, "acting take", gone[i], NULL);
		break;
	case 1:
		fixture_act(f, login, "pass", number, "--reason", "x", NULL);
		break;
	case 2:
		fixture_act(f, login, "order", number, "--note", "x",
			    "--assign", "works", NULL);
		break;
	case 3:
		fixture_act(f, login, "acknowledge", number, NULL);
		break;
	case 4:
		fixture_act(f, login, "done", number, NULL);
		break;
	case 5:
		if (fixture_draw(&seed, 4) == 0)
			fixture_act(f, login, "return", number, "--reason", "x",
				    NULL);
		break;
	default:
		fixture_act(f, login, "endorse", number, "--note", "x", NULL);
	}
}

/* Asked of the tables themselves, not of the rules. */
static void
nothing_was_signed_outside(struct fixture *f)
{
	static const char *const none[] = {
	    /* an act for another without an order of that time */
	    "SELECT count(*) FROM event e WHERE capacity <> 'own' AND NOT "
	    "EXISTS (SELECT 1 FROM acting a WHERE a.person = e.person AND "
	    "a.post = e.post AND a.capacity = e.capacity AND a.order_no || "
	    "', ' || a.order_date = e.acting_order AND a.since <= e.time AND "
	    "e.time < a.until)",
	    /* full powers while a holder was there */
	    "SELECT count(*) FROM event e JOIN holding h ON h.post = e.post "
	    "WHERE e.capacity = 'รักษาราชการแทน' AND NOT EXISTS (SELECT 1 FROM "
	    "absence b WHERE b.person = h.person AND b.since <= e.time AND "
	    "e.time < b.until)",
	    /* a post that was not vacant, taken as if it were */
	    "SELECT count(*) FROM event WHERE capacity = 'รักษาการในตำแหน่ง'",
	    /* anything done to a letter by somebody who was absent */
	    "SELECT count(*) FROM event e JOIN absence b ON b.person = "
	    "e.person AND b.since <= e.time AND e.time < b.until WHERE "
	    "e.kind LIKE 'letter.%'",
	    /* a post of one's own that one did not hold */
	    "SELECT count(*) FROM event e WHERE capacity = 'own' AND NOT "
	    "EXISTS (SELECT 1 FROM holding h WHERE h.person = e.person AND "
	    "h.post = e.post)",
	    /* passed over while its holder was there */
	    "SELECT count(*) FROM event e JOIN payload p USING (office, seq) "
	    "JOIN holding h ON h.post = p.body ->> 'from' WHERE e.kind = "
	    "'letter.pass' AND NOT EXISTS (SELECT 1 FROM absence b WHERE "
	    "b.person = h.person AND b.since <= e.time AND e.time < b.until)",
	};

	for (size_t i = 0; i < ARRAY_SIZE(none); i++)
		if (fixture_count(f, none[i]) != 0)
			fail_msg("%s", none[i]);
}

/* Every letter lies at one post, or is with divisions, or closed. */
static void
nothing_is_lost(struct fixture *f)
{
	assert_int_equal(fixture_count(f, "SELECT count(*) FROM letter"),
			 LETTERS);
	assert_int_equal(
	    fixture_count(f, "SELECT count(*) FROM letter l WHERE at_post IS "
			     "NOT NULL AND 1 <> (SELECT count(*) FROM step s "
			     "WHERE s.letter = l.letter AND s.left_at IS NULL "
			     "AND s.post = l.at_post)"),
	    0);
}

/* The week is over: who holds the posts finishes what lies there. */
static void
all_is_finished_by_its_holders(struct fixture *f)
{
	f->now = moment_at(MONDAY, 8, 0, 0) + (moment)30 * 24 * 60 * MINUTE;
	for (int n = 1; n <= LETTERS; n++) {
		char number[8];

		snprintf(number, sizeof(number), "%d", n);
		for (size_t i = 0; i < 5; i++)
			fixture_act(f, logins[i], "endorse", number, "--note",
				    "x", NULL);
		fixture_act(f, "nayok", "order", number, "--note", "x", NULL);
		fixture_act(f, "works", "acknowledge", number, NULL);
		fixture_act(f, "works", "done", number, NULL);
	}
	assert_int_equal(fixture_count(f, "SELECT count(*) FROM letter WHERE "
					  "state = 'closed'"),
			 LETTERS);
}

static int64_t acted, passed;

static void
one_week(void)
{
	struct fixture f;

	fixture_register(&f);
	f.now = moment_at(MONDAY, 7, 0, 0);
	for (int i = 0; i < LETTERS; i++)
		fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	record_the_week(&f);
	for (int i = 0; i < STEPS; i++) {
		f.now += (moment)fixture_draw(&seed, 16) * MINUTE;
		try_something(&f);
	}
	nothing_was_signed_outside(&f);
	nothing_is_lost(&f);
	all_is_finished_by_its_holders(&f);
	acted += fixture_count(&f, "SELECT count(*) FROM event WHERE "
				   "capacity <> 'own' AND kind <> "
				   "'acting.take'");
	passed += fixture_count(&f, "SELECT count(*) FROM event WHERE kind = "
				    "'letter.pass'");
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

static void
five_are_absent_in_a_week(void **state)
{
	(void)state;
	for (int i = 0; i < WEEKS; i++)
		one_week();
	/* Or nothing was tried. */
	assert_true(acted >= WEEKS);
	assert_true(passed > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(five_are_absent_in_a_week),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
