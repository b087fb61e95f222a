/* copy.h -- all of a database into another file, while others write */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_COPY_H
#define STORE_COPY_H

#include <sqlite3.h>

/*
 * Copies what `from` shows at one moment into the file `to`, which must not be
 * there: made 0600, in rollback mode, durable when SQLITE_OK is returned, and
 * gone after a failure.  One step: the copy of many small steps begins again
 * at each commit of others and never ends in a busy office.  Writers are not
 * held up; only the log grows meanwhile.  `before` and `after` are run on the
 * copy (data/sql/settings.sql).  Returns a code of SQLite; *why is what the
 * system said, or 0.
 */
int copy_database(sqlite3 *from, const char *to, const char *before,
		  const char *after, int *why);

#endif
