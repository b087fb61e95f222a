/* encoding-test.c -- TIS-620 and its sisters, without loss */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/encoding.h"

#include "tests/test.h"

static const char *const charsets[] = {"TIS-620", "ISO-8859-11", "cp874"};

static void
thai_goes_to_all_three_and_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(charsets); i++) {
		struct text bytes = {0}, back = {0};
		struct error err = {0};
		const char *s = "ที่ 12/ว ๕ ฿\n";

		assert_true(encoding_from_utf8(charsets[i], s, strlen(s),
					       &bytes, &err));
		assert_string_equal(text_str(&bytes),
				    "\xb7\xd5\xe8 12/\xc7 \xf5 \xdf\n");
		assert_true(encoding_to_utf8(charsets[i], bytes.s, bytes.n,
					     &back, &err));
		assert_string_equal(text_str(&back), s);
		text_done(&bytes);
		text_done(&back);
	}
}

static void
all_87_thai_characters_have_their_byte(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(charsets); i++)
		for (int byte = 0xA1; byte <= 0xFB; byte++) {
			struct text t = {0};
			struct error err = {0};
			char c = (char)byte;
			uint32_t code;

			if (byte >= 0xDB && byte <= 0xDE)
				continue;
			assert_true(
			    encoding_to_utf8(charsets[i], &c, 1, &t, &err));
			utf8_next(t.s, t.n, &code);
			assert_int_equal(code, 0x0E01 + byte - 0xA1);
			text_done(&t);
		}
}

struct loss_case {
	const char *charset, *s, *detail; /* NULL: no loss */
};

/* clang-format off */
static const struct loss_case losses[] = {
	{"CP874", "“ก” €", NULL},
	{"TIS-620", "ก€", "\"€\" (U+20AC) is not in TIS-620"},
	{"ISO-8859-11", "“", "\"“\" (U+201C) is not in ISO-8859-11"},
	{"CP874", "é", "\"é\" (U+00E9) is not in CP874"},
	{"CP874", "ก字", "\"字\" (U+5B57) is not in CP874"},
	{"CP874", "\u202e", "\"<U+202E>\" (U+202E) is not in CP874"},
	{"CP874", "ก\xff", "byte FF is not UTF-8"},
};
/* clang-format on */

static void
what_cannot_be_written_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(losses); i++) {
		struct text t = {0};
		struct error err = {0};
		bool ok;

		text_add(&t, "kept");
		ok = encoding_from_utf8(losses[i].charset, losses[i].s,
					strlen(losses[i].s), &t, &err);
		assert_int_equal(ok, !losses[i].detail);
		if (!ok) {
			assert_ptr_equal(err.kind, &ENCODING_LOSS);
			assert_string_equal(err.detail, losses[i].detail);
			assert_string_equal(text_str(&t), "kept");
		}
		text_done(&t);
	}
}

static void
a_byte_that_means_nothing_is_named(void **state)
{
	struct text t = {0};
	struct error err = {0};

	(void)state;
	assert_false(encoding_to_utf8("TIS-620", "\xa1\xdb", 2, &t, &err));
	assert_ptr_equal(err.kind, &ENCODING_LOSS);
	assert_string_equal(err.detail,
			    "byte DB at offset 1 is nothing in TIS-620");
	assert_string_equal(text_str(&t), "");
	text_done(&t);
}

static void
another_charset_is_wrong_usage(void **state)
{
	struct text t = {0};
	struct error err = {0};

	(void)state;
	assert_false(encoding_to_utf8("UTF-16", "a", 1, &t, &err));
	assert_ptr_equal(err.kind, &ERROR_USAGE);
	assert_false(encoding_from_utf8("", "a", 1, &t, &err));
	assert_ptr_equal(err.kind, &ERROR_USAGE);
	text_done(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(thai_goes_to_all_three_and_back),
	    cmocka_unit_test(all_87_thai_characters_have_their_byte),
	    cmocka_unit_test(what_cannot_be_written_is_named),
	    cmocka_unit_test(a_byte_that_means_nothing_is_named),
	    cmocka_unit_test(another_charset_is_wrong_usage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
