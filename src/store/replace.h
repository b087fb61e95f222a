/* replace.h -- another file takes the place of a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_REPLACE_H
#define STORE_REPLACE_H

#include "store/store.h"

/* A process has the register open.  "store-open", 4 */
extern const struct error_kind STORE_OPEN;

/*
 * The gate of the register at `path` (absolute; there need not be one) is held
 * from begin to end: nobody writes.  This process must not have it open while
 * replace_is_free() looks, nor later.
 */
struct replace;
struct replace *replace_begin(const char *path, const char *holder,
			      struct error *err) MUST_CHECK;
/* Has no other process it open?  STORE_OPEN names one. */
bool replace_is_free(const struct replace *r, struct error *err) MUST_CHECK;
/* Moves the register and what belongs to its state (-wal, -shm, -mark) into
   a new folder, together.  Killed halfway, there is no register, which
   everybody is told, rather than half of one. */
bool replace_aside(const struct replace *r, const char *folder,
		   struct error *err) MUST_CHECK;
/* Puts a file of the same file system in its place. */
bool replace_put(const struct replace *r, const char *from,
		 struct error *err) MUST_CHECK;
/* NULL is allowed. */
void replace_end(struct replace *r);

#endif
