/* thai-collate-test.c -- names stand as in the Thai dictionary */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/thai-collate.h"

#include "tests/fixture.h"
#include "tests/test.h"

/* Each before the next. */
static const char *const in_order[] = {
    "",
    " ",
    "2",
    "๒ก",
    "9",
    "ABC",
    "abd",
    "ก",
    "กก",
    "กฎ",
    "กรม",
    "กรมการปกครอง",
    "กรมส่งเสริม",
    "กรรม",
    "กฤษณา",
    "กลม",
    "กลอง",
    "กะ",
    "กัน",
    "กา",
    "กา ก",
    "การ",
    "กำ",
    "กิน",
    "กี่",
    "กึ่ง",
    "กุ้ง",
    "กู้",
    "เก",
    "เก็ง",
    "เก่ง",
    "เก้ง",
    "เก๊ง",
    "เก๋ง",
    "แก",
    "แก่",
    "โก",
    "ใกล้",
    "ไกล",
    "ขา",
    "ข่า",
    "ข้า",
    "ข้างขึ้น",
    "เขา",
    "เข่า",
    "เข้า",
    "คน",
    "จังหวัด",
    "สมชาย กล้าหาญ",
    "สมชาย ใจดี",
    "สมชายา",
    "สมหญิง",
    "สัน",
    "สันต์",
    "สันติ",
    "สำนักงาน",
    "หน้า",
    "หมา",
    "อบต.",
    "อบต.บ้านไร่",
    "ไอ",
    "ฮา",
};

static void
each_stands_before_the_next(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(in_order); i++)
		for (size_t k = i + 1; k < ARRAY_SIZE(in_order); k++) {
			char *a = thai_sort_key(in_order[i]);
			char *b = thai_sort_key(in_order[k]);

			if (strcmp(a, b) >= 0)
				fail_msg("%s is not before %s", in_order[i],
					 in_order[k]);
			free(a);
			free(b);
		}
}

/* Alike but for the last: letters and marks are the same. */
static const struct {
	const char *a, *b;
} alike[] = {
    {"๑๒ ก", "12 ก"},  {"Line", "LINE"},      {"นํ้า", "น้ำ"},
    {"อ.บ.ต.", "อบต"}, {"กรุงเทพฯ", "กรุงเทพ"},
};

static void
spellings_of_one_name_stand_side_by_side(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(alike); i++) {
		char *a = thai_sort_key(alike[i].a);
		char *b = thai_sort_key(alike[i].b);
		size_t n = (size_t)(strrchr(a, '\1') - a);

		assert_int_equal(strrchr(b, '\1') - b, n);
		assert_memory_equal(a, b, n);
		assert_string_not_equal(a, b);
		free(a);
		free(b);
	}
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
shuffled_names_find_their_order_again(void **state)
{
	uint64_t seed = 5;
	char *keys[ARRAY_SIZE(in_order)];

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(in_order); i++)
		keys[i] = thai_sort_key(in_order[i]);
	for (size_t i = ARRAY_SIZE(keys); i-- > 1;) {
		size_t k = fixture_draw(&seed, (uint32_t)i + 1);
		char *other = keys[k];

		keys[k] = keys[i];
		keys[i] = other;
	}
	qsort(keys, ARRAY_SIZE(keys), sizeof(*keys), compare);
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		assert_string_equal(strrchr(keys[i], '\1') + 1, in_order[i]);
		free(keys[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_stands_before_the_next),
	    cmocka_unit_test(spellings_of_one_name_stand_side_by_side),
	    cmocka_unit_test(shuffled_names_find_their_order_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
