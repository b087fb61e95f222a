/* engine-postgresql.c -- a register in a PostgreSQL database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include "store/engine.h"
#include "store/postgresql-call.h"
#include "store/postgresql-line.h"
#include "store/postgresql-pieces.h"
#include "store/postgresql-text.h"
#include "store/query-text.h"

/* Types as the server numbers them (catalog/pg_type.dat). */
enum { TYPE_BOOL = 16, TYPE_BYTES = 17, TYPE_INT = 20, TYPE_TEXT = 25 };

struct connection {
	struct line *line;
	int changes;
};

/* A statement for the parameters that are NULL: these stand in its text, for a
   parameter without a value has no type. */
struct variant {
	uint32_t nulls;
	bool is_cursor;
	struct prepared *prepared;
};

struct statement {
	struct connection *c;
	const char *sql; /* of data/sql/: borrowed */
	struct postgresql_names names;
	struct variant *variants;
	size_t n_variants;
	struct pieces *pieces; /* NULL: its rows come at once */
	/* What was bound last; text and bytes are the caller's. */
	const char *values[POSTGRESQL_PARAMS];
	int lengths[POSTGRESQL_PARAMS];
	int formats[POSTGRESQL_PARAMS];
	Oid types[POSTGRESQL_PARAMS];
	uint32_t nulls;
	char numbers[POSTGRESQL_PARAMS][24];
	struct answer *answer;
	PGresult *result; /* of it */
	int row;
	/* Bytes of the row that were asked for, as they are. */
	unsigned char **bytes;
	size_t n_bytes;
};

/* ------------------------------------------------------------- connection */

static void
engine_close(void *conn, bool may_checkpoint)
{
	struct connection *c = conn;

	(void)may_checkpoint;
	line_close(c->line);
	free(c);
}

static void *
engine_open(const char *where, enum store_mode mode, struct error *err)
{
	struct line *line = line_open(where, err);
	struct connection *c;

	(void)mode;
	if (line == NULL)
		return NULL;
	c = xcalloc(1, sizeof(*c));
	c->line = line;
	return c;
}

static bool
engine_is_lost(void *conn)
{
	return line_is_lost(((struct connection *)conn)->line);
}

static bool
engine_script(void *conn, const char *sql, struct error *err)
{
	struct connection *c = conn;
	char *step = postgresql_upgrade(sql);
	bool ok = line_script(c->line, step, err);

	free(step);
	return ok;
}

static bool
engine_build(void *conn, struct error *err)
{
	struct connection *c = conn;
	char *tables = postgresql_schema(schema_text);
	bool ok = line_script(c->line, postgresql_before, err) &&
		  line_script(c->line, tables, err) &&
		  line_script(c->line, postgresql_after, err);

	free(tables);
	return ok;
}

static const char *
engine_version(void)
{
	static char version[20];
	int n = PQlibVersion();

	snprintf(version, sizeof(version), "%d.%d", n / 10000, n % 10000);
	return version;
}

/* Triggers guard the chain; that nothing else is written past the events is
   what the statements of SQLite's authorizer are tested for. */
static void
engine_guard(void *conn, enum guard guard)
{
	(void)conn;
	(void)guard;
}

static int64_t
engine_news(void *conn)
{
	return line_news(((struct connection *)conn)->line);
}

/* -------------------------------------------------------------- statement */

static void *
engine_prepare(void *conn, const char *sql, struct error *err)
{
	struct statement *s = xcalloc(1, sizeof(*s));

	(void)err;
	s->c = conn;
	s->sql = sql;
	free(postgresql_statement(sql, &s->names, 0));
	return s;
}

static void
engine_in_pieces(void *stmt)
{
	struct statement *s = stmt;

	s->pieces = pieces_new(s->c->line);
}

static void
bytes_forget(struct statement *s)
{
	for (size_t i = 0; i < s->n_bytes; i++)
		PQfreemem(s->bytes[i]);
	s->n_bytes = 0;
}

static void
engine_reset(void *stmt)
{
	struct statement *s = stmt;

	bytes_forget(s);
	if (pieces_are_open(s->pieces))
		pieces_close(s->pieces);
	answer_done(s->answer);
	s->answer = NULL;
	s->result = NULL;
}

static void
engine_finish(void *stmt)
{
	struct statement *s = stmt;

	if (s == NULL)
		return;
	engine_reset(s);
	postgresql_names_done(&s->names);
	pieces_free(s->pieces);
	free(s->bytes);
	free(s->variants);
	free(s);
}

static const struct param *
param_find(const struct param *params, const char *name)
{
	for (const struct param *p = params; p != NULL && p->name; p++)
		if (strcmp(p->name, name) == 0)
			return p;
	return NULL;
}

/* Numbers and text go as text, bytes as they are. */
static void
bind_one(struct statement *s, size_t i, const struct param *p)
{
	s->formats[i] = 0;
	s->values[i] = NULL;
	s->types[i] = TYPE_TEXT;
	if (p == NULL || (p->type != PARAM_INT && p->p == NULL)) {
		s->nulls |= (uint32_t)1 << i;
	} else if (p->type == PARAM_INT) {
		snprintf(s->numbers[i], sizeof(s->numbers[i]), "%lld",
			 (long long)p->i);
		s->values[i] = s->numbers[i];
		s->types[i] = TYPE_INT;
	} else {
		s->values[i] = p->p;
	}
	if (p != NULL && p->type == PARAM_BLOB) {
		s->lengths[i] = (int)p->n;
		s->formats[i] = 1;
		s->types[i] = TYPE_BYTES;
	}
}

static bool
engine_bind(void *conn, void *stmt, const struct param *params,
	    struct error *err)
{
	struct statement *s = stmt;

	(void)conn;
	(void)err;
	s->nulls = 0;
	for (size_t i = 0; i < s->names.n; i++)
		bind_one(s, i, param_find(params, s->names.at[i]));
	s->row = -1;
	return true;
}

static struct prepared *
variant_find(const struct statement *s, bool is_cursor)
{
	for (size_t i = 0; i < s->n_variants; i++)
		if (s->variants[i].nulls == s->nulls &&
		    s->variants[i].is_cursor == is_cursor)
			return s->variants[i].prepared;
	return NULL;
}

static struct prepared *
variant_new(struct statement *s, bool is_cursor)
{
	char *sql = postgresql_statement(s->sql, &s->names, s->nulls);
	char *cursor = is_cursor ? pieces_statement(s->pieces, sql) : NULL;
	struct variant v = {s->nulls, is_cursor,
			    line_prepare(s->c->line, cursor ? cursor : sql,
					 (int)s->names.n, s->types)};

	free(cursor);
	free(sql);
	s->variants = xreallocarray(s->variants, s->n_variants + 1, sizeof(v));
	s->variants[s->n_variants++] = v;
	return v.prepared;
}

static struct question
question_as(struct statement *s, bool is_cursor)
{
	struct prepared *there = variant_find(s, is_cursor);

	return (struct question){
	    .prepared = there != NULL ? there : variant_new(s, is_cursor),
	    .values = s->values,
	    .lengths = s->lengths,
	    .formats = s->formats,
	};
}

static struct question
question_of(struct statement *s)
{
	return question_as(s, false);
}

static bool
engine_send(void *conn, void *stmt, struct error *err)
{
	struct connection *c = conn;
	struct question q = question_of(stmt);

	return line_send(c->line, &q, err);
}

static void
engine_ahead(void *conn, void *stmt)
{
	struct connection *c = conn;
	struct question q = question_of(stmt);

	line_ahead(c->line, &q);
}

static bool
engine_wait(void *conn, int seconds)
{
	return line_wait(((struct connection *)conn)->line, seconds);
}

static void
engine_cancel(void *conn)
{
	line_cancel(((struct connection *)conn)->line);
}

static unsigned long
engine_journeys(void *conn)
{
	return line_journeys(((struct connection *)conn)->line);
}

static bool
engine_settle(void *conn, struct error *err)
{
	return line_settle(((struct connection *)conn)->line, err);
}

/* A transaction in which something failed ends by being rolled back, also
   where one asks to commit it; that is no failure to the server. */
static bool
was_rolled_back(const struct statement *s)
{
	const char *commit = query_texts[QUERY_COMMIT].postgresql;
	const char *done = PQcmdStatus(s->result);

	return strcmp(s->sql, commit) == 0 &&
	       strncmp(commit, done, strlen(done)) != 0;
}

static struct answer *
ask(struct statement *s, struct error *err)
{
	bool is_cursor = s->pieces != NULL && line_is_inside(s->c->line);
	struct question q = question_as(s, is_cursor);

	return is_cursor ? pieces_open(s->pieces, &q, err)
			 : line_ask(s->c->line, &q, err);
}

static bool
execute(struct statement *s, struct error *err)
{
	s->answer = ask(s, err);
	if (s->answer == NULL)
		return false;
	s->result = answer_result(s->answer);
	if (was_rolled_back(s))
		return error_set(err, &STORE_FAILED, NULL);
	s->c->changes = atoi(PQcmdTuples(s->result));
	return true;
}

static bool
next_piece(struct statement *s, struct error *err)
{
	answer_done(s->answer);
	s->result = NULL;
	s->answer = pieces_next(s->pieces, err);
	if (s->answer == NULL)
		return false;
	s->result = answer_result(s->answer);
	s->row = 0;
	return true;
}

static enum engine_step
engine_step(void *conn, void *stmt, struct error *err)
{
	struct statement *s = stmt;

	(void)conn;
	bytes_forget(s);
	if (s->row < 0 && !execute(s, err))
		return ENGINE_FAILED;
	s->row++;
	if (s->row == PIECE_ROWS && pieces_are_open(s->pieces) &&
	    !next_piece(s, err))
		return ENGINE_FAILED;
	return s->row < PQntuples(s->result) ? ENGINE_ROW : ENGINE_DONE;
}

static int
engine_changes(void *conn)
{
	return ((struct connection *)conn)->changes;
}

/* -------------------------------------------------------------------- row */

static int
engine_columns(void *stmt)
{
	return PQnfields(((struct statement *)stmt)->result);
}

static const char *
engine_name_of(void *stmt, int column)
{
	return PQfname(((struct statement *)stmt)->result, column);
}

static bool
engine_is_null(void *stmt, int column)
{
	struct statement *s = stmt;

	return PQgetisnull(s->result, s->row, column);
}

static int64_t
engine_integer(void *stmt, int column)
{
	struct statement *s = stmt;
	const char *value = PQgetvalue(s->result, s->row, column);

	if (PQftype(s->result, column) == TYPE_BOOL)
		return value[0] == 't';
	return strtoll(value, NULL, 10);
}

static const void *
unescaped(struct statement *s, const char *value, size_t *n)
{
	s->bytes = xreallocarray(s->bytes, s->n_bytes + 1, sizeof(*s->bytes));
	s->bytes[s->n_bytes] = PQunescapeBytea((const unsigned char *)value, n);
	if (s->bytes[s->n_bytes] == NULL)
		bug("no memory for a column");
	return s->bytes[s->n_bytes++];
}

static const void *
engine_bytes(void *stmt, int column, size_t *n)
{
	struct statement *s = stmt;
	const char *value = PQgetvalue(s->result, s->row, column);

	*n = 0;
	if (PQgetisnull(s->result, s->row, column))
		return NULL;
	if (PQftype(s->result, column) == TYPE_BYTES)
		return unescaped(s, value, n);
	if (PQftype(s->result, column) == TYPE_BOOL)
		value = value[0] == 't' ? "1" : "0";
	*n = strlen(value);
	return value;
}

/* What a connection is set to is asked again; of the server it is only asked.
   A replica that must confirm, too, is more than "on". */
static const struct engine_setting settings[] = {
    {QUERY_SET_SEARCH_PATH, QUERY_GET_SEARCH_PATH, "saraban", false},
    {QUERY_SET_SYNCHRONOUS_COMMIT, QUERY_GET_SYNCHRONOUS_COMMIT, "on", false},
    {QUERY_SET_LOCK_TIMEOUT, QUERY_GET_LOCK_TIMEOUT, "30s", false},
    {QUERY_SET_IDLE_TIMEOUT, QUERY_GET_IDLE_TIMEOUT, "1min", false},
    {QUERY_SET_CURSOR_FRACTION, QUERY_GET_CURSOR_FRACTION, "1", false},
    {QUERY_GET_FSYNC, QUERY_GET_FSYNC, "on", false},
    {QUERY_GET_FULL_PAGE_WRITES, QUERY_GET_FULL_PAGE_WRITES, "on", false},
    {QUERY_GET_SERVER_ENCODING, QUERY_GET_SERVER_ENCODING, "UTF8", false},
    {QUERY_COUNT, QUERY_COUNT, NULL, false},
};

const struct engine engine_postgresql = {
    .name = "postgresql",
    .is_server = true,
    .settings = settings,
    .open = engine_open,
    .close = engine_close,
    .build = engine_build,
    .script = engine_script,
    .is_lost = engine_is_lost,
    .answers = postgresql_answers,
    .hang_up = postgresql_hang_up,
    .news = engine_news,
    .version = engine_version,
    .guard = engine_guard,
    .prepare = engine_prepare,
    .in_pieces = engine_in_pieces,
    .finish = engine_finish,
    .bind = engine_bind,
    .step = engine_step,
    .send = engine_send,
    .ahead = engine_ahead,
    .settle = engine_settle,
    .wait = engine_wait,
    .cancel = engine_cancel,
    .journeys = engine_journeys,
    .reset = engine_reset,
    .changes = engine_changes,
    .columns = engine_columns,
    .name_of = engine_name_of,
    .is_null = engine_is_null,
    .integer = engine_integer,
    .bytes = engine_bytes,
};
