/* arena-test.c -- memory of one load */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/arena.h"

#include "tests/test.h"

static void
pieces_are_zeroed_aligned_and_apart(void **state)
{
	struct arena a;
	unsigned char *before = NULL;

	(void)state;
	arena_init(&a);
	for (size_t size = 0; size < 3000; size += 7) {
		unsigned char *p = arena_alloc(&a, size);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xAA, size);
		if (before)
			assert_int_equal(before[0], 0xAA);
		before = size ? p : NULL;
	}
	arena_done(&a);
}

static void
a_large_piece_does_not_waste_the_block_in_use(void **state)
{
	struct arena a;
	char *first, *large, *second;

	(void)state;
	arena_init(&a);
	first = arena_alloc(&a, 16);
	large = arena_alloc(&a, 1000000);
	second = arena_alloc(&a, 16);
	large[0] = large[999999] = 1;
	assert_ptr_equal(second, first + 16);
	arena_done(&a);
	assert_null(a.last);
}

static void
a_large_piece_may_come_first(void **state)
{
	struct arena a;
	char *large, *small;

	(void)state;
	arena_init(&a);
	large = arena_alloc(&a, 50000);
	small = arena_strdup(&a, "after");
	large[49999] = 1;
	assert_string_equal(small, "after");
	arena_done(&a);
}

static void
strings_are_copied_cut_and_formatted(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(arena_strdup(&a, "ที่"), "ที่");
	assert_null(arena_strdup(&a, NULL));
	assert_null(arena_strndup(&a, NULL, 3));
	assert_string_equal(arena_strndup(&a, "abcdef", 2), "ab");
	assert_string_equal(arena_strndup(&a, "ab", 20), "ab");
	assert_string_equal(arena_printf(&a, "%s-%03d", "x", 7), "x-007");
	arena_done(&a);
}

static void
an_empty_array_is_a_pointer_and_done_may_be_repeated(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_non_null(arena_array(&a, 0, 8));
	assert_non_null(arena_array(&a, 8, 0));
	arena_done(&a);
	arena_done(&a);
	assert_non_null(arena_alloc(&a, 1));
	arena_done(&a);
}

static void
a_cleared_arena_gives_zeroes_again_from_the_same_block(void **state)
{
	struct arena a;
	struct arena_block *kept;
	char *piece;

	(void)state;
	arena_init(&a);
	for (int i = 0; i < 100; i++)
		memset(arena_alloc(&a, 700), 'x', 700);
	arena_clear(&a);
	kept = a.last;
	piece = arena_alloc(&a, 700);
	for (int i = 0; i < 700; i++)
		assert_int_equal(piece[i], 0);
	assert_ptr_equal(a.last, kept);
	arena_done(&a);
	arena_clear(&a);
	assert_null(a.last);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
	    cmocka_unit_test(a_large_piece_does_not_waste_the_block_in_use),
	    cmocka_unit_test(a_large_piece_may_come_first),
	    cmocka_unit_test(strings_are_copied_cut_and_formatted),
	    cmocka_unit_test(
		an_empty_array_is_a_pointer_and_done_may_be_repeated),
	    cmocka_unit_test(
		a_cleared_arena_gives_zeroes_again_from_the_same_block),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
