/* postgresql-text.h -- a statement of data/sql/ as PostgreSQL reads it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_POSTGRESQL_TEXT_H
#define STORE_POSTGRESQL_TEXT_H

#include <stddef.h>
#include <stdint.h>

/* The names of the parameters of a statement: $1 is the first.  As many as
   there are bits in nulls. */
enum { POSTGRESQL_PARAMS = 32 };
struct postgresql_names {
	char *at[POSTGRESQL_PARAMS];
	size_t n;
};

/*
 * Statements are written once.  What is only spelt otherwise is changed here,
 * word by word: ":office" is $1, or NULL where bit 0 of nulls is set, CROSS
 * JOIN (which in SQLite orders the join) is JOIN, char() is chr().  Everything
 * else of SQLite's that they use is a function or operator of
 * data/sql/postgresql/before.sql.  Caller frees the text and gives the names
 * back.
 */
char *postgresql_statement(const char *sql, struct postgresql_names *names,
			   uint32_t nulls);
void postgresql_names_done(struct postgresql_names *names);

/* The tables, indices and views of schema.sql; types under their names there.
   Triggers, the full-text index and SQLite's statistics are left out. */
char *postgresql_schema(const char *sql);
/* A step of data/sql/upgrade/: the same, and what it does to rows; its number
   becomes that of the schema.  Caller frees both. */
char *postgresql_upgrade(const char *sql);

#endif
