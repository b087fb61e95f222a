/* postgresql-pieces.h -- rows of a PostgreSQL server, piece by piece */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_POSTGRESQL_PIECES_H
#define STORE_POSTGRESQL_PIECES_H

#include "store/postgresql-line.h"

/*
 * What walks a whole table gives more rows than there is memory for, and while
 * they come others are asked for: so a cursor stays behind at the server, and
 * each piece is a journey.  Only inside a transaction.
 */
enum { PIECE_ROWS = 200 };
struct pieces; /* of one statement: one cursor */

struct pieces *pieces_new(struct line *l);
void pieces_free(struct pieces *p); /* NULL is allowed */

/* The statement that opens the cursor; caller frees it. */
char *pieces_statement(const struct pieces *p, const char *sql);
/* ... and its first rows; then those behind them.  Fewer than PIECE_ROWS are
   the last. */
struct answer *pieces_open(struct pieces *p, const struct question *q,
			   struct error *err) MUST_CHECK;
struct answer *pieces_next(struct pieces *p, struct error *err) MUST_CHECK;
bool pieces_are_open(const struct pieces *p); /* NULL: no */
void pieces_close(struct pieces *p);

#endif
