/* memory-test.c -- memory runs out in the middle of an act */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/fault/memory.h"
#include "tests/fixture.h"
#include "tests/server.h"
#include "tests/test.h"

enum {
	SQLITE_STRIDE = SOAK ? 1 : 7,
	LEAST = 40, /* an act has more allocations than these */
	MOST = 100000,
	SECONDS = 30
};

static bool
receive(struct fixture *f, const unsigned char id[ID_SIZE])
{
	return fixture_act_as(f, id, "clerk", "receive", "--subject", "x",
			      "--enclosure", "x", NULL);
}

static int64_t
letters(const struct fixture *f)
{
	return fixture_count(f, "SELECT count(*) FROM letter");
}

static void
begin(struct fixture *f)
{
	if (!memory_install()) {
		print_message("memory cannot be taken away here\n");
		skip();
	}
	fixture_register(f);
}

/* Once memory is there again, it is done, once, under the next number. */
static void
assert_done_once(struct fixture *f, const unsigned char id[ID_SIZE],
		 int64_t number, long n)
{
	if (!receive(f, id))
		fail_msg("after allocation %ld: %s, %s", n, f->err.kind->name,
			 f->err.detail);
	assert_int_equal(fixture_int(f, "number"), number);
	assert_int_equal(letters(f), number);
}

/* ------------------------------------------------- it is refused, and goes on
 */

/* False when there was no nth allocation. */
static bool
is_refused_without(struct fixture *f, long n, bool for_ever)
{
	unsigned char id[ID_SIZE];
	int64_t before = letters(f);
	bool done, reached;

	random_bytes(id, sizeof(id));
	memory_fail_at(MEMORY_OF_SQLITE, n, for_ever);
	done = receive(f, id);
	reached = memory_asked() >= n;
	memory_fail_at(MEMORY_OF_SQLITE, 0, false);
	if (!done) {
		char *sentence = error_sentence(&f->err);

		assert_true(sentence[0] != '\0');
		free(sentence);
		/* With no memory at all nobody could be asked any more. */
		if (!for_ever)
			assert_int_equal(letters(f), before);
	}
	assert_done_once(f, id, before + 1, n);
	return reached;
}

/* A server has its own. */
static void
needs_sqlite(void)
{
	if (server_is_used())
		skip();
}

static void
an_act_for_which_sqlite_has_no_memory_is_refused(void **state)
{
	struct fixture f;

	(void)state;
	needs_sqlite();
	begin(&f);
	assert_non_null(fixture_session(&f, "clerk"));
	for (int for_ever = 0; for_ever <= 1; for_ever++) {
		long n = 1;

		while (n < MOST && is_refused_without(&f, n, for_ever))
			n += SQLITE_STRIDE;
		assert_in_range(n, LEAST, MOST - 1);
	}
	assert_true(fixture_is_clean(&f));
	fixture_done(&f);
}

/* --------------------------------------------------- the program may end by it
 */

enum { ENDS_DONE = 10, ENDS_REFUSED, ENDS_UNREACHED };

struct shortage {
	enum memory_of whose;
	bool for_ever;
	bool from_opening; /* and not from an open register on */
	long stride;
};

static void
receive_without(struct fixture *f, const unsigned char id[ID_SIZE],
		const struct shortage *s, long n)
{
	static const struct rlimit none = {0, 0};
	bool done;

	setrlimit(RLIMIT_CORE, &none);
	alarm(SECONDS);
	signal(SIGSEGV, SIG_DFL);
	/* What is said before the end is for people. */
	if (freopen("/dev/null", "w", stderr) == NULL ||
	    (!s->from_opening && fixture_session(f, "clerk") == NULL))
		_exit(1);
	memory_fail_at(s->whose, n, s->for_ever);
	done = receive(f, id);
	if (memory_asked() < n)
		_exit(ENDS_UNREACHED);
	_exit(done ? ENDS_DONE : ENDS_REFUSED);
}

/* The program says that it has no memory and ends, by design; whatever it did,
   nothing is half done.  False when there was no nth allocation. */
static bool
leaves_nothing_half_done(struct fixture *f, const struct shortage *s, long n)
{
	unsigned char id[ID_SIZE];
	int64_t before = letters(f);
	int status;
	pid_t child;

	random_bytes(id, sizeof(id));
	fixture_close(f);
	fflush(NULL);
	child = fork();
	if (child == 0)
		receive_without(f, id, s, n);
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status) && WTERMSIG(status) != SIGABRT)
		fail_msg("signal %d at allocation %ld", WTERMSIG(status), n);
	if (WIFEXITED(status))
		assert_in_range(WEXITSTATUS(status), ENDS_DONE, ENDS_UNREACHED);
	if (WIFEXITED(status) && WEXITSTATUS(status) == ENDS_REFUSED &&
	    !s->for_ever)
		assert_int_equal(letters(f), before);
	assert_done_once(f, id, before + 1, n);
	return WIFSIGNALED(status) || WEXITSTATUS(status) != ENDS_UNREACHED;
}

static void
every_allocation(const struct shortage *s)
{
	struct fixture f;
	long n = 1;

	begin(&f);
	while (n < MOST && leaves_nothing_half_done(&f, s, n))
		n += SOAK ? s->stride / 11 : s->stride;
	assert_in_range(n, LEAST, MOST - 1);
	assert_true(fixture_is_clean(&f));
	print_message("%ld allocations\n", n);
	fixture_done(&f);
}

static void
a_program_without_memory_leaves_nothing_half_done(void **state)
{
	(void)state;
	every_allocation(&(struct shortage){MEMORY_OF_US, false, false, 11});
}

static void
a_register_is_opened_with_little_memory_or_not(void **state)
{
	(void)state;
	needs_sqlite();
	every_allocation(
	    &(struct shortage){MEMORY_OF_SQLITE, false, true, 401});
	every_allocation(&(struct shortage){MEMORY_OF_SQLITE, true, true, 401});
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_act_for_which_sqlite_has_no_memory_is_refused),
	    cmocka_unit_test(a_program_without_memory_leaves_nothing_half_done),
	    cmocka_unit_test(a_register_is_opened_with_little_memory_or_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
