/* remind-test.c -- on which days a duty is reminded of, and to whom it rises */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#include "model/remind.h"

#include "tests/test.h"

/* April 2021: Chakri day (6), Songkran (12 to 15, the first by the cabinet).
   The 20th is a Tuesday. */
static struct holiday closed[] = {
    {.day = {2021, 4, 6}},  {.day = {2021, 4, 12}}, {.day = {2021, 4, 13}},
    {.day = {2021, 4, 14}}, {.day = {2021, 4, 15}},
};
static const struct holidays april = {
    .at = closed,
    .n = ARRAY_SIZE(closed),
    .from = {2021, 1, 1},
    .to = {2021, 12, 31},
};

static struct policies
usual(void)
{
	struct policies p;

	policies_usual(2564, &p);
	return p;
}

static struct date
day(const char *iso)
{
	struct date d;
	struct error err = {0};

	assert_true(date_parse(iso, &d, &err));
	return d;
}

/* ------------------------------------------------------------ day after day
 */

struct case_row {
	const char *today;
	enum remind_when when;
	int days;
	bool is_reminder;
	int rises;
	bool rose;
};

static void
expect(const struct remind_row *row, const struct policies *p,
       const struct case_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct case_row *want = &rows[i];
		struct reminded r = remind_on(row, p, &april, day(want->today));

		if (r.when == want->when && r.days == want->days &&
		    r.is_reminder == want->is_reminder &&
		    r.rises == want->rises && r.rose == want->rose)
			continue;
		print_error("%s: %s %d, reminder %d, rises %d, rose %d\n",
			    want->today, remind_names[r.when], r.days,
			    r.is_reminder, r.rises, r.rose);
		fail();
	}
}

static void
a_plain_duty_is_told_7_3_and_1_days_before_that_day_and_after(void **state)
{
	static const struct remind_row row = {
	    {2021, 4, 20}, {2021, 4, 20}, {2021, 1, 26}, 0};
	/* 7 days before is the 13th: Songkran, so the 9th; 3 days before is
	   Saturday, so Friday the 16th. */
	static const struct case_row rows[] = {
	    {"2021-04-08", REMIND_NOT, 0, false, 0, false},
	    {"2021-04-09", REMIND_SOON, 11, true, 0, false},
	    {"2021-04-10", REMIND_SOON, 10, false, 0, false},
	    {"2021-04-13", REMIND_SOON, 7, false, 0, false},
	    {"2021-04-16", REMIND_SOON, 4, true, 0, false},
	    {"2021-04-18", REMIND_SOON, 2, false, 0, false},
	    {"2021-04-19", REMIND_SOON, 1, true, 0, false},
	    {"2021-04-20", REMIND_TODAY, 0, true, 0, false},
	    {"2021-04-21", REMIND_OVERDUE, 1, true, 0, false},
	    {"2021-04-22", REMIND_OVERDUE, 2, true, 0, false},
	    {"2021-04-23", REMIND_OVERDUE, 3, true, 1, true},
	    {"2021-04-24", REMIND_OVERDUE, 3, false, 1, false},
	    {"2021-04-26", REMIND_OVERDUE, 4, true, 1, false},
	    {"2021-04-28", REMIND_OVERDUE, 6, true, 2, true},
	    {"2021-05-07", REMIND_OVERDUE, 13, true, 4, false},
	};
	const struct policies p = usual();

	(void)state;
	expect(&row, &p, rows, ARRAY_SIZE(rows));
}

static void
the_more_urgent_the_letter_the_more_often(void **state)
{
	static const int wanted[URGENCIES] = {3, 4, 5, 5};
	const struct policies p = usual();

	(void)state;
	for (int rank = 0; rank < URGENCIES; rank++) {
		/* A Friday, and no holiday in the fortnight before it but the
		   weekend, whose reminders fall on the Friday before. */
		struct remind_row row = {
		    {2021, 3, 26}, {2021, 3, 26}, {2021, 3, 1}, rank};
		int n = 0;

		for (int d = 12; d < 26; d++)
			n += remind_on(&row, &p, &april,
				       (struct date){2021, 3, d})
				 .is_reminder;
		assert_int_equal(n, wanted[rank]);
	}
}

/* The letter says Sunday 18 April: Friday the 16th is the last working day. */
static void
between_the_last_working_day_and_the_date_it_is_still_today(void **state)
{
	static const struct remind_row row = {
	    {2021, 4, 18}, {2021, 4, 16}, {2021, 1, 26}, 0};
	static const struct case_row rows[] = {
	    {"2021-04-16", REMIND_TODAY, 0, true, 0, false},
	    {"2021-04-17", REMIND_TODAY, 0, false, 0, false},
	    {"2021-04-18", REMIND_TODAY, 0, false, 0, false},
	    {"2021-04-19", REMIND_OVERDUE, 1, true, 0, false},
	    {"2021-04-21", REMIND_OVERDUE, 3, true, 1, true},
	};
	const struct policies p = usual();

	(void)state;
	expect(&row, &p, rows, ARRAY_SIZE(rows));
}

static void
past_a_friday_the_weekend_is_overdue_and_reminds_nobody(void **state)
{
	static const struct remind_row row = {
	    {2021, 4, 23}, {2021, 4, 23}, {2021, 1, 26}, 0};
	static const struct case_row rows[] = {
	    {"2021-04-23", REMIND_TODAY, 0, true, 0, false},
	    {"2021-04-24", REMIND_OVERDUE, 0, false, 0, false},
	    {"2021-04-25", REMIND_OVERDUE, 0, false, 0, false},
	    {"2021-04-26", REMIND_OVERDUE, 1, true, 0, false},
	};
	const struct policies p = usual();

	(void)state;
	expect(&row, &p, rows, ARRAY_SIZE(rows));
}

/* Letter 001: dated 26 January and due that day, received on the 28th. */
static void
what_was_past_when_it_came_rises_for_days_the_office_had(void **state)
{
	static const struct remind_row row = {
	    {2021, 4, 19}, {2021, 4, 19}, {2021, 4, 22}, 0};
	static const struct case_row rows[] = {
	    {"2021-04-22", REMIND_OVERDUE, 3, true, 0, false},
	    {"2021-04-26", REMIND_OVERDUE, 5, true, 0, false},
	    {"2021-04-27", REMIND_OVERDUE, 6, true, 1, true},
	};
	const struct policies p = usual();

	(void)state;
	expect(&row, &p, rows, ARRAY_SIZE(rows));
}

static void
an_office_may_settle_that_nothing_is_told_before_or_rises(void **state)
{
	static const struct remind_row row = {
	    {2021, 4, 20}, {2021, 4, 20}, {2021, 1, 26}, 0};
	static const struct case_row rows[] = {
	    {"2021-04-19", REMIND_NOT, 0, false, 0, false},
	    {"2021-04-20", REMIND_TODAY, 0, true, 0, false},
	    {"2021-05-31", REMIND_OVERDUE, 29, true, 0, false},
	};
	struct policies p = usual();

	(void)state;
	p.remind[0] = 0;
	p.escalate_days = 0;
	expect(&row, &p, rows, ARRAY_SIZE(rows));
}

/* ------------------------------------------------------- days as people type
 */

static void
days_are_typed_and_shown_highest_first(void **state)
{
	static const char *const same[][2] = {
	    {"7,3,1", "7,3,1"},     {"1,3,7", "7,3,1"}, {"7-1", "7-1"},
	    {"1-7", "7-1"},         {"3,2,1", "3-1"},   {"2,1", "2,1"},
	    {"30", "30"},           {"๗,๓,๑", "7,3,1"}, {"none", "none"},
	    {"7,5,3-1", "7,5,3-1"}, {"30-1", "30-1"},
	};
	struct text t = {0};
	int days;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(same); i++) {
		assert_true(remind_days_parse(same[i][0], &days));
		text_clear(&t);
		text_add_remind_days(&t, days);
		assert_string_equal(text_str(&t), same[i][1]);
	}
	text_done(&t);
}

static void
what_is_no_day_before_is_refused(void **state)
{
	static const char *const wrong[] = {"",     "0",   "31",    "7,",
					    "7,,1", "7-",  "-1",    "1-2-3",
					    "x",    "7 3", "none,1"};
	int days;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++)
		assert_false(remind_days_parse(wrong[i], &days));
}

/* ------------------------------------------------------------ up the chain
 */

static struct post abt[] = {
    /* clang-format off */
	{ .code = "clerk", .position = 10, .holders = "a" },
	{ .code = "head", .position = 20, .holders = "b" },
	{ .code = "deputy", .position = 30, .holders = "c" },
	{ .code = "palad", .position = 40, .holders = "d" },
	{ .code = "nayok", .position = 50, .holders = "e" },
	{ .code = "finance", .holders = "f" },
    /* clang-format on */
};
static const struct post_list posts = {abt, ARRAY_SIZE(abt), 5};

static void
expect_at(const char *from, int rises, const char *want)
{
	const struct post *p = remind_risen_to(&posts, from, rises);

	if (want == NULL)
		assert_null(p);
	else
		assert_string_equal(p->code, want);
}

static void
it_rises_post_by_post_and_never_beyond_the_highest(void **state)
{
	(void)state;
	expect_at("clerk", 0, NULL);
	expect_at("clerk", 1, "head");
	expect_at("head", 2, "palad");
	expect_at("palad", 1, "nayok");
	expect_at("clerk", 4, "nayok");
	expect_at("clerk", 99, "nayok");
	expect_at("nayok", 3, NULL);
}

static void
the_head_of_a_division_answers_to_the_palad(void **state)
{
	(void)state;
	expect_at("finance", 1, "palad");
	expect_at("finance", 2, "nayok");
	expect_at("finance", 3, "nayok");
	assert_true(remind_reaches(&posts, "finance", 2, "palad"));
	assert_true(remind_reaches(&posts, "finance", 2, "nayok"));
	assert_false(remind_reaches(&posts, "finance", 1, "nayok"));
	assert_false(remind_reaches(&posts, "finance", 2, "deputy"));
	assert_false(remind_reaches(&posts, "finance", 0, "palad"));
}

static void
a_post_at_which_nobody_is_is_passed_over(void **state)
{
	(void)state;
	abt[2].holders = NULL;
	expect_at("head", 1, "palad");
	expect_at("clerk", 2, "palad");
	assert_false(remind_reaches(&posts, "clerk", 4, "deputy"));
	abt[2].holders = "c";
	abt[4].holders = NULL;
	expect_at("palad", 1, NULL);
	abt[4].holders = "e";
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_plain_duty_is_told_7_3_and_1_days_before_that_day_and_after),
	    cmocka_unit_test(the_more_urgent_the_letter_the_more_often),
	    cmocka_unit_test(
		between_the_last_working_day_and_the_date_it_is_still_today),
	    cmocka_unit_test(
		past_a_friday_the_weekend_is_overdue_and_reminds_nobody),
	    cmocka_unit_test(
		what_was_past_when_it_came_rises_for_days_the_office_had),
	    cmocka_unit_test(
		an_office_may_settle_that_nothing_is_told_before_or_rises),
	    cmocka_unit_test(days_are_typed_and_shown_highest_first),
	    cmocka_unit_test(what_is_no_day_before_is_refused),
	    cmocka_unit_test(
		it_rises_post_by_post_and_never_beyond_the_highest),
	    cmocka_unit_test(the_head_of_a_division_answers_to_the_palad),
	    cmocka_unit_test(a_post_at_which_nobody_is_is_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
