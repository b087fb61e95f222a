/* server.h -- the fixture's registers in a PostgreSQL server, where wanted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SERVER_H
#define TESTS_SERVER_H

#include <stdbool.h>
#include <stdint.h>

#include "tests/fixture.h"

/*
 * With SARABAN_TEST_ENGINE=postgresql in the environment every register of the
 * fixture lies in a database of its own, at the server whose socket is in the
 * directory SARABAN_TEST_SERVER (tests/postgresql.sh starts it); the name of
 * each goes into the file SARABAN_TEST_MADE, where one is named.  What goes
 * wrong here is told on standard error and aborts.
 */
bool server_is_used(void);
/* An empty database: its address, where the names of files beside it begin with
   `beside`. */
char *server_new(const char *beside);
void server_drop(const char *address);
/* A copy of a database that nobody is connected to: its address. */
char *server_copy(const char *address);
/* Makes the first as the second is. */
void server_put_back(const char *address, const char *copy);
/* All its rows as text, into a file. */
void server_dump(const char *address, const char *to);
/* What others have told by now has come when this returns: a server sends it
   along with its next answer. */
void server_hear(struct store *st);
/* Past the program, as psql would: false when it was refused.  *n gets the
   number that it answers, unless NULL. */
bool server_sql(const char *address, const char *sql, int64_t *n);
/* fixture_rows() there. */
void server_rows(const char *address, const char *sql, fixture_row_fn each,
		 void *ctx);

#endif
