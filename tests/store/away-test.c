/* away-test.c -- a server that goes and comes back, under who asks for news */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "store/postgresql-call.h"
#include "store/store.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

/* Times that a screen asks: once a second, here as fast as it can while nobody
   is there, and with a pause in which a busy server finds time to answer. */
enum {
	LONG = 100,
	FEW = POSTGRESQL_LOOKS / 2,
	SOON = 2 * POSTGRESQL_LOOKS,
	PAUSE_US = 500000
};

/* A register whose server is reached by a way that can be taken away. */
struct town {
	struct fixture f;
	char *way; /* a directory with the server's socket */
	struct store *store;
};

static void
open_way(const struct town *o)
{
	assert_int_equal(symlink(getenv("SARABAN_TEST_SERVER"), o->way), 0);
}

/* The program's, in this test: others use the server, too. */
#define LINES                                                                  \
	" FROM pg_stat_activity WHERE usename = 'saraban' "                    \
	"AND datname = current_database()"

/* How many lines the program has open. */
static int64_t
lines(const struct town *o)
{
	int64_t n = 0;

	assert_true(server_sql(o->f.path, "SELECT count(*)" LINES, &n));
	return n;
}

/* As a server that is halted: nobody is there, and its lines are cut. */
static void
halt(const struct town *o)
{
	assert_int_equal(unlink(o->way), 0);
	assert_true(server_sql(o->f.path,
			       "SELECT pg_terminate_backend(pid)" LINES, NULL));
	for (int i = 0; i < 300 && lines(o) > 0; i++)
		usleep(100000);
	assert_int_equal(lines(o), 0);
}

static char *
address_by(const char *way, const char *address)
{
	int database = (int)strcspn(address, "?");

	return xasprintf("%.*s?host=%s&user=saraban&place=%s-files", database,
			 address, way, way);
}

static void
open_town(struct town *o)
{
	struct error err = {0};
	char *address;

	*o = (struct town){0};
	fixture_register(&o->f);
	fixture_close(&o->f);
	o->way = xasprintf("%s/way", o->f.directory);
	open_way(o);
	address = address_by(o->way, o->f.path);
	o->store = store_open(address, STORE_WRITE, &err);
	if (o->store == NULL)
		fail_msg("%s: %s", err.kind->name, err.detail);
	free(address);
}

static void
close_town(struct town *o)
{
	store_close(o->store);
	free(o->way);
	fixture_done(&o->f);
}

/* What is told at most so many times later, or the old. */
static int64_t
ask(struct town *o, int times, useconds_t pause, int64_t old)
{
	int64_t version = store_version(o->store);

	while (--times > 0 && version == old) {
		usleep(pause);
		version = store_version(o->store);
	}
	return version;
}

static void
a_server_that_is_back_is_soon_noticed_however_long_it_was_away(void **state)
{
	struct town o;
	int64_t version;

	(void)state;
	if (!server_is_used())
		skip();
	open_town(&o);
	version = store_version(o.store);
	halt(&o);
	assert_int_equal(ask(&o, LONG, 0, version), version);
	open_way(&o);
	assert_int_not_equal(ask(&o, SOON, PAUSE_US, version), version);
	close_town(&o);
}

/* In the server's place, where nobody ever answers. */
static int
listen_in_silence(const char *way)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	int n =
	    snprintf(at.sun_path, sizeof(at.sun_path), "%s/.s.PGSQL.5432", way);

	assert_in_range(n, 1, sizeof(at.sun_path) - 1);
	assert_int_equal(mkdir(way, 0700), 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(listen(fd, LONG), 0);
	return fd;
}

static void
a_call_that_nobody_answers_is_given_up(void **state)
{
	struct town o;
	int64_t version;
	char *aside;
	int fd;

	(void)state;
	if (!server_is_used())
		skip();
	open_town(&o);
	version = store_version(o.store);
	halt(&o);
	fd = listen_in_silence(o.way);
	assert_int_equal(ask(&o, FEW, 0, version), version);
	assert_int_equal(poll(&(struct pollfd){fd, POLLIN, 0}, 1, 0), 1);
	aside = xasprintf("%s-aside", o.way);
	assert_int_equal(rename(o.way, aside), 0);
	open_way(&o);
	assert_int_not_equal(ask(&o, SOON, PAUSE_US, version), version);
	assert_int_equal(close(fd), 0);
	free(aside);
	close_town(&o);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_server_that_is_back_is_soon_noticed_however_long_it_was_away),
	    cmocka_unit_test(a_call_that_nobody_answers_is_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
