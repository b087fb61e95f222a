/* page-test.c -- the page of a day is the same whenever it is printed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "app/look.h"
#include "app/page-text.h"

#include "tests/fixture.h"
#include "tests/test.h"

static struct fixture f;
static struct arena arena;

static const struct date today = {2026, 1, 20};

static int
set_up(void **state)
{
	(void)state;
	fixture_register(&f);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_done(&arena);
	fixture_done(&f);
	return 0;
}

static void
receive(const char *subject)
{
	fixture_must(&f, "clerk", "receive", "--subject", subject, "--from",
		     "จังหวัด", "--ref", "มท ๑", NULL);
}

static struct day_page
page(struct date day)
{
	struct day_page p;

	if (!look_page(fixture_session(&f, "clerk"), day, &arena, &p, &f.err))
		fail_msg("%s", f.err.detail);
	return p;
}

/* As it is printed; in the arena. */
static const char *
printed(struct date day, int width, int lines)
{
	const struct page_look look = {.width = width, .lines = lines};
	struct day_page p = page(day);
	struct text t = {0};
	const char *s;

	text_add_page(&t, &p, &look);
	s = arena_strdup(&arena, t.s);
	text_done(&t);
	return s;
}

static void
next_day(void)
{
	f.now += 24 * 3600 * (moment)1000000;
}

static void
an_open_page_shows_what_it_holds_so_far(void **state)
{
	struct day_page p;

	(void)state;
	receive("ก");
	p = page(today);
	assert_false(p.is_closed);
	assert_int_equal(p.n_entries, 1);
	assert_null(p.day.digest);
	assert_non_null(strstr(printed(today, 80, 0), "not closed yet"));
}

static void
a_page_keeps_what_stood_on_it(void **state)
{
	const char *before;

	(void)state;
	receive("หนังสือเรื่องที่หนึ่ง");
	receive("หนังสือเรื่องที่สอง");
	fixture_must(&f, "clerk", "correct", "2", "from", "อำเภอ", "--reason",
		     "x", NULL);
	fixture_must(&f, "clerk", "day close", NULL);
	before = printed(today, 100, 0);
	next_day();
	fixture_must(&f, "clerk", "correct", "1", "subject", "อื่น", "--reason",
		     "x", NULL);
	fixture_must(&f, "clerk", "correct", "1", "subject", "อื่นอีก", "--reason",
		     "x", NULL);
	fixture_must(&f, "clerk", "correct", "1", "ref", "-", "--reason", "x",
		     NULL);
	fixture_must(&f, "clerk", "endorse", "1", "--note", "x", NULL);
	fixture_must(&f, "clerk", "cancel", "2", "--reason", "x", NULL);
	assert_string_equal(printed(today, 100, 0), before);
	assert_non_null(strstr(before, "อำเภอ"));
}

static void
changes_stand_on_the_page_of_their_day(void **state)
{
	const struct date tomorrow = {2026, 1, 21};
	struct day_page p;

	(void)state;
	receive("ก");
	next_day();
	fixture_must(&f, "clerk", "correct", "1", "subject", "ข", "--reason",
		     "เหตุ", NULL);
	fixture_must(&f, "clerk", "cancel", "1", "--reason", "ซ้ำ", NULL);
	assert_int_equal(page(today).n_changes, 0);
	p = page(tomorrow);
	assert_int_equal(p.n_entries, 0);
	assert_int_equal(p.n_changes, 2);
	assert_string_equal(p.changes[0].was, "ก");
	assert_string_equal(p.changes[0].now, "ข");
	assert_null(p.changes[1].field);
	assert_string_equal(p.changes[1].reason, "ซ้ำ");
}

/* The clerk who registered it may read it; paper goes everywhere. */
static void
a_secret_letter_has_a_number_and_a_class_only(void **state)
{
	const char *text;

	(void)state;
	fixture_clear(&f, "clerk", NULL);
	fixture_must(&f, "clerk", "receive", "--subject", "ความลับยิ่ง", "--from",
		     "ผู้ส่งลับ", "--ref", "ลบ ๙๙", "--secrecy", "secret", NULL);
	text = printed(today, 160, 0);
	assert_null(strstr(text, "ความลับยิ่ง"));
	assert_null(strstr(text, "ผู้ส่งลับ"));
	assert_null(strstr(text, "ลบ ๙๙"));
	assert_non_null(strstr(text, "(secret)"));
}

static void
a_reserved_number_is_on_its_page_and_its_letter_on_another(void **state)
{
	const struct date tomorrow = {2026, 1, 21};
	struct day_page p;

	(void)state;
	fixture_must(&f, "clerk", "reserve", "--purpose", "รอเล่ม", "--until",
		     "2026-01-31", NULL);
	next_day();
	fixture_must(&f, "clerk", "receive", "--reserved", "1", "--subject",
		     "มาแล้ว", NULL);
	fixture_must(&f, "clerk", "day close", NULL);
	p = page(today);
	assert_int_equal(p.n_entries, 1);
	assert_string_equal(p.entries[0].purpose, "รอเล่ม");
	assert_null(p.entries[0].subject);
	assert_int_equal(p.day.books[0].reserved, 1);
	assert_int_equal(p.day.books[0].entered, 0);
	p = page(tomorrow);
	assert_int_equal(p.n_entries, 1);
	assert_string_equal(p.entries[0].subject, "มาแล้ว");
	assert_int_equal(p.day.books[0].entered, 1);
	assert_true(fixture_is_clean(&f));
}

static void
a_number_voided_is_counted_on_the_day_it_was(void **state)
{
	const struct date tomorrow = {2026, 1, 21};
	struct day_page p;

	(void)state;
	fixture_must(&f, "clerk", "reserve", "--purpose", "x", "--until",
		     "2026-01-31", NULL);
	next_day();
	fixture_must(&f, "clerk", "void", "1", "--reason", "ไม่มา", NULL);
	fixture_must(&f, "clerk", "day close", NULL);
	assert_int_equal(page(today).day.books[0].voided, 0);
	p = page(tomorrow);
	assert_int_equal(p.day.books[0].voided, 1);
	assert_string_equal(p.entries[0].voided, "ไม่มา");
	assert_true(fixture_is_clean(&f));
}

static void
days_without_a_page_are_refused(void **state)
{
	static const struct date days[] = {{2026, 1, 19}, {2026, 1, 21}};
	struct day_page p;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(days); i++) {
		assert_false(look_page(fixture_session(&f, "clerk"), days[i],
				       &arena, &p, &f.err));
		assert_ptr_equal(f.err.kind, &DAY_UNKNOWN);
	}
}

/* Each line of a text: is it as wide as it may be? */
static void
assert_lines_fit(const char *text, int width)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n\f");
		char *line = xstrndup(text, n);

		if (thai_columns(line) > width)
			fail_msg("%d columns, not %d: %s", thai_columns(line),
				 width, line);
		free(line);
		text += n + (text[n] != '\0');
	}
}

static void
lines_fit_the_paper_whatever_its_width(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++)
		receive("การบูรณาการความร่วมมือในการขับเคลื่อนโครงการปลูกผักสวนครัว "
			"เพื่อสร้างความมั่นคงทางด้านอาหารABCDEFGHIJKLMNOPQRSTUVWXYZ");
	fixture_must(&f, "clerk", "cancel", "2", "--reason",
		     "ลงทะเบียนซ้ำกับเลขรับก่อนหน้าโดยไม่ทันสังเกต", NULL);
	fixture_must(&f, "clerk", "day close", NULL);
	for (int width = 76; width < 200; width++)
		assert_lines_fit(printed(today, width, 0), width);
}

static void
sheets_are_numbered_and_no_longer_than_they_may(void **state)
{
	const char *sheet;
	int sheets = 0;

	(void)state;
	for (int i = 0; i < 12; i++)
		receive("เรื่องหนึ่งซึ่งยาวพอที่จะใช้หลายบรรทัดในช่องเรื่องของหน้านี้");
	sheet = printed(today, 80, 40);
	while (sheet != NULL) {
		const char *next = strchr(sheet, '\f');
		int lines = 0;

		for (const char *p = sheet; *p != '\0' && p != next; p++)
			lines += *p == '\n';
		sheets++;
		assert_int_equal(lines, 40);
		assert_non_null(strstr(sheet, "page of the day"));
		sheet = next != NULL ? next + 1 : NULL;
	}
	assert_int_equal(sheets, 3);
	assert_non_null(strstr(printed(today, 80, 40), "page 1 of 3"));
	assert_non_null(strstr(printed(today, 80, 40), "page 3 of 3"));
}

static void
a_practice_page_says_so_on_every_sheet(void **state)
{
	struct fixture g;
	struct fixture own = f;
	const char *text;
	int said = 0;

	(void)state;
	fixture_start(&g);
	fixture_must(&g, NULL, "init", "ก", "--practice", NULL);
	fixture_people(&g);
	f = g;
	for (int i = 0; i < 12; i++)
		receive("เรื่องหนึ่งซึ่งยาวพอที่จะใช้หลายบรรทัดในช่องเรื่องของหน้านี้");
	fixture_must(&f, "clerk", "day close", NULL);
	text = printed(today, 80, 40);
	for (const char *p = text; (p = strstr(p, "*** PRACTICE")); p++)
		said++;
	assert_int_equal(said, 3);
	fixture_done(&f);
	f = own;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(an_open_page_shows_what_it_holds_so_far),
	    TEST(a_page_keeps_what_stood_on_it),
	    TEST(changes_stand_on_the_page_of_their_day),
	    TEST(a_secret_letter_has_a_number_and_a_class_only),
	    TEST(a_reserved_number_is_on_its_page_and_its_letter_on_another),
	    TEST(a_number_voided_is_counted_on_the_day_it_was),
	    TEST(days_without_a_page_are_refused),
	    TEST(lines_fit_the_paper_whatever_its_width),
	    TEST(sheets_are_numbered_and_no_longer_than_they_may),
	    TEST(a_practice_page_says_so_on_every_sheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
