/* engine.h -- what a database must offer to keep a register */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include "store/kept.h"

/* What the statement about to be prepared or run may touch. */
enum guard {
	GUARD_LOOK,     /* read tables */
	GUARD_SETTINGS, /* connection settings, transactions */
	GUARD_CHAIN,    /* add to the chain */
	GUARD_APPLY,    /* write the state tables, never the chain */
	GUARD_REDACT,   /* delete words from the chain: those that are to go */
	GUARD_BUILD,    /* make or upgrade the schema */
};

enum engine_step { ENGINE_ROW, ENGINE_DONE, ENGINE_FAILED };

/* What every connection is set to, and must answer when it is asked.  Where
   both are one statement, it is only asked.  Ends with QUERY_COUNT. */
struct engine_setting {
	enum query_id set;
	enum query_id get;
	const char *expected;
	bool of_file; /* a store in memory has none */
};

/* A connection and a prepared statement are the engine's own. */
struct engine {
	const char *name;
	/* No file of ours: the gate, search and news are the server's, and
	   statements may be its own (struct query_text). */
	bool is_server;
	const struct engine_setting *settings;
	void *(*open)(const char *where, enum store_mode mode,
		      struct error *err);
	void (*close)(void *conn, bool may_checkpoint);
	/* Makes the search index's way to cut text known; sql asks for the
	   interface of SQLite's full-text search.  NULL: there is none. */
	bool (*add_tokenizer)(void *conn, const char *sql, struct error *err);
	/* Makes the functions of data/sql/veil.sql known; NULL where the engine
	   cannot. */
	bool (*add_veil)(void *conn, const struct veil *veil,
			 struct error *err);
	/* Makes the schema of a new register. */
	bool (*build)(void *conn, struct error *err);
	/* Runs many statements at once; only for upgrades. */
	bool (*script)(void *conn, const char *sql, struct error *err);
	/* All of it into a new file; before and after are run on that.  NULL
	   where there is no file. */
	bool (*copy)(void *conn, const char *to, const char *before,
		     const char *after, struct error *err);
	/* The file it has open is not the one of that name any more; NULL:
	   never. */
	bool (*has_moved)(void *conn);
	/* The server is gone; NULL: never. */
	bool (*is_lost)(void *conn);
	/* A server that was gone is back, asked without waiting
	   (store/postgresql-call.h); hangs up what is left of asking. */
	bool (*answers)(void **call, const char *where);
	void (*hang_up)(void *call);
	/* Rises when others have committed; NULL: a statement tells. */
	int64_t (*news)(void *conn);
	const char *(*version)(void); /* of what it is made of: "3.40.1" */
	void (*guard)(void *conn, enum guard guard);
	void *(*prepare)(void *conn, const char *sql, struct error *err);
	/* It may have very many rows, which are not held all at once; NULL
	   where none ever are. */
	void (*in_pieces)(void *stmt);
	void (*finish)(void *stmt);
	bool (*bind)(void *conn, void *stmt, const struct param *params,
		     struct error *err);
	enum engine_step (*step)(void *conn, void *stmt, struct error *err);
	/* Of a server, each a journey away; NULL where there is none.  send:
	   runs what was bound, and nobody looks at what it gives; it may fail
	   only when something is asked, or settled.  ahead: it will be asked
	   with these parameters before anything is written. */
	bool (*send)(void *conn, void *stmt, struct error *err);
	void (*ahead)(void *conn, void *stmt);
	bool (*settle)(void *conn, struct error *err);
	/* What was sent is answered within so many seconds; it is not wanted
	   any more. */
	bool (*wait)(void *conn, int seconds);
	void (*cancel)(void *conn);
	unsigned long (*journeys)(void *conn); /* how many it took */
	void (*reset)(void *stmt);
	int (*changes)(void *conn);
	/* The row a step gave, by column number. */
	int (*columns)(void *stmt);
	const char *(*name_of)(void *stmt, int column);
	bool (*is_null)(void *stmt, int column);
	int64_t (*integer)(void *stmt, int column);
	const void *(*bytes)(void *stmt, int column, size_t *n);
};

extern const struct engine engine_sqlite;
/* The keeper of the register, in another process (store/kept.h). */
extern const struct engine engine_keeper;
extern const struct engine engine_postgresql; /* or engine-none.c */

/* place.c: nothing can be written. */
bool store_mode_looks(enum store_mode mode);

#endif
