/* walreset-test.c -- the race that the gate is there for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "store/gate.h"

#include "tests/fault/crowd.h"
#include "tests/fault/shim.h"
#include "tests/fixture.h"
#include "tests/test.h"

/*
 * SQLite 3.7.0 to 3.51.2: a process that checkpoints reads the header of the
 * write-ahead log without holding the writer's lock; when another resets the
 * log before the header is used, frames of the new log count as copied, and
 * what was committed is gone.  The shim sleeps in that window.
 *
 * Built twice: with the gate all must be well, as long as it runs; without it
 * (no-gate.c, GATE=0) something must go wrong soon, or this tests nothing.
 */
#ifndef GATE
#define GATE 1
#endif

enum {
	WRITERS = 4,
	CHECKPOINTERS = 2,
	SECONDS = GATE ? (SOAK ? 600 : 5) : 30,
	WINDOW_US = 20000,
	PAUSE_US = 1500,
	AUTOMATIC_PAGES = 20,
	SUBJECT_MAX = 800
};

/* Between the processes. */
static struct shared {
	volatile bool stop;
	volatile long checkpoints;
} * shared;
static double deadline;

static bool
goes_on(void)
{
	return !shared->stop && fixture_seconds() < deadline;
}

static bool
sleep_in_the_window(void *ctx, enum shim_op op)
{
	(void)ctx;
	if (op == SHIM_CHECKPOINT)
		usleep((useconds_t)(random() % WINDOW_US));
	return true;
}

/* The log is reset as often as possible; nobody cuts the power here. */
static sqlite3 *
open_in_a_hurry(struct fixture *f)
{
	sqlite3 *db;

	srandom((unsigned)getpid());
	shim_watch();
	shim_install(sleep_in_the_window, NULL);
	if (fixture_session(f, "clerk") == NULL)
		return NULL;
	db = shim_connection();
	sqlite3_wal_autocheckpoint(db, AUTOMATIC_PAGES);
	sqlite3_exec(db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
	return db;
}

static bool
receive(struct fixture *f)
{
	char subject[SUBJECT_MAX + 1];
	size_t n = 50 + (size_t)random() % (SUBJECT_MAX - 50);

	memset(subject, 'x', n);
	subject[n] = '\0';
	return fixture_act(f, "clerk", "receive", "--subject", subject, NULL);
}

static bool
keep_receiving(struct fixture *f, struct crowd *c)
{
	bool ok = open_in_a_hurry(f) != NULL;

	while (ok && goes_on()) {
		ok = receive(f);
		if (ok)
			crowd_tell(c, fixture_int(f, "number"));
		else
			ok = f->err.kind == &STORE_BUSY;
	}
	shared->stop = shared->stop || !ok;
	return ok;
}

/* As a backup program would that checkpoints; through the gate. */
static bool
keep_checkpointing(struct fixture *f)
{
	sqlite3 *db = open_in_a_hurry(f);
	struct gate *g = gate_open(f->path, &f->err);

	while (db != NULL && g != NULL && goes_on()) {
		if (!gate_enter(g, "", NULL, NULL, &f->err))
			return false;
		sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_PASSIVE,
					  NULL, NULL);
		gate_leave(g);
		shared->checkpoints++;
		usleep((useconds_t)(random() % PAUSE_US));
	}
	return db != NULL && g != NULL;
}

static bool
work(struct fixture *f, struct crowd *c, size_t i)
{
	/* A damaged file may lead anywhere. */
	alarm(SECONDS + 20);
	return i < WRITERS ? keep_receiving(f, c) : keep_checkpointing(f);
}

/* All ended well, every number was told once, all are there. */
static bool
all_is_well(struct fixture *f, size_t *n)
{
	struct crowd c;
	int64_t *numbers;
	bool well;

	deadline = fixture_seconds() + SECONDS;
	crowd_start(&c, WRITERS + CHECKPOINTERS, f, work);
	numbers = crowd_numbers(&c, n);
	well = crowd_wait(&c) == 0;
	well = crowd_without_gap(numbers, *n) && well;
	well = fixture_findings(f) == 0 && well;
	print_message("%zu numbers, %ld checkpoints, %.1f s: %s\n", *n,
		      shared->checkpoints,
		      fixture_seconds() - deadline + SECONDS,
		      well ? "all is well" : "something is wrong");
	free(numbers);
	return well;
}

/* https://sqlite.org/wal.html, section 11. */
static bool
library_is_fixed(void)
{
	int v = sqlite3_libversion_number();

	return v >= 3051003 || (v >= 3050007 && v < 3051000) ||
	       (v >= 3044006 && v < 3045000);
}

static void
set_up(struct fixture *f)
{
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_true(shared != MAP_FAILED);
	fixture_register(f);
	fixture_close(f);
}

static void
with_the_gate_nothing_is_lost(void **state)
{
	struct fixture f;
	size_t n;

	(void)state;
	set_up(&f);
	assert_true(all_is_well(&f, &n));
	assert_true(n > 100 && shared->checkpoints > 50);
	fixture_done(&f);
}

static void
without_the_gate_the_register_is_damaged(void **state)
{
	struct fixture f;
	size_t n;

	(void)state;
	if (library_is_fixed()) {
		print_message("SQLite %s has no such bug\n",
			      sqlite3_libversion());
		skip();
	}
	set_up(&f);
	assert_false(all_is_well(&f, &n));
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest with[] = {
	    cmocka_unit_test(with_the_gate_nothing_is_lost),
	};
	const struct CMUnitTest without[] = {
	    cmocka_unit_test(without_the_gate_the_register_is_damaged),
	};

	return GATE ? cmocka_run_group_tests(with, NULL, NULL)
		    : cmocka_run_group_tests(without, NULL, NULL);
}
