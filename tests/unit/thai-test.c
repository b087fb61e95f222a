/* thai-test.c -- clusters, columns, cutting, padding, digits, normal form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/thai.h"

#include "tests/test.h"

/* Clusters parted by |, the columns of each, and ! for a loose mark. */
struct cluster_case {
	const char *s, *parts, *columns;
};

/* clang-format off */
static const struct cluster_case clusters[] = {
	{"", "", ""},
	{"น้ำ", "น้ำ", "2"},
	{"ที่ ๑", "ที่| |๑", "111"},
	{"กำนัน", "กำ|นั|น", "211"},
	{"เก็บ", "เ|ก็|บ", "111"},
	{"ปิ่น", "ปิ่|น", "11"},
	{"่a", "่|a", "!1"},
	{"\n่", "\n|่", "1!"},
	{"ำ", "ำ", "1"},
	{"นำ่", "นำ|่", "2!"},
	{"กิิิิิ", "กิิิิ|ิ", "1!"},
	{"กิิิิำ", "กิิิิำ", "2"},
	{"e\u0301x", "e\u0301|x", "11"},
	{"字́", "字́", "2"},
	{"\xffก\xe0", "\xff|ก|\xe0", "111"},
	{"\u200bก", "\u200b|ก", "11"},
	{"ນ້ຳ", "ນ້|ຳ", "11"},
};
/* clang-format on */

static void
a_cluster_is_a_base_with_all_it_carries(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(clusters); i++) {
		const char *s = clusters[i].s, *end = s + strlen(s);
		struct text parts = {0}, columns = {0};

		while (s < end) {
			struct cluster c = cluster_next(s, (size_t)(end - s));

			assert_ptr_equal(c.s, s);
			if (parts.n)
				text_add(&parts, "|");
			text_add_n(&parts, c.s, c.n);
			text_printf(&columns, "%c",
				    c.loose_mark ? '!' : '0' + c.columns);
			assert_true(!c.loose_mark || c.columns == 1);
			s += c.n;
		}
		assert_string_equal(text_str(&parts), clusters[i].parts);
		assert_string_equal(text_str(&columns), clusters[i].columns);
		text_done(&parts);
		text_done(&columns);
	}
	assert_int_equal(cluster_next("", 0).n, 0);
	assert_int_equal(cluster_next("", 0).columns, 0);
}

static void
the_thai_block_has_the_columns_of_a_terminal(void **state)
{
	(void)state;
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		skip();
	for (uint32_t code = 0x0E01; code <= 0x0E5B; code++) {
		int columns = wcwidth((wchar_t)code);

		if (columns >= 0 && columns != code_columns(code))
			fail_msg("U+%04X", (unsigned)code);
		assert_int_equal(code_is_mark(code), columns == 0);
	}
	setlocale(LC_CTYPE, "C");
}

struct width_case {
	uint32_t code;
	int columns;
};

static const struct width_case widths[] = {
    {'a', 1},     {0x0E01, 1}, {0x0E33, 1}, {0x0E48, 0}, {0x0301, 0},
    {0x20E3, 0},  {0xFE0F, 0}, {0x4E00, 2}, {0xAC00, 2}, {0xFF01, 2},
    {0x1F4CE, 2}, {0x2714, 1}, {0x2605, 1}, {0x2026, 1}, {0x25CC, 1},
    {0x20000, 2}, {0x0EB1, 0}, {0x303F, 1},
};

static void
other_scripts_are_0_1_or_2_columns(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(widths); i++)
		if (code_columns(widths[i].code) != widths[i].columns)
			fail_msg("U+%04X", (unsigned)widths[i].code);
}

struct fit_case {
	const char *s;
	int columns;
	const char *fit;
	int used;
};

/* clang-format off */
static const struct fit_case fits[] = {
	{"น้ำที่", 0, "", 0},
	{"น้ำที่", 1, "", 0},
	{"น้ำที่", 2, "น้ำ", 2},
	{"น้ำที่", 3, "น้ำที่", 3},
	{"น้ำที่", 99, "น้ำที่", 3},
	{"ab", -1, "", 0},
	{"", 5, "", 0},
	{"字字", 3, "字", 2},
};
/* clang-format on */

static void
the_beginning_that_fits_ends_at_a_cluster(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(fits); i++) {
		int used = -1;
		size_t n = thai_fit(fits[i].s, fits[i].columns, &used);

		assert_int_equal(n, strlen(fits[i].fit));
		assert_int_equal(used, fits[i].used);
		assert_int_equal(thai_fit(fits[i].s, fits[i].columns, NULL), n);
	}
	assert_int_equal(thai_columns("น้ำที่"), 3);
	assert_int_equal(thai_columns(""), 0);
}

struct pad_case {
	const char *s;
	int columns;
	bool right_align;
	const char *padded;
};

/* clang-format off */
static const struct pad_case pads[] = {
	{"ที่", 3, false, "ที่  "},
	{"ที่", 3, true, "  ที่"},
	{"น้ำ", 2, false, "น้ำ"},
	{"น้ำ", 1, false, "…"},
	{"น้ำดี", 2, false, " …"},
	{"น้ำดีมาก", 4, true, "น้ำดี…"},
	{"abc", 3, true, "abc"},
	{"abcd", 3, false, "ab…"},
	{"", 2, false, "  "},
	{"abc", 0, false, ""},
	{"abc", -5, false, ""},
	{"่", 2, true, " \u25cc่"},
};
/* clang-format on */

static void
a_field_has_exactly_its_columns(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(pads); i++) {
		struct text t = {0};

		text_add(&t, "|");
		thai_add_padded(&t, pads[i].s, pads[i].columns,
				pads[i].right_align);
		assert_string_equal(text_str(&t) + 1, pads[i].padded);
		text_done(&t);
	}
}

struct form_case {
	const char *s, *normal;
};

/* clang-format off */
static const struct form_case forms[] = {
	{"", ""},
	{"สํานักงาน", "สำนักงาน"},
	{"น\u0e4d\u0e49\u0e32", "น้ำ"},
	{"น\u0e49\u0e4d\u0e32", "น้ำ"},
	{"กํ", "กํ"},
	{"กํ้", "กํ้"},
	{"ก\u0e48\u0e38", "ก\u0e38\u0e48"},
	{"ก\u0e48\u0e39\u0e3a", "ก\u0e3a\u0e39\u0e48"},
	{"ก\u0e49\u0e35", "ก\u0e49\u0e35"},
	{"a\r\nb\r\r\nc\rd", "a\nb\nc\rd"},
	{"\xe0\xb8\xff", "\xe0\xb8\xff"},
	{"เเก", "เเก"},
	{"\u0e4d\u0e4d\u0e32", "\u0e4d\u0e33"},
};
/* clang-format on */

static void
text_is_brought_into_the_stored_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++) {
		char *once = thai_normalise(forms[i].s);
		char *twice = thai_normalise(once);

		assert_string_equal(once, forms[i].normal);
		assert_string_equal(twice, forms[i].normal);
		free(once);
		free(twice);
	}
}

/* A hundred thousand of each that once took time by the square. */
static void
long_runs_take_no_long_time(void **state)
{
	static const char *const units[] = {"\r", "่", "ุ่", "\u0e4d"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(units); i++) {
		struct text t = {0};
		char *normal;

		for (int n = 0; n < 100000; n++)
			text_add(&t, units[i]);
		normal = thai_normalise(text_str(&t));
		assert_int_equal(strlen(normal), t.n);
		free(normal);
		text_done(&t);
	}
}

static void
digits_change_their_script_and_nothing_else_does(void **state)
{
	char *arabic = thai_digits_to_arabic("๐๑๒๓๔๕๖๗๘๙ ว๕ 5 ๏\xff");
	char *thai = thai_digits_to_thai("0123456789 ว5 ๕ x\xff");
	struct text t = {0};

	(void)state;
	assert_string_equal(arabic, "0123456789 ว5 5 ๏\xff");
	assert_string_equal(thai, "๐๑๒๓๔๕๖๗๘๙ ว๕ ๕ x\xff");
	text_add_number(&t, 2569, true);
	text_add_number(&t, -17, false);
	text_add_number(&t, LONG_MIN, false);
	assert_string_equal(text_str(&t), LONG_MIN < -2147483648L
					      ? "๒๕๖๙-17-9223372036854775808"
					      : "๒๕๖๙-17-2147483648");
	text_done(&t);
	free(arabic);
	free(thai);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_cluster_is_a_base_with_all_it_carries),
	    cmocka_unit_test(the_thai_block_has_the_columns_of_a_terminal),
	    cmocka_unit_test(other_scripts_are_0_1_or_2_columns),
	    cmocka_unit_test(the_beginning_that_fits_ends_at_a_cluster),
	    cmocka_unit_test(a_field_has_exactly_its_columns),
	    cmocka_unit_test(text_is_brought_into_the_stored_form),
	    cmocka_unit_test(long_runs_take_no_long_time),
	    cmocka_unit_test(digits_change_their_script_and_nothing_else_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
