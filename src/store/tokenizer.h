/* tokenizer.h -- SQLite's full-text index cuts text into our pairs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_TOKENIZER_H
#define STORE_TOKENIZER_H

#include <stdbool.h>

struct sqlite3;

/* Makes the tokenizer "pairs" known to a connection: before the schema is made
   or the index used.  sql is QUERY_SEARCH_API of settings.sql.  False where
   SQLite was built without FTS5. */
bool tokenizer_add(struct sqlite3 *db, const char *sql);

#endif
