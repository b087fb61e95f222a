/* server.c -- the fixture's registers in a PostgreSQL server, where wanted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

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

/* What psql answers, the first line; false when it failed. */
static bool
ask(const char *database, const char *sql, char *answer, size_t max)
{
	char *command = xasprintf("psql -X -q -A -t -h '%s' -U saraban -d '%s' "
				  "-v ON_ERROR_STOP=1 2>/dev/null <<'END'\n"
				  "SET search_path = saraban;\n%s;\nEND\n",
				  socket_directory(), database, sql);
	FILE *out = popen(command, "r");

	free(command);
	answer[0] = '\0';
	if (out == NULL)
		return false;
	if (fgets(answer, (int)max, out) == NULL)
		answer[0] = '\0';
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

char *
server_new(const char *directory)
{
	static int n;
	char name[40];
	char *sql;

	snprintf(name, sizeof(name), "test_%d_%d", (int)getpid(), ++n);
	sql = xasprintf("CREATE DATABASE %s", name);
	must(sql);
	free(sql);
	return xasprintf("postgresql:///%s?host=%s&user=saraban&"
			 "place=%s/register.db",
			 name, socket_directory(), directory);
}

static char *
name_of(const char *address)
{
	const char *name = address + strlen("postgresql:///");

	return xstrndup(name, strcspn(name, "?"));
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
