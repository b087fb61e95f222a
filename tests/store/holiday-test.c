/* holiday-test.c -- a holiday announced late moves what is due by it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "model/workday.h"

#include "app/act.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* 20 February 2569 is a Friday, 20 March one, too. */
static void
add_duties(struct fixture *f, int n)
{
	char number[16];

	for (int i = 1; i <= n; i++) {
		fixture_must(f, "clerk", "receive", "--subject", "รายงาน",
			     NULL);
		snprintf(number, sizeof(number), "%d",
			 (int)fixture_int(f, "number"));
		fixture_must(f, "clerk", "duty add", number, "--due",
			     "2026-02-20", NULL);
	}
}

/* The statements that the act took. */
static unsigned long
announce(struct fixture *f, const char *day)
{
	struct session *s = fixture_session(f, "clerk");
	unsigned long before = store_statements(s->store);

	fixture_must(f, "clerk", "holiday add", day, "วันหยุดพิเศษ", NULL);
	return store_statements(s->store) - before;
}

static int64_t
rows_at(struct fixture *f, const char *last_day)
{
	char sql[200];

	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM duty_row WHERE last_day = '%s'",
		 last_day);
	return fixture_count(f, sql);
}

#define BODY(what)                                                             \
	"SELECT " what " FROM event e JOIN payload p USING (office, seq) "     \
	"WHERE e.kind = 'holiday.set' ORDER BY seq DESC LIMIT 1"

static void
two_hundred_open_duties_move_in_one_act(void **state)
{
	struct fixture f;
	unsigned long few, many;
	int64_t events;

	(void)state;
	fixture_register(&f);
	add_duties(&f, 2);
	few = announce(&f, "2026-02-20");
	assert_int_equal(rows_at(&f, "2026-02-19"), 2);
	fixture_must(&f, "clerk", "holiday remove", "2026-02-20", "--reason",
		     "x", NULL);
	assert_int_equal(rows_at(&f, "2026-02-20"), 2);

	add_duties(&f, 198);
	events = fixture_count(&f, "SELECT count(*) FROM event");
	many = announce(&f, "2026-02-20");
	assert_int_equal(fixture_int(&f, "moved"), 200);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM event"),
			 events + 1);
	assert_int_equal(many, few);
	assert_int_equal(rows_at(&f, "2026-02-19"), 200);
	assert_int_equal(fixture_count(&f, "SELECT count(*) FROM duty_row "
					   "WHERE due = '2026-02-20'"),
			 200);
	assert_int_equal(
	    fixture_count(&f, BODY("json_array_length(p.body, '$.moved')")),
	    200);
	assert_int_equal(
	    fixture_count(
		&f,
		BODY("(SELECT count(DISTINCT m.value ->> 'duty') FROM "
		     "json_each(p.body, '$.moved') m WHERE m.value ->> 'was' = "
		     "'2026-02-20' AND m.value ->> 'now' = '2026-02-19')")),
	    200);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* Days before and after the holiday, what is done, and what is waived. */
static void
what_is_settled_or_elsewhere_stays(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	add_duties(&f, 3);
	fixture_must(&f, "clerk", "duty done", "1", "--note", "ส่งแล้ว", NULL);
	fixture_must(&f, "palad", "duty waive", "2", "--reason", "x", NULL);
	announce(&f, "2026-02-19");
	assert_int_equal(fixture_int(&f, "moved"), 0);
	announce(&f, "2026-02-20");
	assert_int_equal(fixture_int(&f, "moved"), 1);
	assert_int_equal(rows_at(&f, "2026-02-20"), 2);
	assert_int_equal(rows_at(&f, "2026-02-18"), 1);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* A row of holidays in front of a weekend: the last day goes back over all of
   it, and forward again when they are taken out, from either end. */
static void
a_row_of_holidays_moves_it_there_and_back(void **state)
{
	static const char *const days[] = {"2026-02-18", "2026-02-20",
					   "2026-02-19"};
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, "clerk", "receive", "--subject", "x", NULL);
	fixture_must(&f, "clerk", "duty add", "1", "--due", "2026-02-22", NULL);
	assert_int_equal(rows_at(&f, "2026-02-20"), 1);
	for (int i = 0; i < 3; i++)
		announce(&f, days[i]);
	assert_int_equal(rows_at(&f, "2026-02-17"), 1);
	fixture_must(&f, "clerk", "holiday remove", "2026-02-18", "--reason",
		     "x", NULL);
	assert_int_equal(rows_at(&f, "2026-02-18"), 1);
	fixture_must(&f, "clerk", "holiday remove", "2026-02-20", "--reason",
		     "x", NULL);
	assert_int_equal(rows_at(&f, "2026-02-20"), 1);
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* The office's own table, not the program's, is what is read. */
static void
each_office_has_a_table_of_its_own(void **state)
{
	static const struct date day = {2026, 2, 20};
	struct error err = {0};
	struct holidays h;
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_must(&f, NULL, "office add", "other", "อื่น", NULL);
	announce(&f, "2026-02-20");
	assert_true(holidays_read(fixture_session(&f, NULL)->store, 1, &f.arena,
				  &h, &err));
	assert_false(workday_is(&h, day));
	assert_true(holidays_read(fixture_session(&f, NULL)->store, 2, &f.arena,
				  &h, &err));
	assert_true(workday_is(&h, day));
	assert_true(holidays_know(&h, day));
	assert_true(holidays_read(fixture_session(&f, NULL)->store, 3, &f.arena,
				  &h, &err));
	assert_false(holidays_know(&h, day));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(two_hundred_open_duties_move_in_one_act),
	    cmocka_unit_test(what_is_settled_or_elsewhere_stays),
	    cmocka_unit_test(a_row_of_holidays_moves_it_there_and_back),
	    cmocka_unit_test(each_office_has_a_table_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
