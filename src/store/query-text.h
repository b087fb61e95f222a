/* query-text.h -- the statements of data/sql/ as the program carries them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_QUERY_TEXT_H
#define STORE_QUERY_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "gen/queries.h"

/* One statement under `-- name:`; the index is its enum query_id. */
struct query_text {
	const char *name; /* "letter_by_number" */
	const char *file; /* where it stands, without .sql: "queries" */
	const char *sql;  /* without comments, without the last ";"; NULL: only
			     for PostgreSQL */
	const char *postgresql; /* what it takes instead; NULL: the same */
	bool slow;              /* marked (slow): it may scan a table */
	bool in_pieces;         /* ... or (long): it has very many rows */
	bool once;              /* marked (once): store/once.h */
};
extern const struct query_text query_texts[QUERY_COUNT + 1];

/* What a kind of event does to the state tables: `-- apply letter.receive`. */
struct apply_statement {
	const char *sql;
	bool is_index;    /* keeps the search index: not where one replays */
	bool is_redact;   /* deletes words from the chain */
	const char *with; /* does nothing where :body does not have this, a key
			     in its quotes; NULL: it may always */
};
struct apply_text {
	const char *kind;                  /* "letter.receive" */
	const struct apply_statement *sql; /* in order */
	size_t n;
};
extern const struct apply_text apply_texts[]; /* sorted by kind */
extern const size_t apply_count;

/* How a register of step - 1 becomes one of step: data/sql/upgrade/. */
struct upgrade_text {
	int step; /* 2 for 0002.sql */
	const char *sql;
};
extern const struct upgrade_text upgrade_texts[]; /* sorted by step */
extern const size_t upgrade_count;

/* data/sql/schema.sql whole, "" without it. */
extern const char *const schema_text;
/* What PostgreSQL needs before it and behind it. */
extern const char *const postgresql_before;
extern const char *const postgresql_after;

#endif
