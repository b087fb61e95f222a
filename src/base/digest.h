/* digest.h -- SHA-256, random bytes, hexadecimal (libsodium) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

enum { DIGEST_SIZE = 32, ID_SIZE = 16, HEX_SIZE = 2 * DIGEST_SIZE + 1 };

/* Call once before anything else here; false when the system has no
   randomness. */
bool digest_init(void) __attribute__((warn_unused_result));
void digest_of(const void *data, size_t n, unsigned char out[DIGEST_SIZE]);
/* A digest in pieces; opaque state inside. */
struct digest {
	_Alignas(64) unsigned char state[192];
};
void digest_start(struct digest *d);
void digest_add(struct digest *d, const void *data, size_t n);
void digest_end(struct digest *d, unsigned char out[DIGEST_SIZE]);

void random_bytes(void *out, size_t n);
/* Lower case, terminated; out holds 2 * n + 1 bytes. */
void hex_of(const void *data, size_t n, char *out);
/* Reads exactly 2 * n hexadecimal characters and the end of the string. */
bool hex_read(const char *s, void *out, size_t n);

#endif
