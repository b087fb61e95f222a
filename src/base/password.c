/* password.c -- a word that only its owner knows, kept as a hash (libsodium) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/password.h"

#include <sodium.h>
#include <string.h>

bool
password_hash(const char *word, char hash[PASSWORD_HASH_SIZE])
{
	_Static_assert(PASSWORD_HASH_SIZE >= crypto_pwhash_STRBYTES,
		       "a hash has room");
	return crypto_pwhash_str(hash, word, strlen(word),
				 crypto_pwhash_OPSLIMIT_INTERACTIVE,
				 crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0;
}

bool
password_is(const char *hash, const char *word)
{
	return crypto_pwhash_str_verify(hash, word, strlen(word)) == 0;
}

void
secret_wipe(void *p, size_t n)
{
	sodium_memzero(p, n);
}
