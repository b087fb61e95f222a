/* ssh-key.c -- public keys of SSH, as ssh-keygen(1) writes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/ssh-key.h"

#include <stdint.h>
#include <string.h>

#include "base/base64.h"
#include "base/digest.h"
#include "base/i18n.h"
#include "base/text.h"

const struct error_kind SSH_KEY_WRONG = {
    "ssh-key-wrong", EXIT_USAGE,
    N_("this is no public key of SSH; it is the line in the file that ends "
       "in .pub")};

enum { RSA_MIN_BITS = 2048, KEY_MAX_BYTES = 8192 };

/* What lies behind the type in a blob: strings, each after its length in four
   bytes (RFC 4253, 6.6). */
struct blob {
	const unsigned char *at;
	size_t n;
};

static bool
next_string(struct blob *b, struct blob *string)
{
	uint32_t n;

	if (b->n < 4)
		return false;
	n = (uint32_t)b->at[0] << 24 | (uint32_t)b->at[1] << 16 |
	    (uint32_t)b->at[2] << 8 | b->at[3];
	if (n > b->n - 4)
		return false;
	*string = (struct blob){b->at + 4, n};
	b->at += 4 + n;
	b->n -= 4 + n;
	return true;
}

static size_t
bits_of(const struct blob *whole)
{
	struct blob b = *whole;
	size_t bits;

	while (b.n > 0 && b.at[0] == 0) {
		b.at++;
		b.n--;
	}
	if (b.n == 0)
		return 0;
	bits = b.n * 8;
	for (unsigned char top = b.at[0]; !(top & 0x80);
	     top = (unsigned char)(top << 1))
		bits--;
	return bits;
}

/* A type is right when what is in the key looks like it. */
struct key_type {
	const char *name;
	size_t n_strings; /* behind the type */
	bool (*is_right)(struct blob rest, struct error *err);
};

static bool
ed25519_is_right(struct blob rest, struct error *err)
{
	struct blob key;

	return (next_string(&rest, &key) && key.n == 32) ||
	       error_set(err, &SSH_KEY_WRONG, NULL);
}

static bool
rsa_is_right(struct blob rest, struct error *err)
{
	struct blob exponent, modulus;

	if (!next_string(&rest, &exponent) || !next_string(&rest, &modulus))
		return error_set(err, &SSH_KEY_WRONG, NULL);
	return bits_of(&modulus) >= RSA_MIN_BITS ||
	       error_set(err, &SSH_KEY_WRONG,
			 _("an RSA key of %s bits is too weak; make one with "
			   "ssh-keygen -t ed25519"),
			 DIGITS(bits_of(&modulus)));
}

static const struct key_type types[] = {
    {"ssh-ed25519", 1, ed25519_is_right},
    {"sk-ssh-ed25519@openssh.com", 2, ed25519_is_right},
    {"ecdsa-sha2-nistp256", 2, NULL},
    {"ecdsa-sha2-nistp384", 2, NULL},
    {"ecdsa-sha2-nistp521", 2, NULL},
    {"sk-ecdsa-sha2-nistp256@openssh.com", 3, NULL},
    {"ssh-rsa", 2, rsa_is_right},
    {NULL, 0, NULL},
};

static bool
has_strings(struct blob rest, size_t n)
{
	struct blob string;

	while (n-- > 0)
		if (!next_string(&rest, &string))
			return false;
	return rest.n == 0;
}

static const struct key_type *
type_find(const char *name)
{
	for (const struct key_type *t = types; t->name != NULL; t++)
		if (strcmp(t->name, name) == 0)
			return t;
	return NULL;
}

static bool
check_type(const struct ssh_key *k, struct blob *rest, struct error *err)
{
	const struct key_type *t = type_find(k->type);
	struct blob type;

	if (t == NULL)
		return error_set(err, &SSH_KEY_WRONG,
				 _("a line of a public key begins with its "
				   "type, as ssh-ed25519, not with %.40s"),
				 k->type);
	if (!next_string(rest, &type) || type.n != strlen(t->name) ||
	    memcmp(type.at, t->name, type.n) != 0 ||
	    !has_strings(*rest, t->n_strings))
		return error_set(err, &SSH_KEY_WRONG, NULL);
	return t->is_right == NULL || t->is_right(*rest, err);
}

static void
put_print(struct ssh_key *k, const struct text *bytes)
{
	unsigned char digest[DIGEST_SIZE];
	struct text t = {0};

	digest_of(bytes->s, bytes->n, digest);
	text_add(&t, "SHA256:");
	text_add_bytes_base64(&t, digest, sizeof(digest));
	/* OpenSSH leaves the filling "=" out. */
	memcpy(k->print, t.s, SSH_PRINT_SIZE - 1);
	k->print[SSH_PRINT_SIZE - 1] = '\0';
	text_done(&t);
}

static const char *
next_word(const char **p, struct arena *a)
{
	const char *begin = *p + strspn(*p, " \t");
	size_t n = strcspn(begin, " \t\r\n");

	*p = begin + n;
	return arena_strndup(a, begin, n);
}

static const char *
rest_of(const char *p, struct arena *a)
{
	size_t n;

	p += strspn(p, " \t");
	n = strcspn(p, "\r\n");
	while (n > 0 && (p[n - 1] == ' ' || p[n - 1] == '\t'))
		n--;
	return arena_strndup(a, p, n);
}

bool
ssh_key_read(const char *line, struct arena *a, struct ssh_key *k,
	     struct error *err)
{
	struct text bytes = {0};
	struct blob rest;
	bool ok;

	if (strstr(line, "PRIVATE KEY") != NULL)
		return error_set(err, &SSH_KEY_WRONG,
				 _("this is the private key, which nobody else "
				   "may see: give the file that ends in .pub"));
	k->type = next_word(&line, a);
	k->blob = next_word(&line, a);
	k->comment = rest_of(line, a);
	if (strlen(k->blob) > KEY_MAX_BYTES || !base64_decode(k->blob, &bytes))
		bytes.n = 0;
	rest = (struct blob){(const unsigned char *)bytes.s, bytes.n};
	ok = check_type(k, &rest, err);
	if (ok)
		put_print(k, &bytes);
	text_done(&bytes);
	return ok;
}
