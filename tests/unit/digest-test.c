/* digest-test.c -- SHA-256, random bytes, hexadecimal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/digest.h"
#include "base/mem.h"

#include "tests/test.h"

/* FIPS 180-2, appendix B. */
struct vector {
	const char *s, *hex;
};

static const struct vector vectors[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb924"
	 "27ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039"
     "a33ce45964ff2167f6ecedd419db06c1"},
};

static int
set_up(void **state)
{
	(void)state;
	return digest_init() ? 0 : -1;
}

static void
digests_are_those_of_the_standard(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(vectors); i++) {
		const char *s = vectors[i].s;
		unsigned char out[DIGEST_SIZE];
		char hex[HEX_SIZE];

		digest_of(s, strlen(s), out);
		hex_of(out, sizeof(out), hex);
		assert_string_equal(hex, vectors[i].hex);
	}
}

static void
pieces_give_the_digest_of_the_whole(void **state)
{
	static const char s[] = "one piece and another";
	unsigned char whole[DIGEST_SIZE], pieces[DIGEST_SIZE];

	(void)state;
	digest_of(s, strlen(s), whole);
	for (size_t cut = 0; cut <= strlen(s); cut++) {
		struct digest d;

		digest_start(&d);
		digest_add(&d, s, cut);
		digest_add(&d, s + cut, strlen(s) - cut);
		digest_end(&d, pieces);
		assert_memory_equal(whole, pieces, sizeof(whole));
	}
}

static void
random_bytes_differ(void **state)
{
	unsigned char a[ID_SIZE] = {0}, b[ID_SIZE] = {0};

	(void)state;
	random_bytes(a, sizeof(a));
	random_bytes(b, sizeof(b));
	assert_memory_not_equal(a, b, sizeof(a));
}

struct hex_case {
	const char *s;
	bool ok;
};

static const struct hex_case hexes[] = {
    {"00ff7F", true},    {"00ff7", false},   {"00ff7f0", false},
    {"00ff7f00", false}, {"00fg7f", false},  {"", false},
    {"00 ff7", false},   {"00ff7\n", false},
};

static void
hexadecimal_is_read_to_the_letter(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(hexes); i++) {
		unsigned char out[3] = {1, 1, 1};

		assert_int_equal(hex_read(hexes[i].s, out, sizeof(out)),
				 hexes[i].ok);
		if (hexes[i].ok)
			assert_memory_equal(out, "\x00\xff\x7f", 3);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(digests_are_those_of_the_standard),
	    cmocka_unit_test(pieces_give_the_digest_of_the_whole),
	    cmocka_unit_test(random_bytes_differ),
	    cmocka_unit_test(hexadecimal_is_read_to_the_letter),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
