/* cost.h -- what SQLite does for something, counted: the same on every machine
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_BENCH_COST_H
#define TESTS_BENCH_COST_H

#include <stdint.h>

/* Steps are instructions of SQLite's virtual machine. */
struct cost {
	int64_t statements, rows, steps;
};

/* Counts on shim_connection() (shim_watch() before it is opened) until it is
   ended; no other in between. */
void cost_begin(struct cost *c);
void cost_end(void);

#endif
