/* line.c -- the program at the far end of a line that may be bad */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/e2e/line.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/fixture.h"

enum { PAUSE_MS = 20, SOME = 4096, WORDS_MAX = 12 };

static void
become(int slave, const char *const words[])
{
	char *argv[WORDS_MAX + 2] = {xstrdup("saraban")};

	for (size_t i = 0; words[i] != NULL && i < WORDS_MAX; i++)
		argv[i + 1] = xstrdup(words[i]);
	setsid();
	ioctl(slave, TIOCSCTTY, 0);
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		dup2(slave, fd);
	execv(getenv("SARABAN"), argv);
	_exit(127);
}

void
line_size(struct line *l, int rows, int cols)
{
	struct winsize size = {(unsigned short)rows, (unsigned short)cols, 0,
			       0};

	ioctl(l->master, TIOCSWINSZ, &size);
}

void
line_run(struct line *l, int rows, int cols, const char *const words[])
{
	int slave;

	*l = (struct line){0};
	emulator_init(&l->emulator, rows, cols);
	l->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (l->master < 0 || grantpt(l->master) < 0 || unlockpt(l->master) < 0)
		bug("no terminal for the test: %s", strerror(errno));
	line_size(l, rows, cols);
	slave = open(ptsname(l->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
	l->pid = fork();
	if (l->pid == 0)
		become(slave, words);
	if (slave < 0 || l->pid < 0)
		bug("no process for the test");
	close(slave);
}

void
line_begin(struct line *l, int rows, int cols, const char *path,
	   const char *login)
{
	const char *const words[] = {"--lang", "en",  "--register", path,
				     "--as",   login, NULL};

	line_run(l, rows, cols, words);
}

void
line_type(struct line *l, const char *keys)
{
	if (write(l->master, keys, strlen(keys)) != (ssize_t)strlen(keys))
		bug("the terminal of the test takes no keys");
}

bool
line_read(struct line *l, size_t n, int ms)
{
	struct pollfd from = {l->master, POLLIN, 0};
	char some[SOME];
	ssize_t got;

	if (l->master < 0 || poll(&from, 1, ms) <= 0)
		return false;
	got = read(l->master, some, n < sizeof(some) ? n : sizeof(some));
	if (got <= 0)
		return false;
	l->bytes += (size_t)got;
	emulator_write(&l->emulator, some, (size_t)got);
	return true;
}

bool
line_shows(struct line *l, const char *words)
{
	double end = fixture_seconds() + LINE_SECONDS;

	while (!emulator_shows(&l->emulator, words)) {
		if (fixture_seconds() > end)
			return false;
		line_read(l, SOME, PAUSE_MS);
	}
	return true;
}

void
line_drop(struct line *l)
{
	if (l->master >= 0)
		close(l->master);
	l->master = -1;
}

bool
line_ends(struct line *l)
{
	double end = fixture_seconds() + LINE_SECONDS;

	while (!l->is_ended && fixture_seconds() < end) {
		if (!line_read(l, SOME, PAUSE_MS))
			usleep(PAUSE_MS * 100);
		l->is_ended = waitpid(l->pid, &l->status, WNOHANG) == l->pid;
	}
	while (line_read(l, SOME, 0))
		continue;
	return l->is_ended;
}

void
line_end(struct line *l)
{
	if (!l->is_ended) {
		kill(l->pid, SIGKILL);
		waitpid(l->pid, &l->status, 0);
	}
	line_drop(l);
	emulator_done(&l->emulator);
}
