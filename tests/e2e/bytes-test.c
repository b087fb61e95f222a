/* bytes-test.c -- what a key costs on the line, counted, not timed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/e2e/counted.h"
#include "tests/fixture.h"
#include "tests/test.h"

enum { LETTERS = 60, ROWS = 24, COLS = 80 };

static struct fixture fixture;

static const char *const subjects[] = {
    "การเลือกตั้งสมาชิกสภาท้องถิ่นและผู้บริหารท้องถิ่น",
    "น้ำท่วมที่ทำการผู้ใหญ่บ้าน หมู่ที่ ๔ บ้านหนองกุง",
    "ซักซ้อมความเข้าใจการเบิกจ่ายเงินอุดหนุน",
    "ขอเชิญประชุมประจำเดือนกำนันผู้ใหญ่บ้าน",
    "สำรวจข้อมูลโครงสร้างพื้นฐานขององค์กรปกครองส่วนท้องถิ่น",
};

static int
begin(void **state)
{
	(void)state;
	fixture_register(&fixture);
	for (int i = 0; i < LETTERS; i++) {
		const char *subject = subjects[i % (int)ARRAY_SIZE(subjects)];

		fixture_must(&fixture, "clerk", "receive", "--subject", subject,
			     "--from", "ที่ว่าการอำเภอบ้านลาด", "--ref",
			     "พบ ๐๐๑๗.๓/ว ๖๖๕", NULL);
	}
	fixture_close(&fixture);
	setenv("TERM", "xterm-256color", 1);
	setenv("SSH_CONNECTION", "198.51.100.7 50000 198.51.100.1 22", 1);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	fixture_done(&fixture);
	return 0;
}

static void
screen_begin(struct counted *c, const char *login)
{
	if (!counted_screen(c, ROWS, COLS, fixture.path, login))
		skip();
}

/* Bytes of the key, which must go out in one write. */
static size_t
cost(struct counted *c, const char *keys)
{
	counted_keys(c, keys);
	assert_false(c->is_ended);
	assert_int_equal(c->writes, 1);
	return c->bytes;
}

static size_t
median(size_t *costs, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && costs[k] < costs[k - 1]; k--) {
			size_t lower = costs[k];

			costs[k] = costs[k - 1];
			costs[k - 1] = lower;
		}
	return costs[n / 2];
}

static size_t
median_cost(struct counted *c, const char *keys, size_t n)
{
	size_t costs[32];

	for (size_t i = 0; i < n; i++)
		costs[i] = cost(c, keys);
	return median(costs, n);
}

static void
a_step_down_costs_its_marks(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c, "clerk");
	assert_in_range(median_cost(&c, "j", 9), 1, 25);
	assert_in_range(median_cost(&c, "k", 9), 1, 25);
	counted_end(&c);
}

static void
a_step_that_scrolls_costs_one_row(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c, "clerk");
	counted_keys(&c, "r");
	counted_keys(&c, "g");
	for (int i = 0; i < ROWS; i++)
		counted_keys(&c, "j");
	assert_in_range(median_cost(&c, "j", 9), 1, 250);
	counted_end(&c);
}

static void
a_letter_typed_in_a_field_costs_little(void **state)
{
	static const char *const letters[] = {"น", "้", "ำ", "ท", "่", "ว", "ม"};
	size_t costs[ARRAY_SIZE(letters)];
	struct counted c;

	(void)state;
	screen_begin(&c, "clerk");
	counted_keys(&c, "n");
	for (size_t i = 0; i < ARRAY_SIZE(letters); i++)
		costs[i] = cost(&c, letters[i]);
	assert_in_range(median(costs, ARRAY_SIZE(letters)), 1, 40);
	counted_end(&c);
}

static void
every_key_is_one_write(void **state)
{
	static const char *const keys[] = {
	    "\033[6~", "\033[5~", "r", "\r", "h", "q", "q", "?",
	};
	struct counted c;

	(void)state;
	screen_begin(&c, "clerk");
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		assert_int_not_equal(cost(&c, keys[i]), 0);
	counted_end(&c);
}

/* Blocks take three bytes each; a step moves the mark and tells what it is
   at. */
static void
the_dashboard_costs_a_screen_and_its_steps_little(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c, "clerk");
	assert_in_range(cost(&c, "%"), 500, 4000);
	counted_keys(&c, "\t");
	assert_in_range(median_cost(&c, "\t", 7), 1, 1600);
	counted_keys(&c, "g");
	assert_in_range(median_cost(&c, "\033OD", 9), 1, 250);
	counted_end(&c);
}

/* What follows the chosen row elsewhere comes when the person rests. */
static void
after_a_rest_the_preview_follows(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c, "clerk");
	counted_wait(&c, 1);
	for (int i = 0; i < 3; i++)
		counted_keys(&c, "j");
	size_t bytes = c.bytes;
	counted_wait(&c, 1);
	assert_true(c.bytes > bytes);
	assert_true(emulator_shows(&c.emulator, "Subject    ขอเชิญประชุม"));
	counted_end(&c);
}

static void
nothing_is_sent_while_nobody_types(void **state)
{
	struct counted c;

	(void)state;
	screen_begin(&c, "clerk");
	counted_wait(&c, 3);
	assert_int_equal(c.bytes, 0);
	assert_int_equal(c.writes, 0);
	counted_end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_step_down_costs_its_marks),
	    cmocka_unit_test(a_step_that_scrolls_costs_one_row),
	    cmocka_unit_test(a_letter_typed_in_a_field_costs_little),
	    cmocka_unit_test(every_key_is_one_write),
	    cmocka_unit_test(the_dashboard_costs_a_screen_and_its_steps_little),
	    cmocka_unit_test(after_a_rest_the_preview_follows),
	    cmocka_unit_test(nothing_is_sent_while_nobody_types),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, begin, end);
}
