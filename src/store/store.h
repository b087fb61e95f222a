/* store.h -- the register's database: named statements, transactions, gate */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

#include "gen/queries.h"

struct store;
struct param;

/* What may go wrong with a register; exit status 4 unless said otherwise. */
extern const struct error_kind STORE_MISSING;   /* no register there */
extern const struct error_kind STORE_MOVED;     /* another took its place */
extern const struct error_kind STORE_EXISTS;    /* init found one (3) */
extern const struct error_kind STORE_NOT_OURS;  /* a file, not a register */
extern const struct error_kind STORE_NEWER;     /* from a newer program */
extern const struct error_kind STORE_BUSY;      /* another person is writing */
extern const struct error_kind STORE_FULL;      /* disk full */
extern const struct error_kind STORE_READ_ONLY; /* may not be written */
extern const struct error_kind STORE_DAMAGED;   /* the file is broken */
extern const struct error_kind STORE_FAILED;    /* anything else */
extern const struct error_kind STORE_CONFLICT;  /* a constraint refused (3) */
extern const struct error_kind STORE_AWAY;      /* the server is not there */
extern const struct error_kind STORE_SHORT;     /* ... or short of memory */

enum store_mode {
	STORE_READ,  /* look only: every write is refused */
	STORE_STILL, /* the same of a copy that nobody writes, anywhere */
	STORE_WRITE, /* the ordinary mode */
	STORE_ALONE, /* the same with nobody else, where the disk is full */
	STORE_NEW,   /* make it; refuses to touch what exists */
};

/*
 * Opens the register in the file `where` (an absolute or relative path), or in
 * a database of PostgreSQL (an address, postgresql://HOST/NAME),
 * brings an older one up to date inside the gate, sets and reads back every
 * setting of data/sql/settings.sql.  NULL and err on failure.  Network file
 * systems are refused: the write-ahead log needs shared memory.
 */
struct store *store_open(const char *where, enum store_mode mode,
			 struct error *err) MUST_CHECK;
/* A store without a name, with the register's schema: for replay and tests. */
struct store *store_open_scratch(struct error *err) MUST_CHECK;
/* NULL is allowed.  Open transactions are rolled back. */
void store_close(struct store *st);
/* Closes one that was opened as STORE_NEW and got no event, and takes its
   files away: a register is made whole or not at all. */
void store_discard(struct store *st);
/* Takes away a register's file that nobody has open, and what SQLite and the
   gate put beside it.  What is not there is no fault; FILE_WRITE. */
bool store_unlink(const char *path, struct error *err) MUST_CHECK;
/* Closes and opens again what a failed commit left in doubt.  When that
   fails, the next statement tries again. */
bool store_reopen(struct store *st, struct error *err) MUST_CHECK;

/* For very many events in one transaction: more of the file is held in memory
   (64 MB, until it is closed), and the search index is left alone until the
   end, where the statements of a kind like search.rebuild see to it; NULL when
   it came to nothing. */
bool store_bulk_begin(struct store *st, bool *was_indexed,
		      struct error *err) MUST_CHECK;
bool store_bulk_end(struct store *st, bool was_indexed, const char *kind,
		    const struct param *params, struct error *err) MUST_CHECK;

/* Writes the log back into the file and empties it, so that nothing is left of
   what was deleted; *done is false while others read.  Outside
   transactions. */
bool store_scrub(struct store *st, bool *done, struct error *err) MUST_CHECK;

const char *store_path(const struct store *st);
/* The same for people and for the register: without a password.  Caller frees
   it. */
char *store_place(const struct store *st);
/* What the names of files beside it begin with: its path; of a server's, on
   this host, "place" of the address or ~/.local/share/saraban/NAME.  NULL for
   a scratch store. */
const char *store_beside(const struct store *st);
/* The same of where one is said to be; caller frees it. */
char *store_beside_at(const char *where);
/* Where a register is said to be: at a server? */
bool store_is_address(const char *where);
/* It lies in a server and not in a file. */
bool store_is_server(const struct store *st);
/* At a server: the program's role could get past the guards of the chain. */
bool store_owns_tables(struct store *st, bool *owns,
		       struct error *err) MUST_CHECK;
bool store_is_read_only(const struct store *st);
/* Where attached files lie, when not beside it (REGISTER-files): copied. */
void store_set_files(struct store *st, const char *folder);
const char *store_files(const struct store *st);
/* The account that runs the program owns the register's file. */
bool store_is_own(const struct store *st);
/* Another process keeps it: store/kept.h. */
bool store_is_kept(const struct store *st);

/* Who is named to others while this store holds the gate: borrowed. */
void store_set_holder(struct store *st, const char *login);
/* Asked every 2 s while the gate is shut, with the login of who holds it (""
   when unknown); false gives up with STORE_BUSY. */
typedef bool (*store_wait_fn)(void *ctx, const char *holder, int seconds);
void store_set_waiter(struct store *st, store_wait_fn wait, void *ctx);
/* Asks it, for who waits elsewhere; false also when it took too long. */
bool store_wait(struct store *st, const char *holder, int seconds);

/* Whose turn the next write transaction takes where each office of a server
   has one of its own; 0, as at first: the turn of all. */
void store_set_office(struct store *st, int64_t office);
/* Inside a write transaction: the turn of one office more. */
bool store_turn(struct store *st, int64_t office, struct error *err) MUST_CHECK;

/*
 * A write transaction: passes the gate (two flocks in a row, fair), then
 * BEGIN IMMEDIATE; at a server it waits for the turn of its office.  A read
 * transaction sees one moment.  They do not nest: beginning inside one is a
 * bug.  Commit may fail with the outcome unknown; then reopen and ask for the
 * act id.
 */
bool store_begin_write(struct store *st, struct error *err) MUST_CHECK;
bool store_begin_read(struct store *st, struct error *err) MUST_CHECK;
bool store_commit(struct store *st, struct error *err) MUST_CHECK;
void store_rollback(struct store *st);
/* False while a person is asked for a key: screens assert it. */
bool store_in_transaction(const struct store *st);
/*
 * Copies what a register in a file holds at one moment into the file `to`,
 * which must not be there; durable when it returns.  Nobody who writes has to
 * wait, and no gate is passed.  Outside transactions.
 */
bool store_copy(struct store *st, const char *to, struct error *err) MUST_CHECK;
/* The version of SQLite that runs, "3.40.1", which need not be the one that was
   built with; the schema's step of a register. */
const char *store_engine_version(void);
bool store_schema(struct store *st, int64_t *step,
		  struct error *err) MUST_CHECK;
/* Changes whenever another process has committed; for refreshing screens. */
int64_t store_version(struct store *st);
/* How often a server was waited for since it was connected; how many statements
   were run since it was opened: what looking costs. */
unsigned long store_journeys(const struct store *st);
unsigned long store_statements(const struct store *st);

/* One value for a parameter (":letter" is "letter"); one left out is NULL. */
enum param_type { PARAM_END, PARAM_INT, PARAM_TEXT, PARAM_BLOB };
struct param {
	const char *name;
	enum param_type type;
	int64_t i;
	const void *p; /* text (NULL is NULL) or bytes; borrowed */
	size_t n;      /* bytes of a blob */
};
#define P_INT(name_, v) ((struct param){name_, PARAM_INT, .i = (v)})
#define P_TEXT(name_, v) ((struct param){name_, PARAM_TEXT, .p = (v)})
#define P_BLOB(name_, v, n_)                                                   \
	((struct param){name_, PARAM_BLOB, .p = (v), .n = (n_)})
#define PARAMS(...) ((const struct param[]){__VA_ARGS__, {0}})

/* Where a column goes in a row struct.  Columns a statement has and the
   table leaves out are skipped; a field without its column is a bug. */
enum field_type {
	FIELD_INT64,  /* int64_t; NULL is 0 */
	FIELD_INT,    /* int; NULL is 0 */
	FIELD_BOOL,   /* bool */
	FIELD_TEXT,   /* const char *, in the arena; NULL stays NULL */
	FIELD_NAME,   /* the same where NULL is STORE_DAMAGED */
	FIELD_DATE,   /* struct date from ISO text; NULL is no date */
	FIELD_DIGEST, /* unsigned char[32] */
	FIELD_ID,     /* unsigned char[16] */
};
struct field {
	const char *column;
	enum field_type type;
	size_t offset;
};
/* clang-format off */
#define FIELD(row, member, kind) { #member, kind, offsetof(row, member) }
/* clang-format on */

/* A row type: its size and its fields, ended by { 0 }. */
struct row_type {
	size_t size;
	const struct field *fields;
};

/* Runs a statement that gives no rows.  *changes (may be NULL) gets the rows
   it changed. */
bool query_run(struct store *st, enum query_id q, const struct param *params,
	       int *changes, struct error *err) MUST_CHECK;
/*
 * Of a server every question is a journey, made while others wait for their
 * turn; a file answers at once.
 *
 * query_send: runs a statement that nobody looks at, on the next journey; what
 * fails is told by the next question, by store_settle(), or by the commit.
 * query_ahead: it will be asked, with these parameters, before anything is
 * written; then the answer is there.  What is not asked costs no more.
 */
bool query_send(struct store *st, enum query_id q, const struct param *params,
		struct error *err) MUST_CHECK;
void query_ahead(struct store *st, enum query_id q, const struct param *params);
bool store_settle(struct store *st, struct error *err) MUST_CHECK;
/* All rows into an array in the arena. */
bool query_rows(struct store *st, enum query_id q, const struct param *params,
		const struct row_type *type, struct arena *a, void *rows,
		size_t *n, struct error *err) MUST_CHECK;
/* At most one row; *found tells.  More than one is a bug. */
bool query_row(struct store *st, enum query_id q, const struct param *params,
	       const struct row_type *type, struct arena *a, void *row,
	       bool *found, struct error *err) MUST_CHECK;
/* The number that its only column gives; without a row *n stays as it was. */
bool query_number(struct store *st, enum query_id q, const struct param *params,
		  int64_t *n, struct error *err) MUST_CHECK;
/* Each row as a struct that lives until the callback returns; false, with err
   set, stops: for replay and what else reads all of a chain. */
typedef bool (*struct_fn)(void *ctx, void *row, struct error *err);
bool query_stream(struct store *st, enum query_id q, const struct param *params,
		  const struct row_type *type, struct_fn each, void *ctx,
		  struct error *err) MUST_CHECK;
/* Row by row, without keeping them: for what has no struct.  The callback
   reads by column number and returns false (with err set) to stop. */
struct row;
typedef bool (*row_fn)(void *ctx, const struct row *row, struct error *err);
bool query_each(struct store *st, enum query_id q, const struct param *params,
		row_fn each, void *ctx, struct error *err) MUST_CHECK;
/* Its name in data/sql/, for programs that go through them. */
const char *query_name(enum query_id q);
int row_columns(const struct row *row);
const char *row_name(const struct row *row, int column);
bool row_is_null(const struct row *row, int column);
int64_t row_int(const struct row *row, int column);
/* Text or blob bytes, valid until the callback returns. */
const void *row_bytes(const struct row *row, int column, size_t *n);

/*
 * Runs the statements of data/sql/apply.sql that belong to a kind of event:
 * the only way a state table changes.  Only inside a write transaction.
 */
bool store_apply(struct store *st, const char *kind, const struct param *params,
		 struct error *err) MUST_CHECK;

#endif
