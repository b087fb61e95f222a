/* ssh-key-test.c -- public keys of SSH are read, and their fingerprints told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/digest.h"
#include "base/ssh-key.h"

#include "tests/test.h"

static struct arena a;
static struct error err;

/* A blob of strings, each after its length; n bytes of 'k' for NULL. */
struct part {
	const char *s;
	size_t n;
	unsigned char first;
};

static char *
key_line(const char *type, const struct part *parts, size_t n)
{
	struct text blob = {0}, line = {0};

	for (size_t i = 0; i <= n; i++) {
		struct part p = i == 0 ? (struct part){type, strlen(type), 0}
				       : parts[i - 1];
		char length[4] = {0, 0, (char)(p.n >> 8), (char)p.n};

		text_add_n(&blob, length, sizeof(length));
		for (size_t k = 0; k < p.n; k++) {
			char byte = p.s ? p.s[k] : 'k';

			if (p.s == NULL && k == 0)
				byte = (char)p.first;
			text_add_n(&blob, &byte, 1);
		}
	}
	text_printf(&line, "%s ", type);
	text_add_bytes_base64(&line, blob.s, blob.n);
	text_done(&blob);
	return text_take(&line);
}

static bool
reads(const char *line, struct ssh_key *k)
{
	err = (struct error){0};
	return ssh_key_read(line, &a, k, &err);
}

/* As `ssh-keygen -l` told it of this line. */
static void
a_key_of_ssh_keygen_has_its_fingerprint(void **state)
{
	static const char line[] =
	    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFad5Hjm9fm7zsnCnsbaBFBqf81mk"
	    "D5Uds+OB/THUVIL somsri at the front desk\r\n";
	struct ssh_key k;

	(void)state;
	assert_true(reads(line, &k));
	assert_string_equal(k.type, "ssh-ed25519");
	assert_string_equal(k.comment, "somsri at the front desk");
	assert_string_equal(
	    k.print, "SHA256:ZFw+ttBNIrrCSW08KaFi2WkJ+bJX0MU8EBTJLqTY6aQ");
}

static void
what_is_no_key_is_refused(void **state)
{
	static const char *const lines[] = {
	    "",
	    "ssh-ed25519",
	    "ssh-ed25519 AAAA",
	    "ssh-ed25519 not*base64",
	    /* a byte that is no digit, where libsodium sees one */
	    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFad5Hjm9fm7zsnCnsbaBFB\xFF"
	    "f81mkD5Uds+OB/THUVIL",
	    "ssh-dss AAAAB3NzaC1kc3MAAAAB",
	    "restrict ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFad5Hjm9fm7zsnCnsb"
	    "aBFBqf81mkD5Uds+OB/THUVIL",
	    "-----BEGIN OPENSSH PRIVATE KEY-----",
	    /* the type before and in the key are two */
	    "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIFad5Hjm9fm7zsnCnsbaBFBqf81mkD5U"
	    "ds+OB/THUVIL",
	};
	struct ssh_key k;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		assert_false(reads(lines[i], &k));
		assert_ptr_equal(err.kind, &SSH_KEY_WRONG);
	}
}

static void
a_key_with_bytes_behind_it_is_refused(void **state)
{
	const struct part one = {NULL, 32, 1}, two[] = {one, one};
	char *right = key_line("ssh-ed25519", &one, 1);
	char *more = key_line("ssh-ed25519", two, 2);
	struct ssh_key k;

	(void)state;
	assert_true(reads(right, &k));
	assert_false(reads(more, &k));
	free(right);
	free(more);
}

static void
an_rsa_key_has_2048_bits_or_more(void **state)
{
	static const struct {
		size_t bytes;
		unsigned char first;
		bool is_good;
	} moduli[] = {
	    {256, 0x80, true},  /* 2,048 bits */
	    {256, 0x7f, false}, /* 2,047 */
	    {257, 0x00, false}, /* its second byte is 'k', below 0x80 */
	    {128, 0xff, false}, {512, 0xff, true},
	};
	struct ssh_key k;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(moduli); i++) {
		const struct part parts[] = {
		    {NULL, 3, 1},
		    {NULL, moduli[i].bytes, moduli[i].first},
		};
		char *line = key_line("ssh-rsa", parts, 2);

		assert_int_equal(reads(line, &k), moduli[i].is_good);
		free(line);
	}
}

static void
keys_on_tokens_are_read(void **state)
{
	const struct part parts[] = {{NULL, 32, 1}, {"ssh:", 4, 0}};
	char *line = key_line("sk-ssh-ed25519@openssh.com", parts, 2);
	struct ssh_key k;

	(void)state;
	assert_true(reads(line, &k));
	free(line);
}

static int
set_up(void **state)
{
	(void)state;
	return digest_init() ? 0 : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_done(&a);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_key_of_ssh_keygen_has_its_fingerprint),
	    cmocka_unit_test(what_is_no_key_is_refused),
	    cmocka_unit_test(a_key_with_bytes_behind_it_is_refused),
	    cmocka_unit_test(an_rsa_key_has_2048_bits_or_more),
	    cmocka_unit_test(keys_on_tokens_are_read),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
