/* ics-test.c -- calendar files are written one way, and read however */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/ics.h"

#include "tests/test.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define EVENT(lines) HEAD "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n" TAIL

/* "FIRST..LAST NAME|" of each event, then "! NAME: WHY|" of each fault. */
static const char *
told(const char *text, struct arena *a)
{
	struct error err = {0};
	struct ics ics;
	const char *all = "";

	if (!ics_read(text, a, &ics, &err))
		return err.kind->name;
	for (size_t i = 0; i < ics.n; i++) {
		const struct ics_event *e = &ics.events[i];

		all =
		    arena_printf(a, "%s%s..%s %s|", all, date_iso(a, e->first),
				 date_iso(a, e->last), e->name);
	}
	for (size_t i = 0; i < ics.n_faults; i++)
		all = arena_printf(a, "%s! %s: %s|", all, ics.faults[i].name,
				   ics.faults[i].what);
	return all;
}

/* clang-format off */
static const struct {
	const char *text;
	const char *told;
} others[] = {
	{ EVENT("DTSTART;VALUE=DATE:20270101\r\nSUMMARY:ปีใหม่\r\n"),
	  "2027-01-01..2027-01-01 ปีใหม่|" },
	{ "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270413\n"
	  "DTEND;VALUE=DATE:20270416\nSUMMARY:สงกรานต์\nEND:VEVENT\n"
	  "END:VCALENDAR\n", "2027-04-13..2027-04-15 สงกรานต์|" },
	/* folded in the middle of a word, and of a character */
	{ EVENT("DTSTART;VALUE=DATE:20270101\r\nSUMMARY:New \r\n Year\\, so\r\n"
	  " ng\r\n"), "2027-01-01..2027-01-01 New Year, song|" },
	{ EVENT("DTSTART;VALUE=DATE:20270101\r\nSUMMARY:\xE0\xB8\r\n \x81\r\n"),
	  "2027-01-01..2027-01-01 ก|" },
	/* a time of UTC is a day in Bangkok, of a zone the day written */
	{ EVENT("DTSTART:20261231T170000Z\r\nSUMMARY:a\r\n"),
	  "2027-01-01..2027-01-01 a|" },
	{ EVENT("DTSTART;TZID=Asia/Bangkok:20270101T000000\r\n"
	  "DTEND;TZID=Asia/Bangkok:20270102T000000\r\nSUMMARY:a\r\n"),
	  "2027-01-01..2027-01-01 a|" },
	{ EVENT("DTSTART;TZID=No/Where:20270101T080000\r\nSUMMARY:a\r\n"),
	  "2027-01-01..2027-01-01 a|" },
	{ EVENT("DTSTART;VALUE=DATE:20270101\r\nDURATION:P2D\r\nSUMMARY:a\r\n"),
	  "2027-01-01..2027-01-02 a|" },
	{ EVENT("DTSTART;VALUE=DATE:20270105\r\nDTEND;VALUE=DATE:20270101\r\n"
	  "SUMMARY:a\r\n"), "2027-01-05..2027-01-05 a|" },
	/* what is wrong stops nothing but itself */
	{ HEAD "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270231\r\nSUMMARY:x\r\n"
	  "END:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\n"
	  "SUMMARY:y\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:z\r\n"
	  "END:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270102\r\n"
	  "END:VEVENT\r\n" TAIL,
	  "2027-01-01..2027-01-01 y|! x: it has no day on which it begins|"
	  "! z: it has no day on which it begins|! : it has no name|" },
	{ EVENT("DTSTART:soon\r\nSUMMARY:x\r\n"),
	  "! x: it has no day on which it begins|" },
	{ EVENT("DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270601\r\n"
	  "SUMMARY:x\r\n"), "! x: it lasts longer than a month|" },
	{ EVENT("DTSTART;VALUE=DATE:99990101\r\nSUMMARY:x\r\n"),
	  "! x: it has no day on which it begins|" },
	/* nothing of it is obeyed by a terminal */
	{ EVENT("DTSTART;VALUE=DATE:20270101\r\n"
	  "SUMMARY:a\x1b[31m\xE2\x80\xAE\r\n"),
	  "2027-01-01..2027-01-01 a^[[31m<U+202E>|" },
	/* other components, and none */
	{ HEAD "BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\n" TAIL, "" },
	{ HEAD TAIL, "" },
	{ "", "ics-invalid" },
	{ "hello", "ics-invalid" },
	{ "<html>BEGIN:VEVENT</html>", "ics-invalid" },
	/* cut off */
	{ HEAD "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270101\r\nSUMMARY:a",
	  "2027-01-01..2027-01-01 a|" },
};
/* clang-format on */

static void
files_of_others_are_read(void **state)
{
	struct arena a = {NULL};

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_string_equal(told(others[i].text, &a), others[i].told);
	arena_done(&a);
}

static void
what_hangs_on_an_event_is_read(void **state)
{
	struct arena a = {NULL};
	struct error err = {0};
	struct ics ics;

	(void)state;
	assert_true(ics_read(
	    EVENT("DTSTART;VALUE=DATE:20270101\r\nSUMMARY:a\r\n"
		  "COMMENT;LANGUAGE=de:Neujahr\r\nCOMMENT;LANGUAGE=en:NY\r\n"
		  "DESCRIPTION:one\\ntwo\r\nCATEGORIES:fixed\r\n"
		  "STATUS:TENTATIVE\r\nRRULE:FREQ=YEARLY;COUNT=3\r\n"
		  "EXDATE;VALUE=DATE:20280101\r\n"),
	    &a, &ics, &err));
	assert_int_equal(ics.n, 1);
	assert_string_equal(ics.events[0].english, "NY");
	assert_string_equal(ics.events[0].words, "one two");
	assert_string_equal(ics.events[0].categories, "fixed");
	assert_true(strstr(ics.events[0].rule, "FREQ=YEARLY") != NULL);
	assert_true(ics.events[0].is_tentative);
	assert_false(ics.events[0].is_cancelled);
	assert_int_equal(ics.events[0].n_except, 1);
	assert_int_equal(ics.events[0].except[0].year, 2028);
	arena_done(&a);
}

static void
a_file_cannot_nest_without_end(void **state)
{
	struct arena a = {NULL};
	struct text t = {0};

	(void)state;
	text_add(&t, HEAD);
	for (int i = 0; i < 60000; i++)
		text_add(&t, "BEGIN:VEVENT\r\n");
	assert_string_equal(told(t.s, &a), "ics-invalid");
	text_done(&t);
	arena_done(&a);
}

/* Any cut, and any byte changed: read or refused, never more. */
static void
garbage_does_no_harm(void **state)
{
	static const char whole[] =
	    EVENT("DTSTART;VALUE=DATE:20270101\r\nSUMMARY:กขค\r\n"
		  "RRULE:FREQ=YEARLY\r\nEXDATE:20280101\r\n"
		  "DURATION:P1D\r\nSTATUS:CONFIRMED\r\n");
	static const char bytes[] = ":;\r\n=\\\"\x01\xFF,9Z";

	(void)state;
	for (size_t i = 0; i < sizeof(whole) - 1; i++) {
		struct arena a = {NULL};
		char *s = arena_strndup(&a, whole, i);

		assert_non_null(told(s, &a));
		s = arena_strndup(&a, whole, sizeof(whole) - 1);
		s[i] = bytes[i % (sizeof(bytes) - 1)];
		assert_non_null(told(s, &a));
		arena_done(&a);
	}
}

static void
lines_are_folded_between_characters(void **state)
{
	struct text t = {0};

	(void)state;
	text_add_ics_text(&t, "SUMMARY",
			  "รายงานผลการดำเนินงานตามนโยบาย; ครั้งที่ 1, ก\\ข\nค");
	for (const char *s = t.s; *s != '\0';) {
		size_t n = strcspn(s, "\r");

		assert_true(n <= 75);
		assert_int_equal(utf8_fault(s, n), -1);
		assert_memory_equal(s + n, "\r\n", 2);
		s += n + 2;
	}
	assert_non_null(strstr(t.s, "\r\n "));
	assert_non_null(strstr(t.s, "\\;"));
	assert_non_null(strstr(t.s, "\\n"));
	text_clear(&t);
	text_add_ics_text(&t, "SUMMARY", NULL);
	text_add_ics_text(&t, "SUMMARY", "");
	assert_int_equal(t.n, 0);
	text_done(&t);
}

static void
what_is_written_is_read_again(void **state)
{
	static const char name[] =
	    "รายงานผลการดำเนินงาน, ตามนโยบาย; ครั้งที่ 1 (ก\\ข) ของเดือนมกราคม 2569";
	struct arena a = {NULL};
	struct text t = {0};

	(void)state;
	text_add_ics_begin(&t, "ปฏิทิน");
	text_add_ics_open(&t, "VEVENT");
	text_add_ics_moment(&t, "DTSTAMP",
			    moment_at((struct date){2026, 1, 1}, 3, 4, 5));
	text_add_ics_day(&t, "DTSTART", (struct date){2026, 1, 5});
	text_add_ics_text(&t, "SUMMARY", name);
	text_add_ics_close(&t, "VEVENT");
	text_add_ics_end(&t);
	assert_non_null(strstr(t.s, "DTSTAMP:20251231T200405Z\r\n"));
	assert_string_equal(
	    told(t.s, &a),
	    arena_printf(&a, "2026-01-05..2026-01-05 %s|", name));
	text_done(&t);
	arena_done(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(files_of_others_are_read),
	    cmocka_unit_test(what_hangs_on_an_event_is_read),
	    cmocka_unit_test(a_file_cannot_nest_without_end),
	    cmocka_unit_test(garbage_does_no_harm),
	    cmocka_unit_test(lines_are_folded_between_characters),
	    cmocka_unit_test(what_is_written_is_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
