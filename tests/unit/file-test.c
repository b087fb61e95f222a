/* file-test.c -- files read whole, written whole, refused in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#include "tests/test.h"

/* Each test runs in an empty directory of its own. */
static char home[64];

static int
enter_home(void **state)
{
	(void)state;
	strcpy(home, "/tmp/saraban-file.XXXXXX");
	return mkdtemp(home) && chdir(home) == 0 ? 0 : -1;
}

static int
leave_home(void **state)
{
	char command[sizeof(home) + 16];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", home);
	return chdir("/") == 0 ? system(command) : -1;
}

static void
put(const char *path, const char *s)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(s, 1, strlen(s), f), strlen(s));
	assert_int_equal(fclose(f), 0);
}

static void
assert_holds(const char *path, const char *s)
{
	struct text t = {0};
	struct error err = {0};

	assert_true(file_read(path, 1000, &t, &err));
	assert_string_equal(text_str(&t), s);
	text_done(&t);
}

static int
count_files(const char *pattern)
{
	char command[128];
	FILE *f;
	int n = -1;

	snprintf(command, sizeof(command), "ls -A %s 2>/dev/null | wc -l",
		 pattern);
	f = popen(command, "r");
	assert_non_null(f);
	assert_int_equal(fscanf(f, "%d", &n), 1);
	pclose(f);
	return n;
}

static void
a_file_is_read_behind_what_is_there(void **state)
{
	struct text t = {0};
	struct error err = {0};

	(void)state;
	put("a", "letter");
	text_add(&t, "the ");
	assert_true(file_read("a", 6, &t, &err));
	assert_string_equal(text_str(&t), "the letter");
	text_done(&t);
}

struct unreadable_case {
	const char *path, *says;
};

static const struct unreadable_case unreadable[] = {
    {"none", "there is no such file or folder"},
    {"dir", "dir is a directory"},
    {"fifo", "fifo is not a regular file"},
    {"large", "large is larger than 10 bytes"},
    {"/dev/null", "/dev/null is not a regular file"},
};

static void
what_cannot_be_read_is_told_and_nothing_added(void **state)
{
	(void)state;
	assert_int_equal(mkdir("dir", 0700), 0);
	assert_int_equal(mkfifo("fifo", 0600), 0);
	put("large", "eleven byte");
	for (size_t i = 0; i < ARRAY_SIZE(unreadable); i++) {
		struct text t = {0};
		struct error err = {0};

		text_add(&t, "as it was");
		assert_false(file_read(unreadable[i].path, 10, &t, &err));
		assert_ptr_equal(err.kind, &ERROR_IO);
		assert_non_null(strstr(err.detail, unreadable[i].says));
		assert_string_equal(text_str(&t), "as it was");
		text_done(&t);
	}
}

static void
a_large_file_is_given_back_whole_or_not_at_all(void **state)
{
	enum { SIZE = 200000 };
	struct text content = {0}, t = {0};
	struct error err = {0};

	(void)state;
	while (content.n < SIZE)
		text_add(&content, "ก\n");
	put("large", content.s);
	assert_false(file_read("large", content.n - 1, &t, &err));
	assert_ptr_equal(err.kind, &ERROR_IO);
	assert_string_equal(text_str(&t), "");
	assert_true(file_read("large", content.n, &t, &err));
	assert_string_equal(text_str(&t), content.s);
	text_done(&content);
	text_done(&t);
}

static void
standard_input_is_a_minus(void **state)
{
	struct text t = {0};
	struct error err = {0};
	int fd[2], saved = dup(STDIN_FILENO);

	(void)state;
	assert_int_equal(pipe(fd), 0);
	assert_int_equal(write(fd[1], "typed", 5), 5);
	close(fd[1]);
	dup2(fd[0], STDIN_FILENO);
	close(fd[0]);
	assert_true(file_read("-", 100, &t, &err));
	dup2(saved, STDIN_FILENO);
	close(saved);
	assert_string_equal(text_str(&t), "typed");
	text_done(&t);
}

static void
parents_are_made_private_and_may_exist(void **state)
{
	struct error err = {0};
	struct stat st;

	(void)state;
	assert_true(file_make_parents("a/b//c/file", &err));
	assert_true(file_make_parents("a/b/c/file", &err));
	assert_true(file_make_parents("file", &err));
	assert_true(file_make_parents("/tmp/file", &err));
	assert_int_equal(stat("a/b/c", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(stat("a/b/c/file", &st), -1);
}

static void
a_file_in_the_way_of_a_directory_is_told(void **state)
{
	struct error err = {0};

	(void)state;
	put("a", "");
	assert_false(file_make_parents("a/b/c", &err));
	assert_ptr_equal(err.kind, &FILE_WRITE);
	assert_non_null(strstr(err.detail, "is no folder"));
}

static void
a_file_tells_size_digest_and_its_first_bytes(void **state)
{
	struct file_info info;
	struct error err = {0};
	char hex[HEX_SIZE];

	(void)state;
	put("short", "abc");
	assert_true(file_inspect("short", &info, &err));
	hex_of(info.digest, sizeof(info.digest), hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
				 "b00361a396177a9cb410ff61f20015ad");
	assert_int_equal(info.size, 3);
	assert_int_equal(info.head_n, 3);
	assert_memory_equal(info.head, "abc", 3);
	put("long", "%PDF-1.7 and much more");
	assert_true(file_inspect("long", &info, &err));
	assert_int_equal(info.head_n, sizeof(info.head));
	assert_memory_equal(info.head, "%PDF-1.7 and muc", 16);
	assert_false(file_inspect(".", &info, &err));
	assert_ptr_equal(err.kind, &ERROR_IO);
}

static void
a_copy_is_private_whole_and_leaves_nothing_else(void **state)
{
	struct error err = {0};
	struct stat st;

	(void)state;
	put("from", "content");
	assert_true(file_copy("from", "to", &err));
	assert_holds("to", "content");
	assert_int_equal(stat("to", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(count_files("."), 2);
}

static void
a_copy_onto_the_same_content_is_done_already(void **state)
{
	struct error err = {0};
	struct stat before, after;

	(void)state;
	put("from", "content");
	put("to", "content");
	assert_int_equal(stat("to", &before), 0);
	assert_true(file_copy("from", "to", &err));
	assert_int_equal(stat("to", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
}

static void
a_copy_never_overwrites_other_content(void **state)
{
	struct error err = {0};

	(void)state;
	put("from", "new");
	put("to", "old");
	assert_int_equal(symlink("nowhere", "link"), 0);
	assert_false(file_copy("from", "to", &err));
	assert_ptr_equal(err.kind, &FILE_WRITE);
	assert_holds("to", "old");
	assert_false(file_copy("from", "link", &err));
	assert_ptr_equal(err.kind, &FILE_WRITE);
}

static void
a_copy_tells_which_side_failed(void **state)
{
	struct error err = {0};

	(void)state;
	put("from", "content");
	assert_false(file_copy("none", "to", &err));
	assert_ptr_equal(err.kind, &ERROR_IO);
	assert_false(file_copy("from", "no/where", &err));
	assert_ptr_equal(err.kind, &FILE_WRITE);
	assert_int_equal(count_files("."), 1);
}

/* A limit of the file's size stands for the full disk. */
static void
a_copy_that_finds_no_room_leaves_nothing(void **state)
{
	struct error err = {0};
	struct rlimit saved, small;
	bool copied;

	(void)state;
	put("from", "content");
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &saved), 0);
	small = saved;
	small.rlim_cur = 3;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	copied = file_copy("from", "to", &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &saved), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_false(copied);
	assert_ptr_equal(err.kind, &FILE_WRITE);
	assert_int_equal(count_files("."), 1);
}

static void
the_name_of_a_path_is_its_last_part(void **state)
{
	(void)state;
	assert_string_equal(file_name_of("a/b/c.pdf"), "c.pdf");
	assert_string_equal(file_name_of("c.pdf"), "c.pdf");
	assert_string_equal(file_name_of("/c"), "c");
	assert_string_equal(file_name_of("a/"), "");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, enter_home, leave_home)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_file_is_read_behind_what_is_there),
	    TEST(what_cannot_be_read_is_told_and_nothing_added),
	    TEST(a_large_file_is_given_back_whole_or_not_at_all),
	    TEST(standard_input_is_a_minus),
	    TEST(parents_are_made_private_and_may_exist),
	    TEST(a_file_in_the_way_of_a_directory_is_told),
	    TEST(a_file_tells_size_digest_and_its_first_bytes),
	    TEST(a_copy_is_private_whole_and_leaves_nothing_else),
	    TEST(a_copy_onto_the_same_content_is_done_already),
	    TEST(a_copy_never_overwrites_other_content),
	    TEST(a_copy_tells_which_side_failed),
	    TEST(a_copy_that_finds_no_room_leaves_nothing),
	    TEST(the_name_of_a_path_is_its_last_part),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
