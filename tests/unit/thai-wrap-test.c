/* thai-wrap-test.c -- lines broken between words, never inside a cluster */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/thai.h"

#include "tests/test.h"

static void
collect(void *ctx, const char *s, size_t n)
{
	struct text *t = ctx;

	text_add_n(t, s, n);
	text_add(t, "|");
}

/* Lines, each ended by |. */
struct wrap_case {
	const char *s;
	int columns;
	const char *lines;
};

/* clang-format off */
static const struct wrap_case wraps[] = {
	{"", 10, "|"},
	{"   ", 10, "|"},
	{"\n", 10, "||"},
	{"a\n\nb\n", 10, "a||b||"},
	{"one two three", 7, "one two|three|"},
	{"one two three", 8, "one two|three|"},
	{"one   two ", 9, "one   two|"},
	{"one   two", 8, "one|two|"},
	{"  indent", 10, "  indent|"},
	{"  indented", 8, "indented|"},
	{"abcdefgh", 3, "abc|def|gh|"},
	{"x abcdefgh y", 3, "x|abc|def|gh|y|"},
	{"น้ำน้ำน้ำ", 3, "น้ำ|น้ำ|น้ำ|"},
	{"น้ำ", 1, "น้ำ|"},
	{"ab", 0, "a|b|"},
	{"จังหวัดเพชรบุรี", 8, "จังหวัด|เพชรบุรี|"},
	{"ตามที่กรมส่งเสริม", 8, "ตามที่กรม|ส่งเสริม|"},
	{"ที่“จังหวัด”", 7, "ที่|“จังหวัด”|"},
	{"เพชรบุรี(จังหวัด)", 8, "เพชรบุรี|(จังหวัด)|"},
	{"\xff\xff\xff", 2, "\xff\xff|\xff|"},
};
/* clang-format on */

static void
lines_break_at_ends_spaces_and_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(wraps); i++) {
		struct text t = {0};
		int lines =
		    thai_wrap(wraps[i].s, wraps[i].columns, collect, &t);
		int bars = 0;

		assert_string_equal(text_str(&t), wraps[i].lines);
		for (size_t at = 0; at < t.n; at++)
			bars += t.s[at] == '|';
		assert_int_equal(lines, bars);
		assert_int_equal(
		    thai_wrap(wraps[i].s, wraps[i].columns, NULL, NULL), bars);
		text_done(&t);
	}
}

static const char letter[] =
    "ด้วยกรมส่งเสริมการปกครองท้องถิ่นได้รับแจ้งจากกระทรวงมหาดไทยว่า "
    "ให้องค์กรปกครองส่วนท้องถิ่นทุกแห่งดำเนินการสำรวจแหล่งน้ำในพื้นที่ (อปท.)\n"
    "จึงเรียนมาเพื่อทราบและถือปฏิบัติต่อไป";

struct check {
	int columns;
	const char *at; /* where the line before ended */
};

static void
check_line(void *ctx, const char *s, size_t n)
{
	struct check *c = ctx;
	char *line = xstrndup(s, n);
	size_t gap = (size_t)(s - c->at);

	assert_true(thai_columns(line) <= c->columns);
	assert_int_equal(strspn(c->at, " \n"), gap);
	assert_true(n == 0 || line[n - 1] != ' ');
	assert_false(cluster_next(s, n).loose_mark);
	c->at = s + n;
	free(line);
}

static void
a_letter_keeps_every_word_at_every_width(void **state)
{
	(void)state;
	for (int columns = 2; columns < 100; columns++) {
		struct check c = {.columns = columns, .at = letter};

		thai_wrap(letter, columns, check_line, &c);
		assert_string_equal(c.at, "");
	}
}

static const char word[] = "ส่งเสริม";

static void
check_word(void *ctx, const char *s, size_t n)
{
	(void)ctx;
	assert_int_equal(n, strlen(word));
	assert_memory_equal(s, word, n);
}

/* A line has room for one word and half of the next. */
static void
a_run_of_any_length_breaks_at_the_same_words(void **state)
{
	enum { TIMES = 500 };
	struct text t = {0};
	int columns = thai_columns(word);

	(void)state;
	for (int i = 0; i < TIMES; i++)
		text_add(&t, word);
	assert_int_equal(
	    thai_wrap(text_str(&t), columns + columns / 2, check_word, NULL),
	    TIMES);
	text_done(&t);
}

/* clang-format off */
static const struct {
	const char *a, *b;
	bool is_cut;
} line_ends[] = {
	{"ภายในวันที่ ๒๙ พฤษ", "ภาคม ๒๕๖๙", true},
	{"นายกเทศมนตรี แ", "ละนายอำเภอ", true},
	{"ผู้ท", "ำการ", true},
	{"สำนักงานจังหวัดชัยภูมิ และ", "สำนักงานเทศบาลเมือง", false},
	{"ทุกเดือน", "๓. รายงานผล", false},
	{"one", "two", false},
	{"", "ก", false},
	{"ก", "", false},
};
/* clang-format on */

static void
a_word_that_a_line_end_cuts_is_known(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(line_ends); i++)
		assert_int_equal(thai_is_cut(line_ends[i].a, line_ends[i].b),
				 line_ends[i].is_cut);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(lines_break_at_ends_spaces_and_words),
	    cmocka_unit_test(a_letter_keeps_every_word_at_every_width),
	    cmocka_unit_test(a_run_of_any_length_breaks_at_the_same_words),
	    cmocka_unit_test(a_word_that_a_line_end_cuts_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
