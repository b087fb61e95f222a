/* bench-write.c -- receipts by many at once: how many, how fast, how fair */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "store/internal.h"

#include "tests/bench/bench.h"
#include "tests/bench/crowded.h"
#include "tests/fault/shim.h"

#define SUBJECT "ขอความร่วมมือสำรวจข้อมูลโครงสร้างพื้นฐานขององค์กรปกครองส่วนท้องถิ่น"

static bool
receive(struct fixture *f, size_t i)
{
	(void)i;
	return fixture_act(f, "clerk", "receive", "--subject", SUBJECT,
			   "--from", "ที่ว่าการอำเภอ", "--ref",
			   "ที่ สน ๐๐๒๓.๖/ว ๑๒๓๔", "--dated", "2026-01-15", NULL);
}

/* By SQLite's own wait: the gate is taken away, as nobody else can. */
static bool
open_without_gate(struct fixture *f, size_t i)
{
	struct session *s = fixture_session(f, "clerk");

	(void)i;
	if (s == NULL)
		return false;
	gate_close(s->store->gate);
	s->store->gate = NULL;
	return true;
}

static bool
open_clerk(struct fixture *f, size_t i)
{
	(void)i;
	return fixture_session(f, "clerk") != NULL;
}

/* ------------------------------------ the floor: the same rows, nothing else
 */

static const char *const floor_sql[] = {
    "BEGIN IMMEDIATE",
    "INSERT INTO event SELECT office, (SELECT max(seq) FROM event WHERE office "
    "= 1) + 1, time, kind, letter, book, year, (SELECT next FROM counter WHERE "
    "office = 1 AND book = 'receive' AND year = 2569), person, login, post, "
    "capacity, acting_order, auth, randomblob(16), randomblob(16), "
    "commitment, hash FROM event WHERE office = 1 AND kind = 'letter.receive' "
    "LIMIT 1",
    "INSERT INTO payload SELECT office, (SELECT max(seq) FROM event WHERE "
    "office = 1), salt, body FROM payload WHERE office = 1 AND seq = (SELECT "
    "seq FROM event WHERE office = 1 AND kind = 'letter.receive' LIMIT 1)",
    "UPDATE counter SET next = next + 1 WHERE office = 1 "
    "AND book = 'receive' AND year = 2569",
    "INSERT INTO letter (office, letter, book, year, number, ref_no, ref_key, "
    "dated, sender, recipient, subject, urgency_rank, kind, received_at, "
    "registered_at, state, at_post, since) SELECT office, (SELECT max(seq) "
    "FROM event WHERE office = 1), book, year, (SELECT next - 1 FROM counter "
    "WHERE office = 1 AND book = 'receive' AND year = 2569), ref_no, ref_key, "
    "dated, sender, recipient, subject, urgency_rank, kind, received_at, "
    "registered_at, state, at_post, since FROM letter WHERE office = 1 AND "
    "number = 1",
    "INSERT INTO step (office, letter, step, post, arrived_at) SELECT office, "
    "(SELECT max(seq) FROM event WHERE office = 1), step, post, arrived_at "
    "FROM step WHERE office = 1 AND letter = (SELECT letter FROM letter WHERE "
    "office = 1 AND number = 1)",
    "COMMIT",
};
enum { FLOOR_N = ARRAY_SIZE(floor_sql) };

static sqlite3 *floor_db;
static sqlite3_stmt *floor_all[FLOOR_N];

static bool
floor_open(struct fixture *f, size_t i)
{
	(void)i;
	if (sqlite3_open(f->path, &floor_db) != SQLITE_OK)
		return false;
	sqlite3_busy_timeout(floor_db, 60000);
	sqlite3_exec(floor_db, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
	for (size_t k = 0; k < FLOOR_N; k++)
		if (sqlite3_prepare_v2(floor_db, floor_sql[k], -1,
				       &floor_all[k], NULL) != SQLITE_OK)
			return false;
	return true;
}

static bool
floor_receive(struct fixture *f, size_t i)
{
	(void)f;
	(void)i;
	for (size_t k = 0; k < FLOOR_N; k++) {
		if (sqlite3_step(floor_all[k]) != SQLITE_DONE)
			return false;
		sqlite3_reset(floor_all[k]);
	}
	return true;
}

/* ------------------------------------------------------------------- rows */

static struct cost
cost_of_one(struct fixture *f)
{
	struct cost c;

	shim_watch();
	if (!receive(f, 0))
		abort();
	cost_begin(&c);
	if (!receive(f, 0))
		abort();
	cost_end();
	fixture_close(f);
	return c;
}

static const struct way {
	const char *what;
	crowded_fn open, act;
} ways[] = {
    {"SQLite alone", floor_open, floor_receive},
    {"receive, turnstile", open_clerk, receive},
    {"receive, busy handler", open_without_gate, receive},
};

static void
bench_way(const struct bench *b, size_t way, size_t processes, double *floor)
{
	struct fixture f;
	struct figure fig = {.what = ways[way].what, .processes = processes};

	fixture_register(&f);
	fig.cost = cost_of_one(&f);
	crowded_run(&f,
		    &(struct crowded){.n = processes,
				      .seconds = b->seconds,
				      .open = ways[way].open,
				      .act = ways[way].act},
		    &fig);
	if (way == 0) {
		fig.cost = (struct cost){0};
		*floor = fig.p50;
	} else {
		/* Among many, who is lucky waits for nobody. */
		fig.floor = processes == 1 ? *floor : 0;
		fig.floor_by = processes == 1 ? "C" : NULL;
		if (!fixture_is_clean(&f))
			abort();
	}
	figures_add(&fig);
	fixture_done(&f);
}

void
bench_write(const struct bench *b)
{
	static const size_t crowds[] = {1, 8, 50};
	double floor = 0;

	for (size_t i = 0; i < ARRAY_SIZE(crowds); i++)
		for (size_t way = 0; way < ARRAY_SIZE(ways); way++)
			bench_way(b, way, crowds[i], &floor);
}
