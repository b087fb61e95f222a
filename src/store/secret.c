/* secret.c -- files and words of secret letters, sealed beside the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/secret.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"

#include "store/attach.h"

const struct error_kind SECRET_KEY = {
    "secret-key", EXIT_REGISTER,
    N_("the key of the secret letters cannot be read; a copy of it should "
       "lie in the safe")};

enum { KEY_MAX = 4096 };

char *
secret_path(const struct store *st)
{
	return xasprintf("%s-secret", store_beside(st));
}

bool
secret_key_read(const struct store *st, struct cipher_key *k, struct error *err)
{
	char *path = secret_path(st);
	struct text text = {0};
	struct error why = {0};
	bool ok = file_read(path, KEY_MAX, &text, &why)
		      ? cipher_key_read(text.s, k) ||
			    error_set(err, &SECRET_KEY, "%s", path)
		      : error_set(err, &SECRET_KEY, "%s", why.detail);

	if (text.n > 0)
		explicit_bzero(text.s, text.n);
	text_done(&text);
	free(path);
	return ok;
}

/* Two counters may make it at once: the file that is there first stays, and is
   read by both. */
static bool
key_write(const char *path, struct error *err)
{
	struct cipher_key k;
	struct text text = {0};
	struct error why = {0};
	bool ok;

	cipher_key_make(&k);
	cipher_key_write(&k, &text);
	cipher_key_wipe(&k);
	ok = file_write(text.s, text.n, path, &why) || access(path, F_OK) == 0;
	explicit_bzero(text.s, text.n);
	text_done(&text);
	if (!ok)
		*err = why;
	return ok;
}

bool
secret_key_make(const struct store *st, struct cipher_key *k, bool *is_new,
		struct error *err)
{
	char *path = secret_path(st);
	bool is_there = access(path, F_OK) == 0;
	bool ok = is_there || key_write(path, err);

	free(path);
	if (is_new != NULL)
		*is_new = !is_there;
	return ok && secret_key_read(st, k, err);
}

bool
secret_attach(const struct store *st, const struct cipher_key *k,
	      const char *bytes, size_t n, struct file_info *info,
	      struct error *err)
{
	struct file_info outside;
	struct text sealed = {0};
	bool ok;

	file_inspect_bytes(bytes, n, info);
	cipher_seal(k, bytes, n, &sealed);
	ok = attach_bytes(st, sealed.s, sealed.n, &outside, err);
	memcpy(info->digest, outside.digest, DIGEST_SIZE);
	text_done(&sealed);
	return ok;
}

bool
secret_read(const struct store *st, const char *hex, struct text *out,
	    struct error *err)
{
	char *path = attach_path(st, hex);
	struct text sealed = {0};
	struct cipher_key k;
	bool ok = secret_key_read(st, &k, err) &&
		  file_read(path, SECRET_FILE_MAX + (1 << 20), &sealed, err) &&
		  cipher_open(&k, sealed.s, sealed.n, out, err);

	cipher_key_wipe(&k);
	text_done(&sealed);
	free(path);
	return ok;
}

bool
secret_unseal(const struct store *st, const char *sealed, struct text *open)
{
	struct cipher_key k;
	struct error no = {0};
	bool ok;

	if (sealed == NULL)
		return false;
	if (store_is_kept(st)) {
		text_add(open, sealed);
		return true;
	}
	ok = secret_key_read(st, &k, &no) &&
	     cipher_open_text(&k, sealed, open, &no);
	cipher_key_wipe(&k);
	return ok;
}
