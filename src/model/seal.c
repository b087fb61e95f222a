/* seal.c -- the key that signs for a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/seal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"

const struct error_kind SEAL_NONE = {
    "seal-none", EXIT_REGISTER,
    N_("the register has no key to sign with yet; `saraban key new` makes "
       "one")};
const struct error_kind SEAL_MISSING = {
    "seal-missing", EXIT_REGISTER,
    N_("the register's key cannot be read, so nothing can be signed")};
const struct error_kind SEAL_WRONG = {
    "seal-wrong", EXIT_REGISTER,
    N_("this file does not hold the register's key")};

enum { KEY_MAX = 4096 };

char *
seal_path(const struct store *st)
{
	return xasprintf("%s-key", store_beside(st));
}

static char *
next_path(const struct store *st)
{
	return xasprintf("%s-key.new", store_beside(st));
}

static bool
key_of_file(const char *path, struct sign_key *k, struct error *err)
{
	struct text text = {0};
	struct error why = {0};
	bool ok;

	if (!file_read(path, KEY_MAX, &text, &why))
		return error_set(err, &SEAL_MISSING, "%s", why.detail);
	ok =
	    sign_key_read(text.s, k) || error_set(err, &SEAL_WRONG, "%s", path);
	explicit_bzero(text.s, text.n);
	text_done(&text);
	return ok;
}

static bool
key_make(const char *path, struct sign_key *k, struct error *err)
{
	struct text text = {0};
	bool ok;

	sign_key_make(k);
	sign_key_write(k, &text);
	ok = file_write(text.s, text.n, path, err);
	explicit_bzero(text.s, text.n);
	text_done(&text);
	return ok;
}

bool
seal_found(struct store *st, struct sign_key *k, struct error *err)
{
	char *path = seal_path(st);
	bool ok = access(path, F_OK) == 0 ? key_of_file(path, k, err)
					  : key_make(path, k, err);

	free(path);
	return ok;
}

bool
seal_replace(struct store *st, struct sign_key *k, struct error *err)
{
	struct error no_key = {0};
	char *path = next_path(st);
	bool ok;

	/* What lies there is in force, and moved by this, or was left over
	   from an act that was not done. */
	if (seal_load(st, k, &no_key))
		sign_key_wipe(k);
	unlink(path);
	ok = key_make(path, k, err);
	free(path);
	return ok;
}

struct key_row {
	const char *key;
};

/* The register's keys, the one in force first. */
static bool
keys_read(struct store *st, struct arena *a, struct key_row **keys, size_t *n,
	  struct error *err)
{
	static const struct field fields[] = {
	    FIELD(struct key_row, key, FIELD_TEXT), {0}};
	static const struct row_type type = {sizeof(struct key_row), fields};

	return query_rows(st, QUERY_SIGNING_KEYS, NULL, &type, a, keys, n, err);
}

bool
seal_public(struct store *st, struct sign_key *k, struct error *err)
{
	struct arena a = {0};
	struct key_row *keys;
	size_t n;
	bool ok = keys_read(st, &a, &keys, &n, err);

	if (ok && (n == 0 || !sign_key_of_line(keys[0].key, k)))
		ok = error_set(err, &SEAL_NONE, NULL);
	arena_done(&a);
	return ok;
}

/* The key of the file when it is the one in force. */
static bool
load_from(const char *path, const struct sign_key *in_force, struct sign_key *k,
	  struct error *err)
{
	if (!key_of_file(path, k, err))
		return false;
	if (sign_key_is_same(k, in_force))
		return true;
	sign_key_wipe(k);
	return error_set(err, &SEAL_WRONG, "%s", path);
}

bool
seal_load(struct store *st, struct sign_key *k, struct error *err)
{
	struct sign_key in_force;
	struct error none = {0};
	char *path = seal_path(st), *next = next_path(st);
	bool ok = seal_public(st, &in_force, err);

	if (ok && load_from(next, &in_force, k, &none))
		/* Where it may not be moved, it is found there again. */
		(void)!rename(next, path);
	else if (ok)
		ok = load_from(path, &in_force, k, err);
	free(path);
	free(next);
	return ok;
}

bool
seal_sign(struct store *st, const void *message, size_t n, const char *trusted,
	  struct text *out, struct error *err)
{
	struct sign_key k;

	if (!seal_load(st, &k, err))
		return false;
	sign_message(&k, message, n, trusted, out);
	sign_key_wipe(&k);
	return true;
}

bool
seal_verify(struct store *st, const void *message, size_t n,
	    const char *signature, struct sign_key *k, bool *is_good,
	    struct error *err)
{
	struct sign_key asked = {0}, known;
	struct arena a = {0};
	struct key_row *keys;
	size_t n_keys;
	bool ok = keys_read(st, &a, &keys, &n_keys, err);

	*is_good = false;
	sign_key_asked(signature, &asked);
	*k = asked;
	for (size_t i = 0; ok && i < n_keys && !*is_good; i++) {
		if (!sign_key_of_line(keys[i].key, &known) ||
		    memcmp(known.id, asked.id, sizeof(known.id)) != 0)
			continue;
		*k = known;
		*is_good = sign_verify(&known, message, n, signature, NULL);
	}
	arena_done(&a);
	return ok;
}

void
seal_add_handover(struct text *t, const unsigned char uuid[],
		  const struct sign_key *k)
{
	char hex[2 * ID_SIZE + 1], line[SIGN_LINE_SIZE];

	hex_of(uuid, ID_SIZE, hex);
	sign_key_line(k, line);
	text_printf(t, "saraban-key-1\nregister %s\nkey %s\n", hex, line);
}
