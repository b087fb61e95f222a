/* late-test.c -- libraries that few commands need come when one does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <link.h>
#include <string.h>

#include "base/late.h"

#include "gen/libical-late.h"

#include "tests/test.h"

static int
is_named(struct dl_phdr_info *library, size_t size, void *name)
{
	(void)size;
	return strstr(library->dlpi_name, name) != NULL;
}

static bool
is_here(char *name)
{
	return dl_iterate_phdr(is_named, name) != 0;
}

/* What brought sixty others along. */
static void
nothing_that_few_commands_need_is_there_at_the_start(void **state)
{
	static char names[][16] = {"libgmime", "libpango", "libcairo",
				   "libpq.",   "libxlsx",  "libical"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		assert_false(is_here(names[i]));
}

static void
a_library_comes_when_it_is_needed(void **state)
{
	static char name[] = "libical";
	struct error err = {0};

	(void)state;
	assert_true(late_load(&libical_late, &err));
	assert_true(is_here(name));
	assert_true(late_load(&libical_late, &err));
	assert_true(icaltime_is_null_time(icaltime_null_time()));
}

static void
a_library_that_is_not_there_is_named(void **state)
{
	static const struct late_function none[] = {{NULL, NULL}};
	struct late l = {"libnothing-here.so.9", none, false};
	struct error err = {0};

	(void)state;
	assert_false(late_load(&l, &err));
	assert_ptr_equal(err.kind, &LATE_MISSING);
	assert_non_null(strstr(err.detail, "libnothing-here.so.9"));
}

static void
a_library_without_the_function_is_another_one(void **state)
{
	void (*at)(void) = NULL;
	const struct late_function functions[] = {
	    {"no_library_has_such_a_function", &at}, {NULL, NULL}};
	struct late l = {libical_late.file, functions, false};
	struct error err = {0};

	(void)state;
	assert_false(late_load(&l, &err));
	assert_ptr_equal(err.kind, &LATE_MISSING);
	assert_null(at);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		nothing_that_few_commands_need_is_there_at_the_start),
	    cmocka_unit_test(a_library_comes_when_it_is_needed),
	    cmocka_unit_test(a_library_that_is_not_there_is_named),
	    cmocka_unit_test(a_library_without_the_function_is_another_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
