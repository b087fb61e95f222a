/* postgresql-answers.h -- questions to a PostgreSQL server, and answers kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_POSTGRESQL_ANSWERS_H
#define STORE_POSTGRESQL_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include "gen/libpq-late.h"

/* A statement as the server has prepared it under its name; made anew where it
   is not known there yet.  It lives as long as the line. */
struct prepared {
	const char *sql;
	char name[16];
	int n;            /* parameters */
	const Oid *types; /* ... and of what type */
	bool is_known;
};

/* It with the values of its parameters. */
struct question {
	struct prepared *prepared;
	const char *const *values; /* NULL is NULL */
	const int *lengths;        /* where the format is 1: bytes */
	const int *formats;
	bool moves_on; /* asked again, it is answered otherwise */
};

/* What the server gave; held by those who look at it. */
struct answer;
PGresult *answer_result(const struct answer *a);
void answer_done(struct answer *a); /* NULL is allowed */

struct answer *answer_await(const struct question *q); /* without a result */
void answer_fill(struct answer *a, PGresult *result);
struct answer *answer_hold(struct answer *a);

/* Those that may be asked for again, each held. */
enum { KEPT_MAX = 64 };
struct answers {
	struct answer *at[KEPT_MAX];
	size_t n;
};
/* The one to the same question, or NULL. */
struct answer *answers_find(const struct answers *k, const struct answer *like);
/* False where there are too many, or it is too large. */
bool answers_add(struct answers *k, struct answer *a);
void answers_forget_one(struct answers *k, const struct answer *a);
void answers_forget_old(struct answers *k); /* ... that have come already */
void answers_forget(struct answers *k);     /* all */

#endif
