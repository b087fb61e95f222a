/* confine-test.c -- a process that shut itself in gets at nothing any more */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/confine.h"

#include "tests/test.h"

static int fd_before; /* a handle that the process had */
static char secret[] = "/tmp/confine-test.XXXXXX";

/* Each is true when it was possible. */

static bool
reads_a_file(void)
{
	return open(secret, O_RDONLY) >= 0;
}

static bool
writes_a_file(void)
{
	return open(secret, O_WRONLY) >= 0;
}

static bool
makes_a_file(void)
{
	return open("/usr/share/locale/made", O_WRONLY | O_CREAT, 0600) >= 0;
}

static bool
removes_a_file(void)
{
	return unlink(secret) == 0;
}

static bool
uses_a_handle_of_before(void)
{
	char c;

	return pread(fd_before, &c, 1, 0) >= 0;
}

static bool
makes_a_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 ||
	       socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static bool
makes_a_pair_of_sockets(void)
{
	int ends[2];

	return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
}

static bool
connects(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(22)};

	return connect(0, (struct sockaddr *)&to, sizeof(to)) == 0 ||
	       errno != EPERM;
}

static bool
signals_its_keeper(void)
{
	return kill(getppid(), 0) == 0;
}

static bool
looks_into_its_keeper(void)
{
	char c;
	struct iovec here = {&c, 1}, there = {secret, 1};

	return process_vm_readv(getppid(), &here, 1, &there, 1, 0) > 0 ||
	       ptrace(PTRACE_ATTACH, getppid(), 0, 0) == 0;
}

static bool
forks(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return child > 0;
}

static bool
types_on_the_terminal(void)
{
	return ioctl(0, TIOCSTI, "x") == 0 || errno != EPERM;
}

static bool
runs_what_it_wrote(void)
{
	void *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
		       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (p != MAP_FAILED)
		return true;
	p = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
		 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return p == MAP_FAILED || mprotect(p, 4096, PROT_READ | PROT_EXEC) == 0;
}

static bool
changes_its_limits(void)
{
	const struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};

	return setrlimit(RLIMIT_NOFILE, &more) == 0;
}

static bool
changes_its_folder(void)
{
	return chdir("/tmp") == 0;
}

/* What it must still be able to do. */

static bool
cannot_work(void)
{
	void *p = malloc(1 << 22);
	bool ok = p != NULL && open("/usr/share/locale", O_RDONLY) >= 0 &&
		  write(2, "", 0) == 0 && time(NULL) > 0;

	free(p);
	return !ok;
}

/* In a process of its own: how it ended. */
static int
shut_in(bool (*can)(void))
{
	static const char *const readable[] = {"/usr/share/locale", "/nowhere",
					       NULL};
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		struct error err = {0};

		if (!confine_self(STDERR_FILENO + 1, readable, &err))
			_exit(2);
		_exit(can());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static const struct attempt {
	const char *name;
	bool (*can)(void);
	bool by_landlock; /* also without a filter of system calls */
} attempts[] = {
    {"work it has to do", cannot_work, true},
    {"a file is read", reads_a_file, true},
    {"a file is written", writes_a_file, true},
    {"a file is made", makes_a_file, true},
    {"a file is removed", removes_a_file, true},
    {"a handle of before is used", uses_a_handle_of_before, true},
    {"a socket is made", makes_a_socket, false},
    {"a pair of sockets is made", makes_a_pair_of_sockets, false},
    {"it connects", connects, false},
    {"its keeper gets a signal", signals_its_keeper, false},
    {"its keeper is looked into", looks_into_its_keeper, false},
    {"it forks", forks, false},
    {"keys are typed for the user", types_on_the_terminal, false},
    {"memory is written and run", runs_what_it_wrote, false},
    {"limits are lifted", changes_its_limits, false},
    {"the folder is changed", changes_its_folder, false},
};

static bool
has_filter(void)
{
	return confine_seccomp_is_built() && confine_has_seccomp();
}

static void
nothing_forbidden_can_be_done(void **state)
{
	size_t possible = 0;

	(void)state;
	if (confine_landlock() == 0)
		skip();
	for (size_t i = 0; i < ARRAY_SIZE(attempts); i++)
		if ((has_filter() || attempts[i].by_landlock) &&
		    shut_in(attempts[i].can) != 0) {
			print_error("%s\n", attempts[i].name);
			possible++;
		}
	assert_int_equal(possible, 0);
}

/* Before, all of it can be done: the test would see it. */
static void
without_it_files_are_read_and_sockets_made(void **state)
{
	(void)state;
	assert_true(reads_a_file());
	assert_true(makes_a_socket());
	assert_true(forks());
	assert_true(uses_a_handle_of_before());
	assert_true(signals_its_keeper());
}

static bool
starts_a_program(void)
{
	execl("/bin/true", "true", NULL);
	return true;
}

static void
who_starts_a_program_is_killed(void **state)
{
	int status;

	(void)state;
	if (!has_filter())
		skip();
	status = shut_in(starts_a_program);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGSYS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without_it_files_are_read_and_sockets_made),
	    cmocka_unit_test(nothing_forbidden_can_be_done),
	    cmocka_unit_test(who_starts_a_program_is_killed),
	};
	int failed;

	fd_before = mkstemp(secret);
	if (fd_before < 0)
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(secret);
	return failed;
}
