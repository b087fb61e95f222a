/* i18n-test.c -- numbers inside sentences, in the language in force */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <limits.h>
#include <string.h>

#include "base/i18n.h"

#include "cli/locale.h"

#include "tests/test.h"

static void
numbers_are_written_with_the_digits_of_the_language(void **state)
{
	(void)state;
	assert_string_equal(DIGITS(0), "0");
	assert_string_equal(DIGITS(-144), "-144");
	assert_string_equal(DIGITS(LLONG_MAX), "9223372036854775807");
	assert_string_equal(DIGITS(LLONG_MIN), "-9223372036854775808");
}

static void
two_numbers_of_one_sentence_do_not_disturb_each_other(void **state)
{
	const char *number = DIGITS(144), *year = DIGITS(2569);

	(void)state;
	assert_string_equal(number, "144");
	assert_string_equal(year, "2569");
}

static void
thai_sentences_have_thai_digits(void **state)
{
	(void)state;
	if (strcmp(locale_begin("th"), "th") != 0)
		skip();
	assert_string_equal(DIGITS(-1234567890), "-๑๒๓๔๕๖๗๘๙๐");
	assert_string_equal(DIGITS(LLONG_MIN), "-๙๒๒๓๓๗๒๐๓๖๘๕๔๗๗๕๘๐๘");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		numbers_are_written_with_the_digits_of_the_language),
	    cmocka_unit_test(
		two_numbers_of_one_sentence_do_not_disturb_each_other),
	    cmocka_unit_test(thai_sentences_have_thai_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
