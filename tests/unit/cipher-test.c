/* cipher-test.c -- what is sealed is opened with its key, whole or not at all
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/cipher.h"
#include "base/digest.h"
#include "base/mem.h"

#include "tests/test.h"

static struct cipher_key key;

static int
make_key(void **state)
{
	(void)state;
	assert_true(digest_init());
	cipher_key_make(&key);
	return 0;
}

static bool
opens(const struct text *sealed, struct text *open)
{
	struct error err = {0};

	text_clear(open);
	return cipher_open(&key, sealed->s, sealed->n, open, &err) ||
	       (assert_ptr_equal(err.kind, &CIPHER_WRONG), false);
}

static void
what_is_sealed_is_opened_at_every_size(void **state)
{
	static const size_t sizes[] = {0,     1,      31,     32,
				       33,    65535,  65536,  65537,
				       65600, 131072, 131073, 200000};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
		char *bytes = xmalloc(sizes[i] + 1);
		struct text sealed = {0}, open = {0};

		random_bytes(bytes, sizes[i]);
		cipher_seal(&key, bytes, sizes[i], &sealed);
		assert_true(opens(&sealed, &open));
		assert_int_equal(open.n, sizes[i]);
		if (open.n > 0)
			assert_memory_equal(open.s, bytes, open.n);
		text_done(&sealed);
		text_done(&open);
		free(bytes);
	}
}

static void
what_is_changed_anywhere_or_cut_off_is_not_opened(void **state)
{
	struct text sealed = {0}, open = {0};
	char bytes[70000];

	(void)state;
	random_bytes(bytes, sizeof(bytes));
	cipher_seal(&key, bytes, sizeof(bytes), &sealed);
	for (size_t at = 0; at < sealed.n; at += at < 200 ? 1 : 997) {
		size_t n = sealed.n;

		sealed.s[at] ^= 1;
		assert_false(opens(&sealed, &open));
		sealed.s[at] ^= 1;
		sealed.n = at;
		assert_false(opens(&sealed, &open));
		sealed.n = n;
		/* nothing of it comes out */
		assert_int_equal(open.n, 0);
	}
	assert_true(opens(&sealed, &open));
	text_done(&sealed);
	text_done(&open);
}

static void
another_key_opens_nothing(void **state)
{
	struct cipher_key other;
	struct text sealed = {0}, open = {0};
	struct error err = {0};

	(void)state;
	cipher_key_make(&other);
	cipher_seal(&key, "ลับ", 9, &sealed);
	assert_false(cipher_open(&other, sealed.s, sealed.n, &open, &err));
	text_done(&sealed);
	text_done(&open);
}

static void
the_same_twice_is_sealed_otherwise(void **state)
{
	struct text one = {0}, other = {0};

	(void)state;
	cipher_seal_text(&key, "ลับ", &one);
	cipher_seal_text(&key, "ลับ", &other);
	assert_string_not_equal(one.s, other.s);
	text_done(&one);
	text_done(&other);
}

static void
text_goes_into_one_line_and_out_again(void **state)
{
	struct text sealed = {0}, open = {0};
	struct error err = {0};

	(void)state;
	cipher_seal_text(&key, "{\"text\":\"ลับ\"}", &sealed);
	assert_null(strpbrk(sealed.s, "\n\" "));
	assert_true(cipher_open_text(&key, sealed.s, &open, &err));
	assert_string_equal(open.s, "{\"text\":\"ลับ\"}");
	assert_false(cipher_open_text(&key, "no base64!", &open, &err));
	text_done(&sealed);
	text_done(&open);
}

static void
a_key_is_a_line_that_is_read_back(void **state)
{
	struct cipher_key back;
	struct text line = {0};

	(void)state;
	cipher_key_write(&key, &line);
	assert_true(cipher_key_read(line.s, &back));
	assert_memory_equal(&back, &key, sizeof(key));
	line.s[line.n - 2] = 'x';
	assert_false(cipher_key_read(line.s, &back));
	assert_false(cipher_key_read("", &back));
	text_done(&line);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_sealed_is_opened_at_every_size),
	    cmocka_unit_test(what_is_changed_anywhere_or_cut_off_is_not_opened),
	    cmocka_unit_test(another_key_opens_nothing),
	    cmocka_unit_test(the_same_twice_is_sealed_otherwise),
	    cmocka_unit_test(text_goes_into_one_line_and_out_again),
	    cmocka_unit_test(a_key_is_a_line_that_is_read_back),
	};

	return cmocka_run_group_tests(tests, make_key, NULL);
}
