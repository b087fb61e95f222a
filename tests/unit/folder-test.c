/* folder-test.c -- what lies in a folder, and paths as people type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/text.h"

#include "tests/test.h"

static char place[] = "/tmp/saraban-folder.XXXXXX";

/* A file of n bytes, changed at that second. */
static void
make(const char *name, size_t n, time_t changed)
{
	char *path = xasprintf("%s/%s", place, name);
	struct timespec times[2] = {{.tv_sec = changed}, {.tv_sec = changed}};
	struct error err = {0};

	assert_true(file_make_parents(path, &err));
	assert_true(file_write("0123456789", n, path, &err));
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	free(path);
}

static int
start(void **state)
{
	(void)state;
	assert_non_null(mkdtemp(place));
	make("เก่า.txt", 3, 1000);
	make("ใหม่.txt", 5, 3000);
	make("กลาง.pdf", 0, 2000);
	make("ข/ใน.txt", 1, 4000);
	make("ก/ใน.txt", 1, 5000);
	char *pipe = xasprintf("%s/pipe", place);
	assert_int_equal(mkfifo(pipe, 0600), 0);
	free(pipe);
	return 0;
}

static int
end(void **state)
{
	char *command = xasprintf("rm -r '%s'", place);

	(void)state;
	int status = system(command);
	free(command);
	return status;
}

static void
files_come_newest_first_then_folders(void **state)
{
	static const char *const names[] = {"ใหม่.txt", "กลาง.pdf", "เก่า.txt",
					    "ก", "ข"};
	struct arena a = {0};
	struct folder f;
	struct error err = {0};

	(void)state;
	assert_true(folder_read(place, &a, &f, &err));
	assert_int_equal(f.n, ARRAY_SIZE(names));
	for (size_t i = 0; i < f.n; i++)
		assert_string_equal(f.at[i].name, names[i]);
	assert_int_equal(f.at[0].size, 5);
	assert_int_equal(f.at[0].changed, (moment)3000 * 1000000);
	assert_false(f.at[2].is_folder);
	assert_true(f.at[3].is_folder);
	arena_done(&a);
}

static void
a_folder_that_is_not_there_is_told(void **state)
{
	struct arena a = {0};
	struct folder f;
	struct error err = {0};

	(void)state;
	assert_false(folder_read("/nothing/here", &a, &f, &err));
	assert_ptr_equal(err.kind, &ERROR_IO);
	assert_int_equal(f.n, 0);
	arena_done(&a);
}

static void
home_is_written_short_and_read_long(void **state)
{
	struct arena a = {0};

	(void)state;
	assert_string_equal(path_expand("~/ก", "/h/x", &a), "/h/x/ก");
	assert_string_equal(path_expand("~", "/h/x", &a), "/h/x");
	assert_string_equal(path_expand("~y/ก", "/h/x", &a), "~y/ก");
	assert_string_equal(path_expand("~/ก", NULL, &a), "~/ก");
	assert_string_equal(path_shorten("/h/x/ก", "/h/x", &a), "~/ก");
	assert_string_equal(path_shorten("/h/xy", "/h/x", &a), "/h/xy");
	assert_string_equal(path_shorten("/h/x", "", &a), "/h/x");
	assert_int_equal(path_last("a/b"), 2);
	assert_int_equal(path_last("a/"), 2);
	assert_int_equal(path_last("a"), 0);
	arena_done(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(files_come_newest_first_then_folders),
	    cmocka_unit_test(a_folder_that_is_not_there_is_told),
	    cmocka_unit_test(home_is_written_short_and_read_long),
	};

	return cmocka_run_group_tests(tests, start, end);
}
