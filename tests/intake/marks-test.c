/* marks-test.c -- marks are put back in official words, and nowhere else */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/mem.h"

#include "intake/marks.h"

#include "tests/test.h"

/* clang-format off */
static const struct {
	const char *was, *is; /* is NULL = it stays */
} lines[] = {
	{"บนั ทกึ ขอ้ ความ", "บันทึกข้อความ"},
	{"วันท่ี ๑ เร่ือง", "วันที่ ๑ เรื่อง"},
	{"วันที ๑๐ กันยายน", "วันที่ ๑๐ กันยายน"},
	{"ให้เสร็จภายในวนที่ ๕", "ให้เสร็จภายในวันที่ ๕"},
	{"จังหวดเพชรบุรี", "จังหวัดเพชรบุรี"},
	{"จึงเรียนมาเพือทราบ", "จึงเรียนมาเพื่อทราบ"},
	/* another word, another mark, or a vowel behind */
	{"ด่วนที่สุด", NULL},
	{"โทรคมนาคม", NULL},
	{"จิตสำนึก", NULL},
	{"๓ วันทำการ", NULL},
	{"สวนสาธารณะ", NULL},
	{"", NULL},
	{"abc \xE0", NULL},
};
/* clang-format on */

static void
marks_are_put_back_in_official_words_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		struct text out = {0}, was = {0}, is = {0};
		bool mended = marks_mend(lines[i].was, &out, &was, &is);
		const char *want =
		    lines[i].is != NULL ? lines[i].is : lines[i].was;

		assert_string_equal(text_str(&out), want);
		assert_int_equal(mended, lines[i].is != NULL);
		text_done(&out);
		text_done(&was);
		text_done(&is);
	}
}

static void
the_first_word_mended_is_told(void **state)
{
	struct text out = {0}, was = {0}, is = {0};

	(void)state;
	marks_mend("จังหวดเลย ภายในวนที่ ๕", &out, &was, &is);
	assert_string_equal(text_str(&was), "จังหวด");
	assert_string_equal(text_str(&is), "จังหวัด");
	text_done(&out);
	text_done(&was);
	text_done(&is);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(marks_are_put_back_in_official_words_alone),
	    cmocka_unit_test(the_first_word_mended_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
