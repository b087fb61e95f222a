/* keystrokes-test.c -- how many keys it takes to register a letter */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tui/loop.h"
#include "tui/screens/screens.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* What a key is that is no character of a field: New, from field to field,
   a choice, save. */
enum { BESIDE_TEXT = 12 };

enum { NEW = K_F1 + 1, SAVE = K_F1 + 1, SAVE_NEXT = K_F1 + 2 };

static struct fixture f;
static struct tui tui;
static int keys; /* pressed so far */

static int
start(void **state)
{
	struct keymap map = {0};
	struct error err = {0};

	(void)state;
	fixture_register(&f);
	keymap_add_own(&map);
	tui_init(&tui, fixture_session(&f, "clerk"), term_test_new(24, 80),
		 &map);
	assert_true(tui_open(&tui, desk_new(&tui), &err));
	tui_loop(&tui);
	keys = 0;
	return 0;
}

static int
end(void **state)
{
	(void)state;
	tui_done(&tui);
	fixture_done(&f);
	return 0;
}

static void
press(uint32_t key)
{
	term_test_feed(tui.term, key);
	tui_loop(&tui);
	keys++;
}

static void
press_times(uint32_t key, int times)
{
	while (times-- > 0)
		press(key);
}

/* Each code point is a key. */
static int
characters(const char *s)
{
	uint32_t code;
	int n = 0;

	for (size_t left = strlen(s); left > 0; n++) {
		size_t length = utf8_next(s, left, &code);

		s += length;
		left -= length;
	}
	return n;
}

static void
type(const char *s)
{
	uint32_t code;

	for (size_t left = strlen(s); left > 0;) {
		size_t length = utf8_next(s, left, &code);

		press(code);
		s += length;
		left -= length;
	}
}

#define REF "พบ ๐๐๒๓.๓/ว ๑๒"
#define DATED "๑๕ ม.ค. ๖๙"
#define FROM "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดเพชรบุรี"
#define TO "นายก อบต.บ้านไร่"
#define SUBJECT "ซักซ้อมแนวทางการบันทึกข้อมูลในระบบสารสนเทศ"

static const char *const texts[] = {REF, DATED, FROM, TO, SUBJECT};

/* As it is, from the desk to the stamp. */
static void
type_whole_letter(void)
{
	press(NEW);
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		type(texts[i]);
		press(K_TAB);
	}
	type("ด"); /* ด่วนที่สุด */
	press(SAVE);
}

static int64_t
letters_like(const char *condition)
{
	char *sql =
	    xasprintf("SELECT count(*) FROM letter WHERE %s", condition);
	int64_t n = fixture_count(&f, sql);

	free(sql);
	return n;
}

static void
a_letter_takes_its_text_and_at_most_twelve_keys(void **state)
{
	int text = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		text += characters(texts[i]);
	type_whole_letter();
	assert_int_equal(letters_like("ref_no = '" REF "' AND dated = "
				      "'2026-01-15' AND sender = '" FROM
				      "' AND recipient = '" TO
				      "' AND subject = '" SUBJECT
				      "' AND urgency = 'ด่วนที่สุด'"),
			 1);
	assert_in_range(keys - text, 0, BESIDE_TEXT);
}

/* The number's beginning, the sender and the addressee are offered; the date
   is a short one; the subject is typed. */
static void
the_next_from_that_branch_takes_its_subject_and_few_keys(void **state)
{
	static const char subject[] = "ขอเชิญประชุม";

	(void)state;
	type_whole_letter();
	press(K_ESC);
	keys = 0;
	press(NEW);
	type("พ");
	press(K_RIGHT);
	type("๑๓");
	press(K_TAB);
	type("๑๖");
	press(K_TAB);
	press(K_RIGHT);
	press(K_TAB);
	press(K_RIGHT);
	press(K_TAB);
	type(subject);
	press(SAVE);
	assert_int_equal(letters_like("ref_no = 'พบ ๐๐๒๓.๓/ว ๑๓' AND dated = "
				      "'2026-01-16' AND sender = '" FROM
				      "' AND recipient = '" TO "'"),
			 1);
	assert_in_range(keys - characters(subject), 0, BESIDE_TEXT + 2);
}

/* Ten in a row of one branch and day: number and subject, six keys more. */
static void
ten_in_a_row_take_their_numbers_and_subjects(void **state)
{
	(void)state;
	type_whole_letter();
	press(K_ESC);
	press(NEW);
	press(K_F1 + 4);
	keys = 0;
	for (int i = 0; i < 10; i++) {
		press(K_RIGHT);
		press('2');
		press((uint32_t)'0' + (uint32_t)i);
		press_times(K_TAB, 4);
		type("ประชุม");
		press(SAVE_NEXT);
	}
	assert_int_equal(letters_like("sender = '" FROM "' AND dated = "
				      "'2026-01-15' AND subject = 'ประชุม'"),
			 10);
	assert_int_equal(keys, 10 * (2 + characters("ประชุม") + 6));
}

#define keys_test(t) cmocka_unit_test_setup_teardown(t, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    keys_test(a_letter_takes_its_text_and_at_most_twelve_keys),
	    keys_test(the_next_from_that_branch_takes_its_subject_and_few_keys),
	    keys_test(ten_in_a_row_take_their_numbers_and_subjects),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
