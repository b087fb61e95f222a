/* host.h -- what the machine offers a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_HOST_H
#define STORE_HOST_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Whether a version has the mending of the WAL-reset bug (sqlite.org/wal.html,
 * section 11): two processes that write and checkpoint at once may damage the
 * file.  The gate keeps them apart with any version.
 */
bool host_sqlite_is_mended(const char *version);

/* The kind of file system a path lies on, "ext", "btrfs", or NULL when it is
   not known. */
const char *host_file_system(const char *path, bool *is_network);
/* Bytes that the account may still write there; -1, with errno, when it cannot
   be told. */
int64_t host_room(const char *path);

#endif
