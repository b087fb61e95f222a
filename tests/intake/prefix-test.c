/* prefix-test.c -- whose letters stand in front of a number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/mem.h"

#include "intake/prefix.h"

#include "tests/test.h"

static void
there_are_77_provinces_all_different(void **state)
{
	size_t provinces = 0;
	struct prefix a, b;

	(void)state;
	for (size_t i = 0; i < prefix_count(); i++) {
		assert_true(prefix_row(i, &a));
		assert_true(a.letters_n >= 6 && a.name_n > 0);
		provinces += a.code > 0;
		for (size_t k = 0; k < i; k++) {
			assert_true(prefix_row(k, &b));
			assert_false(
			    a.letters_n == b.letters_n &&
			    memcmp(a.letters, b.letters, a.letters_n) == 0);
			assert_false(a.code > 0 && a.code == b.code);
		}
	}
	assert_int_equal(provinces, 77);
	assert_false(prefix_row(prefix_count(), &a));
}

/* clang-format off */
static const struct {
	const char *letters, *text, *likely; /* likely NULL = not known */
} spoilt[] = {
	{"ขย", "จังหวัดชัยภูมิ", "ชย"},
	{"ฃบ", "จังหวัดสระบุรี", "สบ"},
	{"พป", "ที่ว่าการอำเภอบ้านลาด จ.เพชรบุรี", "พบ"},
	{"ฮฮ", "จังหวัดตาก", NULL},
};
/* clang-format on */

static void
spoilt_letters_are_likened_to_the_province_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(spoilt); i++) {
		struct prefix p;
		bool likely =
		    prefix_likely(spoilt[i].letters, strlen(spoilt[i].letters),
				  spoilt[i].text, &p);

		assert_int_equal(likely, spoilt[i].likely != NULL);
		if (likely)
			assert_memory_equal(p.letters, spoilt[i].likely,
					    p.letters_n);
	}
}

/* clang-format off */
static const struct {
	const char *place;
	int code; /* 0 = not known */
} places[] = {
	{"ถนนราชวิถี พบ ๗๖๐๐๐", 76},
	{"จังหวัดเพชรบุรี ๗๖๑๕๐", 76},
	{"อำเภอบ้านลาด ๗๖๑๕๐", 76},
	{"ถนนพหลโยธิน สบ 18000", 19},
	/* 10xxx is Bangkok's and Samut Prakan's. */
	{"ถนนอัษฎางค์ ๑๐๒๐๐", 0},
	{"ถนนราชวิถี", 0},
};
/* clang-format on */

static void
a_place_tells_its_province(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(places); i++) {
		struct prefix p = {.code = 0};
		bool found = prefix_of_place(places[i].place, &p);

		assert_int_equal(found ? p.code : 0, places[i].code);
	}
}

static void
a_post_code_belongs_to_a_province(void **state)
{
	struct prefix p;

	(void)state;
	assert_true(prefix_find("พบ", strlen("พบ"), &p));
	assert_true(prefix_has_post(&p, "ถนนราชวิถี พบ ๗๖๐๐๐"));
	assert_true(prefix_has_post(&p, "ถนนราชวิถี"));
	assert_false(prefix_has_post(&p, "ถนนราชวิถี พบ 18000"));
	assert_true(prefix_of_post("๑๘๐๐๐", &p));
	assert_int_equal(p.code, 19);
	assert_false(prefix_of_post("๐๐๐๐๐", &p));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(there_are_77_provinces_all_different),
	    cmocka_unit_test(spoilt_letters_are_likened_to_the_province_named),
	    cmocka_unit_test(a_place_tells_its_province),
	    cmocka_unit_test(a_post_code_belongs_to_a_province),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
