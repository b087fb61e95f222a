/* slots.h -- a small text in a file, kept through kill -9 and a full disk */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_SLOTS_H
#define BASE_SLOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

/*
 * The file has two slots of one size, allocated when it is made, so that no
 * later write needs room on the disk.  Each write goes to the slot that was
 * not written last, with a number one higher, its length and a SHA-256 of
 * both and of the text: a torn write leaves the text before it.  Who has it
 * open holds a lock on it (an open file description lock), which the kernel
 * drops when the process dies.  Starts as { 0 }.
 */
struct slots {
	int fd;
	char *path; /* owned; NULL until it is made or opened */
	size_t size;
	uint64_t number;  /* of the last write */
	bool is_unsynced; /* written since the last slots_sync() */
};

/* What slots are made with; they grow when a text needs more. */
enum { SLOT_SIZE = 32 * 1024, SLOT_MAX = 2 * 1024 * 1024 };

extern const struct error_kind SLOTS_IN_USE; /* "in-use", 4: locked */
extern const struct error_kind SLOTS_GONE;   /* "gone", 4: not there */
/* "slots-damaged", 4: neither slot holds a whole text. */
extern const struct error_kind SLOTS_DAMAGED;

/* Makes the file (0600; it must not exist) and locks it.  Fails with
   FILE_WRITE and leaves nothing behind. */
bool slots_make(struct slots *s, const char *path,
		struct error *err) MUST_CHECK;
/* Locks what is there and reads the last whole text (appended to out). */
bool slots_open(struct slots *s, const char *path, struct text *out,
		struct error *err) MUST_CHECK;
/* Reads without a lock; *in_use when another has it open. */
bool slots_read(const char *path, struct text *out, bool *in_use,
		struct error *err) MUST_CHECK;

/* One write of the system; what fails leaves the text before.  Only a text
   larger than a slot needs a new file, put in place of the old one.  Fails
   with FILE_WRITE. */
bool slots_write(struct slots *s, const char *text, size_t n,
		 struct error *err) MUST_CHECK;
/* Waits until it lies on the disk; nothing to do when nothing was written. */
bool slots_sync(struct slots *s, struct error *err) MUST_CHECK;
/* Lets go of it: it stays. */
void slots_close(struct slots *s);
/* Removes it and lets go. */
void slots_remove(struct slots *s);

#endif
