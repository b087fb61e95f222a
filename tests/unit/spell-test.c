/* spell-test.c -- whatever slips in copying a digest by hand is found */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/spell.h"

#include "tests/test.h"

static const char alphabet[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

static void
spell_nth(int n, char out[SPELL_SIZE])
{
	unsigned char digest[DIGEST_SIZE];
	char text[32];

	snprintf(text, sizeof(text), "page %d", n);
	digest_of(text, strlen(text), digest);
	digest_spell(digest, out);
}

static bool
is_read(const char *typed)
{
	char out[SPELL_SIZE];
	struct error err = {0};

	return spell_read(typed, out, &err);
}

static void
a_digest_is_27_letters_in_groups_of_four(void **state)
{
	const unsigned char ones[DIGEST_SIZE] = {
	    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
	    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xC0};
	char out[SPELL_SIZE];

	(void)state;
	digest_spell(ones, out);
	assert_int_equal(strlen(out), SPELL_SIZE - 1);
	assert_memory_equal(out, "ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZ", 32);
	assert_true(is_read(out));
}

/* Each of the 130 bits is in it, and the 131st is not. */
static void
every_bit_changes_it(void **state)
{
	unsigned char digest[DIGEST_SIZE] = {0};
	char was[SPELL_SIZE], now[SPELL_SIZE];

	(void)state;
	digest_spell(digest, was);
	for (int bit = 0; bit < 8 * DIGEST_SIZE; bit++) {
		digest[bit / 8] ^= 0x80 >> bit % 8;
		digest_spell(digest, now);
		assert_int_equal(strcmp(was, now) != 0, bit < 130);
		digest[bit / 8] ^= 0x80 >> bit % 8;
	}
}

static void
it_is_read_in_any_case_with_spaces_anywhere(void **state)
{
	char code[SPELL_SIZE], out[SPELL_SIZE], typed[2 * SPELL_SIZE];
	struct error err = {0};
	size_t n = 0;

	(void)state;
	spell_nth(1, code);
	for (const char *p = code; *p != '\0'; p++) {
		typed[n] = (char)tolower(*p);
		typed[n + 1] = n % 3 == 0 ? ' ' : '-';
		n += 2;
	}
	typed[n] = '\0';
	assert_true(spell_read(typed, out, &err));
	assert_string_equal(out, code);
}

static void
every_wrong_letter_is_found(void **state)
{
	char code[SPELL_SIZE];

	(void)state;
	for (int n = 0; n < 20; n++) {
		spell_nth(n, code);
		for (char *p = code; *p != '\0'; p++) {
			char was = *p;

			for (const char *a = alphabet; was != ' ' && *a; a++) {
				*p = *a;
				assert_int_equal(is_read(code), *a == was);
			}
			*p = was;
		}
	}
}

static void
neighbours_in_the_wrong_order_are_found(void **state)
{
	char code[SPELL_SIZE];

	(void)state;
	for (int n = 0; n < 200; n++) {
		spell_nth(n, code);
		for (char *p = code; p[1] != '\0'; p++) {
			char *q = p[1] == ' ' ? p + 2 : p + 1;
			char was = *p;

			if (was == ' ')
				continue;
			*p = *q;
			*q = was;
			assert_int_equal(is_read(code), *p == *q);
			*q = *p;
			*p = was;
		}
	}
}

static void
what_is_no_code_is_told_why(void **state)
{
	static const struct {
		const char *typed, *word;
	} rows[] = {
	    {"", "27"},
	    {"ZZZZ", "27"},
	    {"ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZ0", "0"},
	    {"ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZZZ ZZข", "ข"},
	    {"2222 2222 2222 2222 2222 2222 223", "places"},
	    {"2222 2222 2222 2222 2222 2222 2222", "28"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		char out[SPELL_SIZE];
		struct error err = {0};

		assert_false(spell_read(rows[i].typed, out, &err));
		assert_ptr_equal(err.kind, &SPELL_WRONG);
		assert_non_null(strstr(err.detail, rows[i].word));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_digest_is_27_letters_in_groups_of_four),
	    cmocka_unit_test(every_bit_changes_it),
	    cmocka_unit_test(it_is_read_in_any_case_with_spaces_anywhere),
	    cmocka_unit_test(every_wrong_letter_is_found),
	    cmocka_unit_test(neighbours_in_the_wrong_order_are_found),
	    cmocka_unit_test(what_is_no_code_is_told_why),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
