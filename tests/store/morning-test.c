/* morning-test.c -- what a desk is told in the morning, and whose it is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "app/json.h"
#include "app/morning.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* No holiday in this week and the next. */
static const struct date MONDAY = {2026, 1, 26};

static void
set_clock(struct fixture *f, int days, int hour, int minute)
{
	f->now = moment_at(date_after(MONDAY, days), hour, minute, 0);
}

static int
setup(void **state)
{
	struct fixture *f = xcalloc(1, sizeof(*f));

	fixture_register(f);
	f->now = moment_at(MONDAY, 8, 30, 0);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	fixture_done(*state);
	free(*state);
	return 0;
}

static void
receive(struct fixture *f, const char *subject)
{
	fixture_must(f, "clerk", "receive", "--subject", subject, "--from",
		     "อำเภอ", NULL);
}

/* The list of a person: how many desks it has, and what is in a part. */
static size_t
desks_of(struct fixture *f, const char *login)
{
	fixture_must(f, NULL, "digest", "--for", login, NULL);
	return json_array_size(f->answer);
}

static const json_t *
part(const struct fixture *f, const char *name)
{
	return json_object_get(json_array_get(f->answer, 0), name);
}

static size_t
count(struct fixture *f, const char *login, const char *name)
{
	return desks_of(f, login) == 0 ? 0 : json_array_size(part(f, name));
}

static const char *
word(const struct fixture *f, const char *name, size_t i, const char *key)
{
	return answer_word(json_array_get(part(f, name), i), key);
}

/* -------------------------------------------------------------- letters */

static void
what_waits_longest_is_told_first_and_at_most_five(void **state)
{
	static const char *const subjects[] = {"ก", "ข", "ค", "ง", "จ", "ฉ"};
	struct fixture *f = *state;

	for (int i = 0; i < 6; i++) {
		set_clock(f, 0, 9, i);
		receive(f, subjects[i]);
	}
	assert_int_equal(count(f, "clerk", "waiting"), 5);
	assert_string_equal(word(f, "waiting", 0, "subject"), "ก");
	assert_string_equal(word(f, "waiting", 4, "subject"), "จ");
	assert_int_equal(
	    answer_whole(json_array_get(f->answer, 0), "waiting_in_all"), 6);
	assert_int_equal(desks_of(f, "finance"), 0);
}

/* 21 office hours are three days of seven; the next post hears after six. */
static void
a_letter_that_lies_too_long_is_told_to_the_post_above(void **state)
{
	struct fixture *f = *state;
	const json_t *lain;

	receive(f, "ก");
	set_clock(f, 3, 8, 30);
	assert_int_equal(count(f, "head", "lying"), 0);
	set_clock(f, 3, 8, 31);
	assert_int_equal(count(f, "head", "lying"), 1);
	assert_string_equal(word(f, "lying", 0, "of"), "ธุรการ");
	lain = json_object_get(json_array_get(part(f, "lying"), 0), "lain");
	assert_int_equal(answer_whole(lain, "days"), 3);
	assert_int_equal(desks_of(f, "deputy"), 0);
	set_clock(f, 8, 8, 31);
	assert_int_equal(count(f, "deputy", "lying"), 1);
	assert_int_equal(desks_of(f, "palad"), 0);
	assert_int_equal(count(f, "clerk", "waiting"), 1);
	assert_true(json_is_true(
	    json_object_get(json_array_get(part(f, "waiting"), 0), "late")));
}

static void
the_more_urgent_it_is_the_sooner(void **state)
{
	struct fixture *f = *state;

	fixture_must(f, "clerk", "receive", "--subject", "ก", "--from", "อำเภอ",
		     "--urgency", "most-urgent", NULL);
	set_clock(f, 0, 9, 31);
	assert_int_equal(count(f, "head", "lying"), 1);
	fixture_must(f, NULL, "policy set", "lie-most-urgent", "2", NULL);
	assert_int_equal(count(f, "head", "lying"), 0);
}

static void
a_division_that_does_not_take_it_answers_to_the_palad(void **state)
{
	struct fixture *f = *state;

	fixture_to_the_top(f, 1);
	fixture_must(f, "nayok", "order", "1", "--note", "ดำเนินการ", "--assign",
		     "finance", NULL);
	set_clock(f, 3, 9, 0);
	assert_int_equal(count(f, "palad", "lying"), 1);
	assert_string_equal(word(f, "lying", 0, "of"), "ผู้อำนวยการกองคลัง");
	fixture_must(f, "finance", "acknowledge", "1", NULL);
	assert_int_equal(count(f, "palad", "lying"), 0);
	assert_int_equal(count(f, "finance", "waiting"), 1);
}

/* ------------------------------------------------- circulars and papers */

static void
what_circulates_is_told_until_it_is_noted(void **state)
{
	struct fixture *f = *state;

	receive(f, "ก");
	fixture_must(f, "clerk", "circulate", "1", "--to", "finance", "--to",
		     "works", "--purpose", "information", NULL);
	assert_int_equal(count(f, "finance", "circulars"), 1);
	fixture_must(f, "finance", "acknowledge", "1", NULL);
	assert_int_equal(desks_of(f, "finance"), 0);
	assert_int_equal(count(f, "works", "circulars"), 1);
}

static void
a_paper_on_the_way_is_told_to_whom_it_goes(void **state)
{
	struct fixture *f = *state;

	fixture_must(f, NULL, "policy set", "follow-paper", "1", NULL);
	receive(f, "ก");
	fixture_must(f, "clerk", "hand", "1", "--to", "head", NULL);
	assert_int_equal(count(f, "head", "papers"), 1);
	assert_int_equal(count(f, "palad", "papers"), 0);
}

/* ---------------------------------------------------------------- duties */

/* A letter of that urgency with the clerk, and something to do by a day. */
static void
ask(struct fixture *f, const char *urgency, const char *due)
{
	if (urgency == NULL)
		receive(f, "ก");
	else
		fixture_must(f, "clerk", "receive", "--subject", "ก", "--from",
			     "อำเภอ", "--urgency", urgency, NULL);
	fixture_must(f, "clerk", "duty add", "1", "--what", "รายงาน", "--due",
		     due, NULL);
}

static void
a_duty_is_told_on_the_days_of_its_reminders_and_after(void **state)
{
	/* Days after Monday; the last one is Monday in a fortnight. */
	static const struct {
		int day;
		const char *part;
	} told[] = {
	    {6, NULL},     {7, "soon"},     {8, NULL},       {11, "soon"},
	    {14, "today"}, {15, "overdue"}, {16, "overdue"},
	};
	struct fixture *f = *state;

	fixture_must(f, NULL, "policy set", "lie-plain", "0", NULL);
	ask(f, NULL, "2026-02-09");
	for (size_t i = 0; i < ARRAY_SIZE(told); i++) {
		set_clock(f, told[i].day, 8, 0);
		desks_of(f, "clerk");
		for (size_t p = 0; p < 3; p++) {
			const char *name = morning_parts[p].value;
			bool here = told[i].part != NULL &&
				    strcmp(name, told[i].part) == 0;

			assert_int_equal(json_array_size(part(f, name)), here);
		}
	}
}

static void
it_rises_post_by_post_and_is_nobodys_once_it_is_done(void **state)
{
	struct fixture *f = *state;

	ask(f, NULL, "2026-01-27");
	set_clock(f, 3, 8, 0);
	assert_int_equal(count(f, "head", "escalated"), 0);
	set_clock(f, 4, 8, 0);
	assert_int_equal(count(f, "head", "escalated"), 1);
	assert_string_equal(word(f, "escalated", 0, "of"), "ธุรการ");
	assert_int_equal(count(f, "clerk", "overdue"), 1);
	assert_int_equal(count(f, "deputy", "escalated"), 0);
	fixture_must(f, "clerk", "duty done", "1", "--note", "รายงานแล้ว", NULL);
	assert_int_equal(count(f, "head", "escalated"), 0);
	assert_int_equal(count(f, "clerk", "overdue"), 0);
}

static void
of_a_post_at_which_nobody_is_the_post_above_hears_at_once(void **state)
{
	struct fixture *f = *state;

	ask(f, NULL, "2026-01-27");
	fixture_must(f, NULL, "absent", "clerk", "--reason", "ลา", "--from",
		     "2026-01-26T09:00", "--to", "2026-02-06", NULL);
	set_clock(f, 1, 8, 0);
	assert_int_equal(count(f, "head", "escalated"), 1);
	assert_string_equal(word(f, "escalated", 0, "when"), "today");
}

static void
what_is_given_to_divisions_is_told_to_who_heads_them(void **state)
{
	struct fixture *f = *state;

	fixture_to_the_top(f, 1);
	fixture_must(f, "clerk", "duty add", "1", "--what", "รายงาน", "--due",
		     "2026-01-27", NULL);
	fixture_must(f, "nayok", "order", "1", "--note", "ดำเนินการ", "--assign",
		     "finance", "--assign", "works", NULL);
	set_clock(f, 1, 8, 0);
	assert_int_equal(count(f, "finance", "today"), 1);
	assert_int_equal(count(f, "works", "today"), 1);
	assert_int_equal(count(f, "clerk", "today"), 0);
	set_clock(f, 4, 8, 0);
	assert_int_equal(count(f, "palad", "escalated"), 1);
	assert_int_equal(count(f, "deputy", "escalated"), 0);
}

static void
a_secret_letters_duty_is_told_without_words_or_not_at_all(void **state)
{
	struct fixture *f = *state;

	fixture_clear(f, "clerk", "head", NULL);
	fixture_must(f, "clerk", "receive", "--subject", "ลับลมคมใน", "--from",
		     "อำเภอ", "--secrecy", "confidential", NULL);
	fixture_must(f, "clerk", "duty add", "1", "--what", "ลับลมคมใน", "--due",
		     "2026-01-26", NULL);
	fixture_must(f, "clerk", "digest", NULL);
	assert_int_equal(json_array_size(part(f, "today")), 1);
	assert_string_equal(word(f, "today", 0, "what"), "");
	assert_int_equal(desks_of(f, "clerk"), 0);
}

/* ------------------------------------------------------------ whose desk */

static void
of_who_is_absent_it_goes_to_who_acts(void **state)
{
	struct fixture *f = *state;

	fixture_must(f, NULL, "acting add", "head", "deputy", "--capacity",
		     "acting", "--order", "1", "--order-date", "2026-01-05",
		     "--from", "2026-01-26T08:30", "--to", "2026-02-06", NULL);
	fixture_must(f, NULL, "absent", "head", "--reason", "ลา", "--from",
		     "2026-01-26T08:30", "--to", "2026-02-06", NULL);
	set_clock(f, 0, 9, 0);
	receive(f, "ก");
	fixture_must(f, "clerk", "endorse", "1", "--note", "เพื่อโปรดทราบ", NULL);
	assert_int_equal(desks_of(f, "head"), 0);
	assert_int_equal(count(f, "deputy", "waiting"), 1);
}

static void
where_nobody_is_it_goes_past_to_the_next_post(void **state)
{
	struct fixture *f = *state;

	fixture_must(f, NULL, "absent", "head", "--reason", "ลา", "--from",
		     "2026-01-26T08:30", "--to", "2026-02-06", NULL);
	receive(f, "ก");
	set_clock(f, 3, 9, 0);
	assert_int_equal(count(f, "deputy", "lying"), 1);
}

static void
of_a_person_and_of_the_post_held_it_is_the_same(void **state)
{
	struct fixture *f = *state;

	receive(f, "ก");
	fixture_must(f, "clerk", "circulate", "1", "--to", "finance", "--to",
		     "clerk", "--purpose", "information", NULL);
	assert_int_equal(count(f, "finance", "circulars"), 1);
	fixture_must(f, NULL, "digest", "--post", "finance", NULL);
	assert_int_equal(json_array_size(part(f, "circulars")), 1);
	fixture_must(f, NULL, "digest", "--division", "finance", NULL);
	assert_int_equal(json_array_size(part(f, "circulars")), 1);
	/* Circulated to the clerk by name. */
	assert_int_equal(count(f, "clerk", "circulars"), 1);
	fixture_must(f, NULL, "digest", "--post", "clerk", NULL);
	assert_int_equal(json_array_size(part(f, "circulars")), 1);
	fixture_must(f, NULL, "digest", "--all", NULL);
	assert_int_equal(json_array_size(f->answer), 2);
}

static void
on_a_day_without_work_nothing_is_told(void **state)
{
	struct fixture *f = *state;

	receive(f, "ก");
	set_clock(f, 5, 9, 0);
	assert_int_equal(desks_of(f, "clerk"), 0);
	fixture_must(f, "clerk", "digest", "--on", "2026-02-02", NULL);
	assert_int_equal(json_array_size(f->answer), 1);
	assert_true(fixture_refuses(f, &PERSON_UNKNOWN, NULL, "digest", "--for",
				    "nobody", NULL));
}

/* ---------------------------------------------------------------- secrets */

static void
a_secret_letter_is_told_to_who_may_read_it_and_without_words(void **state)
{
	struct fixture *f = *state;

	fixture_clear(f, "clerk", "head", NULL);
	fixture_must(f, "clerk", "receive", "--subject", "ลับลมคมใน", "--from",
		     "อำเภอ", "--secrecy", "confidential", NULL);
	fixture_must(f, "clerk", "digest", NULL);
	assert_int_equal(json_array_size(part(f, "waiting")), 1);
	assert_string_equal(word(f, "waiting", 0, "subject"), "");
	assert_string_equal(word(f, "waiting", 0, "from"), "");
	/* The account that owns the register reads none. */
	assert_int_equal(desks_of(f, "clerk"), 0);
	fixture_must(f, "palad", "digest", "--all", NULL);
	assert_int_equal(json_array_size(f->answer), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(what_waits_longest_is_told_first_and_at_most_five),
	    TEST(a_letter_that_lies_too_long_is_told_to_the_post_above),
	    TEST(the_more_urgent_it_is_the_sooner),
	    TEST(a_division_that_does_not_take_it_answers_to_the_palad),
	    TEST(what_circulates_is_told_until_it_is_noted),
	    TEST(a_paper_on_the_way_is_told_to_whom_it_goes),
	    TEST(a_duty_is_told_on_the_days_of_its_reminders_and_after),
	    TEST(it_rises_post_by_post_and_is_nobodys_once_it_is_done),
	    TEST(of_a_post_at_which_nobody_is_the_post_above_hears_at_once),
	    TEST(what_is_given_to_divisions_is_told_to_who_heads_them),
	    TEST(a_secret_letters_duty_is_told_without_words_or_not_at_all),
	    TEST(of_who_is_absent_it_goes_to_who_acts),
	    TEST(where_nobody_is_it_goes_past_to_the_next_post),
	    TEST(of_a_person_and_of_the_post_held_it_is_the_same),
	    TEST(on_a_day_without_work_nothing_is_told),
	    TEST(a_secret_letter_is_told_to_who_may_read_it_and_without_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
