/* escape-test.c -- a field is a field, a line a line, whatever stands in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/escape.h"

#include "tests/fixture.h"
#include "tests/test.h"

static char *
escaped(const char *s)
{
	struct text t = {0};

	text_add_field(&t, s);
	return text_take(&t);
}

static void
assert_field(const char *s, const char *field)
{
	char *is = escaped(s);
	char *back = xstrdup(field);
	char *at = back;

	assert_string_equal(is, field);
	assert_true(field_unescape(&at));
	if (s == NULL)
		assert_null(at);
	else
		assert_string_equal(at, s);
	free(is);
	free(back);
}

static void
a_field_is_written_in_one_way_and_read_back(void **state)
{
	(void)state;
	assert_field("ที่ มท ๐๘๐๘.๒/ว ๑๒๓", "ที่ มท ๐๘๐๘.๒/ว ๑๒๓");
	assert_field("", "");
	assert_field(NULL, "-");
	assert_field("-", "\\-");
	assert_field("--", "--");
	assert_field("a\tb\nc\\", "a\\u0009b\\u000Ac\\\\");
	assert_field("\xE2\x80\xAE", "\\u202E");
	assert_field("\xF3\xA0\x80\x81", "\\U000E0001");
	assert_field("\xFF\xE0\xB8", "\\xFF\\xE0\\xB8");
}

static void
what_no_field_is_written_as_is_refused(void **state)
{
	static const char *const wrong[] = {
	    "\\", "\\u12", "\\q", "\\u0000", "\\x0g", "\\uD800", "\\U00110000"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++) {
		char *copy = xstrdup(wrong[i]), *at = copy;

		assert_false(field_unescape(&at));
		free(copy);
	}
}

static void
any_bytes_make_a_line_and_come_back(void **state)
{
	uint64_t seed = 2569;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		char s[40] = "", *field, *at;
		uint32_t n = fixture_draw(&seed, sizeof(s));

		for (uint32_t i = 0; i < n; i++)
			s[i] = (char)(1 + fixture_draw(&seed, 255));
		at = field = escaped(s);
		assert_null(strpbrk(field, "\t\n\r"));
		assert_int_equal(utf8_fault(field, strlen(field)), -1);
		assert_true(field_unescape(&at));
		assert_string_equal(at, s);
		free(field);
	}
}

static void
json_keeps_its_meaning_and_loses_what_a_terminal_obeys(void **state)
{
	static const char in[] =
	    "{\"a\":\"ก\x7F\xE2\x80\xAE\xF3\xA0\x80\x81\"}";
	struct text t = {0};
	json_t *is, *should = json_loads(in, 0, NULL);

	(void)state;
	text_add_json(&t, in, strlen(in), false);
	assert_string_equal(t.s, "{\"a\":\"ก\\u007F\\u202E\\uDB40\\uDC01\"}");
	is = json_loads(t.s, 0, NULL);
	assert_true(json_equal(is, should));
	json_decref(is);
	json_decref(should);
	text_done(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_field_is_written_in_one_way_and_read_back),
	    cmocka_unit_test(what_no_field_is_written_as_is_refused),
	    cmocka_unit_test(any_bytes_make_a_line_and_come_back),
	    cmocka_unit_test(
		json_keeps_its_meaning_and_loses_what_a_terminal_obeys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
