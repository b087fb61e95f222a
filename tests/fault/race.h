/* race.h -- writers and checkpointers at once, in a window made wide */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAULT_RACE_H
#define TESTS_FAULT_RACE_H

#include <stdbool.h>

/*
 * SQLite 3.7.0 to 3.51.2 lets one process reset the write-ahead log between
 * another's reading its header and copying its frames; the copier then takes
 * frames of the new log for copied ones, and committed rows are lost
 * (sqlite.org/wal.html, section 11).  Between those two moments the library
 * calls xUnfetch(0): a shim over the file system sleeps there.
 */
struct race_result {
	long received; /* receipts acknowledged to a clerk */
	long kept;     /* letters in the register afterwards; -1: unreadable */
	long refusals; /* acts that failed */
	int findings;  /* of the check; -1: it could not look */
};

/* Three clerks receive and two processes checkpoint for `seconds`, or until
   the first refusal. */
struct race_result race_run(double seconds);

/* Nothing refused, nothing lost, nothing found. */
bool race_is_clean(const struct race_result *r);

#endif
