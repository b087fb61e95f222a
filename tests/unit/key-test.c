/* key-test.c -- keys have names, and Thai characters mean the key under them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tui/key.h"

#include "tests/test.h"

static void
a_key_is_written_as_it_is_read(void **state)
{
	static const char *const names[] = {
	    "q",      "?",     ":",   "ๆ",      "Enter", "Esc",    "Tab",
	    "S-Tab",  "Home",  "F1",  "F10",    "F12",   "C-s",    "Up",
	    "PageUp", "Space", "[",   "1",      "Left",  "Delete", "Backspace",
	    "C-_",    "M-f",   "M-<", "C-Left", "C-End"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		struct text t = {0};

		assert_int_not_equal(key_parse(names[i]), K_NONE);
		text_add_key(&t, key_parse(names[i]));
		assert_string_equal(text_str(&t), names[i]);
		text_done(&t);
	}
}

static void
what_is_no_key_is_refused(void **state)
{
	static const char *const names[] = {
	    "",   "qq",   "F0",    "F13", "C-", "C-S", "C-ss",
	    "\t", "\033", "Etner", "F1x", "M-", "M-ff"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		assert_int_equal(key_parse(names[i]), K_NONE);
}

static void
a_thai_character_means_the_key_under_it(void **state)
{
	static const struct {
		uint32_t thai;
		uint32_t us;
	} table[] = {
	    {0x0E46, 'q'}, {0x0E48, 'j'}, {0x0E32, 'k'},
	    {0x0E37, 'n'}, {0x0E1D, '/'}, {0x0E26, '?'},
	    {0x0E0B, ':'}, {0x0E45, '1'}, {K_META | 0x0E14, K_META | 'f'},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(table); i++)
		assert_int_equal(key_command(table[i].thai), table[i].us);
}

static void
ascii_and_named_keys_are_themselves(void **state)
{
	(void)state;
	for (uint32_t key = 1; key < 128; key++)
		assert_int_equal(key_command(key), key);
	assert_int_equal(key_command(K_F1), K_F1);
	assert_int_equal(key_command(K_UP), K_UP);
}

static void
controls_and_unsafe_characters_are_no_text(void **state)
{
	(void)state;
	assert_true(key_is_text('a'));
	assert_true(key_is_text(0x0E48));
	assert_false(key_is_text('\n'));
	assert_false(key_is_text(0x7F));
	assert_false(key_is_text(0x85));
	assert_false(key_is_text(0x202E));
	assert_false(key_is_text(K_ENTER));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_key_is_written_as_it_is_read),
	    cmocka_unit_test(what_is_no_key_is_refused),
	    cmocka_unit_test(a_thai_character_means_the_key_under_it),
	    cmocka_unit_test(ascii_and_named_keys_are_themselves),
	    cmocka_unit_test(controls_and_unsafe_characters_are_no_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
