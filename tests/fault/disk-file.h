/* disk-file.h -- a file on a disk in memory: what is seen, what is safe */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAULT_DISK_FILE_H
#define TESTS_FAULT_DISK_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* A write that has not been synced; a truncation is one of no bytes. */
struct unsynced {
	size_t at, n;
	char *bytes;
};

struct file {
	char name[40];
	bool exists;
	struct text live; /* what the program sees */
	struct text safe; /* what was synced */
	struct unsynced *waiting;
	size_t n_waiting, max_waiting;
};

void bytes_copy(struct text *to, const struct text *from);
void bytes_resize(struct text *t, size_t n);

/* Both are seen at once, and safe when they are synced. */
void disk_file_write(struct file *f, size_t at, const void *from, size_t n);
void disk_file_truncate(struct file *f, size_t n);
void disk_file_sync(struct file *f);
/* What waits is dropped: seen, and never safe. */
void disk_file_forget(struct file *f);
/* The power is cut: of what waits each sector is safe or not, at random; so is
   a file that was deleted. */
void disk_file_cut(struct file *f, uint64_t *seed);
void disk_file_done(struct file *f);

#endif
