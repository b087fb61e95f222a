/* stats-reports-test.c -- reports on time, late and overdue, by division */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "base/mem.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* clang-format off */
/* One duty of letter 1, 2 ...: due on a day, done on another or not; today is 5
   February 2569. */
static const struct {
	const char *owner, *due, *done; /* NULL: not done */
	const char *secrecy;
	bool is_waived;
} duties[] = {
	{ "works", "2026-02-02", "2026-02-02", "", false },  /* in time */
	{ "works", "2026-02-02", "2026-02-03", "", false },  /* late */
	{ "works", "2026-02-04", NULL, "", false },          /* overdue */
	{ "works", "2026-02-05", NULL, "", false },          /* today */
	{ "works", "2026-02-04", NULL, "", true },           /* waived */
	{ "works", "2026-02-04", NULL, "ลับมาก", false },     /* secret */
	{ "works", "2026-03-09", "2026-02-03", "", false },  /* early */
	{ "finance", "2026-01-30", NULL, "", false },        /* overdue */
	{ "palad", "2026-02-01", NULL, "", false },          /* no division */
	{ "works", "2025-12-30", NULL, "", false },          /* last year */
};
/* clang-format on */

static int64_t
whole(const json_t *j, const char *key)
{
	return json_integer_value(json_object_get(j, key));
}

static void
duty_make(struct fixture *of, size_t i)
{
	char number[16];

	snprintf(number, sizeof(number), "%zu", i + 1);
	of->now = moment_at((struct date){2026, 1, 20}, 11, (int)i, 0);
	fixture_must(of, "clerk", "receive", "--subject", "รายงาน", NULL);
	fixture_must(of, "clerk", "duty add", number, "--due", duties[i].due,
		     "--owner", duties[i].owner, NULL);
	if (duties[i].secrecy[0] != '\0')
		fixture_must(of, "clerk", "correct", number, "secrecy",
			     duties[i].secrecy, "--reason", "x", NULL);
}

static void
duty_end(struct fixture *of, size_t i)
{
	bool has_time;
	char number[16];

	snprintf(number, sizeof(number), "%zu", i + 1);
	if (duties[i].is_waived)
		fixture_must(of, "palad", "duty waive", number, "--reason", "x",
			     NULL);
	if (duties[i].done == NULL)
		return;
	assert_true(
	    moment_parse(duties[i].done, &of->now, &has_time, &of->err));
	fixture_must(of, "clerk", "duty done", number, "--ref", "x", NULL);
}

static void
reports_are_counted_by_their_day(void **state)
{
	struct fixture of;
	const json_t *j;

	(void)state;
	fixture_register(&of);
	for (size_t i = 0; i < ARRAY_SIZE(duties); i++)
		duty_make(&of, i);
	of.now = moment_at((struct date){2026, 2, 2}, 9, 0, 0);
	for (size_t i = 0; i < ARRAY_SIZE(duties); i++)
		duty_end(&of, i);
	of.now = moment_at((struct date){2026, 2, 5}, 9, 0, 0);
	fixture_must(&of, "clerk", "stats", NULL);
	j = json_object_get(of.answer, "reports");
	assert_int_equal(whole(j, "reports"), 6);
	assert_int_equal(whole(j, "on_time"), 2);
	assert_int_equal(whole(j, "overdue"), 3);
	j = json_object_get(of.answer, "divisions");
	assert_int_equal(json_array_size(j), 2);
	assert_int_equal(whole(json_array_get(j, 0), "overdue"), 1);
	assert_int_equal(whole(json_array_get(j, 0), "reports"), 1);
	assert_int_equal(whole(json_array_get(j, 1), "reports"), 4);
	assert_int_equal(whole(json_array_get(j, 1), "on_time"), 2);
	assert_int_equal(whole(json_array_get(j, 1), "overdue"), 1);
	fixture_done(&of);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reports_are_counted_by_their_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
