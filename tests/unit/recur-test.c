/* recur-test.c -- what recurs, against libical itself and by hand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#include "base/recur.h"

#include "tests/test.h"

static const struct date long_ago = {1900, 1, 1}, far = {2500, 1, 1};

/* "nth:day:name " of each day in a window. */
static const char *
told(const struct recur *r, struct date from, struct date to, struct arena *a)
{
	struct error err = {0};
	struct recur_day *days;
	const char *all = "";
	size_t n;

	if (!recur_days(r, from, to, a, &days, &n, &err))
		return arena_strdup(a, err.detail);
	for (size_t i = 0; i < n; i++)
		all = arena_printf(a, "%s%d:%s:%s ", all, days[i].nth,
				   date_iso(a, days[i].on), days[i].name);
	return all;
}

struct hand_case {
	struct recur r;
	struct date from, to;
	const char *told;
};

/* The letters' own wordings, and the corners of the standard. */
static const struct hand_case by_hand[] = {
    /* letter 001: the 20th, four times, the first on the 5th */
    {{"FREQ=MONTHLY;BYMONTHDAY=20;COUNT=4", {2021, 2, 5}, 0},
     {2021, 1, 1},
     {2030, 1, 1},
     "1:2021-02-05:2564-02-05 2:2021-02-20:2564-02-20 3:2021-03-20:2564-03 "
     "4:2021-04-20:2564-04 "},
    /* letter 003: by the 5th for the month before, across a year */
    {{"FREQ=MONTHLY;BYMONTHDAY=5", {2022, 10, 5}, 1},
     {2022, 12, 1},
     {2023, 2, 28},
     "3:2022-12-05:2565-11 4:2023-01-05:2565-12 5:2023-02-05:2566-01 "},
    /* a month without that day has none */
    {{"FREQ=MONTHLY;BYMONTHDAY=31", {2026, 1, 31}, 0},
     {2026, 1, 1},
     {2026, 6, 1},
     "1:2026-01-31:2569-01 2:2026-03-31:2569-03 3:2026-05-31:2569-05 "},
    {{"FREQ=MONTHLY;BYMONTHDAY=-1", {2024, 1, 31}, 0},
     {2024, 2, 1},
     {2024, 3, 31},
     "2:2024-02-29:2567-02 3:2024-03-31:2567-03 "},
    /* by the end of the month after each quarter, for the quarter */
    {{"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=30", {2026, 1, 30}, 0},
     {2026, 1, 1},
     {2026, 12, 31},
     "1:2026-01-30:2568-11..2569-01 2:2026-04-30:2569-02..04 "
     "3:2026-07-30:2569-05..07 4:2026-10-30:2569-08..10 "},
    {{"FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=15", {2024, 10, 15}, 1},
     {2024, 1, 1},
     {2025, 12, 31},
     "1:2024-10-15:2566 2:2025-10-15:2567 "},
    {{"FREQ=WEEKLY;BYDAY=FR;UNTIL=20260116", {2026, 1, 2}, 0},
     {2026, 1, 1},
     {2026, 12, 31},
     "1:2026-01-02:2569-01-02 2:2026-01-09:2569-01-09 "
     "3:2026-01-16:2569-01-16 "},
    /* half past midnight in Bangkok is the evening before elsewhere */
    {{"FREQ=DAILY;UNTIL=20260101T173000Z", {2026, 1, 1}, 0},
     {2026, 1, 1},
     {2026, 12, 31},
     "1:2026-01-01:2569-01-01 2:2026-01-02:2569-01-02 "},
    /* the last working weekday of a month */
    {{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", {2026, 1, 30}, 0},
     {2026, 1, 1},
     {2026, 3, 1},
     "1:2026-01-30:2569-01 2:2026-02-27:2569-02 "},
    {{NULL, {2026, 3, 20}, 0},
     {2026, 1, 1},
     {2026, 12, 31},
     "1:2026-03-20:2569-03-20 "},
    /* over before it began */
    {{"FREQ=DAILY;UNTIL=20251231", {2026, 1, 1}, 0},
     {2025, 1, 1},
     {2026, 12, 31},
     ""},
    /* a day there never is: the first day alone */
    {{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", {2026, 1, 1}, 0},
     {2025, 1, 1},
     {2400, 1, 1},
     "1:2026-01-01:2569 "},
};

static void
letters_recur_as_they_say(void **state)
{
	struct arena a = {NULL};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(by_hand); i++)
		assert_string_equal(
		    told(&by_hand[i].r, by_hand[i].from, by_hand[i].to, &a),
		    by_hand[i].told);
	arena_done(&a);
}

/* clang-format off */
static const struct {
	const char *rule;
	const char *said; /* a piece of the detail, NULL: it is a rule */
} checked[] = {
	{ "FREQ=MONTHLY", NULL },
	{ "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;WKST=SU", NULL },
	{ "FREQ=DAILY;UNTIL=20260228", NULL },
	{ "", "no part" },
	{ "FREQ", "no part" },
	{ "monthly", "no part" },
	{ "freq=monthly", "no part" },
	{ "FREQ=MONTHLY;", "no part" },
	{ "FREQ=MONTHLY;FOO=1", "no part" },
	{ "FREQ=MONTHLY;RSCALE=GREGORIAN", "no part" },
	{ "FREQ=MONTHLY;BYHOUR=9", "no part" },
	{ "FREQ=MONTHLY;COUNT=4x", "\"4x\" cannot stand after COUNT" },
	{ "FREQ=YEARLY;BYMONTH=5L", "cannot stand after BYMONTH" },
	{ "FREQ=MONTHLY;BYMONTHDAY=", "cannot stand" },
	{ "FREQ=MONTHLY;BYMONTHDAY=40", "do not fit" },
	{ "FREQ=MONTHLY;COUNT=2;UNTIL=20260101", "do not fit" },
	{ "FREQ=MONTHLY;INTERVAL=0", "do not fit" },
	{ "BYMONTHDAY=3", "do not fit" },
	{ "FREQ=FORTNIGHTLY", "do not fit" },
	{ "FREQ=HOURLY", "no times" },
	{ "FREQ=MONTHLY;UNTIL=20260231", "no day of the calendar" },
};
/* clang-format on */

static void
what_is_wrong_with_a_rule_is_said(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(checked); i++) {
		struct error err = {0};
		bool ok = recur_check(checked[i].rule, &err);

		if (ok != !checked[i].said ||
		    (!ok && !strstr(err.detail, checked[i].said)))
			fail_msg("%s: %s", checked[i].rule, err.detail);
	}
}

static void
a_rule_alone_has_a_first_day(void **state)
{
	struct error err = {0};
	struct date d;

	(void)state;
	assert_true(recur_first("FREQ=MONTHLY;BYMONTHDAY=15",
				(struct date){2026, 1, 16}, &d, &err));
	assert_int_equal(date_compare(d, (struct date){2026, 2, 15}), 0);
	assert_true(recur_first("FREQ=MONTHLY;BYMONTHDAY=15",
				(struct date){2026, 1, 15}, &d, &err));
	assert_int_equal(date_compare(d, (struct date){2026, 1, 15}), 0);
	assert_true(recur_first("FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20260301",
				(struct date){2026, 2, 1}, &d, &err));
	assert_int_equal(d.year, 0);
	assert_true(recur_first("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
				(struct date){2026, 2, 1}, &d, &err));
	assert_int_equal(d.year, 0);
	assert_true(recur_has_end("FREQ=DAILY;COUNT=2"));
	assert_true(recur_has_end(NULL));
	assert_false(recur_has_end("FREQ=DAILY"));
}

/* Random rules, the same ones each time. */

static uint32_t seed;

static int
any(int n)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

static const char *
any_monthly(struct arena *a)
{
	static const char *const days[] = {"MO", "TU", "WE", "TH",
					   "FR", "SA", "SU"};

	if (any(4) == 0)
		return arena_printf(a, ";BYDAY=%s%d%s", any(2) ? "-" : "",
				    1 + any(4), days[any(7)]);
	if (any(4) == 0)
		return arena_printf(a, ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=%s%d",
				    any(2) ? "-" : "", 1 + any(5));
	if (any(3) == 0)
		return arena_printf(a, ";BYMONTHDAY=%d,%d", 1 + any(31),
				    1 + any(31));
	return arena_printf(a, ";BYMONTHDAY=%s%d", any(5) ? "" : "-",
			    1 + any(31));
}

static const char *
any_part(struct arena *a, const char *freq)
{
	if (strcmp(freq, "DAILY") == 0)
		return any(3) ? "" : ";BYDAY=MO,TU,WE,TH,FR";
	if (strcmp(freq, "WEEKLY") == 0)
		return any(2) ? ";BYDAY=FR" : ";BYDAY=MO,TH;WKST=SU";
	if (strcmp(freq, "YEARLY") == 0)
		return arena_printf(a, ";BYMONTH=%d%s", 1 + any(12),
				    any_monthly(a));
	return any_monthly(a);
}

/* Without its end. */
static const char *
any_rule(struct arena *a)
{
	static const char *const freqs[] = {"DAILY", "WEEKLY", "MONTHLY",
					    "MONTHLY", "YEARLY"};
	const char *freq = freqs[any(5)];

	return arena_printf(
	    a, "FREQ=%s%s%s", freq,
	    any(3) ? "" : arena_printf(a, ";INTERVAL=%d", 2 + any(5)),
	    any_part(a, freq));
}

static struct date
any_day(void)
{
	return (struct date){2015 + any(12), 1 + any(12), 1 + any(28)};
}

/* The days that libical gives by itself, as told() writes them without the
   names: `nth` is the number of the first. */
static const char *
by_libical(const char *rule, struct date first, int nth, struct date from,
	   struct date to, struct arena *a)
{
	struct icalrecurrencetype r = icalrecurrencetype_from_string(rule);
	struct icaltimetype t = icaltime_from_string(arena_printf(
	    a, "%04d%02d%02d", first.year, first.month, first.day));
	icalrecur_iterator *it = icalrecur_iterator_new(r, t);
	const char *all = "";

	for (; it; nth++) {
		struct date d;

		t = icalrecur_iterator_next(it);
		d = (struct date){t.year, t.month, t.day};
		if (icaltime_is_null_time(t) || date_compare(d, to) > 0)
			break;
		if (date_compare(d, from) >= 0)
			all = arena_printf(a, "%s%d:%s ", all, nth,
					   date_iso(a, d));
	}
	if (it)
		icalrecur_iterator_free(it);
	return all;
}

static const char *
by_us(const char *rule, struct date first, struct date from, struct date to,
      struct arena *a)
{
	struct recur r = {rule, first, 0};
	struct error err = {0};
	struct recur_day *days;
	const char *all = "";
	size_t n;

	if (!recur_days(&r, from, to, a, &days, &n, &err))
		return err.detail[0] ? arena_strdup(a, err.detail) : "?";
	for (size_t i = 0; i < n; i++)
		all = arena_printf(a, "%s%d:%s ", all, days[i].nth,
				   date_iso(a, days[i].on));
	return all;
}

static const char *
any_end(struct arena *a, struct date first)
{
	if (any(3) == 0)
		return arena_printf(a, ";COUNT=%d", 1 + any(30));
	if (any(2) == 0)
		return arena_printf(a, ";UNTIL=%04d%02d%02d",
				    first.year + any(4), 1 + any(12),
				    1 + any(28));
	return "";
}

/* The first day is on the rule, as libical wants it; all that recurs is the
   same, in windows that begin up to two years before or after it. */
static bool
recurs_alike(struct arena *a)
{
	struct error err = {0};
	const char *rule = any_rule(a), *ours, *theirs;
	struct date from, to, first;

	assert_true(recur_first(rule, any_day(), &first, &err));
	if (first.year == 0)
		return false;
	rule = arena_printf(a, "%s%s", rule, any_end(a, first));
	from = to = (struct date){first.year - 2 + any(5), 1 + any(12), 1};
	to.year += 1 + any(3);
	ours = by_us(rule, first, from, to, a);
	theirs = by_libical(rule, first, 1, from, to, a);
	if (strcmp(ours, theirs) != 0)
		fail_msg("%s from %s:\n%s\n%s", rule, date_iso(a, first), ours,
			 theirs);
	return *ours != '\0';
}

static void
a_thousand_random_rules_recur_as_libical_says(void **state)
{
	(void)state;
	seed = 2569;
	for (int n = 0; n < 1000;) {
		struct arena a = {NULL};

		n += recurs_alike(&a);
		arena_done(&a);
	}
}

/* The first day is not on the rule: it is the first, and the others follow it
   as libical counts one fewer. */
static void
a_first_day_off_the_rule_counts(void **state)
{
	(void)state;
	seed = 2564;
	for (int i = 0; i < 300; i++) {
		struct arena a = {NULL};
		struct error err = {0};
		const char *rule = any_rule(&a), *ours, *theirs;
		struct date first = any_day(), on;
		int count = 2 + any(20);

		assert_true(recur_first(rule, first, &on, &err));
		if (on.year == 0 || date_compare(on, first) == 0) {
			arena_done(&a);
			continue;
		}
		ours = by_us(arena_printf(&a, "%s;COUNT=%d", rule, count),
			     first, long_ago, far, &a);
		theirs = arena_printf(
		    &a, "1:%s %s", date_iso(&a, first),
		    by_libical(arena_printf(&a, "%s;COUNT=%d", rule, count - 1),
			       first, 2, long_ago, far, &a));
		assert_string_equal(ours, theirs);
		arena_done(&a);
	}
}

/* A row has the same number, day and name in whatever window it is seen. */
static void
a_window_changes_no_row(void **state)
{
	(void)state;
	seed = 2565;
	for (int i = 0; i < 200; i++) {
		struct arena a = {NULL};
		struct recur r = {any_rule(&a), any_day(), any(2)};
		struct date from = r.first, to = r.first;
		const char *whole;
		const char *piece;

		to.year += 3;
		whole = told(&r, from, to, &a);
		from.year += 1;
		to.year -= 1;
		piece = told(&r, from, to, &a);
		if (!strstr(whole, piece))
			fail_msg("%s:\n%s\n%s", r.rule, whole, piece);
		arena_done(&a);
	}
}

/* No two rows of a duty that recurs are called the same. */
static void
names_are_apart(void **state)
{
	(void)state;
	seed = 2566;
	for (int i = 0; i < 200; i++) {
		struct arena a = {NULL};
		struct error err = {0};
		struct recur r = {any_rule(&a), any_day(), any(2)};
		struct date to = r.first;
		struct recur_day *days;
		size_t n;

		to.year += 4;
		assert_true(recur_days(&r, r.first, to, &a, &days, &n, &err));
		for (size_t k = 1; k < n; k++)
			if (strcmp(days[k - 1].name, days[k].name) == 0)
				fail_msg("%s: %s", r.rule, days[k].name);
		arena_done(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(letters_recur_as_they_say),
	    cmocka_unit_test(what_is_wrong_with_a_rule_is_said),
	    cmocka_unit_test(a_rule_alone_has_a_first_day),
	    cmocka_unit_test(a_thousand_random_rules_recur_as_libical_says),
	    cmocka_unit_test(a_first_day_off_the_rule_counts),
	    cmocka_unit_test(a_window_changes_no_row),
	    cmocka_unit_test(names_are_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
