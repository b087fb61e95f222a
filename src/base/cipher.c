/* cipher.c -- content that only who has a key can read (libsodium) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/cipher.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/digest.h"
#include "base/i18n.h"

_Static_assert(CIPHER_KEY_SIZE ==
		   crypto_secretstream_xchacha20poly1305_KEYBYTES,
	       "key size");

enum {
	PIECE = 65536,
	MORE = crypto_secretstream_xchacha20poly1305_ABYTES,
	HEAD = crypto_secretstream_xchacha20poly1305_HEADERBYTES,
	BASE64 = sodium_base64_VARIANT_ORIGINAL,
};

static const char mark[] = "saraban-sealed-1\n";
static const char key_mark[] = "saraban-secret-1 ";

const struct error_kind CIPHER_WRONG = {
    "cipher-wrong", EXIT_REGISTER,
    N_("what is sealed cannot be opened: it was changed, or the key is "
       "another one")};

void
cipher_key_make(struct cipher_key *k)
{
	random_bytes(k->bytes, sizeof(k->bytes));
}

void
cipher_key_wipe(struct cipher_key *k)
{
	explicit_bzero(k, sizeof(*k));
}

void
cipher_key_write(const struct cipher_key *k, struct text *out)
{
	char hex[2 * CIPHER_KEY_SIZE + 1];

	hex_of(k->bytes, sizeof(k->bytes), hex);
	text_printf(out, "%s%s\n", key_mark, hex);
	explicit_bzero(hex, sizeof(hex));
}

bool
cipher_key_read(const char *s, struct cipher_key *k)
{
	char hex[2 * CIPHER_KEY_SIZE + 1] = "";
	size_t n = sizeof(key_mark) - 1;
	bool ok = strncmp(s, key_mark, n) == 0 &&
		  strcspn(s + n, "\n") == sizeof(hex) - 1;

	if (ok)
		memcpy(hex, s + n, sizeof(hex) - 1);
	ok = ok && hex_read(hex, k->bytes, sizeof(k->bytes));
	explicit_bzero(hex, sizeof(hex));
	return ok;
}

typedef crypto_secretstream_xchacha20poly1305_state stream;

static void
push(stream *st, const void *data, size_t n, unsigned char tag,
     struct text *out)
{
	unsigned char *sealed = xmalloc(n + MORE);

	crypto_secretstream_xchacha20poly1305_push(st, sealed, NULL, data, n,
						   NULL, 0, tag);
	text_add_n(out, (const char *)sealed, n + MORE);
	free(sealed);
}

void
cipher_seal(const struct cipher_key *k, const void *data, size_t n,
	    struct text *out)
{
	const unsigned char *at = data;
	unsigned char head[HEAD], digest[DIGEST_SIZE];
	stream st;

	digest_of(data, n, digest);
	crypto_secretstream_xchacha20poly1305_init_push(&st, head, k->bytes);
	text_add_n(out, mark, sizeof(mark) - 1);
	text_add_n(out, (const char *)head, sizeof(head));
	for (size_t left = n; left > 0;) {
		size_t piece = left < PIECE ? left : PIECE;

		push(&st, at, piece, 0, out);
		at += piece;
		left -= piece;
	}
	push(&st, digest, sizeof(digest),
	     crypto_secretstream_xchacha20poly1305_TAG_FINAL, out);
	explicit_bzero(&st, sizeof(st));
}

/* A piece, or the last one: its tag. */
static bool
pull(stream *st, const unsigned char *at, size_t n, struct text *out,
     unsigned char *tag)
{
	unsigned char *open = xmalloc(n);
	unsigned long long got = 0;
	bool ok = n > MORE && crypto_secretstream_xchacha20poly1305_pull(
				  st, open, &got, tag, at, n, NULL, 0) == 0;

	if (ok)
		text_add_n(out, (const char *)open, got);
	sodium_memzero(open, n);
	free(open);
	return ok;
}

/* The last piece is short, and so known by the bytes that are left. */
static bool
pull_all(stream *st, const unsigned char *at, size_t n, struct text *out)
{
	enum { LAST = DIGEST_SIZE + MORE };
	unsigned char tag = 0, digest[DIGEST_SIZE];
	struct text said = {0};
	bool ok = true;

	while (ok && n > LAST) {
		size_t left = n - LAST;
		size_t piece = left < PIECE + MORE ? left : PIECE + MORE;

		ok = pull(st, at, piece, out, &tag) && tag == 0;
		at += piece;
		n -= piece;
	}
	ok = ok && n == LAST && pull(st, at, n, &said, &tag) &&
	     tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
	digest_of(text_str(out), out->n, digest);
	ok = ok && said.n == DIGEST_SIZE &&
	     memcmp(said.s, digest, DIGEST_SIZE) == 0;
	text_done(&said);
	return ok;
}

bool
cipher_open(const struct cipher_key *k, const void *data, size_t n,
	    struct text *out, struct error *err)
{
	const unsigned char *at = data;
	size_t begin = sizeof(mark) - 1;
	struct text open = {0};
	stream st;
	bool ok = n > begin + HEAD && memcmp(at, mark, begin) == 0 &&
		  crypto_secretstream_xchacha20poly1305_init_pull(
		      &st, at + begin, k->bytes) == 0 &&
		  pull_all(&st, at + begin + HEAD, n - begin - HEAD, &open);

	if (ok && open.n > 0)
		text_add_n(out, open.s, open.n);
	if (open.n > 0)
		explicit_bzero(open.s, open.n);
	text_done(&open);
	return ok || error_set(err, &CIPHER_WRONG, NULL);
}

void
cipher_seal_text(const struct cipher_key *k, const char *s, struct text *out)
{
	struct text sealed = {0};
	size_t n;
	char *base64;

	cipher_seal(k, s, strlen(s), &sealed);
	n = sodium_base64_encoded_len(sealed.n, BASE64);
	base64 = xmalloc(n);
	sodium_bin2base64(base64, n, (const unsigned char *)sealed.s, sealed.n,
			  BASE64);
	text_add(out, base64);
	free(base64);
	text_done(&sealed);
}

bool
cipher_open_text(const struct cipher_key *k, const char *s, struct text *out,
		 struct error *err)
{
	size_t max = strlen(s), n = 0;
	unsigned char *sealed = xmalloc(max + 1);
	bool ok = base64_read(s, max, sealed, max + 1, &n)
		      ? cipher_open(k, sealed, n, out, err)
		      : error_set(err, &CIPHER_WRONG, NULL);

	free(sealed);
	return ok;
}
