/* secret.h -- files and words of secret letters, sealed beside the register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_SECRET_H
#define STORE_SECRET_H

#include "base/cipher.h"
#include "base/file.h"

#include "store/store.h"

/*
 * One key for all secret letters of a register, in REGISTER-secret (0600), made
 * when the first is entered.  It answers the stolen backup and the curious
 * keeper of backups, as long as it is not kept with them; it does not answer
 * who may read the register's directory, for there it lies.  Without it what
 * is sealed is lost: a copy belongs into the safe.
 */

/* The key is not there, or is none: "secret-key", 4 */
extern const struct error_kind SECRET_KEY;

/* Caller frees. */
char *secret_path(const struct store *st);
/* *is_new (may be NULL): it was made just now. */
bool secret_key_make(const struct store *st, struct cipher_key *k, bool *is_new,
		     struct error *err) MUST_CHECK;
bool secret_key_read(const struct store *st, struct cipher_key *k,
		     struct error *err) MUST_CHECK;

/* Takes the seal off words (cipher_open_text()); false for NULL, and where the
   key is not there or another one.  A keeper has done it (store/kept.h). */
bool secret_unseal(const struct store *st, const char *sealed,
		   struct text *open) MUST_CHECK;

/* A file is sealed whole in memory, and so of a bounded size. */
enum { SECRET_FILE_MAX = 256 << 20 };

/* Keeps bytes as attach_bytes() does, sealed: *info is of what was sealed,
   but its digest, which names the file, of what lies there. */
bool secret_attach(const struct store *st, const struct cipher_key *k,
		   const char *bytes, size_t n, struct file_info *info,
		   struct error *err) MUST_CHECK;
/* What was sealed in the file of that digest. */
bool secret_read(const struct store *st, const char *hex, struct text *out,
		 struct error *err) MUST_CHECK;

#endif
