/* mem-test.c -- allocation aborts instead of failing, a bug is told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"

#include "tests/test.h"

enum { TOLD_MAX = 512 };

/* Runs f in a child, keeps what it writes to standard error in told, and
   returns the signal that ended it, 0 when none did. */
static int
signal_of(void (*f)(void), char told[TOLD_MAX])
{
	int fd[2], status;
	size_t n = 0;
	ssize_t got;
	pid_t child;

	assert_int_equal(pipe(fd), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		signal(SIGABRT, SIG_DFL);
		dup2(fd[1], STDERR_FILENO);
		f();
		_exit(0);
	}
	close(fd[1]);
	while (n < TOLD_MAX - 1 &&
	       (got = read(fd[0], told + n, TOLD_MAX - 1 - n)) > 0)
		n += (size_t)got;
	told[n] = '\0';
	close(fd[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void
say_hook(void)
{
	static const char word[] = "hook ";

	if (write(STDERR_FILENO, word, strlen(word)) < 0)
		_exit(9);
}

static void
raise_bug(void)
{
	bug_set_hook(say_hook);
	bug("seven is %d", 7);
}

static void
broken_hook(void)
{
	bug("the hook is broken");
}

static void
raise_bug_with_broken_hook(void)
{
	bug_set_hook(broken_hook);
	bug("first");
}

static void
allocate_nothing(void)
{
	free(xmalloc(0));
}

static void
allocate_nothing_of_many(void)
{
	free(xcalloc(0, 4));
}

static void
overflow(void)
{
	free(xreallocarray(NULL, SIZE_MAX / 2, 3));
}

static void
a_bug_runs_the_hook_tells_where_and_aborts(void **state)
{
	char told[TOLD_MAX];

	(void)state;
	assert_int_equal(signal_of(raise_bug, told), SIGABRT);
	assert_memory_equal(told, "hook ", 5);
	assert_non_null(strstr(told, "mem-test.c:"));
	assert_non_null(strstr(told, ": seven is 7\n"));
}

static void
a_bug_inside_the_hook_still_ends(void **state)
{
	char told[TOLD_MAX];

	(void)state;
	assert_int_equal(signal_of(raise_bug_with_broken_hook, told), SIGABRT);
	assert_non_null(strstr(told, "the hook is broken"));
}

static void
allocating_nothing_is_a_bug(void **state)
{
	char told[TOLD_MAX];

	(void)state;
	assert_int_equal(signal_of(allocate_nothing, told), SIGABRT);
	assert_int_equal(signal_of(allocate_nothing_of_many, told), SIGABRT);
}

static void
an_overflowing_size_is_a_bug(void **state)
{
	char told[TOLD_MAX];

	(void)state;
	assert_int_equal(signal_of(overflow, told), SIGABRT);
	assert_non_null(strstr(told, "too large"));
}

static void
strings_are_copied_and_formatted(void **state)
{
	char *whole = xstrdup("เลข"), *part = xstrndup("abcdef", 3),
	     *longer = xstrndup("ab", 9), *made = xasprintf("%d/%s", 12, "ว");

	(void)state;
	assert_string_equal(whole, "เลข");
	assert_string_equal(part, "abc");
	assert_string_equal(longer, "ab");
	assert_string_equal(made, "12/ว");
	free(whole);
	free(part);
	free(longer);
	free(made);
}

static void
arrays_are_zeroed_and_grow(void **state)
{
	int *at = xcalloc(3, sizeof(*at));

	(void)state;
	assert_int_equal(at[0] | at[1] | at[2], 0);
	at[2] = 7;
	at = xreallocarray(at, 1000, sizeof(*at));
	assert_int_equal(at[2], 7);
	at[999] = 1;
	free(at);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_bug_runs_the_hook_tells_where_and_aborts),
	    cmocka_unit_test(a_bug_inside_the_hook_still_ends),
	    cmocka_unit_test(allocating_nothing_is_a_bug),
	    cmocka_unit_test(an_overflowing_size_is_a_bug),
	    cmocka_unit_test(strings_are_copied_and_formatted),
	    cmocka_unit_test(arrays_are_zeroed_and_grow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
