/* store.c -- open and close a register, begin and end its transactions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"

#include "store/internal.h"
#include "store/once.h"

/* A form gets its turn back after this long; its draft is kept. */
enum { WAIT_SECONDS = 20 };

bool
store_line(struct store *st, struct error *err)
{
	/* Without a name SQLite keeps it in memory while it is small, then in a
	   file of its own that nobody else can open. */
	const char *where = st->path != NULL ? st->path : "";
	char *address = st->engine->is_server ? place_address(where) : NULL;

	st->conn = st->engine->open(address ? address : where, st->mode, err);
	free(address);
	if (st->conn == NULL || st->mode != STORE_ALONE)
		return st->conn != NULL;
	return query_run(st, QUERY_BE_ALONE, NULL, NULL, err);
}

/* What it is told by others who have committed, and what these are told. */
static bool
store_listen(struct store *st, struct error *err)
{
	turn_sign(st);
	return !st->engine->is_server ||
	       query_run(st, QUERY_NEWS_LISTEN, NULL, NULL, err);
}

static bool
store_make_gate(struct store *st, struct error *err)
{
	if (store_mode_looks(st->mode) || st->engine->is_server)
		return true;
	st->gate = gate_open(st->path, err);
	return st->gate != NULL;
}

/* Nothing is written, not even beside it, before it is known as ours. */
static bool
store_prepare(struct store *st, struct error *err)
{
	return store_line(st, err) && schema_recognise(st, err) &&
	       store_make_gate(st, err) && settings_apply(st, err) &&
	       schema_prepare(st, err) && store_listen(st, err);
}

/* Where it is, and where what is its own lies on this host. */
static bool
store_find(struct store *st, const char *where, enum store_mode mode,
	   struct error *err)
{
	if (place_is_address(where)) {
		st->engine = &engine_postgresql;
		st->path = xstrdup(where);
		st->beside = place_beside(where);
		return true;
	}
	st->engine = &engine_sqlite;
	st->path = place_find(where, mode, err);
	if (st->path == NULL)
		return false;
	st->beside = xstrdup(st->path);
	return true;
}

struct store *
store_open(const char *where, enum store_mode mode, struct error *err)
{
	struct store *st = xcalloc(1, sizeof(*st));

	st->mode = mode;
	st->is_indexed = true;
	st->holder = "";
	if (store_find(st, where, mode, err) && store_prepare(st, err) &&
	    (!st->engine->is_server || file_make_parents(st->beside, err))) {
		st->files = xasprintf("%s-files", st->beside);
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
	if (store_line(st, err) && settings_apply(st, err) &&
	    query_run(st, QUERY_HOLD_MORE, NULL, NULL, err) &&
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
	if (st->engine->hang_up != NULL)
		st->engine->hang_up(st->call);
	gate_close(st->gate);
	free(st->files);
	free(st->beside);
	free(st->path);
	free(st);
}

bool
store_unlink(const char *path, struct error *err)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-gate",
					   "-next"};
	bool ok = true;

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
		char *file = xasprintf("%s%s", path, ends[i]);

		if (unlink(file) != 0 && errno != ENOENT)
			ok = error_set(err, &FILE_WRITE, "%s: %s", file,
				       error_words(errno));
		free(file);
	}
	return ok;
}

void
store_discard(struct store *st)
{
	struct error ignored = {0};
	char *path = xstrdup(st->path);
	bool is_file = !st->engine->is_server;

	if (!is_file && !query_run(st, QUERY_DISCARD, NULL, NULL, &ignored))
		ignored.kind = NULL;
	store_close(st);
	if (is_file && !store_unlink(path, &ignored))
		ignored.kind = NULL;
	free(path);
}

bool
store_is_lost(const struct store *st)
{
	return st->conn != NULL && st->engine->is_lost != NULL &&
	       !st->is_connecting && st->engine->is_lost(st->conn);
}

/* Its settings are statements, too, which must not begin this again. */
static bool
store_connect_again(struct store *st, struct error *err)
{
	bool ok;

	st->is_connecting = true;
	ok = store_line(st, err) && settings_apply(st, err) &&
	     store_listen(st, err);
	st->is_connecting = false;
	st->n_lines++;
	return ok;
}

bool
store_connected(struct store *st, struct error *err)
{
	if (st->conn != NULL)
		return true;
	if (store_connect_again(st, err))
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

bool
store_copy(struct store *st, const char *to, struct error *err)
{
	if (st->engine->copy == NULL)
		bug("a register without a file is copied as one");
	return store_connected(st, err) &&
	       st->engine->copy(st->conn, to, query_texts[QUERY_COPY_BEGIN].sql,
				query_texts[QUERY_COPY_END].sql, err);
}

bool
store_schema(struct store *st, int64_t *step, struct error *err)
{
	return query_number(st, QUERY_GET_USER_VERSION, NULL, step, err);
}

bool
store_is_own(const struct store *st)
{
	if (store_is_kept(st))
		return st->is_own;
	return st->path == NULL || st->engine->is_server ||
	       place_is_own(st->path);
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
	    st->engine->has_moved == NULL || !st->engine->has_moved(st->conn))
		return false;
	error_set(err, &STORE_MOVED, "%s", st->path);
	return true;
}

bool
store_begin_write(struct store *st, struct error *err)
{
	if (store_mode_looks(st->mode))
		return error_set(err, &STORE_READ_ONLY, NULL);
	if (st->engine->is_server)
		return turn_begin(st, err);
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
	once_forget(&st->once);
	st->transaction = TRANSACTION_NONE;
}

/* After a commit, not in it: then all would wait for each other's. */
static void
tell_others(struct store *st, bool has_written)
{
	struct error ignored = {0};

	if (has_written && st->engine->is_server &&
	    !query_send(st, QUERY_NEWS_TELL, NULL, &ignored))
		ignored.kind = NULL;
}

bool
store_commit(struct store *st, struct error *err)
{
	bool has_written = st->transaction == TRANSACTION_WRITE;

	if (st->transaction == TRANSACTION_NONE)
		bug("a commit without a transaction");
	if (!query_run(st, QUERY_COMMIT, NULL, NULL, err))
		return false; /* still open: the caller rolls back */
	store_ended(st);
	tell_others(st, has_written);
	return true;
}

void
store_rollback(struct store *st)
{
	struct error ignored = {0};
	bool is_back;

	if (st->transaction == TRANSACTION_NONE)
		return;
	/* What was on its way and failed is what it is taken back for. */
	if (!store_settle(st, &ignored))
		ignored.kind = NULL;
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
	int64_t busy = 0; /* and no row: there is no log */
	bool ok;

	if (st->transaction != TRANSACTION_NONE)
		bug("a checkpoint inside a transaction");
	if (st->gate != NULL &&
	    !gate_enter(st->gate, st->holder, wait_for_turn, st, err))
		return false;
	ok = query_number(st, QUERY_EMPTY_LOG, NULL, &busy, err);
	if (st->gate != NULL)
		gate_leave(st->gate);
	*done = busy == 0;
	return ok;
}

/* Asked at each tick of a screen, which must not stand still for a host that is
   off. */
static bool
is_back(struct store *st)
{
	struct error ignored = {0};
	char *where = place_address(st->path);
	bool answers = st->engine->answers(&st->call, where);

	free(where);
	return answers && store_reopen(st, &ignored);
}

/* What was told while the line was down is not known: another line is news,
   too. */
static int64_t
news_of(struct store *st)
{
	if ((st->conn == NULL || store_is_lost(st)) && !is_back(st))
		return st->version;
	st->version = ((int64_t)st->n_lines << 32) + st->engine->news(st->conn);
	return st->version;
}

int64_t
store_version(struct store *st)
{
	struct error ignored = {0};
	int64_t version = 0;

	if (st->engine->news != NULL)
		return news_of(st);
	if (!query_number(st, QUERY_GET_DATA_VERSION, NULL, &version, &ignored))
		return 0;
	return version;
}
