/* engine-postgresql.c -- a register in a PostgreSQL database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include "gen/libpq-late.h"
#include "store/engine.h"
#include "store/postgresql-call.h"
#include "store/postgresql-text.h"
#include "store/query-text.h"

/* Types as the server numbers them (catalog/pg_type.dat). */
enum { TYPE_BOOL = 16, TYPE_BYTES = 17, TYPE_INT = 20, TYPE_TEXT = 25 };

struct connection {
	PGconn *pg;
	unsigned n_prepared; /* statements, which have numbers for names */
	int changes;
	int64_t news; /* told by others */
};

/* A statement as the server has prepared it, for the parameters that are NULL:
   these stand in its text, for a parameter without a value has no type. */
struct variant {
	uint32_t nulls;
	char name[16];
};

struct statement {
	struct connection *c;
	const char *sql; /* of data/sql/: borrowed */
	struct postgresql_names names;
	struct variant *variants;
	size_t n_variants;
	/* What was bound last; text and bytes are the caller's. */
	const char *values[POSTGRESQL_PARAMS];
	int lengths[POSTGRESQL_PARAMS];
	int formats[POSTGRESQL_PARAMS];
	Oid types[POSTGRESQL_PARAMS];
	uint32_t nulls;
	char numbers[POSTGRESQL_PARAMS][24];
	PGresult *result;
	int row;
	/* Bytes of the row that were asked for, as they are. */
	unsigned char **bytes;
	size_t n_bytes;
};

/* ----------------------------------------------------------------- errors */

static const struct error_kind *
kind_of(const char *state)
{
	static const struct {
		const char *state; /* SQLSTATE, or how it begins */
		const struct error_kind *kind;
	} kinds[] = {
	    {"23", &STORE_CONFLICT},   {"25006", &STORE_READ_ONLY},
	    {"28", &STORE_AWAY},       {"3D", &STORE_MISSING},
	    {"40", &STORE_BUSY},       {"42501", &STORE_READ_ONLY},
	    {"53100", &STORE_FULL},    {"53300", &STORE_AWAY},
	    {"55P03", &STORE_BUSY},    {"57P", &STORE_AWAY},
	    {"08", &STORE_AWAY},       {"XX001", &STORE_DAMAGED},
	    {"XX002", &STORE_DAMAGED},
	};

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (strncmp(kinds[i].state, state, strlen(kinds[i].state)) == 0)
			return kinds[i].kind;
	return &STORE_FAILED;
}

/* The first line of what the server says, without its "ERROR:". */
static bool
fail_with(const struct error_kind *kind, const char *words, struct error *err)
{
	static const char *const heads[] = {"ERROR:", "FATAL:", "PANIC:"};
	int n;

	for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
		if (strncmp(words, heads[i], 6) == 0)
			words += 6;
	words += strspn(words, " \n");
	n = (int)strcspn(words, "\n");
	return error_set(err, kind, "%.*s", n, words);
}

static bool
is_lost(const struct connection *c)
{
	return PQstatus(c->pg) != CONNECTION_OK;
}

static bool
fail(const struct connection *c, const PGresult *res, struct error *err)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	const char *words =
	    state != NULL ? PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY)
			  : PQerrorMessage(c->pg);

	return fail_with(is_lost(c) || state == NULL ? &STORE_AWAY
						     : kind_of(state),
			 words, err);
}

/* ------------------------------------------------------------- connection */

/* What it warns of is told by errors, too, or is nobody's business. */
static void
be_quiet(void *ctx, const char *message)
{
	(void)ctx;
	(void)message;
}

static void
engine_close(void *conn, bool may_checkpoint)
{
	struct connection *c = conn;

	(void)may_checkpoint;
	PQfinish(c->pg);
	free(c);
}

static void *
engine_open(const char *where, enum store_mode mode, struct error *err)
{
	static const char *const keys[] = {
	    "dbname",          "fallback_application_name", "client_encoding",
	    "connect_timeout", "tcp_user_timeout",          NULL};
	const char *values[] = {where, "saraban", "UTF8", "10", "20000", NULL};
	struct connection *c;

	(void)mode;
	if (!late_load(&libpq_late, err))
		return NULL;
	c = xcalloc(1, sizeof(*c));
	c->pg = PQconnectdbParams(keys, values, 1);
	if (c->pg == NULL)
		bug("no memory for a database connection");
	PQsetNoticeProcessor(c->pg, be_quiet, NULL);
	if (!is_lost(c))
		return c;
	fail_with(&STORE_AWAY, PQerrorMessage(c->pg), err);
	engine_close(c, false);
	return NULL;
}

static bool
engine_is_lost(void *conn)
{
	return is_lost(conn);
}

static bool
run_text(struct connection *c, const char *sql, struct error *err)
{
	PGresult *res = PQexec(c->pg, sql);
	bool ok = PQresultStatus(res) == PGRES_COMMAND_OK ||
		  PQresultStatus(res) == PGRES_TUPLES_OK ||
		  PQresultStatus(res) == PGRES_EMPTY_QUERY || fail(c, res, err);

	PQclear(res);
	return ok;
}

static bool
engine_script(void *conn, const char *sql, struct error *err)
{
	char *step = postgresql_upgrade(sql);
	bool ok = run_text(conn, step, err);

	free(step);
	return ok;
}

static bool
engine_build(void *conn, struct error *err)
{
	char *tables = postgresql_schema(schema_text);
	bool ok = run_text(conn, postgresql_before, err) &&
		  run_text(conn, tables, err) &&
		  run_text(conn, postgresql_after, err);

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
	struct connection *c = conn;
	PGnotify *note;

	if (PQconsumeInput(c->pg) == 0)
		return c->news;
	while ((note = PQnotifies(c->pg)) != NULL) {
		if (note->be_pid != PQbackendPID(c->pg))
			c->news++;
		PQfreemem(note);
	}
	return c->news;
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
	PQclear(s->result);
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

static bool
result_is_good(struct statement *s, struct error *err)
{
	ExecStatusType status = PQresultStatus(s->result);

	return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK ||
	       fail(s->c, s->result, err);
}

static const struct variant *
variant_find(const struct statement *s)
{
	for (size_t i = 0; i < s->n_variants; i++)
		if (s->variants[i].nulls == s->nulls)
			return &s->variants[i];
	return NULL;
}

static bool
variant_prepare(struct statement *s, struct variant *v, struct error *err)
{
	char *sql = postgresql_statement(s->sql, &s->names, s->nulls);
	bool ok;

	v->nulls = s->nulls;
	snprintf(v->name, sizeof(v->name), "s%u", ++s->c->n_prepared);
	s->result =
	    PQprepare(s->c->pg, v->name, sql, (int)s->names.n, s->types);
	ok = result_is_good(s, err);
	PQclear(s->result);
	s->result = NULL;
	free(sql);
	return ok;
}

static const struct variant *
variant_ready(struct statement *s, struct error *err)
{
	const struct variant *there = variant_find(s);
	struct variant v;

	if (there != NULL)
		return there;
	if (!variant_prepare(s, &v, err))
		return NULL;
	s->variants = xreallocarray(s->variants, s->n_variants + 1, sizeof(v));
	s->variants[s->n_variants] = v;
	return &s->variants[s->n_variants++];
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

static bool
execute(struct statement *s, struct error *err)
{
	const struct variant *v = variant_ready(s, err);

	if (v == NULL)
		return false;
	s->result = PQexecPrepared(s->c->pg, v->name, (int)s->names.n,
				   s->values, s->lengths, s->formats, 0);
	if (!result_is_good(s, err))
		return false;
	if (was_rolled_back(s))
		return error_set(err, &STORE_FAILED, NULL);
	s->c->changes = atoi(PQcmdTuples(s->result));
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
    {QUERY_SET_LOCK_TIMEOUT, QUERY_GET_LOCK_TIMEOUT, "20s", false},
    {QUERY_SET_IDLE_TIMEOUT, QUERY_GET_IDLE_TIMEOUT, "1min", false},
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
