/* text-test.c -- growing strings, UTF-8, white space, unsafe code points */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#include "tests/test.h"

static void
a_text_grows_from_nothing_and_is_terminated(void **state)
{
	struct text t = {0};
	char *taken;

	(void)state;
	assert_string_equal(text_str(&t), "");
	for (int i = 0; i < 1000; i++)
		text_printf(&t, "%d,", i % 10);
	assert_int_equal(t.n, 2000);
	assert_int_equal(strlen(t.s), 2000);
	text_clear(&t);
	assert_string_equal(text_str(&t), "");
	text_add_n(&t, "abcdef", 3);
	text_add_code(&t, 0x0E01);
	taken = text_take(&t);
	assert_string_equal(taken, "abcก");
	free(taken);
	taken = text_take(&t);
	assert_string_equal(taken, "");
	free(taken);
	text_done(&t);
}

static void
bytes_are_put_in_and_taken_out_anywhere(void **state)
{
	struct text t = {0};

	(void)state;
	text_insert(&t, 0, "bd", 2);
	text_insert(&t, 1, "c", 1);
	text_insert(&t, 0, "a", 1);
	text_insert(&t, 4, "e", 1);
	assert_string_equal(text_str(&t), "abcde");
	text_remove(&t, 1, 3);
	assert_string_equal(text_str(&t), "ae");
	text_remove(&t, 0, 2);
	text_remove(&t, 0, 0);
	assert_string_equal(text_str(&t), "");
	text_done(&t);
}

struct sequence {
	const char *s;
	size_t n, length;
	uint32_t code;
};

static const struct sequence sequences[] = {
    {"a", 1, 1, 'a'},
    {"\0", 1, 1, 0},
    {"\x7f", 1, 1, 0x7F},
    {"\xc2\x80", 2, 2, 0x80},
    {"\xdf\xbf", 2, 2, 0x7FF},
    {"\xe0\xb8\x81", 3, 3, 0x0E01},
    {"\xe0\xa0\x80", 3, 3, 0x800},
    {"\xef\xbf\xbf", 3, 3, 0xFFFF},
    {"\xf0\x90\x80\x80", 4, 4, 0x10000},
    {"\xf4\x8f\xbf\xbf", 4, 4, 0x10FFFF},
    {"\x80", 1, 1, UTF8_BAD},                 /* no lead byte */
    {"\xc0\x80", 2, 1, UTF8_BAD},             /* overlong */
    {"\xc1\xbf", 2, 1, UTF8_BAD},             /* overlong */
    {"\xe0\x9f\xbf", 3, 1, UTF8_BAD},         /* overlong */
    {"\xf0\x8f\xbf\xbf", 4, 1, UTF8_BAD},     /* overlong */
    {"\xed\xbf\xbf", 3, 1, UTF8_BAD},         /* surrogate */
    {"\xed\xa0\x80", 3, 1, UTF8_BAD},         /* surrogate */
    {"\xf4\x90\x80\x80", 4, 1, UTF8_BAD},     /* beyond */
    {"\xf8\x88\x80\x80\x80", 5, 1, UTF8_BAD}, /* five bytes */
    {"\xff", 1, 1, UTF8_BAD},
    {"\xe0\xb8", 2, 1, UTF8_BAD},     /* cut by n */
    {"\xe0\xb8\x81", 2, 1, UTF8_BAD}, /* cut by n */
    {"\xe0\xb8\x61", 3, 1, UTF8_BAD}, /* cut by a letter */
};

static void
utf8_is_read_strictly(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(sequences); i++) {
		uint32_t code = 1;
		size_t n = utf8_next(sequences[i].s, sequences[i].n, &code);

		assert_int_equal(n, sequences[i].length);
		assert_int_equal(code, sequences[i].code);
	}
}

static void
every_code_point_is_read_as_it_was_written(void **state)
{
	(void)state;
	for (uint32_t code = 0; code <= 0x10FFFF; code++) {
		char out[4];
		uint32_t again;
		size_t n;

		if (code == 0xD800)
			code = 0xE000;
		n = utf8_put(code, out);
		if (utf8_next(out, n, &again) != n || again != code)
			fail_msg("U+%04X", (unsigned)code);
	}
}

static void
the_first_wrong_byte_is_found(void **state)
{
	(void)state;
	assert_int_equal(utf8_fault("กa", 4), -1);
	assert_int_equal(utf8_fault("", 0), -1);
	assert_int_equal(utf8_fault("กa\xff", 5), 4);
	assert_int_equal(utf8_fault("กก", 5), 3);
}

struct space_case {
	const char *s, *trimmed, *folded;
};

/* clang-format off */
static const struct space_case spaces[] = {
	{"", "", ""},
	{" \t\r\n", "", ""},
	{" a  b ", "a  b", "a b"},
	{"a\r\n\r\nb", "a\r\n\r\nb", "a b"},
	{"\u00a0ก\u00a0 ข\u200b", "ก\u00a0 ข", "ก ข"},
	{"\ufeff\u200b a\u200bb \u200b", "a\u200bb", "a\u200bb"},
	{"\u3000a\u2003b", "a\u2003b", "a b"},
	{" \xff ", "\xff", "\xff"},
};
/* clang-format on */

static void
white_space_is_trimmed_and_folded(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(spaces); i++) {
		char *s = xstrdup(spaces[i].s);

		assert_string_equal(text_trim(s), spaces[i].trimmed);
		free(s);
		s = xstrdup(spaces[i].s);
		assert_string_equal(text_fold_space(s), spaces[i].folded);
		assert_int_equal(text_is_blank(spaces[i].s), s[0] == '\0');
		free(s);
	}
	assert_true(text_is_blank(NULL));
}

struct shown_case {
	const char *s, *lines, *line;
};

/* clang-format off */
static const struct shown_case shown[] = {
	{"ที่ 12/ว ๓", "ที่ 12/ว ๓", "ที่ 12/ว ๓"},
	{"a\nb\tc", "a\nb\tc", "a^Jb^Ic"},
	{"\x1b[31m\x7f", "^[[31m^?", "^[[31m^?"},
	{"\xc2\x9b\xc2\x85", "<U+009B><U+0085>", "<U+009B><U+0085>"},
	{"\u202eabc\u2066", "<U+202E>abc<U+2066>", "<U+202E>abc<U+2066>"},
	{"a\u200bb\ufeff", "a<U+200B>b<U+FEFF>", "a<U+200B>b<U+FEFF>"},
	{"\xff\xe0\xb8", "<FF><E0><B8>", "<FF><E0><B8>"},
	{"\U000E0041\uf70a", "<U+E0041><U+F70A>", "<U+E0041><U+F70A>"},
};
/* clang-format on */

static void
what_is_unsafe_is_shown_and_never_dropped(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(shown); i++) {
		struct text t = {0};

		text_add_visible(&t, shown[i].s, true);
		assert_string_equal(text_str(&t), shown[i].lines);
		text_clear(&t);
		text_add_visible(&t, shown[i].s, false);
		assert_string_equal(text_str(&t), shown[i].line);
		text_done(&t);
	}
}

struct range {
	uint32_t first, last;
	bool unsafe;
};

static const struct range ranges[] = {
    {0x00, 0x1F, true},        {0x20, 0x7E, false},
    {0x7F, 0x9F, true},        {0xA0, 0xAC, false},
    {0x0E01, 0x0E5B, false},   {0x061C, 0x061C, true},
    {0x200B, 0x200F, true},    {0x2010, 0x2027, false},
    {0x202A, 0x202E, true},    {0x2060, 0x206F, true},
    {0x25CC, 0x25CC, false},   {0xD800, 0xF8FF, true},
    {0xF900, 0xFDCF, false},   {0xFDD0, 0xFDEF, true},
    {0xFE00, 0xFE0F, false},   {0xFEFF, 0xFEFF, true},
    {0xFFF9, 0xFFFB, true},    {0xFFFC, 0xFFFD, false},
    {0xFFFE, 0xFFFF, true},    {0x1FFFE, 0x1FFFF, true},
    {0x1F600, 0x1F64F, false}, {0xE0000, 0xE007F, true},
    {0xF0000, 0x110000, true}, {UTF8_BAD, UTF8_BAD, true},
};

static void
unsafe_code_points_are_known(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(ranges); i++)
		for (uint64_t c = ranges[i].first; c <= ranges[i].last; c++)
			if (code_is_unsafe((uint32_t)c) != ranges[i].unsafe)
				fail_msg("U+%04X", (unsigned)c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_text_grows_from_nothing_and_is_terminated),
	    cmocka_unit_test(bytes_are_put_in_and_taken_out_anywhere),
	    cmocka_unit_test(utf8_is_read_strictly),
	    cmocka_unit_test(every_code_point_is_read_as_it_was_written),
	    cmocka_unit_test(the_first_wrong_byte_is_found),
	    cmocka_unit_test(white_space_is_trimmed_and_folded),
	    cmocka_unit_test(what_is_unsafe_is_shown_and_never_dropped),
	    cmocka_unit_test(unsafe_code_points_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
