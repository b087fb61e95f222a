/* race.c -- writers and checkpointers at once, in a window made wide */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fault/race.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/gate.h"

#include "tests/fixture.h"

enum {
	WRITERS = 3,
	CHECKPOINTERS = 2,
	WINDOW_US = 20000, /* longest sleep in the window */
	PAUSE_US = 1500,   /* between checkpoints */
	STRANGER_WAIT_MS = 10000,
};

/* What the processes tell each other. */
static struct shared {
	_Atomic long received;
	_Atomic long refusals;
	_Atomic bool stop;
} * shared;

static sqlite3_vfs racy;
static sqlite3_vfs *real;
static sqlite3_io_methods racy_methods;
static const sqlite3_io_methods *real_methods;

static int
racy_unfetch(sqlite3_file *file, sqlite3_int64 offset, void *p)
{
	if (offset == 0 && p == NULL)
		usleep((useconds_t)(random() % WINDOW_US));
	return real_methods->xUnfetch(file, offset, p);
}

static int
racy_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
	  int *out)
{
	int rc = real->xOpen(real, name, file, flags, out);

	(void)vfs;
	if (rc != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB) ||
	    file->pMethods == NULL || file->pMethods->iVersion < 3)
		return rc;
	real_methods = file->pMethods;
	racy_methods = *real_methods;
	racy_methods.xUnfetch = racy_unfetch;
	file->pMethods = &racy_methods;
	return rc;
}

static void
shim_install(void)
{
	if (real != NULL)
		return;
	real = sqlite3_vfs_find(NULL);
	racy = *real;
	racy.zName = "racy";
	racy.xOpen = racy_open;
	sqlite3_vfs_register(&racy, 1);
}

static bool
goes_on(double end)
{
	return !atomic_load(&shared->stop) && fixture_seconds() < end;
}

static void
note_refusal(const struct fixture *f)
{
	/* Waiting in vain is not what is looked for. */
	if (f->err.kind == &STORE_BUSY)
		return;
	atomic_fetch_add(&shared->refusals, 1);
	atomic_store(&shared->stop, true);
}

static void
write_letters(struct fixture *f, double end)
{
	char subject[900];

	while (goes_on(end)) {
		size_t n = 50 + (size_t)(random() % 800);

		memset(subject, 'x', n);
		subject[n] = '\0';
		if (fixture_act(f, "clerk", "receive", "--subject", subject,
				NULL))
			atomic_fetch_add(&shared->received, 1);
		else
			note_refusal(f);
	}
}

/* As a maintenance process would: through the gate, like every other. */
static void
checkpoint(struct fixture *f, double end)
{
	struct error err = {0};
	struct gate *gate = gate_open(f->path, &err);
	sqlite3 *db;
	int log, copied;

	if (gate == NULL || sqlite3_open(f->path, &db) != SQLITE_OK)
		_exit(1);
	sqlite3_busy_timeout(db, STRANGER_WAIT_MS);
	/* It must have read once to know that there is a log. */
	sqlite3_exec(db, "SELECT count(*) FROM letter", NULL, NULL, NULL);
	while (goes_on(end)) {
		if (!gate_enter(gate, "checkpoint", NULL, NULL, &err))
			break;
		sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_PASSIVE,
					  &log, &copied);
		gate_leave(gate);
		usleep((useconds_t)(random() % PAUSE_US));
	}
	sqlite3_close(db);
	gate_close(gate);
}

static void
start(struct fixture *f, int i, double end)
{
	if (fork() != 0)
		return;
	srandom((unsigned)i + 1);
	if (i < WRITERS)
		write_letters(f, end);
	else
		checkpoint(f, end);
	_exit(0);
}

static void
share_counts(void)
{
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		abort();
	memset(shared, 0, sizeof(*shared));
}

/* -1 when the register is so damaged that it cannot even be counted. */
static long
letters_kept(const struct fixture *f)
{
	sqlite3 *db;
	sqlite3_stmt *stmt = NULL;
	long n = -1;

	if (sqlite3_open(f->path, &db) == SQLITE_OK &&
	    sqlite3_prepare_v2(db, "SELECT count(*) FROM letter", -1, &stmt,
			       NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW)
		n = (long)sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return n;
}

struct race_result
race_run(double seconds)
{
	struct fixture f;
	struct race_result r;
	double end;

	shim_install();
	share_counts();
	fixture_register(&f);
	fixture_close(&f);
	end = fixture_seconds() + seconds;
	for (int i = 0; i < WRITERS + CHECKPOINTERS; i++)
		start(&f, i, end);
	while (wait(NULL) > 0)
		;
	r = (struct race_result){
	    .received = shared->received,
	    .kept = letters_kept(&f),
	    .refusals = shared->refusals,
	    .findings = fixture_findings_quietly(&f),
	};
	fixture_done(&f);
	munmap(shared, sizeof(*shared));
	return r;
}

bool
race_is_clean(const struct race_result *r)
{
	return r->refusals == 0 && r->findings == 0 && r->received > 0 &&
	       r->kept == r->received;
}
