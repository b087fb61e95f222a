/* each-act.c -- every act of an office's year, with a fault in the middle */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/fault/each-act.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/fixture.h"
#include "tests/store/whole-road.h"
#include "tests/test.h"

enum { SECONDS = 120, TRIES_MAX = 4000 };
enum { ENDS_DONE = 10, ENDS_REFUSED, ENDS_UNREACHED, ENDS_UNOPENED };

static const struct act_fault *fault;
static long acts, tries, ended, refused;

/* One act as it is asked for. */
struct asked {
	unsigned char id[ID_SIZE];
	const char *login;
	const struct words *words;
	int64_t before, whole; /* events */
};

static int64_t
events(const struct fixture *f)
{
	return fixture_count(f, "SELECT count(*) FROM event");
}

static void
copy(const char *from, const char *to)
{
	char *command =
	    xasprintf("rm -rf '%s' && cp -a '%s' '%s'", to, from, to);

	if (system(command) != 0)
		bug("%s fails", command);
	free(command);
}

static char *
kept_of(const struct fixture *f)
{
	return xasprintf("%s.kept", f->directory);
}

static void
keep(struct fixture *f)
{
	char *kept = kept_of(f);

	fixture_close(f);
	copy(f->directory, kept);
	free(kept);
}

static void
put_back(struct fixture *f)
{
	char *kept = kept_of(f);

	fixture_close(f);
	copy(kept, f->directory);
	free(kept);
}

static void
forget(const struct fixture *f)
{
	char *kept = kept_of(f);
	char *command = xasprintf("rm -rf '%s'", kept);

	if (system(command) != 0)
		bug("%s fails", command);
	free(command);
	free(kept);
}

static void
do_with_fault(struct fixture *f, const struct asked *a, long n)
{
	static const struct rlimit none = {0, 0};
	bool done;

	setrlimit(RLIMIT_CORE, &none);
	alarm(SECONDS);
	signal(SIGSEGV, SIG_DFL);
	fault->prepare();
	if (freopen("/dev/null", "w", stderr) == NULL ||
	    fixture_session(f, a->login) == NULL)
		_exit(ENDS_UNOPENED);
	fault->arm(n);
	done = fixture_run(f, a->id, a->login, a->words);
	if (!fault->reached())
		_exit(ENDS_UNREACHED);
	_exit(done ? ENDS_DONE : ENDS_REFUSED);
}

static void
fail_at(const struct asked *a, long n, const char *what)
{
	fail_msg("%s %s, try %ld: %s", a->words->at[0],
		 a->words->n > 1 ? a->words->at[1] : "", n, what);
}

/* As the process ended; fails where it should not have. */
static int
end_of(const struct asked *a, long n, int status)
{
	if (WIFEXITED(status)) {
		if (WEXITSTATUS(status) < ENDS_DONE ||
		    WEXITSTATUS(status) >= ENDS_UNOPENED)
			fail_at(a, n, "it could not begin");
		return WEXITSTATUS(status);
	}
	if (WTERMSIG(status) != SIGKILL && !fault->may_end)
		fail_at(a, n, strsignal(WTERMSIG(status)));
	ended++;
	return 0;
}

static void
assert_whole_or_absent(struct fixture *f, const struct asked *a, long n,
		       int end)
{
	int64_t there = events(f);

	if (!fixture_is_clean(f))
		fail_at(a, n, "the register has a fault");
	if (end == ENDS_DONE && there != a->whole)
		fail_at(a, n, "done, and not all of it is there");
	if (end == ENDS_REFUSED && fault->is_known && there != a->before)
		fail_at(a, n, "refused, and there is something");
	if (there != a->before && there != a->whole)
		fail_at(a, n, "half done");
	if (!fixture_run(f, a->id, a->login, a->words))
		fail_at(a, n, f->err.detail);
	if (events(f) != a->whole)
		fail_at(a, n, "done twice, or not all of it");
}

/* False when there was no nth time. */
static bool
survives(struct fixture *f, const struct asked *a, long n)
{
	int status, end;
	pid_t child;

	put_back(f);
	fflush(NULL);
	child = fork();
	if (child == 0)
		do_with_fault(f, a, n);
	assert_int_equal(waitpid(child, &status, 0), child);
	end = end_of(a, n, status);
	refused += end == ENDS_REFUSED;
	tries++;
	assert_whole_or_absent(f, a, n, end);
	return end != ENDS_UNREACHED;
}

static bool
try_with_fault(struct fixture *f, const unsigned char *act_id,
	       const char *login, const struct words *words)
{
	struct asked a = {.login = login, .words = words};
	bool ok;
	long n = 1;

	f->instead = NULL;
	if (act_id != NULL)
		memcpy(a.id, act_id, ID_SIZE);
	else
		random_bytes(a.id, ID_SIZE);
	keep(f);
	a.before = events(f);
	ok = fixture_run(f, a.id, login, words);
	a.whole = events(f);
	while (ok && n < TRIES_MAX && survives(f, &a, n))
		n += fault->step;
	if (ok) {
		put_back(f);
		ok = fixture_run(f, a.id, login, words);
	}
	forget(f);
	acts++;
	f->instead = try_with_fault;
	return ok;
}

void
each_act(const struct act_fault *with)
{
	struct fixture f;

	fault = with;
	acts = tries = ended = refused = 0;
	whole_road_with(&f, try_with_fault);
	f.instead = NULL;
	assert_true(fixture_is_clean(&f));
	print_message("%ld acts, %ld tries: %ld refused, %ld ended\n", acts,
		      tries, refused, ended);
	fixture_done(&f);
}
