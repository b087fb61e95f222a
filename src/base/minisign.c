/* minisign.c -- keys and signatures in the texts of minisign(1) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/minisign.h"

#include <sodium.h>
#include <string.h>

#include "base/base64.h"
#include "base/digest.h"

#define UNTRUSTED "untrusted comment: "
#define TRUSTED "trusted comment: "

enum { BASE64 = sodium_base64_VARIANT_ORIGINAL, HASHED_SIZE = 64 };

/* The bytes behind each line of base64, as minisign lays them out. */
struct open_bytes {
	char algorithm[2]; /* "Ed" */
	unsigned char id[SIGN_ID_SIZE];
	unsigned char key[SIGN_PUBLIC_SIZE];
};

struct secret_bytes {
	char algorithm[2]; /* "Ed" */
	char password[2];  /* two NULs: none */
	char sum[2];       /* "B2" */
	unsigned char of_password[48];
	unsigned char id[SIGN_ID_SIZE];
	unsigned char key[SIGN_SECRET_SIZE];
	unsigned char check[crypto_generichash_BYTES];
};

struct signature_bytes {
	char algorithm[2]; /* "ED": of the hashed message */
	unsigned char id[SIGN_ID_SIZE];
	unsigned char signature[crypto_sign_BYTES];
};

_Static_assert(sizeof(struct open_bytes) == 42, "no padding");
_Static_assert(sizeof(struct secret_bytes) == 158, "no padding");
_Static_assert(sizeof(struct signature_bytes) == 74, "no padding");
_Static_assert(SIGN_LINE_SIZE ==
		   sodium_base64_ENCODED_LEN(sizeof(struct open_bytes), BASE64),
	       "room for a public key");

/* A signature's text in its parts. */
struct signature {
	struct signature_bytes of_message;
	unsigned char of_comment[crypto_sign_BYTES];
	const char *trusted; /* in the text */
	size_t trusted_n;
};

void
sign_key_make(struct sign_key *k)
{
	random_bytes(k->id, sizeof(k->id));
	crypto_sign_keypair(k->open, k->secret);
}

void
sign_key_wipe(struct sign_key *k)
{
	sodium_memzero(k->secret, sizeof(k->secret));
}

bool
sign_key_is_same(const struct sign_key *a, const struct sign_key *b)
{
	return memcmp(a->id, b->id, sizeof(a->id)) == 0 &&
	       memcmp(a->open, b->open, sizeof(a->open)) == 0;
}

/* A number, the least significant byte first. */
void
sign_key_name(const struct sign_key *k, char out[SIGN_NAME_SIZE])
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < SIGN_ID_SIZE; i++) {
		unsigned char byte = k->id[SIGN_ID_SIZE - 1 - i];

		out[2 * i] = digits[byte >> 4];
		out[2 * i + 1] = digits[byte & 15];
	}
	out[SIGN_NAME_SIZE - 1] = '\0';
}

static bool
bytes_read(const char *line, size_t n, void *out, size_t size)
{
	size_t got = 0;

	return base64_read(line, n, out, size, &got) && got == size;
}

static void
text_add_base64(struct text *t, const void *bytes, size_t n)
{
	char line[sodium_base64_ENCODED_LEN(sizeof(struct secret_bytes),
					    BASE64)];

	sodium_bin2base64(line, sizeof(line), bytes, n, BASE64);
	text_add(t, line);
	text_add(t, "\n");
	sodium_memzero(line, sizeof(line));
}

void
sign_key_line(const struct sign_key *k, char out[SIGN_LINE_SIZE])
{
	struct open_bytes bytes = {{'E', 'd'}, {0}, {0}};

	memcpy(bytes.id, k->id, sizeof(bytes.id));
	memcpy(bytes.key, k->open, sizeof(bytes.key));
	sodium_bin2base64(out, SIGN_LINE_SIZE, (unsigned char *)&bytes,
			  sizeof(bytes), BASE64);
}

bool
sign_key_of_line(const char *line, struct sign_key *k)
{
	struct open_bytes bytes;

	*k = (struct sign_key){0};
	if (!bytes_read(line, strlen(line), &bytes, sizeof(bytes)) ||
	    memcmp(bytes.algorithm, "Ed", 2) != 0)
		return false;
	memcpy(k->id, bytes.id, sizeof(k->id));
	memcpy(k->open, bytes.key, sizeof(k->open));
	return true;
}

static void
check_of(const struct secret_bytes *b, unsigned char *out)
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, crypto_generichash_BYTES);
	crypto_generichash_update(&state, (const unsigned char *)b->algorithm,
				  sizeof(b->algorithm));
	crypto_generichash_update(&state, b->id, sizeof(b->id));
	crypto_generichash_update(&state, b->key, sizeof(b->key));
	crypto_generichash_final(&state, out, crypto_generichash_BYTES);
}

void
sign_key_write(const struct sign_key *k, struct text *out)
{
	struct secret_bytes bytes = {.algorithm = {'E', 'd'},
				     .sum = {'B', '2'}};

	memcpy(bytes.id, k->id, sizeof(bytes.id));
	memcpy(bytes.key, k->secret, sizeof(bytes.key));
	check_of(&bytes, bytes.check);
	text_add(out, UNTRUSTED "secret key of a register, keep it to "
				"yourself\n");
	text_add_base64(out, &bytes, sizeof(bytes));
	sodium_memzero(&bytes, sizeof(bytes));
}

/* The line at *text, and *text behind it. */
static bool
line_next(const char **text, const char **line, size_t *n)
{
	if (**text == '\0')
		return false;
	*line = *text;
	*n = strcspn(*text, "\r\n");
	*text += *n;
	*text += **text == '\r';
	*text += **text == '\n';
	return true;
}

static bool
begins_with(const char *line, size_t n, const char *word)
{
	return n >= strlen(word) && memcmp(line, word, strlen(word)) == 0;
}

static bool
secret_is_sound(const struct secret_bytes *b)
{
	unsigned char check[sizeof(b->check)];

	check_of(b, check);
	return memcmp(b->algorithm, "Ed", 2) == 0 &&
	       memcmp(b->password, "\0", 2) == 0 &&
	       memcmp(b->sum, "B2", 2) == 0 &&
	       memcmp(b->check, check, sizeof(check)) == 0;
}

bool
sign_key_read(const char *text, struct sign_key *k)
{
	struct secret_bytes bytes;
	const char *line;
	size_t n;
	bool ok;

	*k = (struct sign_key){0};
	if (!line_next(&text, &line, &n) || !begins_with(line, n, UNTRUSTED) ||
	    !line_next(&text, &line, &n))
		return false;
	ok = bytes_read(line, n, &bytes, sizeof(bytes)) &&
	     secret_is_sound(&bytes);
	if (ok) {
		memcpy(k->id, bytes.id, sizeof(k->id));
		memcpy(k->secret, bytes.key, sizeof(k->secret));
		crypto_sign_ed25519_sk_to_pk(k->open, k->secret);
	}
	sodium_memzero(&bytes, sizeof(bytes));
	return ok;
}

static void
hash_message(const void *message, size_t n, unsigned char out[HASHED_SIZE])
{
	crypto_generichash(out, HASHED_SIZE, message, n, NULL, 0);
}

/* What the second signature is of: the first, and the comment. */
static void
text_add_signed(struct text *t, const struct signature_bytes *b,
		const char *trusted, size_t n)
{
	text_add_n(t, (const char *)b->signature, sizeof(b->signature));
	text_add_n(t, trusted, n);
}

void
sign_message(const struct sign_key *k, const void *message, size_t n,
	     const char *trusted, struct text *out)
{
	struct signature_bytes bytes = {{'E', 'D'}, {0}, {0}};
	unsigned char hashed[HASHED_SIZE], of_comment[crypto_sign_BYTES];
	struct text comment = {0};
	char name[SIGN_NAME_SIZE];

	hash_message(message, n, hashed);
	memcpy(bytes.id, k->id, sizeof(bytes.id));
	crypto_sign_detached(bytes.signature, NULL, hashed, sizeof(hashed),
			     k->secret);
	text_add_signed(&comment, &bytes, trusted, strlen(trusted));
	crypto_sign_detached(of_comment, NULL, (unsigned char *)comment.s,
			     comment.n, k->secret);
	sign_key_name(k, name);
	text_printf(out, UNTRUSTED "signed with key %s\n", name);
	text_add_base64(out, &bytes, sizeof(bytes));
	text_printf(out, TRUSTED "%s\n", trusted);
	text_add_base64(out, of_comment, sizeof(of_comment));
	text_done(&comment);
}

static bool
signature_read(const char *text, struct signature *s)
{
	const size_t before = strlen(TRUSTED);
	const char *line;
	size_t n;

	if (!line_next(&text, &line, &n) || !begins_with(line, n, UNTRUSTED) ||
	    !line_next(&text, &line, &n) ||
	    !bytes_read(line, n, &s->of_message, sizeof(s->of_message)) ||
	    !line_next(&text, &s->trusted, &s->trusted_n) ||
	    !begins_with(s->trusted, s->trusted_n, TRUSTED))
		return false;
	s->trusted += before;
	s->trusted_n -= before;
	return line_next(&text, &line, &n) &&
	       bytes_read(line, n, s->of_comment, sizeof(s->of_comment)) &&
	       memcmp(s->of_message.algorithm, "ED", 2) == 0;
}

bool
sign_key_asked(const char *signature, struct sign_key *k)
{
	struct signature s;

	*k = (struct sign_key){0};
	if (!signature_read(signature, &s))
		return false;
	memcpy(k->id, s.of_message.id, sizeof(k->id));
	return true;
}

bool
sign_verify(const struct sign_key *k, const void *message, size_t n,
	    const char *signature, char **trusted)
{
	unsigned char hashed[HASHED_SIZE];
	struct text comment = {0};
	struct signature s;
	bool ok;

	if (!signature_read(signature, &s) ||
	    memcmp(s.of_message.id, k->id, sizeof(k->id)) != 0)
		return false;
	hash_message(message, n, hashed);
	text_add_signed(&comment, &s.of_message, s.trusted, s.trusted_n);
	ok = crypto_sign_verify_detached(s.of_message.signature, hashed,
					 sizeof(hashed), k->open) == 0 &&
	     crypto_sign_verify_detached(s.of_comment,
					 (unsigned char *)comment.s, comment.n,
					 k->open) == 0;
	text_done(&comment);
	if (ok && trusted != NULL)
		*trusted = xstrndup(s.trusted, s.trusted_n);
	return ok;
}
