/* pieces-test.c -- long answers come in pieces, and are whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include "store/store.h"

#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

/* As a server gives them (store/postgresql-pieces.h). */
enum { PIECE = 200 };

static struct fixture f;
static struct store *st;

static int
start(void **state)
{
	(void)state;
	fixture_register(&f);
	st = fixture_session(&f, "clerk")->store;
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	fixture_done(&f);
	return 0;
}

/* So many offices are known, in the order of their codes: 10001, 10002... */
static void
make_rows(int n)
{
	char *sql =
	    xasprintf("INSERT INTO known_office (office, code, name, key) "
		      "WITH RECURSIVE row (n) AS (SELECT 10001 UNION ALL "
		      "SELECT n + 1 FROM row WHERE n < 10000 + %d) "
		      "SELECT 1, CAST(n AS TEXT), 'x', 'y' FROM row",
		      n);

	assert_true(fixture_sql(&f, "DELETE FROM known_office"));
	assert_true(n == 0 || fixture_sql(&f, sql));
	free(sql);
}

struct reading {
	int n;
	int last; /* where it stops; 0: never */
	bool asks;
};

static bool
read_row(void *ctx, const struct row *row, struct error *err)
{
	struct reading *r = ctx;
	int64_t n = 0;

	assert_int_equal(row_int(row, 1), 10001 + r->n);
	r->n++;
	if (r->asks && !query_number(st, QUERY_OFFICE_COUNT, NULL, &n, err))
		return false;
	assert_int_equal(n, r->asks);
	return r->n != r->last || error_set(err, &STORE_FAILED, "enough");
}

static bool
read_all(struct reading *r)
{
	return query_each(st, QUERY_ROWS_OF_KNOWN_OFFICE, NULL, read_row, r,
			  &f.err);
}

static void
every_row_comes_once_and_in_order(void **state)
{
	static const int sizes[] = {0,         1,         PIECE - 1,    PIECE,
				    PIECE + 1, 2 * PIECE, 3 * PIECE + 7};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(sizes); i++) {
		struct reading outside = {0}, inside = {0};

		make_rows(sizes[i]);
		assert_true(read_all(&outside));
		assert_int_equal(outside.n, sizes[i]);
		assert_true(store_begin_read(st, &f.err));
		assert_true(read_all(&inside));
		store_rollback(st);
		assert_int_equal(inside.n, sizes[i]);
	}
}

static void
a_server_gives_a_piece_on_each_journey(void **state)
{
	struct reading r = {0};
	unsigned long before;

	(void)state;
	if (!server_is_used())
		skip();
	make_rows(3 * PIECE + 7);
	assert_true(store_begin_read(st, &f.err));
	before = store_journeys(st);
	assert_true(read_all(&r));
	assert_int_equal(store_journeys(st) - before, 4);
	store_rollback(st);
}

static void
others_are_asked_while_it_goes_on(void **state)
{
	struct reading r = {.asks = true};

	(void)state;
	make_rows(2 * PIECE + 1);
	assert_true(store_begin_read(st, &f.err));
	assert_true(read_all(&r));
	store_rollback(st);
	assert_int_equal(r.n, 2 * PIECE + 1);
}

static void
who_stops_can_begin_again(void **state)
{
	static const int stops[] = {1, PIECE, PIECE + 1};

	(void)state;
	make_rows(2 * PIECE + 1);
	assert_true(store_begin_read(st, &f.err));
	for (size_t i = 0; i < ARRAY_SIZE(stops); i++) {
		struct reading r = {.last = stops[i]}, again = {0};

		assert_false(read_all(&r));
		assert_int_equal(r.n, stops[i]);
		assert_true(read_all(&again));
		assert_int_equal(again.n, 2 * PIECE + 1);
	}
	store_rollback(st);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
	const struct CMUnitTest tests[] = {
	    TEST(every_row_comes_once_and_in_order),
	    TEST(a_server_gives_a_piece_on_each_journey),
	    TEST(others_are_asked_while_it_goes_on),
	    TEST(who_stops_can_begin_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
