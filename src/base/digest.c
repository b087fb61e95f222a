/* digest.c -- SHA-256, random bytes, hexadecimal (libsodium) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/digest.h"

#include <sodium.h>
#include <string.h>

_Static_assert(DIGEST_SIZE == crypto_hash_sha256_BYTES, "digest size");
_Static_assert(sizeof(((struct digest *)0)->state) >=
		   sizeof(crypto_hash_sha256_state),
	       "room for libsodium's state");

static crypto_hash_sha256_state *
state_of(struct digest *d)
{
	return (crypto_hash_sha256_state *)(void *)d->state;
}

bool
digest_init(void)
{
	return sodium_init() >= 0;
}

void
digest_of(const void *data, size_t n, unsigned char out[DIGEST_SIZE])
{
	crypto_hash_sha256(out, data, n);
}

void
digest_start(struct digest *d)
{
	crypto_hash_sha256_init(state_of(d));
}

void
digest_add(struct digest *d, const void *data, size_t n)
{
	crypto_hash_sha256_update(state_of(d), data, n);
}

void
digest_end(struct digest *d, unsigned char out[DIGEST_SIZE])
{
	crypto_hash_sha256_final(state_of(d), out);
}

void
random_bytes(void *out, size_t n)
{
	randombytes_buf(out, n);
}

void
hex_of(const void *data, size_t n, char *out)
{
	sodium_bin2hex(out, 2 * n + 1, data, n);
}

bool
hex_read(const char *s, void *out, size_t n)
{
	size_t got;

	if (strlen(s) != 2 * n)
		return false;
	return sodium_hex2bin(out, n, s, 2 * n, NULL, &got, NULL) == 0 &&
	       got == n;
}
