/* thai-fold-test.c -- what a reader takes for the same is folded alike */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/thai-fold.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* clang-format off */
static const struct {
	const char *text;
	const char *folded;
} foldings[] = {
	{ "", "" },
	/* digits */
	{ "๐๑๒๓๔๕๖๗๘๙", "0123456789" },
	{ "ที่ มท ๐๘๑๖.๕/ว ๓๓๔๙", "ทีมท08165/ว3349" },
	{ "0816.5/ว3349", "08165/ว3349" },
	{ "1,250,000.50", "125000050" },
	/* marks */
	{ "น้ำท่วม", "นำทวม" },
	{ "นำทวม", "นำทวม" },
	{ "เร็ว", "เรว" },
	{ "ศุกร์", "ศุกร" },
	{ "พฺราหฺมณ", "พราหมณ" },
	{ "อํ", "อ" },
	{ "กิน ที่ ชื่อ ผู้", "กินทีชือผู" },
	/* SARA AM */
	{ "นำ", "นำ" },
	{ "นํา", "นำ" },
	{ "น้ํา", "นำ" },
	{ "นํ้า", "นำ" },
	{ "นาํ", "นำ" },
	{ "นา", "นา" },
	{ "สำนักปลัด", "สำนักปลัด" },
	/* SARA E twice, LAKKHANGYAO */
	{ "เเผนงาน", "แผนงาน" },
	{ "แผนงาน", "แผนงาน" },
	{ "เเเเ", "แแ" },
	{ "ฤๅษี", "ฤาษี" },
	/* letter case */
	{ "E-Plan LINE", "eplanline" },
	{ "CAFÉ", "café" },
	/* white space, zero-width, punctuation that varies */
	{ "กอง\u00A0ช่าง\n\tฯ", "กองชางฯ" },
	{ "กอง\u200Bช่าง", "กองชาง" },
	{ "\uFEFFกอง\u200Dช่าง", "กองชาง" },
	{ "อ.บ.ต.", "อบต" },
	{ "“ด่วน” (มาก) – ‘ที่สุด’…", "ดวนมากทีสุด" },
	{ "100%", "100%" },
	{ "ต่าง ๆ", "ตางๆ" },
	/* words that are spelt in two ways */
	{ "เกษียน", "เกษียน" },
	{ "เกษียณหนังสือ", "เกษียนหนังสือ" },
	{ "ผู้เกษียณ", "ผูเกษียน" },
	{ "กฏหมาย", "กฎหมาย" },
	{ "กฎหมาย", "กฎหมาย" },
	{ "ปรากฏ", "ปรากฎ" },
	{ "อนุญาติ", "อนุญาต" },
	{ "สัมนา", "สัมมนา" },
	{ "บุคคลากร", "บุคลากร" },
	{ "คลินิค", "คลินิก" },
	{ "อิเล็คทรอนิกส์", "อิเลกทรอนิกส" },
	{ "อีเล็คทรอนิกส์", "อิเลกทรอนิกส" },
	{ "เว็บไซท์", "เวบไซต" },
	{ "คณะกรรมการ", "คณะกรรมการ" },
	{ "ญาติ", "ญาติ" },
	/* not UTF-8 */
	{ "ก\xFFข", "ก\uFFFDข" },
};
/* clang-format on */

static void
each_row_of_the_table_is_folded_so(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(foldings); i++) {
		char *folded = thai_fold(foldings[i].text);

		if (strcmp(folded, foldings[i].folded) != 0)
			fail_msg("%s: %s, not %s", foldings[i].text, folded,
				 foldings[i].folded);
		free(folded);
	}
}

static void
a_spelling_becomes_one_that_is_none_itself(void **state)
{
	(void)state;
	for (const struct spelling *s = thai_spellings; s->other; s++) {
		struct text other = {0}, one = {0};
		char *folded;

		for (const char32_t *c = s->other; *c != 0; c++)
			text_add_code(&other, *c);
		for (const char32_t *c = s->one; *c != 0; c++)
			text_add_code(&one, *c);
		folded = thai_fold(other.s);
		assert_string_equal(folded, one.s);
		free(folded);
		folded = thai_fold(one.s);
		assert_string_equal(folded, one.s);
		free(folded);
		text_done(&other);
		text_done(&one);
	}
}

/* ------------------------------------------------------------ any text */

/* Characters of which each rule speaks, more often than others. */
static uint32_t
any_code(uint64_t *seed)
{
	static const uint32_t often[] = {
	    0x0E40, 0x0E40, 0x0E4D, 0x0E32, 0x0E33, 0x0E48, 0x0E49,
	    0x0E4C, 0x0E45, ' ',    '.',    0x200B, 'A',    0x0E51,
	    0x0E1A, 0x0E44, 0x0E0B, 0x0E17, 0x0E01, 0x0E0F, 0x0E2A,
	    0x0E31, 0x0E21, 0x0E19, 0x0E35, 0x0E22, 0x0E13, 0x0E29};

	switch (fixture_draw(seed, 4)) {
	case 0:
		return 0x0E01 + fixture_draw(seed, 0x5B);
	case 1:
		return 0x20 + fixture_draw(seed, 0x5F);
	default:
		return often[fixture_draw(seed, ARRAY_SIZE(often))];
	}
}

static void
any_text(uint64_t *seed, struct text *t)
{
	text_clear(t);
	for (uint32_t n = 1 + fixture_draw(seed, 30); n > 0; n--)
		text_add_code(t, any_code(seed));
}

enum { ROUNDS = 20000 };

static void
folding_again_changes_nothing(void **state)
{
	uint64_t seed = 20260120;
	struct text t = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		char *once, *twice;

		any_text(&seed, &t);
		once = thai_fold(t.s);
		twice = thai_fold(once);
		if (strcmp(once, twice) != 0)
			fail_msg("%s: %s, then %s", t.s, once, twice);
		free(once);
		free(twice);
	}
	text_done(&t);
}

static void
the_folded_form_is_the_same_with_its_map(void **state)
{
	uint64_t seed = 7;
	struct text t = {0};

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct folded f;
		char *folded;

		any_text(&seed, &t);
		folded = thai_fold(t.s);
		folded_init(&f, t.s, t.n);
		assert_string_equal(f.s, folded);
		assert_int_equal(f.n, strlen(folded));
		for (size_t k = 0; k < f.n; k++) {
			assert_true(f.from[k] < f.to[k]);
			assert_true(f.to[k] <= t.n);
			assert_true(k == 0 || f.from[k - 1] <= f.from[k]);
		}
		folded_done(&f);
		free(folded);
	}
	text_done(&t);
}

/* ------------------------------------------------------------ the place */

/* clang-format off */
static const struct {
	const char *text;
	const char *what;
	const char *shown; /* NULL: it is not there */
} places[] = {
	{ "ขอส่งน้ำดื่ม จำนวน ๒ ขวด", "นำ", "น้ำ" },
	{ "ขอส่งน้ำดื่ม จำนวน ๒ ขวด", "น้ําดืมจำนวน2", "น้ำดื่ม จำนวน ๒" },
	{ "ที่ กค ๐๔๐๕.๒/ว ๗๘", "0405.2/ว78", "๐๔๐๕.๒/ว ๗๘" },
	{ "การเกษียณอายุ", "เกษียน", "เกษียณ" },
	{ "งานสัมนาครู", "สัมม", "สัมนา" },
	{ "เเบบฟอร์ม", "แบบ", "เเบบ" },
	{ "ศูนย์ ราชการ", "ศูนย์", "ศูนย์" },
	{ "กองช่าง", "กองคลัง", NULL },
	{ "กองช่าง", "", NULL },
	{ "กองช่าง", " .", NULL },
};
/* clang-format on */

static void
a_hit_is_shown_in_the_text_as_written(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(places); i++) {
		struct folded f;
		char *what = thai_fold(places[i].what);
		size_t from = 0, to = 0;
		bool found;

		folded_init(&f, places[i].text, strlen(places[i].text));
		found = folded_find(&f, what, &from, &to);
		assert_int_equal(found, places[i].shown != NULL);
		if (found && (to - from != strlen(places[i].shown) ||
			      memcmp(places[i].text + from, places[i].shown,
				     to - from) != 0))
			fail_msg("%s in %s: %.*s", places[i].what,
				 places[i].text, (int)(to - from),
				 places[i].text + from);
		folded_done(&f);
		free(what);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_row_of_the_table_is_folded_so),
	    cmocka_unit_test(a_spelling_becomes_one_that_is_none_itself),
	    cmocka_unit_test(folding_again_changes_nothing),
	    cmocka_unit_test(the_folded_form_is_the_same_with_its_map),
	    cmocka_unit_test(a_hit_is_shown_in_the_text_as_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
