/* attach.h -- files beside the register, each under its SHA-256 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_ATTACH_H
#define STORE_ATTACH_H

#include "base/digest.h"
#include "base/file.h"

#include "store/store.h"

/*
 * Never a path from outside: a file's name is only words in the register.
 * The content lies in REGISTER-files/ab/cdef..., so the same file attached
 * twice is kept once.  Caller frees the path.
 */
char *attach_path(const struct store *st, const char *hex);

/* Copies a file in and tells its digest, size and first bytes.  Durable when
   it returns; harmless when the act that names it is then refused. */
bool attach_copy(const struct store *st, const char *from,
		 struct file_info *info, struct error *err) MUST_CHECK;

/* The same of bytes in memory. */
bool attach_bytes(const struct store *st, const char *bytes, size_t n,
		  struct file_info *info, struct error *err) MUST_CHECK;

/* Takes a file away; one that is not there is no failure. */
bool attach_remove(const struct store *st, const char *hex,
		   struct error *err) MUST_CHECK;

/* The names of files that wait to be taken away: REGISTER-unlink.  Caller
   frees. */
char *attach_pending_path(const struct store *st);

/* MIME type by the first bytes; "application/octet-stream" otherwise. */
const char *attach_type(const struct file_info *info);

#endif
