/* server.c -- the fixture's registers in a PostgreSQL server, where wanted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

#include "store/internal.h"

bool
server_is_used(void)
{
	const char *engine = getenv("SARABAN_TEST_ENGINE");

	return engine != NULL && strcmp(engine, "postgresql") == 0;
}

static const char *
socket_directory(void)
{
	const char *directory = getenv("SARABAN_TEST_SERVER");

	if (directory == NULL) {
		fprintf(stderr, "SARABAN_TEST_SERVER is not set\n");
		abort();
	}
	return directory;
}

/* Columns stand between these. */
#define BAR "\x1f"

static FILE *
psql_open(const char *database, const char *sql)
{
	char *command = xasprintf("psql -X -q -A -t -F '" BAR "' -h '%s' "
				  "-U postgres -d '%s' -v ON_ERROR_STOP=1 "
				  "2>/dev/null <<'END'\n"
				  "SET search_path = saraban, testing;\n%s;\n"
				  "END\n",
				  socket_directory(), database, sql);
	FILE *out = popen(command, "r");

	free(command);
	if (out == NULL)
		abort();
	return out;
}

/* What psql answers, the first line; false when it failed. */
static bool
ask(const char *database, const char *sql, char *answer, size_t max)
{
	FILE *out = psql_open(database, sql);

	if (fgets(answer, (int)max, out) == NULL)
		answer[0] = '\0';
	while (fgetc(out) != EOF)
		continue;
	return pclose(out) == 0;
}

static void
must(const char *sql)
{
	char answer[80];

	if (ask("postgres", sql, answer, sizeof(answer)))
		return;
	fprintf(stderr, "the server refuses: %s\n", sql);
	abort();
}

/* So that what runs many tests can tell which of them made no register. */
static void
tell_made(const char *name)
{
	const char *path = getenv("SARABAN_TEST_MADE");
	FILE *out = path != NULL ? fopen(path, "a") : NULL;

	if (out != NULL && (fprintf(out, "%s\n", name) < 0 || fclose(out) != 0))
		abort();
}

static char *
name_of(const char *address)
{
	const char *name = address + strlen("postgresql:///");

	return xstrndup(name, strcspn(name, "?"));
}

/* The address of a new database, made like the one of that name. */
static char *
database_new(const char *like, const char *beside)
{
	static int n;
	char name[40];
	char *sql;

	snprintf(name, sizeof(name), "test_%d_%d", (int)getpid(), ++n);
	sql = xasprintf("CREATE DATABASE %s TEMPLATE %s OWNER saraban", name,
			like);
	must(sql);
	free(sql);
	tell_made(name);
	return xasprintf("postgresql:///%s?host=%s&user=saraban&place=%s", name,
			 socket_directory(), beside);
}

char *
server_new(const char *beside)
{
	return database_new("template1", beside);
}

char *
server_copy(const char *address)
{
	char *name = name_of(address);
	char *copy = database_new(name, "/nowhere");

	free(name);
	return copy;
}

void
server_drop(const char *address)
{
	char *name = name_of(address);
	char *sql = xasprintf("DROP DATABASE %s WITH (FORCE)", name);

	must(sql);
	free(sql);
	free(name);
}

void
server_put_back(const char *address, const char *copy)
{
	char *name = name_of(address), *like = name_of(copy);
	char *sql = xasprintf("CREATE DATABASE %s TEMPLATE %s OWNER saraban",
			      name, like);

	server_drop(address);
	must(sql);
	free(sql);
	free(name);
	free(like);
}

void
server_dump(const char *address, const char *to)
{
	char *name = name_of(address);
	char *command = xasprintf("pg_dump -a -n saraban -h '%s' -U postgres "
				  "'%s' >'%s'",
				  socket_directory(), name, to);

	if (system(command) != 0) {
		fprintf(stderr, "%s fails\n", command);
		abort();
	}
	free(command);
	free(name);
}

void
server_hear(struct store *st)
{
	struct error ignored = {0};

	if (st->engine->is_server && st->conn != NULL &&
	    !st->engine->script(st->conn, "", &ignored))
		ignored.kind = NULL;
}

bool
server_sql(const char *address, const char *sql, int64_t *n)
{
	char *name = name_of(address);
	char answer[80];
	bool ok = ask(name, sql, answer, sizeof(answer));

	free(name);
	if (ok && n != NULL)
		*n = strtoll(answer, NULL, 10);
	return ok;
}

static void
row_read(char *line, struct fixture_row *row)
{
	line[strcspn(line, "\n")] = '\0';
	for (row->n = 0; line != NULL; row->n++) {
		if (row->n == FIXTURE_COLUMNS)
			abort();
		row->at[row->n] = strsep(&line, BAR);
	}
}

void
server_rows(const char *address, const char *sql, fixture_row_fn each,
	    void *ctx)
{
	char *name = name_of(address);
	FILE *out = psql_open(name, sql);
	struct fixture_row row;
	char *line = NULL;
	size_t max = 0;

	while (getline(&line, &max, out) > 0) {
		row_read(line, &row);
		each(ctx, &row);
	}
	if (pclose(out) != 0) {
		fprintf(stderr, "the server refuses: %s\n", sql);
		abort();
	}
	free(line);
	free(name);
}
