/* disk.h -- a disk in memory whose power can be cut at any operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAULT_DISK_H
#define TESTS_FAULT_DISK_H

#include <stdbool.h>
#include <stdint.h>

/*
 * What was written stands in the cache until it is synced.  When the power is
 * cut, each sector of 512 bytes that was not synced survives or does not, at
 * random; so does a file that was deleted.  Synced is synced: a disk that
 * lies is not what this is.  One connection at a time.
 */

/* From now on every database lies on this disk; files are known by the last
   part of their path. */
void disk_install(void);
void disk_remove(void);

/* Everything as it lies now becomes what disk_reset() goes back to. */
void disk_keep(void);
void disk_reset(void);

/* Cuts the power instead of the nth write, truncation, sync or deletion from
   now on; 0 never. */
void disk_cut_at(long n, uint64_t seed);
bool disk_is_dead(void);
/* At once. */
void disk_cut_now(uint64_t seed);
/* What has survived is there again. */
void disk_power_on(void);

/* The nth sync from now on fails, and what it was for never reaches the disk,
   though it can be read until the power is cut; a disk that lies does not tell.
   n 0 none. */
void disk_fail_sync_at(long n, bool is_told);
/* How many syncs there were since. */
long disk_syncs(void);

#endif
