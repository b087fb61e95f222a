/* charset-test.c -- what an eight bit terminal cannot write, it shows so */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tui/charset.h"

#include "tests/test.h"

static void
assert_written(const char *charset, const char *text, const char *bytes)
{
	struct text out = {0};
	uint32_t codes[8];
	size_t n = 0;

	for (const char *s = text; *s; n++)
		s += utf8_next(s, strlen(s), &codes[n]);
	charset_add(charset, &out, codes, n);
	assert_string_equal(text_str(&out), bytes);
	text_done(&out);
}

static void
thai_is_one_byte_a_character(void **state)
{
	(void)state;
	assert_written("UTF-8", "ที่", "ที่");
	assert_written("TIS-620", "ที่", "\xB7\xD5\xE8");
	assert_written("CP874", "ที่", "\xB7\xD5\xE8");
	assert_written("ISO-8859-11", "๙", "\xF9");
	assert_written("TIS-620", "x", "x");
}

static void
what_only_one_of_them_has_is_written_there(void **state)
{
	(void)state;
	assert_written("CP874", "…", "\x85");
	assert_written("TIS-620", "…", "~");
	assert_written("CP874", "“", "\x93");
	assert_written("TIS-620", "“", "\"");
}

static void
boxes_have_signs_that_look_like_them(void **state)
{
	(void)state;
	assert_written("TIS-620", "─", "-");
	assert_written("TIS-620", "│", "|");
	assert_written("TIS-620", "┌", "+");
	assert_written("TIS-620", "●", "*");
}

static void
curves_and_bars_have_signs_that_rise(void **state)
{
	(void)state;
	assert_written("TIS-620", "▁", "_");
	assert_written("TIS-620", "▃", ".");
	assert_written("TIS-620", "▄", ":");
	assert_written("TIS-620", "▇", "+");
	assert_written("TIS-620", "█", "#");
	assert_written("TIS-620", "▌", "|");
}

static void
nothing_is_dropped_in_silence(void **state)
{
	(void)state;
	assert_written("TIS-620", "日", "?");
	assert_written("TIS-620", "é", "?");
	/* a base that can be written with a mark that cannot */
	assert_written("TIS-620", "e\u0301", "?");
	assert_written("KOI8-R", "ก", "?");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(thai_is_one_byte_a_character),
	    cmocka_unit_test(what_only_one_of_them_has_is_written_there),
	    cmocka_unit_test(boxes_have_signs_that_look_like_them),
	    cmocka_unit_test(curves_and_bars_have_signs_that_rise),
	    cmocka_unit_test(nothing_is_dropped_in_silence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
