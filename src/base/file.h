/* file.h -- files read whole, written whole and made durable */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"

/* What we write ourselves cannot be written: the disk is full, read-only,
   not ours. "file-write", 4 */
extern const struct error_kind FILE_WRITE;

/* Reads a regular file (or "-", standard input) of at most `max` bytes.
   Fails with ERROR_IO: missing, a directory, too large, unreadable; then
   out is as it was. */
bool file_read(const char *path, size_t max, struct text *out,
	       struct error *err) MUST_CHECK;

/* Makes the directories on the way to path (not its last part), 0700.
   Fails with FILE_WRITE. */
bool file_make_parents(const char *path, struct error *err) MUST_CHECK;

/* What a regular file holds.  Fails with ERROR_IO. */
struct file_info {
	unsigned char digest[DIGEST_SIZE];
	long long size; /* bytes */
	char head[16];  /* first bytes, to tell its type */
	size_t head_n;
};
bool file_inspect(const char *path, struct file_info *info,
		  struct error *err) MUST_CHECK;

/* The same of bytes in memory. */
void file_inspect_bytes(const char *bytes, size_t n, struct file_info *info);

/*
 * Copies `from` into `to` (0600, written beside it under a temporary name,
 * synced, renamed, directory synced).  `to` may exist with the same content;
 * with another it stays, and FILE_WRITE is raised.  A copy that fails leaves
 * nothing behind.  Fails with ERROR_IO where `from` cannot be read, else with
 * FILE_WRITE.
 */
bool file_copy(const char *from, const char *to, struct error *err) MUST_CHECK;
/* The same of bytes in memory. */
bool file_write(const char *bytes, size_t n, const char *to,
		struct error *err) MUST_CHECK;

/* A name in a directory is durable only when the directory is synced: that of
   path.  False with errno set. */
bool file_sync_parent(const char *path) MUST_CHECK;

/* The last part of a path; points into it. */
const char *file_name_of(const char *path);

#endif
