/* gate.h -- the turnstile every write and every checkpoint passes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_GATE_H
#define STORE_GATE_H

#include <stdbool.h>

#include "base/error.h"

/*
 * Two flocks in a row: take NEXT, take MAIN, drop NEXT, write, drop MAIN.
 * Whoever leaves must queue at NEXT again, so nobody is overtaken (one flock
 * alone lets the holder that comes back at once win every time).  The kernel
 * opens the gate when a process dies.
 *
 * Why it is there at all: SQLite 3.7.0 to 3.51.2 may lose committed rows when
 * one process resets the write-ahead log while another checkpoints; one at a
 * time, it cannot happen.
 */
struct gate;

/* Asked every GATE_TICK seconds with who holds the gate ("" when unknown) and
   how long we have waited; false gives up. */
enum { GATE_TICK = 2 };
typedef bool (*gate_wait_fn)(void *ctx, const char *holder, int seconds);

/* For the register at `path`: the locks are path-gate and path-next, 0600.
   Fails with STORE_READ_ONLY or STORE_FAILED. */
struct gate *gate_open(const char *path, struct error *err) MUST_CHECK;
void gate_close(struct gate *g);

/* Waits its turn and writes `holder` (a login) into the lock file for others
   to read.  wait NULL waits without end.  Fails with STORE_BUSY. */
bool gate_enter(struct gate *g, const char *holder, gate_wait_fn wait,
		void *ctx, struct error *err) MUST_CHECK;
/* In when nobody is; never waits. */
bool gate_try(struct gate *g);
void gate_leave(struct gate *g);

#endif
