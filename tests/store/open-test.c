/* open-test.c -- what is opened, what is refused, and that refusing writes
   nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

#include "store/internal.h"

#include "tests/fixture.h"
#include "tests/test.h"

enum { NOBODY = 65534 };

static void
write_file(const char *path, const char *s)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	fputs(s, out);
	assert_int_equal(fclose(out), 0);
}

static void
run(const char *command, const char *path, const char *glob)
{
	char *line = xasprintf("%s '%s'%s", command, path, glob);

	assert_int_equal(system(line), 0);
	free(line);
}

/* What lies in the fixture's directory: names, sizes and digests, as text. */
static char *
picture_of(const struct fixture *f)
{
	struct text t = {0};
	char *command = xasprintf("cd '%s' && ls -A && find . -type f -exec "
				  "sha256sum {} + | sort",
				  f->directory);
	char line[300];
	FILE *in = popen(command, "r");

	assert_non_null(in);
	while (fgets(line, sizeof(line), in) != NULL)
		text_add(&t, line);
	pclose(in);
	free(command);
	return text_take(&t);
}

/* Opening is refused for that reason, and the directory stays as it was. */
static void
assert_refused(const struct fixture *f, const char *path, enum store_mode mode,
	       const struct error_kind *kind)
{
	struct error err = {0};
	char *before = picture_of(f), *after;
	struct store *st = store_open(path, mode, &err);

	assert_null(st);
	if (err.kind != kind)
		fail_msg("%s (%s), and not %s", err.kind->name, err.detail,
			 kind->name);
	after = picture_of(f);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static const enum store_mode both[] = {STORE_READ, STORE_WRITE};

static void
a_file_that_is_not_there_is_missing(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f);
	for (size_t i = 0; i < ARRAY_SIZE(both); i++)
		assert_refused(&f, f.path, both[i], &STORE_MISSING);
	fixture_done(&f);
}

static void
a_text_is_no_register_and_init_leaves_it(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f);
	write_file(f.path, "a letter to the editor, which is no database\n");
	for (size_t i = 0; i < ARRAY_SIZE(both); i++)
		assert_refused(&f, f.path, both[i], &STORE_NOT_OURS);
	assert_refused(&f, f.path, STORE_NEW, &STORE_EXISTS);
	fixture_done(&f);
}

static void
an_empty_file_is_no_register(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f);
	write_file(f.path, "");
	for (size_t i = 0; i < ARRAY_SIZE(both); i++)
		assert_refused(&f, f.path, both[i], &STORE_NOT_OURS);
	fixture_done(&f);
}

static void
another_programs_database_is_no_register_and_init_leaves_it(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f);
	write_file(f.path, "");
	assert_true(fixture_sql(&f, "CREATE TABLE mails (subject)"));
	for (size_t i = 0; i < ARRAY_SIZE(both); i++)
		assert_refused(&f, f.path, both[i], &STORE_NOT_OURS);
	assert_refused(&f, f.path, STORE_NEW, &STORE_EXISTS);
	fixture_done(&f);
}

static void
a_directory_is_no_register(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f);
	assert_int_equal(mkdir(f.path, 0700), 0);
	for (size_t i = 0; i < ARRAY_SIZE(both); i++)
		assert_refused(&f, f.path, both[i], &STORE_NOT_OURS);
	assert_refused(&f, f.path, STORE_NEW, &STORE_NOT_OURS);
	fixture_done(&f);
}

static void
a_pipe_or_a_link_is_no_register(void **state)
{
	struct fixture f;
	char *link;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	link = xasprintf("%s/link", f.directory);
	assert_int_equal(symlink(f.path, link), 0);
	for (size_t i = 0; i < ARRAY_SIZE(both); i++) {
		struct error err = {0};

		assert_null(store_open(link, both[i], &err));
	}
	assert_int_equal(unlink(link), 0);
	assert_int_equal(mkfifo(link, 0600), 0);
	for (size_t i = 0; i < ARRAY_SIZE(both); i++)
		assert_refused(&f, link, both[i], &STORE_NOT_OURS);
	free(link);
	fixture_done(&f);
}

static void
a_register_from_the_future_is_refused_and_stays(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	/* Its journal mode may be another one, too. */
	assert_true(fixture_sql(&f, "PRAGMA journal_mode = DELETE;"
				    "PRAGMA user_version = 99"));
	for (size_t i = 0; i < ARRAY_SIZE(both); i++)
		assert_refused(&f, f.path, both[i], &STORE_NEWER);
	assert_refused(&f, f.path, STORE_NEW, &STORE_EXISTS);
	fixture_done(&f);
}

static void
init_refuses_a_register_and_takes_up_its_own_beginning(void **state)
{
	struct fixture f;
	struct store *st;

	(void)state;
	fixture_start(&f);
	/* Interrupted after the schema was made, before the first event. */
	st = store_open(f.path, STORE_NEW, &f.err);
	assert_non_null(st);
	store_close(st);
	fixture_must(&f, NULL, "init", "อบต.ดงมะไฟ", NULL);
	assert_true(
	    fixture_refuses(&f, &STORE_EXISTS, NULL, "init", "อื่น", NULL));
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* ------------------------------------------------ not ours to write */

typedef bool (*child_fn)(struct fixture *f);

/* Runs in a child that is nobody in particular: root may do everything. */
static bool
as_nobody(struct fixture *f, child_fn body)
{
	pid_t pid;
	int status;

	fflush(NULL);
	pid = fork();
	if (pid == 0) {
		if (geteuid() == 0 &&
		    (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
			_exit(2);
		_exit(body(f) ? 0 : 1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status == 0;
}

static bool
may_only_be_read(struct fixture *f)
{
	struct store *st = store_open(f->path, STORE_WRITE, &f->err);

	if (st != NULL || f->err.kind != &STORE_READ_ONLY)
		return false;
	st = store_open(f->path, STORE_READ, &f->err);
	store_close(st);
	return st != NULL;
}

static void
a_file_that_may_only_be_read_is_opened_for_looking(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	run("chmod 0777", f.directory, "");
	run("chmod 0444", f.path, "*");
	assert_true(as_nobody(&f, may_only_be_read));
	fixture_done(&f);
}

static bool
may_not_even_be_read(struct fixture *f)
{
	struct store *st = store_open(f->path, STORE_READ, &f->err);

	return st == NULL && f->err.kind == &STORE_FAILED &&
	       strstr(f->err.detail, "directory") != NULL;
}

/* SQLite keeps its log beside the file, for readers as well. */
static void
looking_needs_a_directory_that_may_be_written(void **state)
{
	struct fixture f;

	(void)state;
	fixture_register(&f);
	fixture_close(&f);
	run("chmod 0444", f.path, "*");
	run("chmod 0555", f.directory, "");
	assert_true(as_nobody(&f, may_not_even_be_read));
	run("chmod 0700", f.directory, "");
	fixture_done(&f);
}

static bool
may_not_be_made(struct fixture *f)
{
	struct store *st = store_open(f->path, STORE_NEW, &f->err);

	return st == NULL && f->err.kind == &STORE_READ_ONLY;
}

static void
a_register_is_not_made_where_nothing_may_be_made(void **state)
{
	struct fixture f;

	(void)state;
	fixture_start(&f);
	run("chmod 0555", f.directory, "");
	assert_true(as_nobody(&f, may_not_be_made));
	run("chmod 0700", f.directory, "");
	fixture_done(&f);
}

static void
a_new_register_is_for_its_account_alone(void **state)
{
	static const char *const files[] = {"", "-gate", "-next"};
	struct fixture f;
	struct stat sb;

	(void)state;
	umask(0);
	fixture_register(&f);
	for (size_t i = 0; i < ARRAY_SIZE(files); i++) {
		char *path = xasprintf("%s%s", f.path, files[i]);

		assert_int_equal(stat(path, &sb), 0);
		assert_int_equal(sb.st_mode & 0777, 0600);
		free(path);
	}
	fixture_done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_file_that_is_not_there_is_missing),
	    cmocka_unit_test(a_text_is_no_register_and_init_leaves_it),
	    cmocka_unit_test(an_empty_file_is_no_register),
	    cmocka_unit_test(
		another_programs_database_is_no_register_and_init_leaves_it),
	    cmocka_unit_test(a_directory_is_no_register),
	    cmocka_unit_test(a_pipe_or_a_link_is_no_register),
	    cmocka_unit_test(a_register_from_the_future_is_refused_and_stays),
	    cmocka_unit_test(
		init_refuses_a_register_and_takes_up_its_own_beginning),
	    cmocka_unit_test(
		a_file_that_may_only_be_read_is_opened_for_looking),
	    cmocka_unit_test(looking_needs_a_directory_that_may_be_written),
	    cmocka_unit_test(a_register_is_not_made_where_nothing_may_be_made),
	    cmocka_unit_test(a_new_register_is_for_its_account_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
