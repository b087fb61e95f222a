/* cipher.h -- content that only who has a key can read (libsodium) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CIPHER_H
#define BASE_CIPHER_H

#include "base/error.h"
#include "base/text.h"

enum { CIPHER_KEY_SIZE = 32 };

struct cipher_key {
	unsigned char bytes[CIPHER_KEY_SIZE];
};

/* It was changed, cut off, or sealed with another key: "cipher-wrong", 4 */
extern const struct error_kind CIPHER_WRONG;

void cipher_key_make(struct cipher_key *k);
void cipher_key_wipe(struct cipher_key *k);
/* One line of text, "saraban-secret-1 " and hexadecimal. */
void cipher_key_write(const struct cipher_key *k, struct text *out);
bool cipher_key_read(const char *s, struct cipher_key *k);

/*
 * Seals: a line that says what it is, the 24 bytes that libsodium's
 * secretstream (XChaCha20-Poly1305) begins with, then pieces of 64 KiB, each 17
 * bytes longer than its content; the last holds the SHA-256 of all of it.  The
 * same content sealed twice is not the same.  How long it is, is not hidden.
 */
void cipher_seal(const struct cipher_key *k, const void *data, size_t n,
		 struct text *out);
bool cipher_open(const struct cipher_key *k, const void *data, size_t n,
		 struct text *out, struct error *err) MUST_CHECK;

/* The same as base64, to stand in JSON. */
void cipher_seal_text(const struct cipher_key *k, const char *s,
		      struct text *out);
bool cipher_open_text(const struct cipher_key *k, const char *s,
		      struct text *out, struct error *err) MUST_CHECK;

#endif
