/* pack.h -- a file made smaller, and made whole again (zstd) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_PACK_H
#define BASE_PACK_H

#include <sys/types.h>

#include "base/file.h"

/* It was packed in a way this program was not built with. "pack-unknown", 4 */
extern const struct error_kind PACK_UNKNOWN;
/* It ends too early, or is not what was packed. "pack-damaged", 4 */
extern const struct error_kind PACK_DAMAGED;

/* What is put behind the name of a packed file: ".zst", or "" where zstd was
   not there to build with and files are copied as they are. */
extern const char *const pack_ending;

/*
 * Packs `from` into the new file `to` (0600, synced; the folder is not), and
 * tells what lies in both.  `to` must not be there, and is gone after a
 * failure.  Fails with ERROR_IO or FILE_WRITE.
 */
bool pack_file(const char *from, const char *to, struct file_info *whole,
	       struct file_info *packed, struct error *err) MUST_CHECK;

/* The other way round, by the name's ending.  More than `max` bytes is
   PACK_DAMAGED: what does not end must not fill the disk. */
bool unpack_file(const char *from, const char *to, long long max,
		 struct file_info *whole, struct error *err) MUST_CHECK;

/* pack-zstd.c or pack-none.c: fills the open files. */
struct pack_way {
	int from, to;
	const char *from_name, *to_name;
	long long max; /* bytes that may be written */
	long long n;   /* bytes written */
};
bool pack_by_zstd(struct pack_way *w, struct error *err) MUST_CHECK;
bool unpack_by_zstd(struct pack_way *w, struct error *err) MUST_CHECK;

/* pack.c: one piece read (0 at the end, -1 and err), one piece written. */
ssize_t pack_read(struct pack_way *w, void *buf, size_t n, struct error *err);
bool pack_write(struct pack_way *w, const void *buf, size_t n,
		struct error *err);

#endif
