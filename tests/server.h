/* server.h -- the fixture's registers in a PostgreSQL server, where wanted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SERVER_H
#define TESTS_SERVER_H

#include <stdbool.h>
#include <stdint.h>

/*
 * With SARABAN_TEST_ENGINE=postgresql in the environment every register of the
 * fixture lies in a database of its own, at the server whose socket is in the
 * directory SARABAN_TEST_SERVER (tests/postgresql.sh starts it).  What goes
 * wrong here is told on standard error and aborts.
 */
bool server_is_used(void);
/* An empty database: its address, with files beside it in the directory. */
char *server_new(const char *directory);
void server_drop(const char *address);
/* Past the program, as psql would: false when it was refused.  *n gets the
   number that it answers, unless NULL. */
bool server_sql(const char *address, const char *sql, int64_t *n);

#endif
