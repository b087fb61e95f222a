/* run-test.c -- another program does a piece of work, within limits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/run.h"
#include "base/scratch.h"

#include "tests/test.h"

static struct text out;
static struct error err;

/* What the shell does with a line of its language. */
static bool
run(const char *line, int seconds, size_t bytes)
{
	const char *words[] = {"sh", "-c", line, NULL};
	struct run r = {
	    .words = (char *const *)(uintptr_t)words,
	    .environment = environ,
	    .seconds = seconds,
	    .bytes = bytes,
	};

	text_done(&out);
	text_add(&out, "> ");
	err = (struct error){0};
	return run_program(&r, &out, &err);
}

/* Nobody is left behind, whatever happened. */
static bool
is_alone(void)
{
	return waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD;
}

static void
what_it_prints_is_added(void **state)
{
	(void)state;
	assert_true(run("printf ก; cat", 20, 100));
	assert_string_equal(out.s, "> ก");
	assert_true(is_alone());
}

static void
much_is_read_while_it_prints_and_complains(void **state)
{
	(void)state;
	assert_true(run("head -c 1000000 /dev/zero | tr '\\0' x; "
			"head -c 1000000 /dev/zero >&2",
			20, 1000000));
	assert_int_equal(out.n, 1000002);
}

static void
a_program_that_is_not_there_is_missing(void **state)
{
	const char *words[] = {"saraban-no-such-program", NULL};
	struct run r = {
	    .words = (char *const *)(uintptr_t)words,
	    .seconds = 20,
	    .bytes = 10,
	};

	(void)state;
	err = (struct error){0};
	assert_false(run_program(&r, &out, &err));
	assert_ptr_equal(err.kind, &RUN_MISSING);
	assert_string_equal(err.detail, words[0]);
}

static void
fails(const char *line, int seconds, size_t bytes, const char *why)
{
	assert_false(run(line, seconds, bytes));
	assert_ptr_equal(err.kind, &RUN_FAILED);
	if (strstr(err.detail, why) == NULL)
		fail_msg("%s: %s", line, err.detail);
	assert_string_equal(out.s, "> ");
	assert_true(is_alone());
}

static void
why_it_failed_is_told_in_its_own_words(void **state)
{
	(void)state;
	fails("printf x; printf '\\nno paper\\nmore\\n' >&2; exit 3", 20, 10,
	      "status 3: no paper");
	fails("kill -9 $$", 20, 10, "signal 9");
	fails("exit 1", 20, 10, "status 1");
}

static void
one_that_does_not_end_is_ended(void **state)
{
	(void)state;
	fails("sleep 1000 & sleep 1000; echo", 1, 10, "1 seconds");
	fails("exec >/dev/null 2>&1; sleep 1000", 1, 10, "1 seconds");
}

static void
one_that_prints_without_end_is_ended(void **state)
{
	(void)state;
	fails("yes", 20, 100000, "100000 bytes");
}

static void
what_it_started_goes_with_it(void **state)
{
	int held[2];
	char byte;

	(void)state;
	assert_int_equal(pipe(held), 0);
	assert_true(run("sleep 1000 >/dev/null 2>&1 3>&- & exit 0", 20, 10));
	close(held[1]);
	/* Only the sleeper could still hold it. */
	assert_int_equal(read(held[0], &byte, 1), 0);
	close(held[0]);
}

static void
signals_held_back_or_ignored_reach_it(void **state)
{
	struct scratch s = {0};

	(void)state;
	assert_true(scratch_begin(&s, "/tmp", &err));
	signal(SIGPIPE, SIG_IGN);
	fails("kill -TERM $$; exit 0", 20, 10, "signal 15");
	fails("kill -PIPE $$; exit 0", 20, 10, "signal 13");
	scratch_end(&s);
}

static volatile sig_atomic_t noted;

static void
note(int signal)
{
	noted = signal;
}

static void
to_be_ended_ends_it_and_removes_the_directory_first(void **state)
{
	struct scratch s = {0};
	struct stat st;
	char *path, *file;

	(void)state;
	signal(SIGTERM, note);
	assert_true(scratch_begin(&s, "/tmp", &err));
	path = xstrdup(s.path);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	file = scratch_write(&s, "sheet", "a\0b", 3, &err);
	assert_non_null(file);
	assert_int_equal(stat(file, &st), 0);
	assert_int_equal(st.st_size, 3);
	raise(SIGTERM);
	fails("sleep 1000", 20, 10, "was stopped");
	assert_int_equal(noted, 0);
	scratch_end(&s);
	assert_int_equal(noted, SIGTERM);
	assert_int_equal(stat(path, &st), -1);
	free(file);
	free(path);
}

static void
a_place_that_is_not_there_holds_no_directory(void **state)
{
	struct scratch s = {0};

	(void)state;
	assert_false(scratch_begin(&s, "/nowhere/at/all", &err));
	assert_ptr_equal(err.kind, &ERROR_IO);
	scratch_end(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_it_prints_is_added),
	    cmocka_unit_test(much_is_read_while_it_prints_and_complains),
	    cmocka_unit_test(a_program_that_is_not_there_is_missing),
	    cmocka_unit_test(why_it_failed_is_told_in_its_own_words),
	    cmocka_unit_test(one_that_does_not_end_is_ended),
	    cmocka_unit_test(one_that_prints_without_end_is_ended),
	    cmocka_unit_test(what_it_started_goes_with_it),
	    cmocka_unit_test(signals_held_back_or_ignored_reach_it),
	    cmocka_unit_test(
		to_be_ended_ends_it_and_removes_the_directory_first),
	    cmocka_unit_test(a_place_that_is_not_there_holds_no_directory),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	text_done(&out);
	return failed;
}
