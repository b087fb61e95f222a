/* internal.h -- what the files of the store share, and nobody else sees */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STORE_INTERNAL_H
#define STORE_INTERNAL_H

#include "store/engine.h"
#include "store/gate.h"
#include "store/query-text.h"
#include "store/store.h"

/* Answers of the read transaction that is open: store/once.h. */
struct once {
	struct arena arena;
	struct answer *last;
};

enum transaction { TRANSACTION_NONE, TRANSACTION_READ, TRANSACTION_WRITE };

struct store {
	const struct engine *engine;
	void *conn;
	char *path;   /* absolute, or an address; NULL for a scratch store */
	char *beside; /* what files beside it begin with */
	char *files;  /* where attached files lie */
	enum store_mode mode;
	enum transaction transaction;
	bool is_own;     /* of a kept one, as its keeper says */
	bool is_indexed; /* acts keep the search index */
	int64_t office;  /* whose turn it takes; 0: of all */
	int64_t turn;    /* ... and has taken, in a transaction */
	bool is_connecting;
	struct gate *gate; /* NULL for scratch and read-only stores */
	const char *holder;
	store_wait_fn wait;
	void *wait_ctx;
	void *prepared[QUERY_COUNT]; /* filled as they are first used */
	void ***applies;             /* by kind, then by statement */
	unsigned long n_run;         /* statements */
	struct once once;            /* of a read transaction */
	/* Of a server: as store_version() told last, how often it was connected
	   again, and the call to one that is gone. */
	int64_t version;
	unsigned n_lines;
	void *call;
};

/* store.c: a connection, as nothing yet is set or asked. */
bool store_line(struct store *st, struct error *err) MUST_CHECK;
/* store.c: opens again what store_reopen() could not. */
bool store_connected(struct store *st, struct error *err) MUST_CHECK;
/* The server is gone, or has been since the last statement. */
bool store_is_lost(const struct store *st);

/* turn.c, of a server: begins to write when the turn of the office has come;
   says on the line who it is for, for those who wait. */
bool turn_begin(struct store *st, struct error *err) MUST_CHECK;
void turn_sign(struct store *st);

/* place.c: an absolute path whose file system can carry the register. */
char *place_find(const char *where, enum store_mode mode, struct error *err);
/* An address of a server: without what says where files lie on this host, and
   with what their names begin.  Caller frees these. */
bool place_is_address(const char *where);
char *place_address(const char *where);
char *place_beside(const char *where);
/* Where it is without a password. */
char *place_words(const char *where);
bool place_is_own(const char *path);

/* veil.c: an open store is one person's from now on. */
bool veil_put_on(struct store *st, const struct veil *veil,
		 struct error *err) MUST_CHECK;

/* settings.c: set every setting, read it back, refuse when it differs. */
bool settings_apply(struct store *st, struct error *err) MUST_CHECK;

/* upgrade.c: the schema's step, and the road to it.  Refuses what is no
   register, or too new, and writes nothing. */
bool schema_recognise(struct store *st, struct error *err) MUST_CHECK;
/* Makes the schema of a new register, brings that of an old one up to date. */
bool schema_prepare(struct store *st, struct error *err) MUST_CHECK;
bool schema_create(struct store *st, struct error *err) MUST_CHECK;
/* Runs those of the n steps that lie above the register's, each in its own
   transaction inside the gate.  A register above the last is refused. */
bool upgrade_run(struct store *st, const struct upgrade_text *steps, size_t n,
		 struct error *err) MUST_CHECK;

/* query.c: one row while it is looked at. */
struct row {
	const struct engine *engine;
	void *stmt;
};
/* Binds, steps through every row, resets; false when it failed or each()
   stopped it. */
bool statement_run(struct store *st, void *stmt, const struct param *params,
		   row_fn each, void *ctx, struct error *err) MUST_CHECK;
/* Runs it as query_send() does. */
bool statement_send(struct store *st, void *stmt, const struct param *params,
		    struct error *err) MUST_CHECK;
/* Where a statement stands says what it may do. */
enum guard query_guard(enum query_id q);
void queries_finish(struct store *st);

/* apply.c */
void applies_finish(struct store *st);

#endif
