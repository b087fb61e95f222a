/* veil-sqlite.h -- the functions of data/sql/veil.sql, for SQLite */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_VEIL_SQLITE_H
#define STORE_VEIL_SQLITE_H

#include <sqlite3.h>

#include "store/kept.h"

/* readable(office, letter, secrecy), is_own(office, person), opened(words); a
   result code of SQLite. */
int veil_add(sqlite3 *db, const struct veil *veil);

#endif
