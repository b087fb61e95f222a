/* host-test.c -- which SQLite is mended, and what a folder lies on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/mem.h"

#include "store/host.h"

#include "tests/test.h"

/* sqlite.org/wal.html, section 11. */
static void
the_mended_versions_of_sqlite_are_known(void **state)
{
	static const struct {
		const char *version;
		bool is_mended;
	} rows[] = {
	    {"3.40.1", false}, {"3.44.5", false}, {"3.44.6", true},
	    {"3.46.1", false}, {"3.50.6", false}, {"3.50.7", true},
	    {"3.51.2", false}, {"3.51.3", true},  {"3.52.0", true},
	    {"4.0.0", true},   {"x", false},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		assert_int_equal(host_sqlite_is_mended(rows[i].version),
				 rows[i].is_mended);
}

static void
what_is_not_there_lies_on_nothing(void **state)
{
	bool is_network = true;

	(void)state;
	assert_null(host_file_system("/no/such/folder", &is_network));
	assert_false(is_network);
	assert_int_equal(host_room("/no/such/folder"), -1);
	assert_true(host_room("/") >= 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_mended_versions_of_sqlite_are_known),
	    cmocka_unit_test(what_is_not_there_lies_on_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
