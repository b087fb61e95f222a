/* store.c -- open and close a register, begin and end its transactions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/store.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"

#include "store/internal.h"

/* A form gets its turn back after this long; its draft is kept. */
enum { WAIT_SECONDS = 20 };

static bool
store_connect(struct store *st, struct error *err)
{
	st->conn =
	    st->engine->open(st->path ? st->path : ":memory:", st->mode, err);
	return st->conn != NULL;
}

static bool
store_make_gate(struct store *st, struct error *err)
{
	if (store_mode_looks(st->mode))
		return true;
	st->gate = gate_open(st->path, err);
	return st->gate != NULL;
}

/* Nothing is written, not even beside it, before it is known as ours. */
static bool
store_prepare(struct store *st, struct error *err)
{
	return store_connect(st, err) && schema_recognise(st, err) &&
	       store_make_gate(st, err) && settings_apply(st, err) &&
	       schema_prepare(st, err);
}

struct store *
store_open(const char *where, enum store_mode mode, struct error *err)
{
	struct store *st;
	char *path = place_find(where, mode, err);

	if (path == NULL)
		return NULL;
	st = xcalloc(1, sizeof(*st));
	st->engine = &engine_sqlite;
	st->path = path;
	st->files = xasprintf("%s-files", path);
	st->mode = mode;
	st->is_indexed = true;
	st->holder = "";
	if (store_prepare(st, err)) {
		st->mode = mode == STORE_NEW ? STORE_WRITE : mode;
		return st;
	}
	store_close(st);
	return NULL;
}

struct store *
store_open_scratch(struct error *err)
{
	struct store *st = xcalloc(1, sizeof(*st));

	st->engine = &engine_sqlite;
	st->mode = STORE_NEW;
	st->is_indexed = false; /* it is compared, and nobody searches it */
	st->holder = "";
	if (store_connect(st, err) && settings_apply(st, err) &&
	    schema_create(st, err))
		return st;
	store_close(st);
	return NULL;
}

struct store *
store_open_veiled(const char *where, const struct veil *veil, struct error *err)
{
	struct store *st = store_open(where, STORE_READ, err);

	if (st == NULL || veil_put_on(st, veil, err))
		return st;
	store_close(st);
	return NULL;
}

struct store *
store_open_kept(int fd, const struct kept *kept)
{
	struct store *st = xcalloc(1, sizeof(*st));

	st->engine = &engine_keeper;
	st->conn = keeper_connect(fd);
	st->path = xstrdup(kept->path);
	st->files = xasprintf("%s-files", kept->path);
	st->mode = kept->is_read_only ? STORE_READ : STORE_WRITE;
	st->is_own = kept->is_own;
	st->holder = "";
	return st;
}

/* Closing the last connection writes the log back into the file: that is a
   checkpoint, and passes the gate like every other or does not happen. */
static void
store_disconnect(struct store *st)
{
	bool in = st->gate != NULL && gate_try(st->gate);

	queries_finish(st);
	if (st->conn != NULL)
		st->engine->close(st->conn, in);
	if (in)
		gate_leave(st->gate);
	st->conn = NULL;
}

void
store_close(struct store *st)
{
	if (st == NULL)
		return;
	store_rollback(st);
	store_disconnect(st);
	gate_close(st->gate);
	free(st->files);
	free(st->path);
	free(st);
}

void
store_discard(struct store *st)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-gate",
					   "-next"};
	char *path = xstrdup(st->path);

	store_close(st);
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
		char *file = xasprintf("%s%s", path, ends[i]);

		unlink(file);
		free(file);
	}
	free(path);
}

bool
store_connected(struct store *st, struct error *err)
{
	if (st->conn != NULL)
		return true;
	if (store_connect(st, err) && settings_apply(st, err))
		return true;
	store_disconnect(st);
	return false;
}

bool
store_reopen(struct store *st, struct error *err)
{
	store_rollback(st);
	store_disconnect(st);
	return store_connected(st, err);
}

bool
store_is_kept(const struct store *st)
{
	return st->engine == &engine_keeper;
}

const char *
store_path(const struct store *st)
{
	return st->path;
}

bool
store_is_read_only(const struct store *st)
{
	return store_mode_looks(st->mode);
}

void
store_set_files(struct store *st, const char *folder)
{
	free(st->files);
	st->files = xstrdup(folder);
}

const char *
store_files(const struct store *st)
{
	return st->files;
}

bool
store_copy(struct store *st, const char *to, struct error *err)
{
	return store_connected(st, err) &&
	       st->engine->copy(st->conn, to, query_texts[QUERY_COPY_BEGIN].sql,
				query_texts[QUERY_COPY_END].sql, err);
}

const char *
store_engine_version(void)
{
	return engine_sqlite.version();
}

bool
store_schema(struct store *st, int64_t *step, struct error *err)
{
	return query_number(st, QUERY_GET_USER_VERSION, step, err);
}

bool
store_is_own(const struct store *st)
{
	if (store_is_kept(st))
		return st->is_own;
	return st->path == NULL || place_is_own(st->path);
}

void
store_set_holder(struct store *st, const char *login)
{
	st->holder = login;
}

void
store_set_waiter(struct store *st, store_wait_fn wait, void *ctx)
{
	st->wait = wait;
	st->wait_ctx = ctx;
}

bool
store_wait(struct store *st, const char *holder, int seconds)
{
	if (st->wait != NULL && !st->wait(st->wait_ctx, holder, seconds))
		return false;
	return seconds < WAIT_SECONDS;
}

static bool
wait_for_turn(void *ctx, const char *holder, int seconds)
{
	return store_wait(ctx, holder, seconds);
}

static bool
store_begin(struct store *st, enum query_id how, enum transaction as,
	    struct error *err)
{
	if (st->transaction != TRANSACTION_NONE)
		bug("a transaction inside a transaction");
	if (!query_run(st, how, NULL, NULL, err))
		return false;
	st->transaction = as;
	return true;
}

bool
store_begin_read(struct store *st, struct error *err)
{
	return store_begin(st, QUERY_BEGIN_READ, TRANSACTION_READ, err);
}

/* Behind the gate, which a restore passes, too: what was put in the place of
   the file that we have open must not be written past. */
static bool
has_been_moved(struct store *st, struct error *err)
{
	if (st->conn == NULL || st->path == NULL ||
	    !st->engine->has_moved(st->conn))
		return false;
	error_set(err, &STORE_MOVED, "%s", st->path);
	return true;
}

bool
store_begin_write(struct store *st, struct error *err)
{
	if (store_mode_looks(st->mode))
		return error_set(err, &STORE_READ_ONLY, NULL);
	if (st->gate != NULL &&
	    !gate_enter(st->gate, st->holder, wait_for_turn, st, err))
		return false;
	if (!has_been_moved(st, err) &&
	    store_begin(st, QUERY_BEGIN_WRITE, TRANSACTION_WRITE, err))
		return true;
	if (st->gate != NULL)
		gate_leave(st->gate);
	return false;
}

static void
store_ended(struct store *st)
{
	if (st->transaction == TRANSACTION_WRITE && st->gate != NULL)
		gate_leave(st->gate);
	st->transaction = TRANSACTION_NONE;
}

bool
store_commit(struct store *st, struct error *err)
{
	if (st->transaction == TRANSACTION_NONE)
		bug("a commit without a transaction");
	if (!query_run(st, QUERY_COMMIT, NULL, NULL, err))
		return false; /* still open: the caller rolls back */
	store_ended(st);
	return true;
}

void
store_rollback(struct store *st)
{
	struct error ignored = {0};
	bool is_back;

	if (st->transaction == TRANSACTION_NONE)
		return;
	is_back = query_run(st, QUERY_ROLLBACK, NULL, NULL, &ignored);
	store_ended(st);
	/* SQLite may have rolled back by itself, and says that there is nothing
	   to do; or it has no memory for it, and keeps its locks.  Closing it
	   is right for both; what lies in memory alone stays. */
	if (!is_back && st->path != NULL)
		store_disconnect(st);
}

bool
store_bulk_begin(struct store *st, bool *was_indexed, struct error *err)
{
	*was_indexed = st->is_indexed;
	st->is_indexed = false;
	return query_run(st, QUERY_HOLD_MORE, NULL, NULL, err);
}

bool
store_bulk_end(struct store *st, bool was_indexed, const char *kind,
	       const struct param *params, struct error *err)
{
	st->is_indexed = was_indexed;
	return kind == NULL || store_apply(st, kind, params, err);
}

bool
store_scrub(struct store *st, bool *done, struct error *err)
{
	int64_t busy = 1;
	bool ok;

	if (st->transaction != TRANSACTION_NONE)
		bug("a checkpoint inside a transaction");
	if (!gate_enter(st->gate, st->holder, wait_for_turn, st, err))
		return false;
	ok = query_number(st, QUERY_EMPTY_LOG, &busy, err);
	gate_leave(st->gate);
	*done = busy == 0;
	return ok;
}

bool
store_in_transaction(const struct store *st)
{
	return st->transaction != TRANSACTION_NONE;
}

int64_t
store_version(struct store *st)
{
	struct error ignored = {0};
	int64_t version = 0;

	if (!query_number(st, QUERY_GET_DATA_VERSION, &version, &ignored))
		return 0;
	return version;
}

unsigned long
store_statements(const struct store *st)
{
	return st->n_run;
}
