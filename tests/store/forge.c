/* forge.c -- a chain taken out of a register, and put back otherwise */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/store/forge.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "model/ledger.h"

#include "tests/test.h"

void
forge_read(struct forge *c, struct fixture *f)
{
	struct store *st = fixture_session(f, "clerk")->store;
	struct identity id;
	struct event *events;

	c->arena = (struct arena){0};
	assert_true(query_rows(st, QUERY_CHAIN_EVENTS,
			       PARAMS(P_INT("office", 1)), &event_row_whole,
			       &c->arena, &events, &c->n, &f->err));
	assert_in_range(c->n, 40, FORGE_MAX - 1);
	memcpy(c->at, events, c->n * sizeof(*events));
	assert_true(ledger_identity(st, &id, &f->err));
	memcpy(c->uuid, id.uuid, ID_SIZE);
	for (size_t i = 0; i < c->n; i++)
		c->at[i].office = 1;
	fixture_close(f);
}

/* Where an event goes when those before it come or go. */
void
forge_renumber(struct forge *c)
{
	for (size_t i = 0; i < c->n; i++) {
		int64_t was = c->at[i].seq, is = (int64_t)i + 1;

		if (was == is)
			continue;
		c->at[i].seq = is;
		for (size_t k = i; k < c->n; k++)
			if (c->at[k].letter == was)
				c->at[k].letter = is;
	}
}

/* The right hashes, from the first event on. */
void
forge_hash(struct forge *c)
{
	unsigned char before[DIGEST_SIZE] = {0};

	for (size_t i = 0; i < c->n; i++) {
		struct event *e = &c->at[i];

		event_commit_to(e->salt, e->body, e->commitment);
		event_hash(e, c->uuid, before, e->hash);
		memcpy(before, e->hash, DIGEST_SIZE);
	}
}

static void
bind_text(sqlite3_stmt *stmt, int at, const char *s)
{
	sqlite3_bind_text(stmt, at, s, -1, SQLITE_STATIC);
}

static void
bind_maybe(sqlite3_stmt *stmt, int at, int64_t n)
{
	if (n != 0)
		sqlite3_bind_int64(stmt, at, n);
}

static void
insert_event(sqlite3 *db, const struct event *e)
{
	sqlite3_stmt *stmt;

	sqlite3_prepare_v2(db,
			   "INSERT INTO event VALUES (1, ?, ?, ?, ?, ?, ?, ?, "
			   "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			   -1, &stmt, NULL);
	sqlite3_bind_int64(stmt, 1, e->seq);
	sqlite3_bind_int64(stmt, 2, e->time);
	bind_text(stmt, 3, e->kind);
	bind_maybe(stmt, 4, e->letter);
	bind_text(stmt, 5, e->book);
	bind_maybe(stmt, 6, e->year);
	bind_maybe(stmt, 7, e->number);
	sqlite3_bind_int64(stmt, 8, e->person);
	bind_text(stmt, 9, e->login);
	bind_text(stmt, 10, e->post);
	bind_text(stmt, 11, e->capacity);
	bind_text(stmt, 12, e->acting_order);
	bind_text(stmt, 13, e->auth);
	sqlite3_bind_blob(stmt, 14, e->act_id, ID_SIZE, SQLITE_STATIC);
	sqlite3_bind_blob(stmt, 15, e->nonce, ID_SIZE, SQLITE_STATIC);
	sqlite3_bind_blob(stmt, 16, e->commitment, DIGEST_SIZE, SQLITE_STATIC);
	sqlite3_bind_blob(stmt, 17, e->hash, DIGEST_SIZE, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
	sqlite3_finalize(stmt);
	sqlite3_prepare_v2(db, "INSERT INTO payload VALUES (1, ?, ?, ?)", -1,
			   &stmt, NULL);
	sqlite3_bind_int64(stmt, 1, e->seq);
	sqlite3_bind_blob(stmt, 2, e->salt, ID_SIZE, SQLITE_STATIC);
	bind_text(stmt, 3, e->body);
	assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
	sqlite3_finalize(stmt);
}

static void
exec(sqlite3 *db, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s: %s", sql, why);
}

/* The triggers that stand in the way, as one text to run; caller frees. */
static char *
all_of(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt;
	struct text all = {0};

	sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		text_printf(&all, "%s;",
			    (const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	return text_take(&all);
}

void
forge_write(struct forge *c, const struct fixture *f)
{
	char *drop, *make;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	exec(db, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF");
	drop = all_of(db, "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema "
			  "WHERE type = 'trigger'");
	make = all_of(db, "SELECT sql FROM sqlite_schema "
			  "WHERE type = 'trigger'");
	exec(db, drop);
	exec(db, "DELETE FROM payload; DELETE FROM event");
	for (size_t i = 0; i < c->n; i++)
		insert_event(db, &c->at[i]);
	exec(db, make);
	sqlite3_close(db);
	free(drop);
	free(make);
	arena_done(&c->arena);
}

void
forge_remove(struct forge *c, size_t i)
{
	memmove(&c->at[i], &c->at[i + 1], (c->n - i - 1) * sizeof(c->at[0]));
	c->n--;
}

void
forge_insert(struct forge *c, size_t i)
{
	memmove(&c->at[i + 1], &c->at[i], (c->n - i) * sizeof(c->at[0]));
	c->n++;
	c->at[i].kind = "letter.open";
	c->at[i].letter = 9;
	c->at[i].number = c->at[i].year = 0;
	c->at[i].book = NULL;
	c->at[i].body = "{\"by_name\":\"clerk\"}";
	random_bytes(c->at[i].act_id, ID_SIZE);
}
