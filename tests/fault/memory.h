/* memory.h -- memory that runs out at the nth allocation */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAULT_MEMORY_H
#define TESTS_FAULT_MEMORY_H

#include <stdbool.h>

/*
 * Whoever links this has malloc() and its sisters from here.  SQLite's own
 * allocations are told from the rest: it gives its work up in words, while the
 * x-functions (base/mem.h) end the program.
 */
enum memory_of { MEMORY_OF_SQLITE, MEMORY_OF_US };

/* Before anything of SQLite is used.  False where memory cannot be taken away:
   under a sanitizer, and with another C library than glibc. */
bool memory_install(void);

/* From now on the nth allocation of those fails, and with for_ever each after
   it; n 0 none.  Counts from the call. */
void memory_fail_at(enum memory_of whose, long n, bool for_ever);
/* How many there were since. */
long memory_asked(void);

#endif
