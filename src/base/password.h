/* password.h -- a word that only its owner knows, kept as a hash (libsodium) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PASSWORD_H
#define BASE_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>

/* A hash as text, terminated. */
enum { PASSWORD_HASH_SIZE = 128 };

/* argon2id with a salt of its own: some hundredths of a second and 64 MB, so
   that who has the hash cannot try words quickly.  False when there is not so
   much memory. */
bool password_hash(const char *word, char hash[PASSWORD_HASH_SIZE])
    __attribute__((warn_unused_result));
bool password_is(const char *hash, const char *word);

/* Overwrites what was secret, which no compiler leaves out. */
void secret_wipe(void *p, size_t n);

#endif
