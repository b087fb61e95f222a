/* embedded-test.c -- the texts the program carries are those of data/ */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/mem.h"

#include "tests/test.h"

static void
a_file_is_found_by_its_name(void **state)
{
	const struct embedded *e = embedded_find("letters/001.txt");

	(void)state;
	assert_non_null(e);
	assert_string_equal(e->name, "letters/001.txt");
}

static void
what_is_not_carried_is_not_found(void **state)
{
	(void)state;
	assert_null(embedded_find("letters/none.txt"));
	assert_null(embedded_find(""));
}

/* Reads the file of data/ and compares. */
static void
assert_is_as_in_data(const struct embedded *e)
{
	char *path = xasprintf("%s/data/%s", getenv("top_srcdir"), e->name);
	char *bytes = xcalloc(e->n + 2, 1);
	FILE *f = fopen(path, "rb");

	assert_non_null(f);
	assert_int_equal(fread(bytes, 1, e->n + 2, f), e->n);
	assert_memory_equal(bytes, e->text, e->n);
	assert_int_equal(strlen(e->text), e->n);
	fclose(f);
	free(bytes);
	free(path);
}

static void
each_file_is_carried_byte_by_byte(void **state)
{
	(void)state;
	assert_true(embedded_count >= 5);
	for (size_t i = 0; i < embedded_count; i++)
		assert_is_as_in_data(&embedded_files[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_file_is_found_by_its_name),
	    cmocka_unit_test(what_is_not_carried_is_not_found),
	    cmocka_unit_test(each_file_is_carried_byte_by_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
