/* counted.c -- a program in a terminal of its own, each write counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/e2e/counted.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DRAIN_MS = 500 };

static bool
open_line(struct counted *c, int rows, int cols)
{
	struct winsize size = {(unsigned short)rows, (unsigned short)cols, 0,
			       0};

	c->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (c->master < 0 || grantpt(c->master) < 0 || unlockpt(c->master) < 0)
		return false;
	/* held open here too: what is left of the settings can be asked */
	c->slave = open(ptsname(c->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
	return c->slave >= 0 && ioctl(c->slave, TIOCSWINSZ, &size) == 0 &&
	       tcgetattr(c->slave, &c->before) == 0;
}

static void
become(const struct counted *c, const char *const words[])
{
	setsid();
	ioctl(c->slave, TIOCSCTTY, 0);
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		dup2(c->slave, fd);
	/* memory that is left over cannot be looked for while traced */
	setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0)
		execv(words[0], (char *const *)(uintptr_t)words);
	_exit(127);
}

/* What was written is read until all of it is there. */
static void
drain(struct counted *c, size_t n)
{
	struct pollfd from = {c->master, POLLIN, 0};
	char some[4096];

	while (n > 0 && poll(&from, 1, DRAIN_MS) > 0) {
		ssize_t got = read(c->master, some, sizeof(some));

		if (got <= 0)
			return;
		emulator_write(&c->emulator, some, (size_t)got);
		n -= n < (size_t)got ? n : (size_t)got;
	}
}

/* Its first handle is the keyboard, and it is ready to wait. */
static bool
asks_for_keys(const struct counted *c)
{
	if (c->call == SYS_read)
		return c->argument[0] == STDIN_FILENO;
#ifdef SYS_poll
	if (c->call == SYS_poll && (int)c->argument[2] == 0)
		return false;
#endif
	bool polls = c->call == SYS_ppoll;
#ifdef SYS_poll
	polls = polls || c->call == SYS_poll;
#endif
	if (!polls || c->argument[1] == 0)
		return false;
	long first = ptrace(PTRACE_PEEKDATA, c->pid,
			    (void *)(uintptr_t)c->argument[0], NULL);
	return (int)first == STDIN_FILENO;
}

static void
see_result(struct counted *c, int64_t result)
{
	if (result <= 0)
		return;
	if (c->call == SYS_read && c->argument[0] == STDIN_FILENO)
		c->taken += (size_t)result;
	if (c->call == SYS_write && c->argument[0] == STDOUT_FILENO) {
		c->bytes += (size_t)result;
		c->writes++;
		drain(c, (size_t)result);
	}
}

/* True when it begins to wait for a key. */
static bool
see_call(struct counted *c)
{
	struct __ptrace_syscall_info info = {0};

	ptrace(PTRACE_GET_SYSCALL_INFO, c->pid, sizeof(info), &info);
	if (info.op == PTRACE_SYSCALL_INFO_EXIT) {
		see_result(c, info.exit.rval);
		return false;
	}
	if (info.op != PTRACE_SYSCALL_INFO_ENTRY)
		return false;
	c->call = (long)info.entry.nr;
	for (int i = 0; i < 3; i++)
		c->argument[i] = info.entry.args[i];
	return asks_for_keys(c) && c->taken >= c->given;
}

static void
run(struct counted *c, int waits)
{
	int signal = 0, status;

	while (!c->is_ended) {
		ptrace(PTRACE_SYSCALL, c->pid, NULL, (void *)(long)signal);
		signal = 0;
		if (waitpid(c->pid, &status, 0) < 0)
			break;
		if (WIFEXITED(status) || WIFSIGNALED(status)) {
			c->is_ended = true;
			c->status = status;
		} else if (WSTOPSIG(status) == (SIGTRAP | 0x80)) {
			if (see_call(c) && --waits == 0)
				return;
		} else if (WSTOPSIG(status) != SIGTRAP) {
			signal = WSTOPSIG(status);
		}
	}
	drain(c, 1);
}

bool
counted_begin(struct counted *c, int rows, int cols, const char *const words[])
{
	int status;

	*c = (struct counted){0};
	emulator_init(&c->emulator, rows, cols);
	if (!open_line(c, rows, cols))
		bug("no terminal for the test: %s", strerror(errno));
	c->pid = fork();
	if (c->pid == 0)
		become(c, words);
	if (c->pid < 0 || waitpid(c->pid, &status, 0) < 0)
		bug("no process for the test");
	if (!WIFSTOPPED(status) ||
	    ptrace(PTRACE_SETOPTIONS, c->pid, NULL,
		   PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) < 0) {
		c->is_ended = !WIFSTOPPED(status);
		counted_end(c);
		return false;
	}
	run(c, 1);
	return true;
}

bool
counted_screen(struct counted *c, int rows, int cols, const char *path,
	       const char *login)
{
	const char *const words[] = {getenv("SARABAN"),
				     "--lang",
				     "en",
				     "--register",
				     path,
				     "--as",
				     login,
				     NULL};

	return counted_begin(c, rows, cols, words);
}

void
counted_keys(struct counted *c, const char *keys)
{
	size_t n = strlen(keys);

	c->bytes = 0;
	c->writes = 0;
	c->given += n;
	if (write(c->master, keys, n) != (ssize_t)n)
		bug("the terminal of the test takes no keys");
	run(c, 1);
}

void
counted_wait(struct counted *c, int n)
{
	c->bytes = 0;
	c->writes = 0;
	run(c, n);
}

void
counted_signal(struct counted *c, int signal)
{
	c->bytes = 0;
	c->writes = 0;
	kill(c->pid, signal);
	run(c, 2);
}

void
counted_resize(struct counted *c, int rows, int cols)
{
	struct winsize size = {(unsigned short)rows, (unsigned short)cols, 0,
			       0};

	emulator_resize(&c->emulator, rows, cols);
	ioctl(c->master, TIOCSWINSZ, &size);
	/* told by hand: the kernel tells only those in the foreground */
	counted_signal(c, SIGWINCH);
}

bool
counted_line_is_back(const struct counted *c)
{
	struct termios now;

	return tcgetattr(c->slave, &now) == 0 &&
	       now.c_iflag == c->before.c_iflag &&
	       now.c_oflag == c->before.c_oflag &&
	       now.c_cflag == c->before.c_cflag &&
	       now.c_lflag == c->before.c_lflag;
}

void
counted_end(struct counted *c)
{
	if (!c->is_ended) {
		kill(c->pid, SIGKILL);
		waitpid(c->pid, NULL, 0);
	}
	close(c->slave);
	close(c->master);
	emulator_done(&c->emulator);
}
