/* shim.h -- a file system that asks before each operation of SQLite */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FAULT_SHIM_H
#define TESTS_FAULT_SHIM_H

#include <sqlite3.h>
#include <stdbool.h>

enum shim_op {
	SHIM_OPEN,
	SHIM_READ,
	SHIM_WRITE,
	SHIM_TRUNCATE,
	SHIM_SYNC,
	SHIM_SIZE,
	SHIM_DELETE,
	SHIM_SHARE,      /* a page of shared memory */
	SHIM_CHECKPOINT, /* between reading the log's header and using it */
};

/* Asked before each; false makes it fail with the error of its kind.
   SHIM_CHECKPOINT cannot fail. */
typedef bool (*shim_fn)(void *ctx, enum shim_op op);

/* From now on every database is opened through the shim, on the real files. */
void shim_install(shim_fn ask, void *ctx);
/* No database may be open. */
void shim_remove(void);

/* The connection opened last, behind the program's back, with its authorizer
   taken away; watch before it is opened. */
void shim_watch(void);
sqlite3 *shim_connection(void);

#endif
