/* minisign.h -- keys and signatures in the texts of minisign(1) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MINISIGN_H
#define BASE_MINISIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/*
 * Ed25519 by libsodium.  What is written here is read by any minisign, and
 * the other way round: signatures are of the BLAKE2b-512 of the message
 * ("ED"), and the trusted comment is signed with them.  A secret key is
 * written without a password, as by `minisign -G -W`.
 */
enum {
	SIGN_ID_SIZE = 8,
	SIGN_PUBLIC_SIZE = 32,
	SIGN_SECRET_SIZE = 64,
	SIGN_LINE_SIZE = 57, /* a public key as a line, with its end */
	SIGN_NAME_SIZE = 17, /* a key's id as people compare it */
};

struct sign_key {
	unsigned char id[SIGN_ID_SIZE]; /* random; tells keys apart */
	unsigned char open[SIGN_PUBLIC_SIZE];
	unsigned char secret[SIGN_SECRET_SIZE]; /* zeros where not known */
};

void sign_key_make(struct sign_key *k);
/* Forgets the secret part. */
void sign_key_wipe(struct sign_key *k);
bool sign_key_is_same(const struct sign_key *a, const struct sign_key *b);

/* The id, sixteen hexadecimal capitals as minisign prints it. */
void sign_key_name(const struct sign_key *k, char out[SIGN_NAME_SIZE]);
/* The public part, the line that `minisign -P` takes. */
void sign_key_line(const struct sign_key *k, char out[SIGN_LINE_SIZE]);
bool sign_key_of_line(const char *line, struct sign_key *k);

/* The file of the secret key; false when it is none, is damaged, or has a
   password. */
void sign_key_write(const struct sign_key *k, struct text *out);
bool sign_key_read(const char *text, struct sign_key *k);

/* The text that `minisign -S` would write beside the message.  `trusted` is
   one line of ASCII. */
void sign_message(const struct sign_key *k, const void *message, size_t n,
		  const char *trusted, struct text *out);

/* The key that a signature says it was made with (id only). */
bool sign_key_asked(const char *signature, struct sign_key *k);
/* Whether it is this key's signature of this message; *trusted gets its
   comment (caller frees) unless trusted is NULL. */
bool sign_verify(const struct sign_key *k, const void *message, size_t n,
		 const char *signature, char **trusted);

#endif
