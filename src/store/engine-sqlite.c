/* engine-sqlite.c -- a register in one SQLite file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

#include "store/copy.h"
#include "store/engine.h"
#include "store/plan.h"
#include "store/query-text.h"
#include "store/tokenizer.h"
#include "store/veil-sqlite.h"

/* A stranger's sqlite3 shell may hold the write lock: wait this long. */
enum { STRANGER_WAIT_MS = 10000 };

struct connection {
	sqlite3 *db;
	enum store_mode mode;
	enum guard guard;
};

static const struct error_kind *
kind_of(int rc)
{
	static const struct {
		int rc;
		const struct error_kind *kind;
	} kinds[] = {
	    {SQLITE_BUSY, &STORE_BUSY},
	    {SQLITE_LOCKED, &STORE_BUSY},
	    {SQLITE_FULL, &STORE_FULL},
	    {SQLITE_READONLY, &STORE_READ_ONLY},
	    {SQLITE_PERM, &STORE_READ_ONLY},
	    {SQLITE_CORRUPT, &STORE_DAMAGED},
	    {SQLITE_NOTADB, &STORE_NOT_OURS},
	    {SQLITE_CONSTRAINT, &STORE_CONFLICT},
	};

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (kinds[i].rc == (rc & 0xFF))
			return kinds[i].kind;
	return &STORE_FAILED;
}

/* A quota and a limit of the shell reach us as a failed write.  Why a commit
   failed SQLite does not keep; then it is what the system said last. */
static bool
is_full(struct connection *c, int rc)
{
	int last = errno, why = sqlite3_system_errno(c->db);

	if (why == 0)
		why = last;
	return (rc == SQLITE_IOERR_WRITE || rc == SQLITE_IOERR_SHMSIZE) &&
	       (why == ENOSPC || why == EDQUOT || why == EFBIG);
}

/* A file beside the register could not be opened or made. */
static bool
fail_to_open(struct connection *c, struct error *err)
{
	int why = sqlite3_system_errno(c->db);
	bool forbidden = why == EACCES || why == EPERM || why == EROFS;

	return error_set(err, forbidden ? &STORE_READ_ONLY : &STORE_FAILED,
			 "%s: %s", sqlite3_errmsg(c->db), error_words(why));
}

/* The log lies beside the register, and who only looks needs it, too. */
static bool
needs_directory(const struct connection *c, int rc)
{
	return store_mode_looks(c->mode) && (rc == SQLITE_READONLY_DIRECTORY ||
					     rc == SQLITE_READONLY_CANTINIT);
}

static bool
fail(struct connection *c, int rc, struct error *err)
{
	if ((rc & 0xFF) == SQLITE_CANTOPEN)
		return fail_to_open(c, err);
	if (needs_directory(c, rc))
		return error_set(err, &STORE_FAILED,
				 _("even to read it, one must be allowed to "
				   "write in its directory"));
	if (is_full(c, rc))
		rc = SQLITE_FULL;
	return error_set(err, kind_of(rc), "%s", sqlite3_errmsg(c->db));
}

static bool
is_one_of(const char *table, const char *const *names)
{
	while (*names != NULL && strcmp(*names, table) != 0)
		names++;
	return *names != NULL;
}

static bool
is_chain_table(const char *table)
{
	static const char *const chain[] = {"event", "payload", "register",
					    NULL};

	return is_one_of(table, chain);
}

/* What SQLite itself writes for the search index: DEFENSIVE keeps everybody
   else out of these tables. */
static bool
is_of_index(const char *table)
{
	static const char *const index[] = {"search_data", "search_idx", NULL};

	return is_one_of(table, index);
}

static bool
may_write(enum guard guard, int action, const char *table)
{
	if (guard == GUARD_BUILD)
		return true;
	/* A virtual table makes itself known to the connection when it is
	   first used; really writing there is what DEFENSIVE refuses. */
	if (strcmp(table, "sqlite_master") == 0)
		return action == SQLITE_UPDATE;
	/* The index writes when the transaction commits; since SQLite 3.44 also
	   when whatever is written next begins. */
	if (is_of_index(table))
		return guard != GUARD_LOOK;
	if (guard == GUARD_SETTINGS)
		return false;
	if (guard == GUARD_REDACT)
		return action == SQLITE_DELETE && strcmp(table, "payload") == 0;
	if (guard == GUARD_CHAIN)
		return action == SQLITE_INSERT && is_chain_table(table);
	return guard == GUARD_APPLY && !is_chain_table(table) &&
	       strncmp(table, "sqlite_", 7) != 0;
}

/* Asked by SQLite for every table and column a statement touches, when it is
   prepared (again): the last line against a statement in the wrong file. */
static int
authorize(void *ctx, int action, const char *first, const char *second,
	  const char *database, const char *trigger)
{
	const struct connection *c = ctx;

	(void)second;
	(void)database;
	(void)trigger;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
		return may_write(c->guard, action, first) ? SQLITE_OK
							  : SQLITE_DENY;
	case SQLITE_PRAGMA:
		/* The index asks whether others have written. */
		if (strcmp(first, "data_version") == 0)
			return SQLITE_OK;
		/* fall through */
	case SQLITE_TRANSACTION:
		return c->guard == GUARD_SETTINGS || c->guard == GUARD_BUILD
			   ? SQLITE_OK
			   : SQLITE_DENY;
	default:
		return c->guard == GUARD_BUILD ? SQLITE_OK : SQLITE_DENY;
	}
}

static void
connection_free(struct connection *c)
{
	sqlite3_close(c->db);
	free(c);
}

/* A connection is never shared by threads: it needs no locks. */
static int
open_flags(enum store_mode mode)
{
	int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX;

	if (store_mode_looks(mode))
		return flags | SQLITE_OPEN_READONLY;
	if (mode == STORE_NEW)
		flags |= SQLITE_OPEN_CREATE;
	return flags | SQLITE_OPEN_READWRITE;
}

static void
connection_harden(struct connection *c)
{
	sqlite3_busy_timeout(c->db, STRANGER_WAIT_MS);
	sqlite3_extended_result_codes(c->db, 1);
	sqlite3_db_config(c->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(c->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0,
			  NULL);
	sqlite3_limit(c->db, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_set_authorizer(c->db, authorize, c);
	plan_without_filters(c->db);
	/* A plan never hangs on what stands for a parameter: else statements
	   are prepared anew each time when that changes. */
	sqlite3_db_config(c->db, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL);
}

/* Before the first connection.  SQLite takes 20 pages of memory for every table
   that a statement makes for itself, and gives them back at its end; the C
   library hands so much back to the kernel, and half of the time went into
   asking for it again.  That it counts what it takes costs a tenth of a first
   screen, for each piece is counted under a lock. */
static void
take_memory_as_needed(void)
{
	static bool is_told;

	if (is_told)
		return;
	is_told = true;
	sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static void *
engine_open(const char *where, enum store_mode mode, struct error *err)
{
	struct connection *c = xcalloc(1, sizeof(*c));
	int rc;

	take_memory_as_needed();
	rc = sqlite3_open_v2(where, &c->db, open_flags(mode), NULL);
	c->mode = mode;
	if (rc != SQLITE_OK) {
		fail(c, rc, err);
		connection_free(c);
		return NULL;
	}
	connection_harden(c);
	if (!store_mode_looks(mode) &&
	    sqlite3_db_readonly(c->db, "main") == 1) {
		error_set(err, &STORE_READ_ONLY, "%s", where);
		connection_free(c);
		return NULL;
	}
	return c;
}

static void
engine_close(void *conn, bool may_checkpoint)
{
	struct connection *c = conn;

	if (!may_checkpoint)
		sqlite3_db_config(c->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
				  NULL);
	connection_free(c);
}

static bool
engine_add_tokenizer(void *conn, const char *sql, struct error *err)
{
	struct connection *c = conn;

	return tokenizer_add(c->db, sql) ||
	       error_set(err, &STORE_FAILED,
			 _("this SQLite has no full-text search (FTS5)"));
}

static bool
engine_add_veil(void *conn, const struct veil *veil, struct error *err)
{
	struct connection *c = conn;
	int rc = veil_add(c->db, veil);

	return rc == SQLITE_OK || fail(c, rc, err);
}

static bool
engine_copy(void *conn, const char *to, const char *before, const char *after,
	    struct error *err)
{
	struct connection *c = conn;
	int why;
	int rc = copy_database(c->db, to, before, after, &why);

	return rc == SQLITE_OK ||
	       error_set(err, kind_of(rc), "%s: %s", to,
			 why != 0 ? error_words(why) : sqlite3_errstr(rc));
}

static bool
engine_has_moved(void *conn)
{
	struct connection *c = conn;
	int has = 0;

	return sqlite3_file_control(c->db, "main", SQLITE_FCNTL_HAS_MOVED,
				    &has) == SQLITE_OK &&
	       has;
}

static void
engine_guard(void *conn, enum guard guard)
{
	((struct connection *)conn)->guard = guard;
}

static bool
engine_script(void *conn, const char *sql, struct error *err)
{
	struct connection *c = conn;
	int rc = sqlite3_exec(c->db, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK || fail(c, rc, err);
}

static bool
engine_build(void *conn, struct error *err)
{
	return engine_script(conn, schema_text, err);
}

static void *
engine_prepare(void *conn, const char *sql, struct error *err)
{
	struct connection *c = conn;
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v3(c->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
				    &stmt, NULL);

	if (rc != SQLITE_OK)
		fail(c, rc, err);
	return stmt;
}

static void
engine_finish(void *stmt)
{
	sqlite3_finalize(stmt);
}

static const struct param *
param_find(const struct param *params, const char *name)
{
	for (const struct param *p = params; p != NULL && p->name; p++)
		if (strcmp(p->name, name) == 0)
			return p;
	return NULL;
}

static int
bind_one(sqlite3_stmt *stmt, int i, const struct param *p)
{
	if (p == NULL || (p->type != PARAM_INT && p->p == NULL))
		return sqlite3_bind_null(stmt, i);
	if (p->type == PARAM_INT)
		return sqlite3_bind_int64(stmt, i, p->i);
	if (p->type == PARAM_BLOB)
		return sqlite3_bind_blob64(stmt, i, p->p, p->n,
					   SQLITE_TRANSIENT);
	return sqlite3_bind_text(stmt, i, p->p, -1, SQLITE_TRANSIENT);
}

static bool
engine_bind(void *conn, void *stmt, const struct param *params,
	    struct error *err)
{
	int n = sqlite3_bind_parameter_count(stmt);

	for (int i = 1; i <= n; i++) {
		const char *name = sqlite3_bind_parameter_name(stmt, i);
		int rc = bind_one(stmt, i, param_find(params, name + 1));

		if (rc != SQLITE_OK)
			return fail(conn, rc, err);
	}
	return true;
}

static enum engine_step
engine_step(void *conn, void *stmt, struct error *err)
{
	int rc;

	errno = 0;
	rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		return ENGINE_ROW;
	if (rc == SQLITE_DONE)
		return ENGINE_DONE;
	fail(conn, rc, err);
	return ENGINE_FAILED;
}

static void
engine_reset(void *stmt)
{
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
}

static int
engine_changes(void *conn)
{
	return sqlite3_changes(((struct connection *)conn)->db);
}

static int
engine_columns(void *stmt)
{
	return sqlite3_column_count(stmt);
}

static const char *
engine_name_of(void *stmt, int column)
{
	return sqlite3_column_name(stmt, column);
}

static bool
engine_is_null(void *stmt, int column)
{
	return sqlite3_column_type(stmt, column) == SQLITE_NULL;
}

static int64_t
engine_integer(void *stmt, int column)
{
	return sqlite3_column_int64(stmt, column);
}

static const void *
engine_bytes(void *stmt, int column, size_t *n)
{
	const void *p = sqlite3_column_blob(stmt, column);

	*n = (size_t)sqlite3_column_bytes(stmt, column);
	return p;
}

/*
 * FULL, not NORMAL: with NORMAL a power cut takes back numbers that a clerk
 * has already written on paper.  Automatic checkpoints stay on: they run at
 * commit, inside the gate.
 */
static const struct engine_setting settings[] = {
    {QUERY_SET_JOURNAL_MODE, QUERY_GET_JOURNAL_MODE, "wal", true},
    {QUERY_SET_SYNCHRONOUS, QUERY_GET_SYNCHRONOUS, "2", false},
    {QUERY_SET_FOREIGN_KEYS, QUERY_GET_FOREIGN_KEYS, "1", false},
    {QUERY_SET_TRUSTED_SCHEMA, QUERY_GET_TRUSTED_SCHEMA, "0", false},
    {QUERY_SET_SECURE_DELETE, QUERY_GET_SECURE_DELETE, "1", false},
    {QUERY_SET_CELL_SIZE_CHECK, QUERY_GET_CELL_SIZE_CHECK, "1", false},
    {QUERY_SET_MMAP_SIZE, QUERY_GET_MMAP_SIZE, "0", true},
    {QUERY_SET_AUTOCHECKPOINT, QUERY_GET_AUTOCHECKPOINT, "1000", false},
    {QUERY_COUNT, QUERY_COUNT, NULL, false},
};

const struct engine engine_sqlite = {
    .name = "sqlite",
    .settings = settings,
    .open = engine_open,
    .close = engine_close,
    .add_tokenizer = engine_add_tokenizer,
    .add_veil = engine_add_veil,
    .build = engine_build,
    .script = engine_script,
    .copy = engine_copy,
    .has_moved = engine_has_moved,
    .version = sqlite3_libversion,
    .guard = engine_guard,
    .prepare = engine_prepare,
    .finish = engine_finish,
    .bind = engine_bind,
    .step = engine_step,
    .reset = engine_reset,
    .changes = engine_changes,
    .columns = engine_columns,
    .name_of = engine_name_of,
    .is_null = engine_is_null,
    .integer = engine_integer,
    .bytes = engine_bytes,
};
